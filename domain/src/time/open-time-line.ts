import { day, type DurationMs, type EpochMs, type PlainDate } from '../kernel/instant.ts'
import type { CalendarDefinition } from './calendar-definition.ts'
import type { DayHours, HoursOfDate } from './calendar-hours.ts'
import { earliestDay, earliestInstant, latestDay, latestInstant } from './horizon.ts'
import type { EpochDay } from './local-date.ts'
import {
  compileOpenTable,
  openIntervalsOn,
  type OpenInterval,
  type OpenTable,
} from './open-table.ts'
import { indexAtOrBefore, indexBefore } from './sorted-search.ts'
import type { TimeLine } from './time-line.ts'
import type { Zone } from './zone.ts'

const year = 366

/** The compiled calendar: searches in its table, and a wider table whenever a question reaches past it. */
export class OpenTimeLine implements TimeLine {
  readonly definition: CalendarDefinition
  readonly timeZone: string
  readonly zone: Zone
  private readonly hours: HoursOfDate
  private table: OpenTable

  constructor(definition: CalendarDefinition, zone: Zone, hours: HoursOfDate) {
    this.definition = definition
    this.timeZone = zone.name
    this.zone = zone
    this.hours = hours
    this.table = compileOpenTable(hours, zone, 0, 0)
  }

  get holidaysResolvedUntil(): PlainDate | undefined {
    return this.definition.holidaysResolvedUntil
  }

  add(from: EpochMs, duration: DurationMs): EpochMs {
    if (duration <= 0) {
      return duration === 0 ? this.nextOpen(from) : this.subtract(from, -duration)
    }
    let table = this.tableAt(from)
    const i = indexAtOrBefore(table.opens, from)
    if (i >= 0 && duration <= (table.closes[i] as number) - from)
      return (from + duration) as EpochMs
    let goal = openBefore(table, i, from) + duration
    while (!(goal <= table.total)) {
      finite(duration)
      if (table.high >= latestInstant) return later(from, latestInstant)
      table = this.widened(table, 0, 1)
      goal = openUntil(table, from) + duration
    }
    const j = indexBefore(table.before, goal)
    return ((table.opens[j] as number) + goal - (table.before[j] as number)) as EpochMs
  }

  subtract(from: EpochMs, duration: DurationMs): EpochMs {
    if (duration <= 0) {
      return duration === 0 ? this.previousClose(from) : this.add(from, -duration)
    }
    let table = this.tableAt(from)
    let goal = openUntil(table, from) - duration
    while (!(goal >= 0)) {
      finite(duration)
      if (table.low <= earliestInstant) return earlier(from, earliestInstant)
      table = this.widened(table, 1, 0)
      goal = openUntil(table, from) - duration
    }
    const j = indexAtOrBefore(table.before, goal)
    return ((table.opens[j] as number) + goal - (table.before[j] as number)) as EpochMs
  }

  between(from: EpochMs, to: EpochMs): DurationMs {
    this.tableAt(from)
    const table = this.tableAt(to)
    return openUntil(table, to) - openUntil(table, from)
  }

  isOpen(at: EpochMs): boolean {
    const table = this.tableAt(at)
    const i = indexAtOrBefore(table.opens, at)
    return i >= 0 && at < (table.closes[i] as number)
  }

  nextOpen(at: EpochMs): EpochMs {
    let table = this.tableAt(at)
    for (;;) {
      const i = indexAtOrBefore(table.opens, at)
      if (i >= 0 && at < (table.closes[i] as number)) return at
      const next = table.opens[i + 1]
      if (next !== undefined) return next as EpochMs
      if (table.high >= latestInstant) return later(at, latestInstant)
      table = this.widened(table, 0, 1)
    }
  }

  previousClose(at: EpochMs): EpochMs {
    let table = this.tableAt(at)
    for (;;) {
      const i = indexBefore(table.opens, at)
      if (i >= 0) return earlier(at, table.closes[i] as EpochMs)
      if (table.low <= earliestInstant) return earlier(at, earliestInstant)
      table = this.widened(table, 1, 0)
    }
  }

  openBetween(from: EpochMs, to: EpochMs): readonly OpenInterval[] {
    this.tableAt(from)
    const { opens, closes } = this.tableAt(to)
    const touching: OpenInterval[] = []
    for (let i = Math.max(0, indexAtOrBefore(opens, from)); i < opens.length; i += 1) {
      const open = later(from, opens[i] as EpochMs)
      const close = earlier(to, closes[i] as EpochMs)
      if (open >= to) break
      if (open < close) touching.push({ from: open, to: close })
    }
    return touching
  }

  hoursOn(date: EpochDay): DayHours {
    return this.hours(date)
  }

  intervalsOn(date: EpochDay): readonly OpenInterval[] {
    return openIntervalsOn(this.hours, this.zone, date)
  }

  nthBusinessDayAfter(date: EpochDay, n: number): EpochDay | undefined {
    let table = this.tableAt((date * day) as EpochMs)
    for (;;) {
      const found = table.businessDays[indexAtOrBefore(table.businessDays, date) + n]
      if (found !== undefined || table.high >= latestInstant) return found
      table = this.widened(table, 0, 1)
    }
  }

  private tableAt(at: EpochMs): OpenTable {
    const table = this.table
    return at >= table.low && at < table.high ? table : this.reaching(at)
  }

  /** The first question compiles a year before it and four after; later ones at least double what there is. */
  private reaching(at: EpochMs): OpenTable {
    const date = Math.floor(Math.min(Math.max(finite(at), earliestInstant), latestInstant) / day)
    const table = this.table
    if (table.high === table.low) return this.compiled(date - year, date + 4 * year)
    if (at < table.low) {
      if (table.low <= earliestInstant) return table
      return this.widened(table, (table.low / day - date) / year + 1, 0)
    }
    if (table.high >= latestInstant) return table
    return this.widened(table, 0, (date - table.high / day) / year + 1)
  }

  private widened(table: OpenTable, yearsBefore: number, yearsAfter: number): OpenTable {
    const days = (table.high - table.low) / day
    const more = (years: number) => (years === 0 ? 0 : Math.max(days, Math.ceil(years * year)))
    return this.compiled(table.low / day - more(yearsBefore), table.high / day + more(yearsAfter))
  }

  private compiled(lowDay: EpochDay, highDay: EpochDay): OpenTable {
    this.table = compileOpenTable(
      this.hours,
      this.zone,
      Math.max(lowDay, earliestDay),
      Math.min(highDay, latestDay),
    )
    return this.table
  }
}

const openUntil = (table: OpenTable, at: EpochMs): DurationMs =>
  openBefore(table, indexAtOrBefore(table.opens, at), at)

/** Open time of the table before `at`, where `i` is the last interval that opens at or before it. */
const openBefore = (table: OpenTable, i: number, at: EpochMs): DurationMs =>
  i < 0
    ? 0
    : (table.before[i] as number) +
      Math.min(at, table.closes[i] as number) -
      (table.opens[i] as number)

const later = (a: EpochMs, b: EpochMs): EpochMs => (a > b ? a : b)
const earlier = (a: EpochMs, b: EpochMs): EpochMs => (a < b ? a : b)

const finite = (value: number): number => {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number of milliseconds: ${value}`)
  return value
}
