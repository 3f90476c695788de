/**
 * How long `entente --help` takes from the shell, beside the same Node that runs an empty program. The limit is 150 ms.
 * Run: node_modules/.bin/node bench/help/help-start.ts
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const limit = 150
const runs = 31
const entente = fileURLToPath(new URL('../../cli/bin/entente', import.meta.url))

const median = (command: string, arguments_: readonly string[]): number => {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    const child = spawnSync(command, arguments_, { stdio: 'ignore' })
    if (child.status !== 0) throw new Error(`${command} ended with ${child.status}`)
    return performance.now() - start
  }).toSorted((a, b) => a - b)
  return times[Math.floor(runs / 2)] ?? 0
}

const empty = median(process.execPath, ['-e', '0'])
const help = median(entente, ['--help'])
const verdict = help < limit ? 'within' : 'OVER'
console.log(`node -e 0         ${empty.toFixed(0)} ms (median of ${runs})`)
console.log(`entente --help    ${help.toFixed(0)} ms, ${(help / empty).toFixed(2)} times that`)
console.log(`limit             ${limit} ms: ${verdict}`)
if (help >= limit) process.exitCode = 1
