import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import type { Binaries } from './binaries.ts'
import { accountName, type SystemUser } from './system-user.ts'

export interface ClusterUnusable extends Refusal {
  readonly code: 'database.cluster-unusable' | 'database.other-version'
}

/**
 * Makes the cluster where there is none and checks the one that is there. `initdb` works in a folder of another name,
 * which becomes the cluster by renaming it, so a cluster is there whole or not at all.
 */
export async function ensureCluster(
  cluster: string,
  binaries: Binaries,
  user: SystemUser,
  report: (line: string) => void,
): Promise<Result<void, ClusterUnusable>> {
  if (existsSync(cluster)) return checkCluster(cluster, binaries)
  report(`First start: preparing PostgreSQL ${binaries.version} in ${cluster} …`)
  const partial = `${cluster}.partial-`
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(basename(partial))) continue
    await rm(join(dirname(cluster), name), { recursive: true, force: true })
  }
  const made = `${partial}${process.pid}`
  await mkdir(made, { mode: 0o700 })
  if (user.ids !== undefined) await chown(made, user.ids.uid, user.ids.gid)
  const failure = await runInitdb(made, binaries, user)
  if (failure !== undefined) {
    await rm(made, { recursive: true, force: true })
    return refused({
      code: 'database.cluster-unusable',
      sentence: `PostgreSQL could not prepare ${cluster}: ${failure}`,
      fix: 'Mend what it names, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    })
  }
  await rename(made, cluster)
  const folder = await open(dirname(cluster))
  await folder.sync()
  await folder.close()
  return accepted(undefined)
}

function checkCluster(
  cluster: string,
  { version, major }: Binaries,
): Result<void, ClusterUnusable> {
  const file = join(cluster, 'PG_VERSION')
  const written = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
  if (written === String(major)) return accepted(undefined)
  if (written === undefined) {
    return refused({
      code: 'database.cluster-unusable',
      sentence: `${cluster} is there but is no PostgreSQL cluster: it has no PG_VERSION.`,
      fix: 'Move it away, or set DATA_DIR to another folder.',
    })
  }
  return refused({
    code: 'database.other-version',
    sentence: `${cluster} was written by PostgreSQL ${written}; this Entente brings PostgreSQL ${version}.`,
    fix: 'Start the version of Entente that wrote it, or set DATA_DIR to another folder.',
  })
}

/** Answers what went wrong, if anything did. Sorting is that of code points: no library's upgrade can break an index. */
function runInitdb(
  folder: string,
  { folder: binaries }: Binaries,
  user: SystemUser,
): Promise<string | undefined> {
  const collation = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const options = ['-U', 'postgres', '-E', 'UTF8', '-A', 'peer', '--no-instructions']
  const initdb = spawn(join(binaries, 'bin/initdb'), ['-D', folder, ...options, ...collation], {
    ...user.ids,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  initdb.stderr.on('data', (text: Buffer) => (said += text.toString()))
  return new Promise((answer) => {
    initdb.once('error', (error) => answer(error.message))
    initdb.once('close', (code) => answer(code === 0 ? undefined : said.trim()))
  })
}

/**
 * Who may connect: only the account of this process, which the kernel names at the other end of the socket, as any role
 * of the database. There are no passwords to keep.
 */
export async function writeAccess(cluster: string, user: SystemUser): Promise<void> {
  const account = (accountName() ?? '').replaceAll('"', '""')
  const files = {
    'pg_hba.conf': 'local all all peer map=entente',
    'pg_ident.conf': `entente "${account}" all`,
  }
  for (const [name, line] of Object.entries(files)) {
    const file = join(cluster, name)
    await writeFile(file, `${line}\n`)
    await chmod(file, 0o600)
    if (user.ids !== undefined) await chown(file, user.ids.uid, user.ids.gid)
  }
}
