import { day, type DurationMs, type EpochMs } from '../kernel/instant.ts'
import type { BusinessCalendar } from './business-calendar.ts'
import { deadline } from './deadline.ts'
import { explainDay, type Counting, type ExplainedDay } from './explained-day.ts'
import { spanNotes, targetNotes, type ExplanationNote } from './explanation-notes.ts'
import { plainDateOf } from './local-date.ts'
import type { OpenInterval } from './open-table.ts'
import type { SettledTarget } from './target.ts'

/**
 * Why a deadline falls where it falls, or why a span counts what it counts: one entry for each local date that the
 * span touches. The sums are exact: the milliseconds of the days add up to `counted`, and the last running total is
 * `counted` as well.
 *
 * A night shift is split at local midnight, because people read the list by date; the rule that it belongs to the
 * evening shows only in what a holiday or an exception closes.
 */
export interface Explanation {
  readonly timeZone: string
  readonly counts: Counting
  readonly from: EpochMs
  readonly to: EpochMs
  /** Negative where `to` lies before `from`; the days then explain the span forwards and add up to its size. */
  readonly counted: DurationMs
  readonly days: readonly ExplainedDay[]
  readonly notes: readonly ExplanationNote[]
}

/** The explanation of `calendar.between(from, to)`. */
export const explainBetween = (
  calendar: BusinessCalendar,
  from: EpochMs,
  to: EpochMs,
): Explanation => {
  const backwards = to < from
  const within = backwards ? { from: to, to: from } : { from, to }
  const explained = explainSpan(calendar, 'open-time', within)
  if (!backwards) return explained
  const text = 'The end lies before the start, so the result is negative.'
  return {
    ...explained,
    from,
    to,
    counted: 0 - explained.counted,
    notes: [{ code: 'backwards', text }, ...explained.notes],
  }
}

/** The explanation of `deadline(target, calendar, from)`: `to` is its due instant, `counted` its budget. */
export const explainDeadline = (
  target: SettledTarget,
  calendar: BusinessCalendar,
  from: EpochMs,
): Explanation => {
  const { dueAt, line } = deadline(target, calendar, from)
  const counts = line === calendar ? 'open-time' : 'all-time'
  const explained = explainSpan(calendar, counts, { from, to: dueAt })
  return { ...explained, notes: [...targetNotes(target, calendar, from), ...explained.notes] }
}

const explainSpan = (
  calendar: BusinessCalendar,
  counts: Counting,
  within: OpenInterval,
): Explanation => {
  const { from, to } = within
  const dateOf = (at: number) => Math.floor(calendar.zone.localOf(at as EpochMs) / day)
  const firstDate = dateOf(from)
  const lastDate = Math.max(firstDate, dateOf(to - 1))
  const days: ExplainedDay[] = []
  let total = 0
  // One date more on either side: clocks that go back over midnight touch it for some minutes.
  for (let date = firstDate - 1; date <= lastDate + 1; date += 1) {
    const explained = explainDay(calendar, counts, date, within, total)
    const outside = date < firstDate || date > lastDate
    if (outside && explained.milliseconds === 0) continue
    days.push(explained)
    total = explained.total
  }
  const notes = spanNotes(calendar, counts, plainDateOf(lastDate), within)
  return { timeZone: calendar.timeZone, counts, from, to, counted: total, days, notes }
}
