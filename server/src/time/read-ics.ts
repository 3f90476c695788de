import ICAL from 'ical.js'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import type { Holiday } from '@entente/domain/time/calendar-definition.ts'
import { occurrencesOf, type DateWindow } from './ics-occurrences.ts'

/**
 * Reads the all-day events of an iCalendar file as holidays. Events of several days give each day; yearly and other
 * plain recurrences are expanded within the window; the same date twice is one holiday. Everything that is not taken
 * is reported with its reason, so that a feed with surprises can be explained.
 *
 * The file comes from outside: its size, its number of events and the work of each recurrence are bounded.
 */
export interface IcsHolidays {
  /** By date, each date once. */
  readonly holidays: readonly Holiday[]
  readonly skipped: readonly SkippedEvent[]
}

export interface SkippedEvent {
  readonly summary: string
  /** As the file writes it, where it does. */
  readonly start: string | undefined
  readonly reason: string
}

export interface IcsRefusal extends Refusal {
  readonly code: 'ics.too-large' | 'ics.unreadable' | 'ics.too-many-events'
  readonly value: string
}

export const icsLimits = { bytes: 2_000_000, events: 5000 } as const

export const readIcs = (text: string, window: DateWindow): Result<IcsHolidays, IcsRefusal> => {
  if (text.length > icsLimits.bytes) {
    return refused({
      code: 'ics.too-large',
      value: `${text.length}`,
      sentence: `The file has ${text.length} characters; a holiday calendar has at most ${icsLimits.bytes}.`,
      fix: 'Export the holidays alone, or fewer years.',
    })
  }
  const parsed = parseCalendar(text)
  if (!parsed.ok) return parsed
  const events = parsed.value.getAllSubcomponents('vevent')
  if (events.length > icsLimits.events) {
    return refused({
      code: 'ics.too-many-events',
      value: `${events.length}`,
      sentence: `The file has ${events.length} events; at most ${icsLimits.events} are read.`,
      fix: 'Export the holidays alone, or fewer years.',
    })
  }
  return accepted(collect(events, window))
}

const parseCalendar = (text: string): Result<ICAL.Component, IcsRefusal> => {
  const unreadable = (why: string): Result<never, IcsRefusal> =>
    refused({
      code: 'ics.unreadable',
      value: text.slice(0, 40),
      sentence: `The file is not an iCalendar file: ${why}.`,
      fix: 'Export the calendar as .ics; the file begins with BEGIN:VCALENDAR.',
    })
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 1000))) {
    return unreadable('it does not begin with BEGIN:VCALENDAR')
  }
  try {
    const jcal: unknown = ICAL.parse(text.replace(/^\uFEFF/, ''))
    const [first] = Array.isArray(jcal) && Array.isArray(jcal[0]) ? jcal : [jcal]
    return accepted(new ICAL.Component(first))
  } catch (error) {
    return unreadable(error instanceof Error ? error.message.slice(0, 200) : 'it cannot be parsed')
  }
}

const collect = (events: readonly ICAL.Component[], window: DateWindow): IcsHolidays => {
  const named = new Map<PlainDate, string[]>()
  const skipped: SkippedEvent[] = []
  const moved = movedOccurrences(events)
  for (const event of events) {
    const summary = textOf(event, 'summary') ?? 'unnamed holiday'
    const dates = occurrencesOf(event, window, moved.get(textOf(event, 'uid') ?? '') ?? new Set())
    if (!dates.ok) {
      skipped.push({ summary, start: textOf(event, 'dtstart'), reason: dates.refusal.sentence })
      continue
    }
    for (const date of dates.value) {
      const names = named.get(date) ?? []
      if (!names.includes(summary)) named.set(date, [...names, summary])
    }
  }
  const holidays = [...named]
    .map(([date, names]): Holiday => ({ date, name: names.join(', ') }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  return { holidays, skipped }
}

/** The dates of a series that an event of their own replaces, by the series' uid. */
const movedOccurrences = (events: readonly ICAL.Component[]): Map<string, Set<string>> => {
  const moved = new Map<string, Set<string>>()
  for (const event of events) {
    const original = textOf(event, 'recurrence-id')
    const uid = textOf(event, 'uid')
    if (original === undefined || uid === undefined) continue
    moved.set(uid, (moved.get(uid) ?? new Set()).add(original.slice(0, 10)))
  }
  return moved
}

const textOf = (event: ICAL.Component, name: string): string | undefined => {
  const value: unknown = event.getFirstPropertyValue(name)
  const readable = typeof value === 'string' || value instanceof ICAL.Time
  return !readable ? undefined : value.toString().slice(0, 200).trim() || undefined
}
