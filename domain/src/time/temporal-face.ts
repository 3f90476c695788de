import type { EpochMs } from '../kernel/instant.ts'
import type { TimeLine } from './time-line.ts'

/**
 * The same questions with Temporal objects, for edges where such objects are at hand anyway. The engines keep to epoch
 * milliseconds: making the objects costs several times the answer.
 */

/** `line.add`; the result is in the zone of `from`. Durations have no days or longer: those are targets. */
export const addOpenTime = (
  line: TimeLine,
  from: Temporal.ZonedDateTime,
  duration: Temporal.Duration,
): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(
    line.add(from.epochMilliseconds as EpochMs, duration.total('milliseconds')),
  ).toZonedDateTimeISO(from.timeZoneId)

/** `line.between`, in milliseconds and balanced up to hours. */
export const openTimeBetween = (
  line: TimeLine,
  from: Temporal.ZonedDateTime,
  to: Temporal.ZonedDateTime,
): Temporal.Duration =>
  Temporal.Duration.from({
    milliseconds: line.between(from.epochMilliseconds as EpochMs, to.epochMilliseconds as EpochMs),
  }).round({ largestUnit: 'hours' })
