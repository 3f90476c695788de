/**
 * Replays a log of 120,000 events under two agreements, parsing included: `node bench/replay/run.ts`. The bars: under
 * 3 s end to end, peak memory under 500 MB, and time that grows with the log (1x, 2x, 4x). Each figure is the median
 * of three runs, each in a process of its own.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inventLog, repeatLog } from './make-log.ts'

interface Measured {
  readonly ms: number
  readonly peakMb: number
  readonly rows: number
  readonly cases: number
  readonly reading: number
  readonly replaying: number
  readonly parts: Readonly<Record<string, number>>
}

const bars = { ms: 3000, peakMb: 500, growth: 1.3 }
const scales = [1, 2, 4]
const runs = 3

const root = fileURLToPath(new URL('../../', import.meta.url))
const shared = resolve(
  root,
  process.env['ENTENTE_SHARED_DATA'] ?? '../shared/data',
  'incident-event-log.csv.gz',
)
const isReal = existsSync(shared)
const folder = await mkdtemp(join(tmpdir(), 'entente-replay-'))

console.log(
  `replay: ${isReal ? 'the public incident log' : 'an invented log (the incident log is not at hand)'}, two agreements`,
)
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus()[0]?.model.trim()} x ${cpus().length}\n`,
)

try {
  const results: Measured[] = []
  for (const scale of scales) {
    const file = join(folder, `log-${scale}.csv.gz`)
    if (isReal) await repeatLog(shared, scale, file)
    else await inventLog(20_000 * scale, file)
    const measured = Array.from({ length: runs }, () => measure(file, scale === 1))
    results.push(measured.toSorted((a, b) => a.ms - b.ms)[Math.floor(runs / 2)] as Measured)
    await rm(file)
  }
  report(results)
} finally {
  await rm(folder, { recursive: true })
}

function measure(file: string, withParts: boolean): Measured {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url))
  const options = withParts ? [script, file, 'parts'] : [script, file]
  return JSON.parse(execFileSync(process.execPath, options, { encoding: 'utf8' })) as Measured
}

function report(results: readonly Measured[]): void {
  const [one] = results
  if (one === undefined) return
  for (const [part, ms] of Object.entries(one.parts))
    console.log(`  ${part.padEnd(40)} ${ms.toFixed(0).padStart(6)} ms`)
  console.log('\n  rows      cases       time    x first   peak memory')
  for (const { rows, cases, ms, peakMb } of results) {
    const growth = ms / one.ms / (rows / one.rows)
    console.log(
      `${String(rows).padStart(7)} ${String(cases).padStart(8)} ${ms.toFixed(0).padStart(8)} ms ${(ms / one.ms).toFixed(2).padStart(9)}   ${peakMb.toFixed(0).padStart(6)} MB   per row ${growth.toFixed(2)} of the first`,
    )
  }
  const last = results.at(-1) ?? one
  const growth = last.ms / one.ms / (last.rows / one.rows)
  console.log('')
  const holds = [
    verdict('end to end', one.ms, bars.ms, 'ms'),
    verdict('peak memory at 1x', one.peakMb, bars.peakMb, 'MB'),
    verdict('peak memory at 4x', last.peakMb, bars.peakMb, 'MB'),
    verdict('time per row at 4x against 1x', growth, bars.growth, 'times'),
  ]
  process.exitCode = holds.every(Boolean) ? 0 : 1
}

function verdict(name: string, value: number, bar: number, unit: string): boolean {
  console.log(
    `${value <= bar ? 'holds ' : 'FAILS '} ${name}: ${value.toFixed(2)} of ${bar} ${unit} (${(value / bar).toFixed(2)} of the bar)`,
  )
  return value <= bar
}
