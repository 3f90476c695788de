import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { now } from '../../clock.ts'

/** Held while this process may start, stop or mend the database in a data folder. */
export interface DataLock {
  readonly release: () => void
}

export interface DataFolderBusy extends Refusal {
  readonly code: 'database.folder-busy'
}

/**
 * Takes the lock of a data folder, or says who has it. The kernel holds it for as long as the process lives: it is the
 * file lock that SQLite puts on `lock`, so a kill -9 frees it and nothing stale is ever left to be judged or deleted.
 * Who holds it is written beside it, in `lock.holder`, and only ever read for the sentence of the refusal.
 */
export function lockDataFolder(folder: string): Result<DataLock, DataFolderBusy> {
  const holder = join(folder, 'lock.holder')
  const file = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    file.exec('begin exclusive')
  } catch (error) {
    file.close()
    if ((error as { errcode?: number }).errcode !== sqliteBusy) throw error
    return refused({
      code: 'database.folder-busy',
      sentence: `${folder} is in use: ${describeHolder(holder)}.`,
      fix: 'Stop that process first, or set DATA_DIR to another folder.',
    })
  }
  const since = now().toString({ smallestUnit: 'second' })
  writeFileSync(holder, JSON.stringify({ pid: process.pid, since }))
  return accepted({ release: () => file.close() })
}

const sqliteBusy = 5

function describeHolder(file: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; since: string }
    return `process ${pid} has run Entente on it since ${since}`
  } catch {
    return 'another process is just starting Entente on it'
  }
}
