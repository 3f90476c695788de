import type { EpochMs } from '../kernel/instant.ts'
import { compileCalendar, type BusinessCalendar } from '../time/business-calendar.ts'
import type { CalendarDefinition } from '../time/calendar-definition.ts'
import { readTarget, type SettledTarget } from '../time/target.ts'
import type { PlainDate } from '../kernel/instant.ts'
import type { ClockEvent, ClockEventBody } from './clock-event.ts'
import { foldClock, type ClockState } from './clock.ts'
import { clockTerms, type ClockTerms, type TermsChoice } from './terms.ts'

/**
 * Calendars, terms and events for the tests of clocks and ladders. The calendar is Hamburg's: Monday to Friday, nine
 * to five; Christmas 2026 falls on a Friday, 3 April 2026 is Good Friday, 6 April Easter Monday.
 */
export const hamburg = calendarOf({
  timeZone: 'Europe/Berlin',
  week: {
    mon: ['09:00-17:00'],
    tue: ['09:00-17:00'],
    wed: ['09:00-17:00'],
    thu: ['09:00-17:00'],
    fri: ['09:00-17:00'],
  },
  holidays: [
    { date: '2026-04-03' as PlainDate, name: 'Good Friday' },
    { date: '2026-04-06' as PlainDate, name: 'Easter Monday' },
    { date: '2026-12-25' as PlainDate, name: 'Christmas Day' },
  ],
  exceptions: [],
})

export function calendarOf(definition: CalendarDefinition): BusinessCalendar {
  const compiled = compileCalendar(definition)
  if (!compiled.ok) throw new Error(compiled.refusal.sentence)
  return compiled.value
}

/** `2026-11-20 16:30` in Hamburg. */
export const at = (local: string, zone = 'Europe/Berlin'): EpochMs =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds as EpochMs

/** The local time in Hamburg, for expectations that read well. */
export const local = (instant: EpochMs | undefined, zone = 'Europe/Berlin'): string | undefined =>
  instant === undefined
    ? undefined
    : Temporal.Instant.fromEpochMilliseconds(instant)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .replace('T', ' ')

export function target(text: string): SettledTarget {
  const read = readTarget(text)
  if (!read.ok) throw new Error(read.refusal.sentence)
  return { ...read.value, basis: read.value.basis ?? 'business' }
}

/** Terms whose targets are given by priority, in words. */
export function termsOf(
  targets: Readonly<Record<string, string>>,
  choice: Partial<TermsChoice> = {},
): ClockTerms {
  const settled = new Map(Object.entries(targets).map(([name, text]) => [name, target(text)]))
  return clockTerms({
    kind: 'case.resolution',
    owedBy: 'vendor',
    version: 'v1',
    calendar: hamburg,
    targetFor: (priority) => settled.get(priority),
    pauseReasons: ['awaiting-partner', 'awaiting-customer'],
    ...choice,
  })
}

/** An event by its Hamburg time. */
export const event = (
  when: string,
  body: ClockEventBody,
  facts: { id?: string; seq?: number } = {},
): ClockEvent => ({ at: at(when), ...facts, ...body })

export const opened = (when: string, priority = 'high'): ClockEvent =>
  event(when, { type: 'opened', priority })
export const paused = (when: string, reason = 'awaiting-partner', pause?: string): ClockEvent =>
  event(when, { type: 'paused', reason, pause })
export const resumed = (when: string, reason?: string, pause?: string): ClockEvent =>
  event(when, { type: 'resumed', reason, pause })
export const met = (when: string, act = 'resolution'): ClockEvent =>
  event(when, { type: 'met', act })
export const reopened = (when: string): ClockEvent => event(when, { type: 'reopened' })
export const reprioritised = (when: string, priority: string): ClockEvent =>
  event(when, { type: 'retargeted', priority })

/** Folds, or throws the refusal: for tests that are not about refusals. */
export function stateOf(terms: ClockTerms, ...events: readonly ClockEvent[]): ClockState {
  const folded = foldClock(events, terms)
  if (!folded.ok) throw new Error(folded.refusal.sentence)
  return folded.value
}
