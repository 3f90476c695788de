import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { accountName, barredFolder, databaseUser } from './system-user.ts'

/** Where everything lives that outlasts the process, by absolute path. */
export interface DataFolder {
  readonly path: string
  /** The PostgreSQL cluster. */
  readonly cluster: string
  readonly log: string
}

export interface DataFolderUnusable extends Refusal {
  readonly code: 'database.folder-unusable'
}

const checkout = fileURLToPath(new URL('../../../../..', import.meta.url))

/** `.data` in the checkout, unless we are root and the account of the database cannot get there. */
export function defaultDataFolder(place: string = checkout): string {
  const folder = join(place, '.data')
  const user = databaseUser(join(folder, 'postgres'))
  return barredFolder(place, user) === undefined ? folder : '/var/lib/entente'
}

/** Makes the folder where it is missing, and refuses one that cannot be written or, under root, not be reached. */
export function openDataFolder(path: string): Result<DataFolder, DataFolderUnusable> {
  const cluster = join(path, 'postgres')
  if (accountName() === undefined) {
    return unusable(
      `PostgreSQL needs an account with a name, and ${process.geteuid?.()} has none.`,
      'Run under an account of this system, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    )
  }
  try {
    // Under root the database's account passes through the folder to its own part; otherwise it is ours alone.
    const mode = process.geteuid?.() === 0 ? 0o755 : 0o700
    if (mkdirSync(path, { recursive: true, mode }) !== undefined) chmodSync(path, mode)
  } catch (error) {
    return unusable(`${path} cannot be made: ${(error as Error).message}.`)
  }
  const user = databaseUser(cluster)
  const barred = barredFolder(path, user)
  if (barred !== undefined) {
    return unusable(
      `Under root, PostgreSQL runs as ${user.name}, which may not enter ${barred}.`,
      `Set DATA_DIR to a folder it can reach, such as /var/lib/entente, or open the way with "chmod o+x ${barred}".`,
    )
  }
  return accepted({ path, cluster, log: join(path, 'postgres.log') })
}

const unusable = (
  sentence: string,
  fix = 'Set DATA_DIR to a folder that this account may write.',
): Result<never, DataFolderUnusable> => refused({ code: 'database.folder-unusable', sentence, fix })
