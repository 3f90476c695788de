/**
 * How fast business time is added and measured, on epoch milliseconds.
 *
 * Beside the bare binary searches over the same arrays that each question needs at the least: `add` searches the
 * openings for the start and the cumulative sums for the goal, `between` searches the openings twice. Bar: within 2x.
 * Beside three peers at spans of 4, 40 and 400 open hours, with the share of results that agree. Bars: 100, 1,000 and
 * 5,000 times the fastest. The face that takes and gives Temporal objects is reported apart, without a bar.
 *
 *     node bench/business-time/run.ts            prints the figures; exits 1 when a bar is missed
 *     node bench/business-time/run.ts --json     the same as one JSON object
 *
 * One schedule for all: Monday to Friday 09:00-12:30 and 13:30-17:00 in Berlin with five holidays, starts at any minute
 * of 2026 from January to August. Where a peer gives another result, it errs: dayjs and opening_hours agree throughout,
 * moment-business-time loses time where a start lies before the opening or both ends have one local time. Times are
 * medians of interleaved rounds, because machines are noisy.
 */
import { arch, cpus, platform } from 'node:os'
import { hour, minute, type EpochMs, type PlainDate } from '@entente/domain/kernel/instant.ts'
import { compileCalendar } from '@entente/domain/time/business-calendar.ts'
import type { OpenTable } from '@entente/domain/time/open-table.ts'
import { indexAtOrBefore, indexBefore } from '@entente/domain/time/sorted-search.ts'
import { addOpenTime, openTimeBetween } from '@entente/domain/time/temporal-face.ts'
import { holidays, intervals, peers, zone } from './peers.ts'

// The peers know one zone, that of the process.
process.env['TZ'] = zone

const starts = 2000
const spans = [4, 40, 400] as const
const bars: Readonly<Record<number, number>> = { 4: 100, 40: 1000, 400: 5000 }
const searchBar = 2

const compiled = compileCalendar({
  timeZone: zone,
  week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, intervals])),
  holidays: holidays.map((date) => ({ date: date as PlainDate, name: 'holiday' })),
  exceptions: [],
})
if (!compiled.ok) throw new Error(compiled.refusal.sentence)
const calendar = compiled.value

/** The same numbers in every run, without a source of chance. */
let seed = 7
const upTo = (limit: number): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  return Math.floor((seed / 0x80000000) * limit)
}
const first = Date.UTC(2026, 0, 5, 8)
const froms = Array.from(
  { length: starts },
  () => (first + upTo(230 * 24 * 60) * minute) as EpochMs,
)

let sink = 0

/** Nanoseconds for one call, as the median of rounds; the contestants take turns. */
const timed = (contestants: readonly (() => number)[], calls: number, rounds: number): number[] => {
  const times = contestants.map((): number[] => [])
  for (let round = -3; round < rounds; round += 1) {
    for (const [i, contestant] of contestants.entries()) {
      const begun = performance.now()
      sink += contestant()
      if (round >= 0) times[i]?.push(((performance.now() - begun) * 1e6) / calls)
    }
  }
  return times.map((list) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? NaN)
}

/** The indexes below are those of the lists, so every item is there; a check would be measured with them. */
const sumOver = (times: number, ask: (i: number) => number) => (): number => {
  let sum = 0
  for (let k = 0; k < times; k += 1) for (let i = 0; i < starts; i += 1) sum += ask(i)
  return sum
}

const zoned = (at: EpochMs) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

