import { day } from '../kernel/instant.ts'
import { accepted, refused, type Result } from '../kernel/result.ts'
import { weekdays, type CalendarDefinition, type LocalInterval } from './calendar-definition.ts'
import type { CalendarRefusal } from './calendar-refusal.ts'
import { readEpochDay, weekdayIndexOf, type EpochDay } from './local-date.ts'
import { clockText, readLocalInterval, type LocalSpan } from './local-interval.ts'
import { nearest } from '../kernel/nearest.ts'

/** The hours that begin on a local date, and which part of the definition says so. */
export interface DayHours {
  readonly spans: readonly LocalSpan[]
  readonly source: 'week' | 'holiday' | 'exception'
  /** The name of the holiday or the reason of the exception. */
  readonly name?: string | undefined
}

/** Answers for any local date, before compiling to instants: an exception prevails over a holiday, that over the week. */
export type HoursOfDate = (date: EpochDay) => DayHours

/** Reads and checks everything in a definition but its zone. The first fault is the refusal. */
export const readHours = (definition: CalendarDefinition): Result<HoursOfDate, CalendarRefusal> => {
  const week = readWeek(definition.week)
  if (!week.ok) return week
  const special = new Map<EpochDay, DayHours>()
  for (const [i, { date, name }] of definition.holidays.entries()) {
    const on = readEpochDay(date)
    if (on === undefined) return refused(unreadableDate(`holidays[${i}].date`, date))
    const other = special.get(on)
    if (other && other.name !== name) {
      special.set(on, { spans: [], source: 'holiday', name: `${other.name}, ${name}` })
    } else special.set(on, { spans: [], source: 'holiday', name })
  }
  const exceptional = new Set<EpochDay>()
  for (const [i, { date, open, reason }] of definition.exceptions.entries()) {
    const field = `exceptions[${i}]`
    const on = readEpochDay(date)
    if (on === undefined) return refused(unreadableDate(`${field}.date`, date))
    if (exceptional.has(on)) return refused(duplicateException(`${field}.date`, date))
    exceptional.add(on)
    const spans = readSpans(`${field}.open`, open)
    if (!spans.ok) return spans
    special.set(on, { spans: spans.value, source: 'exception', name: reason })
  }
  const until = definition.holidaysResolvedUntil
  if (until !== undefined && readEpochDay(until) === undefined) {
    return refused(unreadableDate('holidaysResolvedUntil', until))
  }
  const ordinary = week.value.map((spans): DayHours => ({ spans, source: 'week' }))
  return accepted((date) => special.get(date) ?? (ordinary[weekdayIndexOf(date)] as DayHours))
}

const readWeek = (
  week: CalendarDefinition['week'],
): Result<readonly (readonly LocalSpan[])[], CalendarRefusal> => {
  for (const key of Object.keys(week)) {
    if (!weekdays.some((weekday) => weekday === key)) return refused(unknownWeekday(key))
  }
  const read: (readonly LocalSpan[])[] = []
  for (const weekday of weekdays) {
    const spans = readSpans(`week.${weekday}`, week[weekday] ?? [])
    if (!spans.ok) return spans
    read.push(spans.value)
  }
  if (read.every((spans) => spans.length === 0)) return refused(neverOpens())
  for (const [i, weekday] of weekdays.entries()) {
    const late = read[i]?.at(-1)
    const next = read[(i + 1) % 7]?.[0]
    if (late && next && late.end > next.start + day) {
      return refused(overlapping(`week.${weekday}`, late, next))
    }
  }
  return accepted(read)
}

const readSpans = (
  field: string,
  intervals: readonly LocalInterval[],
): Result<readonly LocalSpan[], CalendarRefusal> => {
  const spans: LocalSpan[] = []
  for (const [i, interval] of intervals.entries()) {
    const span = readLocalInterval(interval)
    if (!span) return refused(unreadableInterval(`${field}[${i}]`, interval))
    spans.push(span)
  }
  spans.sort((a, b) => a.start - b.start)
  for (const [i, span] of spans.entries()) {
    const next = spans[i + 1]
    if (next && span.end > next.start) return refused(overlapping(field, span, next))
  }
  return accepted(spans)
}

const spanText = (span: LocalSpan): string => `${clockText(span.start)}-${clockText(span.end)}`

const unknownWeekday = (value: string): CalendarRefusal => ({
  code: 'calendar.unknown-weekday',
  field: `week.${value}`,
  value,
  sentence: `"${value}" is not a day of the week here.`,
  fix: `Write "${nearest(value.slice(0, 3), weekdays) ?? 'mon'}"; the days are ${weekdays.join(', ')}.`,
})

const unreadableInterval = (field: string, value: string): CalendarRefusal => ({
  code: 'calendar.unreadable-interval',
  field,
  value,
  sentence: `"${value}" is not an opening interval.`,
  fix: 'Write a start and an end as "09:00-17:00"; "24:00" ends the day, "22:00-06:00" runs past midnight.',
})

const overlapping = (field: string, first: LocalSpan, second: LocalSpan): CalendarRefusal => ({
  code: 'calendar.overlapping-intervals',
  field,
  value: `${spanText(first)}, ${spanText(second)}`,
  sentence: `The intervals ${spanText(first)} and ${spanText(second)} overlap.`,
  fix: `Let one end where the other begins, or write them as one interval.`,
})

const neverOpens = (): CalendarRefusal => ({
  code: 'calendar.never-opens',
  field: 'week',
  value: '{}',
  sentence: 'The week has no opening interval, so no deadline could ever fall due.',
  fix: 'Give at least one weekday an interval, for example mon: ["09:00-17:00"].',
})

const unreadableDate = (field: string, value: string): CalendarRefusal => ({
  code: 'calendar.unreadable-date',
  field,
  value,
  sentence: `"${value}" is not a date.`,
  fix: 'Write the date as YYYY-MM-DD, for example 2026-12-25.',
})

const duplicateException = (field: string, value: string): CalendarRefusal => ({
  code: 'calendar.duplicate-exception',
  field,
  value,
  sentence: `${value} has two exceptions.`,
  fix: 'Put all intervals of the date into one exception.',
})
