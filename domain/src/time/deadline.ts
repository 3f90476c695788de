import { day, type DurationMs, type EpochMs } from '../kernel/instant.ts'
import type { BusinessCalendar } from './business-calendar.ts'
import { latestInstant } from './horizon.ts'
import type { EpochDay } from './local-date.ts'
import { unitLength, type SettledTarget } from './target.ts'
import { elapsedLine, type TimeLine } from './time-line.ts'

/**
 * When a target falls due, and how percentages of it are counted. `budget` is the time from start to due along
 * `line`; a pause moves the due instant by the time it covered on that same line.
 *
 * The rule that surprises: n business days is the same local time on the n-th later date on which an interval begins,
 * held inside that date's hours. Days of different lengths therefore give budgets of different lengths.
 */
export interface Deadline {
  readonly dueAt: EpochMs
  readonly budget: DurationMs
  readonly line: TimeLine
}

/** Throws for calendar hours and for fractions of business or calendar days: `checkTarget` refuses them on reading. */
export const deadline = (
  target: SettledTarget,
  calendar: BusinessCalendar,
  from: EpochMs,
): Deadline => {
  const { amount, unit, basis } = target
  if (basis === 'elapsed') return along(elapsedLine, from, Math.round(amount * unitLength[unit]))
  if (unit === 'days') {
    if (!Number.isInteger(amount) || amount < 1) throw new RangeError(`not whole days: ${amount}`)
    const line = basis === 'business' ? calendar : elapsedLine
    const dueAt =
      basis === 'business'
        ? businessDaysAfter(calendar, from, amount).dueAt
        : calendarDaysAfter(calendar, from, amount)
    return { dueAt, budget: line.between(from, dueAt), line }
  }
  if (basis === 'calendar') throw new RangeError(`calendar goes with days, not ${unit}`)
  return along(calendar, from, Math.round(amount * unitLength[unit]))
}

const along = (line: TimeLine, from: EpochMs, budget: DurationMs): Deadline => ({
  dueAt: line.add(from, budget),
  budget,
  line,
})

/** The same local time on the n-th next date; a local time that does not exist there is read as `instantOf` says. */
const calendarDaysAfter = ({ zone }: BusinessCalendar, from: EpochMs, n: number): EpochMs =>
  zone.instantOf(zone.localOf(from) + n * day)

/** What held a due instant inside the hours of its date, for the explanation. */
export type DayHold = 'opening' | 'break' | 'closing'

export interface BusinessDaysResult {
  readonly dueAt: EpochMs
  /** The start, or the next opening where the start lay outside opening hours. */
  readonly countedFrom: EpochMs
  readonly held?: DayHold
}

/** The n-th later business day; `latestInstant` where the horizon ends before it. */
export const businessDaysAfter = (
  calendar: BusinessCalendar,
  from: EpochMs,
  n: number,
): BusinessDaysResult => {
  const countedFrom = calendar.nextOpen(from)
  const local = calendar.zone.localOf(countedFrom)
  const date: EpochDay = Math.floor(local / day)
  const dueDate = calendar.nthBusinessDayAfter(date, n)
  if (dueDate === undefined) return { dueAt: latestInstant, countedFrom }
  const wanted = calendar.zone.instantOf(local + (dueDate - date) * day)
  return { countedFrom, ...heldInside(calendar, dueDate, wanted) }
}

/**
 * The hours of a date are the intervals that begin on it. Inside them the wanted instant stands, otherwise they hold
 * it: the first opening, or the last closing before it. The morning part of a night shift is the evening's hours, so
 * on a calendar of nights an instant at 02:00 is before that date's first opening.
 */
const heldInside = (
  calendar: BusinessCalendar,
  date: EpochDay,
  wanted: EpochMs,
): { dueAt: EpochMs; held?: DayHold } => {
  const intervals = calendar.intervalsOn(date)
  if (intervals.some(({ from, to }) => from <= wanted && wanted < to)) return { dueAt: wanted }
  const first = intervals[0]
  if (!first || wanted < first.from) return { dueAt: first?.from ?? wanted, held: 'opening' }
  const before = intervals.findLast((interval) => interval.to <= wanted) ?? first
  if (before.to === wanted) return { dueAt: wanted }
  return { dueAt: before.to, held: before === intervals.at(-1) ? 'closing' : 'break' }
}
