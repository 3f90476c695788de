import ICAL from 'ical.js'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'

/** Both dates included. */
export interface DateWindow {
  readonly from: PlainDate
  readonly to: PlainDate
}

type Dates = Result<readonly PlainDate[], Refusal>

const skip = (sentence: string): Dates =>
  refused({ code: 'ics.skipped-event', sentence, fix: 'Add the dates by hand where they matter.' })

/** A series that needs more steps than this to reach the end of the window is no list of holidays. */
const mostSteps = 5000
const mostDays = 60

/**
 * The local dates inside the window that an event closes, or the reason why it is left out. `moved` holds the dates of
 * the series for which another event of the file stands in.
 */
export const occurrencesOf = (
  event: ICAL.Component,
  window: DateWindow,
  moved: ReadonlySet<string>,
): Dates => {
  if (String(event.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED') {
    return skip('It is cancelled.')
  }
  const start = event.getFirstPropertyValue('dtstart')
  if (!(start instanceof ICAL.Time)) return skip('It has no start.')
  const first = dateOf(start)
  if (first === undefined) return skip(`Its start ${String(start)} is not a date.`)
  const length = daysOf(event, start)
  if (length === undefined) return skip('It does not cover whole days.')
  if (length < 1 || length > mostDays) return skip(`It lasts ${length} days, which is no holiday.`)
  const single = event.hasProperty('recurrence-id')
  const starts = single ? accepted([first]) : startsOf(event, start, first, window)
  if (!starts.ok) return starts
  const dates = starts.value
    .filter((date) => single || !moved.has(date))
    .flatMap((date) => {
      const day = Temporal.PlainDate.from(date)
      return Array.from({ length }, (_, i) => day.add({ days: i }).toString() as PlainDate)
    })
    .filter((date) => date >= window.from && date <= window.to)
  return dates.length === 0
    ? skip(`It lies outside ${window.from} to ${window.to}.`)
    : accepted(dates)
}

/** `2026-02-30` parses as a time but is no date. */
const dateOf = (time: ICAL.Time): PlainDate | undefined => {
  try {
    const fields = { year: time.year, month: time.month, day: time.day }
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString() as PlainDate
  } catch {
    return undefined
  }
}

/** Whole days from the start to the (excluded) end; undefined where a time of day takes part. */
const daysOf = (event: ICAL.Component, start: ICAL.Time): number | undefined => {
  const end = event.getFirstPropertyValue('dtend')
  const duration = event.getFirstPropertyValue('duration')
  if (!atMidnight(start)) return undefined
  if (end instanceof ICAL.Time) {
    if (!atMidnight(end)) return undefined
    const last = dateOf(end)
    const first = dateOf(start)
    if (first === undefined || last === undefined) return undefined
    return Temporal.PlainDate.from(first).until(last).days
  }
  if (duration instanceof ICAL.Duration) {
    const days = duration.toSeconds() / 86_400
    return Number.isInteger(days) ? days : undefined
  }
  return start.isDate ? 1 : undefined
}

const atMidnight = (time: ICAL.Time): boolean =>
  time.isDate || (time.hour === 0 && time.minute === 0 && time.second === 0)

const startsOf = (
  event: ICAL.Component,
  start: ICAL.Time,
  first: PlainDate,
  window: DateWindow,
): Dates => {
  const rules = event.getAllProperties('rrule').map((property) => property.getFirstValue())
  if (rules.length === 0 && !event.hasProperty('rdate')) return accepted([first])
  for (const rule of rules) {
    const unsafe = rule instanceof ICAL.Recur ? whyUnsafe(rule) : 'cannot be read'
    if (unsafe !== undefined) return skip(`Its recurrence ${String(rule)} ${unsafe}.`)
  }
  try {
    const dates: PlainDate[] = []
    const series = new ICAL.RecurExpansion({ component: event, dtstart: start })
    for (let step = 0; step < mostSteps; step += 1) {
      const next: ICAL.Time | null | undefined = series.next()
      const date = next ? dateOf(next) : undefined
      if (date === undefined || date > window.to) return accepted(dates)
      if (rules.every((rule) => fits(rule as ICAL.Recur, date) || date === first)) dates.push(date)
    }
    return skip('It recurs too often for a list of holidays.')
  } catch {
    return skip('Its recurrence cannot be expanded.')
  }
}

/** Rules beyond these are rare in holiday calendars, and some of them send an expansion into endless search. */
const whyUnsafe = (rule: ICAL.Recur): string | undefined => {
  const parts = Object.keys(rule.parts)
  const allowed: Readonly<Record<string, readonly string[]>> = {
    YEARLY: ['BYMONTH', 'BYMONTHDAY', 'BYDAY'],
    MONTHLY: ['BYMONTHDAY', 'BYDAY'],
    WEEKLY: ['BYDAY'],
    DAILY: [],
  }
  const known = allowed[rule.freq]
  if (!known || parts.some((part) => !known.includes(part)))
    return 'is more than a plain yearly, monthly, weekly or daily one'
  if (rule.interval < 1 || rule.interval > 100) return 'has an interval that no holiday has'
  return undefined
}

/** Guards against expansions that roll the 30th of February over into March. */
const fits = (rule: ICAL.Recur, date: PlainDate): boolean => {
  const parts = rule.parts as Readonly<Record<string, readonly unknown[] | undefined>>
  const month = Number(date.slice(5, 7))
  const dayOfMonth = Number(date.slice(8))
  const months = parts['BYMONTH']
  const days = parts['BYMONTHDAY']
  const countsFromEnd = days?.some((value) => Number(value) < 0)
  return (
    (months === undefined || months.some((value) => Number(value) === month)) &&
    (!days || countsFromEnd || days.some((value) => Number(value) === dayOfMonth))
  )
}
