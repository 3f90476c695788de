/**
 * Replays a log of 120,000 events under two agreements, parsing included: `node bench/replay/run.ts`. The bars: under
 * 3 s end to end, peak memory under 500 MB, and time that grows with the log (1x, 2x, 4x). Each figure is the best of
 * three runs, each in a process of its own; the worst and the processor time stand beside it, since machines are noisy.
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
  /** Processor time of all threads, the start of the process left out. */
  readonly cpuMs: number
  /** The whole process, its start included. */
  readonly processMs: number
  readonly worstMs: number
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
  let parts: Measured['parts'] = {}
  for (const scale of scales) {
    const file = join(folder, `log-${scale}.csv.gz`)
    if (isReal) await repeatLog(shared, scale, file)
    else await inventLog(20_000 * scale, file)
    const measured = Array.from({ length: runs }, () => measure(file))
    const sorted = measured.toSorted((a, b) => a.processMs - b.processMs)
    results.push({ ...(sorted[0] as Measured), worstMs: sorted.at(-1)?.processMs ?? 0 })
    if (scale === 1) parts = measure(file, 'parts').parts
    await rm(file)
  }
  report(results, parts)
} finally {
  await rm(folder, { recursive: true })
}

function measure(file: string, ...more: readonly string[]): Measured {
  const script = fileURLToPath(new URL('measure.ts', import.meta.url))
  const start = performance.now()
  const printed = execFileSync(process.execPath, [script, file, ...more], { encoding: 'utf8' })
  const processMs = performance.now() - start
  return { ...(JSON.parse(printed) as Measured), processMs, worstMs: processMs }
}

function report(results: readonly Measured[], parts: Measured['parts']): void {
  const [one] = results
  if (one === undefined) return
  for (const [part, ms] of Object.entries(parts))
    console.log(`  ${part.padEnd(40)} ${ms.toFixed(0).padStart(6)} ms`)
  console.log('\n   rows    cases     best of 3    worst  processor   peak memory')
  for (const { rows, cases, processMs, worstMs, cpuMs, peakMb } of results) {
    const cells = [rows, cases, processMs, worstMs, cpuMs, peakMb].map((value) => value.toFixed(0))
    const [r, c, best, worst, cpu, peak] = cells.map((cell) => cell.padStart(8))
    console.log(`${r} ${c}   ${best} ms ${worst} ${cpu} ms   ${peak} MB`)
  }
  const last = results.at(-1) ?? one
  const growth = last.cpuMs / one.cpuMs / (last.rows / one.rows)
  console.log('')
  const holds = [
    verdict('end to end, the process included', one.processMs, bars.ms, 'ms'),
    verdict('peak memory at 1x', one.peakMb, bars.peakMb, 'MB'),
    verdict('peak memory at 4x', last.peakMb, bars.peakMb, 'MB'),
    verdict('processor time per row at 4x against 1x', growth, bars.growth, 'times'),
  ]
  process.exitCode = holds.every(Boolean) ? 0 : 1
}

function verdict(name: string, value: number, bar: number, unit: string): boolean {
  console.log(
    `${value <= bar ? 'holds ' : 'FAILS '} ${name}: ${value.toFixed(2)} of ${bar} ${unit} (${(value / bar).toFixed(2)} of the bar)`,
  )
  return value <= bar
}
