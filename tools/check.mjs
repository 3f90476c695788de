// `npm run check`: types, lint, format, boundaries and dead code, each by its tool; every one runs, then the verdict.
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { root } from './installed.mjs'

const checks = [
  ['types', 'check:types'],
  ['lint', 'check:lint'],
  ['format', 'check:format'],
  ['boundaries', 'check:boundaries'],
  ['dead code', 'check:dead-code'],
]

/** Runs all checks and answers `[name, passed]` for each. Prints what a failing one says. */
export function runChecks() {
  return checks.map(([name, script]) => {
    const started = performance.now()
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}` },
      maxBuffer: 1 << 26,
    })
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
    if (status !== 0) console.log(stdout + stderr)
    return [name, status === 0]
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const failed = runChecks().filter(([, passed]) => !passed)
  process.exitCode = failed.length === 0 ? 0 : 1
}
