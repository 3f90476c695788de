import { day, type PlainDate } from '../kernel/instant.ts'
import { weekdays, type Weekday } from './calendar-definition.ts'

/** A local date as a number of days since 1970-01-01, without a zone: so that dates sort, subtract and search. */
export type EpochDay = number

/** Reads `YYYY-MM-DD` strictly; undefined for anything else, 2026-02-30 included. */
export const readEpochDay = (text: string): EpochDay | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.Instant.from(`${text}T00:00Z`).epochMilliseconds / day
  } catch {
    return undefined
  }
}

export const plainDateOf = (date: EpochDay): PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(date * day)
    .toString()
    .slice(0, 10) as PlainDate

/** 0 is Monday, as in the `weekdays` list; 1970-01-01 was a Thursday. */
export const weekdayIndexOf = (date: EpochDay): number => (((date + 3) % 7) + 7) % 7

export const weekdayOf = (date: EpochDay): Weekday => weekdays[weekdayIndexOf(date)] as Weekday
