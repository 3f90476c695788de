import type { EpochMs, PlainDate } from '../kernel/instant.ts'
import { accepted, type Result } from '../kernel/result.ts'
import { readHours, type DayHours } from './calendar-hours.ts'
import type { CalendarDefinition } from './calendar-definition.ts'
import type { CalendarRefusal } from './calendar-refusal.ts'
import type { EpochDay } from './local-date.ts'
import { OpenTimeLine } from './open-time-line.ts'
import type { OpenInterval } from './open-table.ts'
import type { TimeLine } from './time-line.ts'
import { openZone, type Zone } from './zone.ts'

/**
 * Business time: a signed calendar compiled so that every question is a binary search.
 *
 * The week, the holidays and the exceptions become sorted open intervals with cumulative sums, in epoch
 * milliseconds, for the years that questions touch; a question outside them compiles more, both ways, up to
 * `earliestInstant` and `latestInstant`. Outside those a calendar counts as closed for ever: `add` answers the later
 * of the start and `latestInstant`, it never loops.
 *
 * The rule that surprises: the clock on the wall decides. An instant is open when the local date and time it reads
 * lie inside an interval. A local time that the zone skips gives nothing; one that it repeats counts both times.
 */
export interface BusinessCalendar extends TimeLine {
  readonly definition: CalendarDefinition
  readonly timeZone: string
  readonly zone: Zone
  /** Past this date answers rest on weekly hours alone. */
  readonly holidaysResolvedUntil: PlainDate | undefined
  /** The open intervals that touch the span, cut to it, adjoining ones merged. */
  openBetween(from: EpochMs, to: EpochMs): readonly OpenInterval[]
  /** What the definition says about a local date: hours that begin on it, and whether the week, a holiday or an exception says so. */
  hoursOn(date: EpochDay): DayHours
  /** The open intervals that begin on a local date, not merged with those of its neighbours. */
  intervalsOn(date: EpochDay): readonly OpenInterval[]
  /** The n-th local date after `date` on which an interval begins; undefined past the limit. `n` is a positive integer. */
  nthBusinessDayAfter(date: EpochDay, n: number): EpochDay | undefined
}

/** Compiles a calendar, or refuses its definition, naming field, value and fix. Cheap: the years follow on demand. */
export const compileCalendar = (
  definition: CalendarDefinition,
): Result<BusinessCalendar, CalendarRefusal> => {
  const zone = openZone(definition.timeZone)
  if (!zone.ok) return zone
  const hours = readHours(definition)
  if (!hours.ok) return hours
  return accepted(new OpenTimeLine(definition, zone.value, hours.value))
}
