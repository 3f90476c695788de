import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'

/**
 * The account under which PostgreSQL runs: our own, except under root, which PostgreSQL refuses. There it is the owner
 * of the cluster if that is somebody else, and otherwise `nobody`.
 */
export interface SystemUser {
  readonly name: string
  /** What to hand to `spawn` and `chown`; absent where the account is our own. */
  readonly ids?: { readonly uid: number; readonly gid: number }
}

/** The name of our own account, if it has one: a container may run under a bare number. */
export function accountName(): string | undefined {
  try {
    return userInfo().username
  } catch {
    return undefined
  }
}

/** Who is to run PostgreSQL on this cluster, which need not exist yet. */
export function databaseUser(cluster: string): SystemUser {
  if (process.geteuid?.() !== 0) return { name: accountName() ?? `user ${process.geteuid?.()}` }
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) {
    return { name: `user ${owner.uid}`, ids: { uid: owner.uid, gid: owner.gid } }
  }
  return { name: 'nobody', ids: { uid: idOf('-u'), gid: idOf('-g') } }
}

function idOf(option: '-u' | '-g'): number {
  const { stdout, status } = spawnSync('id', [option, 'nobody'], { encoding: 'utf8' })
  if (status !== 0) throw new Error('This system has no account "nobody" to run PostgreSQL under')
  return Number(stdout)
}

/**
 * The first folder on the way to `path` that bars the user, `path` itself included; nothing when all are open. The
 * system is asked as that user, because modes alone do not know of access lists and mounts.
 */
export function barredFolder(path: string, user: SystemUser): string | undefined {
  if (user.ids === undefined) return undefined
  const way = [path]
  while (dirname(way[0] as string) !== way[0]) way.unshift(dirname(way[0] as string))
  const script = 'for d in "$@"; do [ -x "$d" ] || { printf %s "$d"; exit 0; }; done'
  const { stdout, error } = spawnSync('/bin/sh', ['-c', script, 'sh', ...way], {
    ...user.ids,
    cwd: '/',
    encoding: 'utf8',
  })
  if (error !== undefined) throw error
  return stdout === '' ? undefined : stdout
}
