import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import type { SystemUser } from './system-user.ts'

export interface SocketFolderTaken extends Refusal {
  readonly code: 'database.socket-folder-taken'
}

const socketName = '.s.PGSQL.5432'

/** What the kernel allows for the path of a socket, in bytes. */
const longestPath = process.platform === 'darwin' ? 103 : 107

/**
 * The empty folder for the database's socket, closed to everybody but the account that runs it (and root). It is in the data
 * folder; where that makes the path too long, it is a short folder under `/tmp` that belongs to this data folder alone.
 */
export function openSocketFolder(
  dataFolder: string,
  user: SystemUser,
): Result<string, SocketFolderTaken> {
  const folder = socketFolderOf(dataFolder)
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (user.ids !== undefined) chownSync(folder, user.ids.uid, user.ids.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const found = lstatSync(folder)
  // Anybody may make folders in /tmp: one that somebody else made there first is not entered.
  if (!found.isDirectory() || found.uid !== (user.ids?.uid ?? process.geteuid?.())) {
    return refused({
      code: 'database.socket-folder-taken',
      sentence: `${folder}, the place for the database's socket, belongs to somebody else.`,
      fix: 'Remove it, or set DATA_DIR to a folder with a shorter path.',
    })
  }
  chmodSync(folder, 0o700)
  // A socket's lock names a process, which after a kill -9 may seem alive: not yet reaped, or somebody else by now. The
  // folder is this data folder's alone, whose lock we hold; what guards the data itself is `postmaster.pid`.
  for (const name of [socketName, `${socketName}.lock`]) rmSync(join(folder, name), { force: true })
  return accepted(folder)
}

/** Removes the folder when it stands outside the data folder. */
export function closeSocketFolder(dataFolder: string, folder: string): void {
  if (!folder.startsWith(dataFolder)) rmSync(folder, { recursive: true, force: true })
}

export function socketFolderOf(dataFolder: string): string {
  const inside = join(dataFolder, 'socket')
  if (Buffer.byteLength(join(inside, socketName)) <= longestPath) return inside
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  return `/tmp/entente-${name}`
}
