/**
 * How fast a clock folds. Prints the rate of folding six events (opened, two pauses, met) beside a loop of six bare
 * position look-ups: the binary searches over the opening instants that six events need at the very least, over the
 * same arrays and the same instants. Bar: a quarter of the loop's rate; guide: a million folds a second on one core.
 *
 *     node bench/clock-fold/run.ts            prints the figures; exits 1 when the bar is missed
 *     node bench/clock-fold/run.ts --json     the same as one JSON object
 */
import { arch, cpus, platform } from 'node:os'
import { foldClock } from '@entente/domain/commitment/clock.ts'
import type { ClockEvent } from '@entente/domain/commitment/clock-event.ts'
import { clockTerms } from '@entente/domain/commitment/terms.ts'
import { hour, minute, type EpochMs } from '@entente/domain/kernel/instant.ts'
import { compileCalendar } from '@entente/domain/time/business-calendar.ts'
import { indexAtOrBefore } from '@entente/domain/time/sorted-search.ts'

const clocks = 5_000
const rounds = 100
const bar = 0.25

const weekHours = ['09:00-12:30', '13:30-18:00']
const compiled = compileCalendar({
  timeZone: 'Europe/Berlin',
  week: { mon: weekHours, tue: weekHours, wed: weekHours, thu: weekHours, fri: weekHours },
  holidays: [],
  exceptions: [],
})
if (!compiled.ok) throw new Error(compiled.refusal.sentence)
const calendar = compiled.value

const terms = clockTerms({
  kind: 'case.resolution',
  owedBy: 'vendor',
  version: 'bench',
  calendar,
  targetFor: () => ({ amount: 24, unit: 'hours', basis: 'business' }),
  pauseReasons: ['awaiting-partner', 'awaiting-customer'],
})

/** The same numbers in every run, without a source of chance. */
let seed = 42
const upTo = (limit: number): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  return Math.floor((seed / 0x7fffffff) * limit)
}

const firstStart = Date.UTC(2024, 0, 1)
const generated = Array.from({ length: clocks }, () => {
  let at = firstStart + upTo(3 * 365 * 24) * hour + upTo(60) * minute
  const later = (hours: number): EpochMs => (at += hour / 4 + upTo(hours * hour)) as EpochMs
  return [
    { type: 'opened', priority: 'high', at: later(1) },
    { type: 'paused', reason: 'awaiting-partner', at: later(6) },
    { type: 'resumed', at: later(20) },
    { type: 'paused', reason: 'awaiting-customer', at: later(6) },
    { type: 'resumed', at: later(20) },
    { type: 'met', act: 'resolution', at: later(12) },
  ].map((event, seq) => Object.assign(event, { seq, id: `${at}-${seq}` }))
})
/** Through JSON, so that strings and objects lie in memory as those of a store's rows do. */
const histories = JSON.parse(JSON.stringify(generated)) as ClockEvent[][]

const intervals = calendar.openBetween(
  firstStart as EpochMs,
  (firstStart + 4 * 366 * 24 * hour) as EpochMs,
)
const opens = Float64Array.from(intervals, (interval) => interval.from)
const instants = histories.map((events) => Float64Array.from(events, (event) => event.at))

const foldAll = (): number => {
  let sum = 0
  for (const events of histories) {
    const folded = foldClock(events, terms)
    if (!folded.ok) throw new Error(folded.refusal.sentence)
    sum += folded.value.runs[0]?.usedMs ?? 0
  }
  return sum
}

const lookUpAll = (): number => {
  let sum = 0
  for (const six of instants) for (const at of six) sum += indexAtOrBefore(opens, at)
  return sum
}

/**
 * Clocks a second in the faster quarter of the rounds: what else the machine does only ever slows a round down. Both
 * loops take turns, so that it disturbs both.
 */
const times = { fold: [] as number[], lookUp: [] as number[] }
const timed = (work: () => number): number => {
  const start = performance.now()
  if (work() === 0) throw new Error('nothing was computed')
  return performance.now() - start
}
for (let i = 0; i < 5; i += 1) timed(() => foldAll() + lookUpAll())
for (let i = 0; i < rounds; i += 1) {
  times.fold.push(timed(foldAll))
  times.lookUp.push(timed(lookUpAll))
}
const rate = (milliseconds: number[]): number =>
  Math.round(clocks / ((milliseconds.toSorted((a, b) => a - b)[rounds >> 2] as number) / 1000))

const figures = {
  foldsPerSecond: rate(times.fold),
  sixLookUpsPerSecond: rate(times.lookUp),
  ratio: Number((rate(times.fold) / rate(times.lookUp)).toFixed(3)),
  bar,
  clocks,
  rounds,
  openings: opens.length,
  machine: `${cpus()[0]?.model ?? 'unknown'} x${cpus().length}, ${platform()} ${arch()}`,
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
}

if (process.argv.includes('--json')) console.log(JSON.stringify(figures))
else {
  console.log(`fold of 6 events        ${figures.foldsPerSecond.toLocaleString('en')} a second`)
  console.log(
    `6 bare position look-ups ${figures.sixLookUpsPerSecond.toLocaleString('en')} a second`,
  )
  console.log(`ratio                   ${figures.ratio} (bar: at least ${bar})`)
  console.log(
    `${clocks} clocks, lower quartile of ${rounds} rounds, ${figures.openings} openings searched`,
  )
  console.log(`${figures.machine}, node ${figures.node}, ${figures.date}`)
}
process.exitCode = figures.ratio >= bar ? 0 : 1