const contestants = peers()
const rows = spans.map((span) => {
  const length = span * hour
  const dues = froms.map((from) => calendar.add(from, length))
  const { opens, closes, before } = (calendar as unknown as { readonly table: OpenTable }).table
  const goals = dues.map((due) => {
    const i = indexAtOrBefore(opens, due - 1)
    return (before[i] ?? 0) + Math.min(due, closes[i] ?? 0) - (opens[i] ?? 0)
  })
  const many = 50
  const [add = NaN, addBare = NaN, between = NaN, betweenBare = NaN] = timed(
    [
      sumOver(many, (i) => calendar.add(froms[i] as EpochMs, length)),
      sumOver(
        many,
        (i) =>
          indexAtOrBefore(opens, froms[i] as EpochMs) + indexBefore(before, goals[i] as number),
      ),
      sumOver(many, (i) => calendar.between(froms[i] as EpochMs, dues[i] as EpochMs)),
      sumOver(
        many,
        (i) =>
          indexAtOrBefore(opens, froms[i] as EpochMs) + indexAtOrBefore(opens, dues[i] as EpochMs),
      ),
    ],
    many * starts,
    41,
  )
  const [addTemporal = NaN, betweenTemporal = NaN] = temporalTimes(span, dues)
  const others = contestants.map((peer) => {
    // Peers are slow: fewer starts, spread over the year, and fewer rounds.
    const sample = Math.max(20, Math.round(400 / Math.sqrt(span)))
    const step = Math.floor(starts / sample)
    const indexes = Array.from({ length: sample }, (_, k) => k * step)
    const agrees = (ask: (i: number) => boolean) => indexes.filter(ask).length / sample
    const [addPeer = NaN, betweenPeer = NaN] = timed(
      [
        () => indexes.reduce((sum, i) => sum + peer.add(froms[i] as EpochMs, span), 0),
        () =>
          indexes.reduce(
            (sum, i) => sum + peer.between(froms[i] as EpochMs, dues[i] as EpochMs),
            0,
          ),
      ],
      sample,
      3,
    )
    return {
      name: peer.name,
      version: peer.version,
      add: addPeer,
      between: betweenPeer,
      addAgrees: agrees((i) => peer.add(froms[i] as EpochMs, span) === (dues[i] as EpochMs)),
      betweenAgrees: agrees(
        (i) => peer.between(froms[i] as EpochMs, dues[i] as EpochMs) === length,
      ),
    }
  })
  return {
    span,
    intervals: opens.length,
    add,
    addBare,
    between,
    betweenBare,
    addTemporal,
    betweenTemporal,
    others,
  }
})

function temporalTimes(span: number, dues: readonly EpochMs[]): number[] {
  const from = froms.map(zoned)
  const to = dues.map(zoned)
  const duration = Temporal.Duration.from({ hours: span })
  return timed(
    [
      sumOver(
        1,
        (i) => addOpenTime(calendar, from[i] as Temporal.ZonedDateTime, duration).epochMilliseconds,
      ),
      sumOver(1, (i) =>
        openTimeBetween(
          calendar,
          from[i] as Temporal.ZonedDateTime,
          to[i] as Temporal.ZonedDateTime,
        ).total('milliseconds'),
      ),
    ],
    starts,
    11,
  )
}

const fastest = (row: (typeof rows)[number], of: 'add' | 'between') =>
  Math.min(...row.others.map((peer) => peer[of]))

const checks = rows.flatMap((row) =>
  (['add', 'between'] as const).flatMap((of) => [
    {
      what: `${of} of ${row.span} h, times its two bare searches`,
      figure: row[of] / row[`${of}Bare`],
      bar: searchBar,
      atMost: true,
    },
    {
      what: `${of} of ${row.span} h, times faster than the fastest peer`,
      figure: fastest(row, of) / row[of],
      bar: bars[row.span] ?? 0,
      atMost: false,
    },
  ]),
)
const holds = ({ atMost, figure, bar }: (typeof checks)[number]) =>
  atMost ? figure <= bar : figure >= bar

const ns = (value: number) =>
  `${value < 1000 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ns`
const percent = (value: number) => `${Math.round(value * 100)} %`

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${platform()} ${arch()}`
const runtime = `Node ${process.version}, tzdata ${process.versions.tz ?? 'unknown'}`
const date = new Date().toISOString().slice(0, 10)

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ machine, runtime, date, rows, checks }, null, 2)}\n`)
} else {
  console.log(`business time on ${machine}; ${runtime}; ${date}`)
  console.log(
    `${rows[0]?.intervals} open intervals; ${starts} starts; a bare search is one binary search over them\n`,
  )
  for (const row of rows) {
    console.log(`${row.span} open hours`)
    console.log(
      `  add      ${ns(row.add)}; two bare searches ${ns(row.addBare)}; Temporal face ${ns(row.addTemporal)}`,
    )
    console.log(
      `  between  ${ns(row.between)}; two bare searches ${ns(row.betweenBare)}; Temporal face ${ns(row.betweenTemporal)}`,
    )
    for (const peer of row.others) {
      console.log(
        `  ${`${peer.name} ${peer.version}`.padEnd(28)} add ${ns(peer.add)} (same result ${percent(peer.addAgrees)}), between ${ns(peer.between)} (same ${percent(peer.betweenAgrees)})`,
      )
    }
  }
  console.log('')
  for (const check of checks) {
    const { what, figure, bar, atMost } = check
    console.log(
      `${holds(check) ? 'holds ' : 'MISSED'} ${what}: ${figure >= 100 ? Math.round(figure).toLocaleString('en') : figure.toFixed(2)} (bar ${atMost ? 'at most' : 'at least'} ${bar.toLocaleString('en')})`,
    )
  }
}
if (!Number.isFinite(sink)) throw new Error('a result was not a number')
process.exitCode = checks.every(holds) ? 0 : 1
