import type { PlainDate } from '../kernel/instant.ts'

/**
 * A calendar as it is written and signed: a time zone, the week's opening hours, holidays and dated exceptions.
 * Nothing in it is looked up later: holidays are dates, so an upgrade of a holiday library never moves a signed term.
 *
 * An interval is local wall time, half-open, written `09:00-17:00`. `00:00-24:00` is the whole day; an end at or
 * before the start runs past midnight (`22:00-06:00`) and belongs to the day on which it begins. A holiday removes
 * the intervals that begin on it; a night shift that began the evening before still ends in the morning.
 */
export interface CalendarDefinition {
  /** IANA name, for example `Europe/Berlin`. Never an offset. */
  readonly timeZone: string
  readonly week: Readonly<Partial<Record<Weekday, readonly LocalInterval[]>>>
  readonly holidays: readonly Holiday[]
  /** A date whose intervals replace those of the week and any holiday; an empty list closes it. */
  readonly exceptions: readonly CalendarException[]
  /** The last date for which holidays are known. Past it, answers use weekly hours alone and say so. */
  readonly holidaysResolvedUntil?: PlainDate | undefined
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

export const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

export const weekdayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

/** `HH:MM-HH:MM`; the end may be `24:00` or lie past midnight. */
export type LocalInterval = string

export interface Holiday {
  readonly date: PlainDate
  readonly name: string
}

export interface CalendarException {
  readonly date: PlainDate
  readonly open: readonly LocalInterval[]
  readonly reason?: string | undefined
}
