// Makes sure that what the lockfile names is installed, on any Node from 20 on, and says where the project's own Node 26 is.
// Plain JavaScript without a dependency: it runs before anything is installed.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The Node that everything runs on. */
export const node = join(root, 'node_modules/.bin/node')

/** Installs when the lockfile has changed since the last install; otherwise costs a hash of one file. */
export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const mark = join(root, 'node_modules/.installed-from')
  if (existsSync(mark) && existsSync(node) && readFileSync(mark, 'utf8') === lock) return
  console.log('Installing what package-lock.json names …')
  const npm = process.env.npm_execpath
  const [command, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  // Not `npm ci`: it refuses a lockfile without the packages of other platforms, and a registry need not hold them all.
  // `--no-save` takes the locked versions as well and leaves the lockfile as it is.
  const quietly = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync(command, [...first, 'install', ...quietly], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) {
    console.error(
      'The install did not finish. Is the npm registry within reach? Then run the same command again.',
    )
    process.exit(status ?? 1)
  }
  if (!existsSync(node)) {
    console.error(
      `There is no Node 26 package for ${process.platform} ${process.arch}. Supported: linux and darwin on x64 and arm64.`,
    )
    process.exit(1)
  }
  writeFileSync(mark, lock)
}
