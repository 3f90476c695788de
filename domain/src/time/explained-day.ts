import { day, minute, type DurationMs, type PlainDate } from '../kernel/instant.ts'
import type { BusinessCalendar } from './business-calendar.ts'
import { weekdayNames, type Weekday } from './calendar-definition.ts'
import { plainDateOf, weekdayOf, type EpochDay } from './local-date.ts'
import type { OpenInterval } from './open-table.ts'

/** One local date of an explanation: what counted on it, and why it was not more. */
export interface ExplainedDay {
  readonly date: PlainDate
  readonly weekday: Weekday
  /** The spans that counted, cut to the explained span. */
  readonly counted: readonly OpenInterval[]
  readonly milliseconds: DurationMs
  /** Everything counted up to the end of this date. */
  readonly total: DurationMs
  readonly reason?: DayReason
  /** How many minutes the clocks went forward (negative: back) on this date; a 23-hour day has 60. */
  readonly clockChange?: number
}

/** Why a date counts nothing, or not what its weekday would. `text` is one short English phrase. */
export interface DayReason {
  readonly code:
    | 'closed'
    | 'holiday'
    | 'exception'
    | 'before-opening'
    | 'after-closing'
    | 'in-break'
    | 'skipped'
  readonly text: string
}

/** Which time counts: open time of the calendar, or all of it. */
export type Counting = 'open-time' | 'all-time'

/** Explains what `date` gives to the span `within`. A date that the span does not touch gives nothing, without a reason. */
export const explainDay = (
  calendar: BusinessCalendar,
  counting: Counting,
  date: EpochDay,
  within: OpenInterval,
  totalBefore: DurationMs,
): ExplainedDay => {
  // Clocks that go back over midnight give a date two separate parts.
  const parts = calendar.zone.spansOf(date * day, (date + 1) * day)
  const touched = cut(parts, within)
  const spans =
    counting === 'all-time'
      ? touched
      : touched.flatMap(({ from, to }) => calendar.openBetween(from, to))
  const counted = joined(spans)
  const milliseconds = lengthOf(counted)
  const reason = reasonOf(calendar, counting, date, parts, within, milliseconds)
  const clockChange = parts.length === 0 ? 0 : (day - lengthOf(parts)) / minute
  return {
    date: plainDateOf(date),
    weekday: weekdayOf(date),
    counted,
    milliseconds,
    total: totalBefore + milliseconds,
    ...(reason ? { reason } : {}),
    ...(clockChange === 0 ? {} : { clockChange }),
  }
}

const cut = (spans: readonly OpenInterval[], { from, to }: OpenInterval): OpenInterval[] =>
  spans
    .map((span) => ({
      from: span.from > from ? span.from : from,
      to: span.to < to ? span.to : to,
    }))
    .filter((span) => span.from < span.to)

/** A change of clocks cuts the date, but not what counts across it. */
const joined = (spans: readonly OpenInterval[]): OpenInterval[] => {
  const whole: OpenInterval[] = []
  for (const span of spans) {
    const last = whole.at(-1)
    if (last?.to === span.from) whole[whole.length - 1] = { from: last.from, to: span.to }
    else whole.push(span)
  }
  return whole
}

const lengthOf = (spans: readonly OpenInterval[]): DurationMs =>
  spans.reduce((sum, { from, to }) => sum + (to - from), 0)

const reasonOf = (
  calendar: BusinessCalendar,
  counting: Counting,
  date: EpochDay,
  parts: readonly OpenInterval[],
  within: OpenInterval,
  milliseconds: DurationMs,
): DayReason | undefined => {
  if (parts.length === 0) {
    return { code: 'skipped', text: 'skipped: the clocks passed over this date' }
  }
  if (counting === 'all-time') return undefined
  const { source, name, spans } = calendar.hoursOn(date)
  if (source === 'holiday') return { code: 'holiday', text: `holiday: ${name}` }
  if (source === 'exception') {
    const what = name ?? (spans.length === 0 ? 'closed' : 'other hours')
    return { code: 'exception', text: `exception: ${what}` }
  }
  if (milliseconds > 0) return undefined
  const hours = parts.flatMap(({ from, to }) => calendar.openBetween(from, to))
  const first = hours[0]
  const last = hours.at(-1)
  if (!first || !last) return { code: 'closed', text: `closed: ${weekdayNames[weekdayOf(date)]}` }
  if (within.to <= first.from) return { code: 'before-opening', text: 'before the opening' }
  if (within.from >= last.to) return { code: 'after-closing', text: 'after the closing' }
  return { code: 'in-break', text: 'in a break' }
}
