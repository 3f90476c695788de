import { accepted, refused, type Result } from '../kernel/result.ts'
import type { DurationMs, EpochMs } from '../kernel/instant.ts'
import type { CalendarRefusal } from './calendar-refusal.ts'
import { nearest } from '../kernel/nearest.ts'
import { earliestInstant, latestInstant } from './horizon.ts'
import { indexAtOrBefore } from './sorted-search.ts'

/** Local wall time as milliseconds since 1970-01-01T00:00 on that wall. Not an instant: a zone is needed to make it one. */
export type LocalMs = number

/** A half-open span of instants. */
export interface InstantSpan {
  readonly from: EpochMs
  readonly to: EpochMs
}

/**
 * A time zone as its list of offset changes within the horizon, read from Temporal once per zone. Between two changes
 * local time is the instant plus an offset, so the inner loops need no calendar library.
 */
export interface Zone {
  readonly name: string
  offsetAt(at: EpochMs): DurationMs
  localOf(at: EpochMs): LocalMs
  /** The instants whose wall clock reads a time in `[from, to)`: none in a skipped span, two spans in a repeated one. */
  spansOf(from: LocalMs, to: LocalMs): readonly InstantSpan[]
  /** One instant for a local time: the earlier where it exists twice; where it is skipped, later by the length of the skip. */
  instantOf(local: LocalMs): EpochMs
}

/** Reads a zone by its IANA name; an offset or an unknown name is refused with the nearest known one. */
export const openZone = (timeZone: string): Result<Zone, CalendarRefusal> => {
  const name = canonicalName(timeZone)
  if (name === undefined) return refused(unknownZone(timeZone))
  const known = opened.get(name)
  if (known) return accepted(known)
  const zone = readZone(name)
  opened.set(name, zone)
  return accepted(zone)
}

/** Offsets never change while a process runs, so each zone is read once. */
const opened = new Map<string, Zone>()

const canonicalName = (timeZone: string): string | undefined => {
  if (!/^[A-Za-z]/.test(timeZone)) return undefined
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId
  } catch {
    return undefined
  }
}

const unknownZone = (timeZone: string): CalendarRefusal => {
  const near = nearestZone(timeZone)
  return {
    code: 'calendar.unknown-time-zone',
    field: 'timeZone',
    value: timeZone,
    sentence: `"${timeZone}" is not a time zone by its IANA name.`,
    fix: near
      ? `Write "${near}".`
      : 'Write an IANA name such as "Europe/Berlin"; an offset such as "+01:00" does not know summer time.',
  }
}

/** Cities as they are written today, where the runtime lists the zone by its former name alone. */
const renamedZones = [
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Yangon',
  'Asia/Ho_Chi_Minh',
  'Europe/Kyiv',
  'America/Nuuk',
]

/** Also finds a city written alone ("Berlin") or with a space ("New York"). */
const nearestZone = (timeZone: string): string | undefined => {
  const names = [...Intl.supportedValuesOf('timeZone'), ...renamedZones]
  const city = timeZone.replaceAll(' ', '_').toLowerCase()
  const byCity = names.find((name) => name.toLowerCase().endsWith(`/${city}`))
  return byCity ?? nearest(timeZone.replaceAll(' ', '_'), names)
}

/** No zone was ever further from UTC than this; it bounds which offsets a local time may have. */
const furthestOffset = 26 * 3_600_000

const readZone = (name: string): Zone => {
  const { changes, offsets } = readChanges(name)
  const segmentAt = (at: number): number => Math.max(0, indexAtOrBefore(changes, at))
  const offset = (segment: number): number => offsets[segment] as number
  const spansOf: Zone['spansOf'] = (from, to) => {
    const spans: InstantSpan[] = []
    for (let k = segmentAt(from - furthestOffset); k < changes.length; k += 1) {
      if (k > 0 && (changes[k] as number) > to + furthestOffset) break
      const begin = k === 0 ? from - offset(k) : Math.max(from - offset(k), changes[k] as number)
      const end = Math.min(to - offset(k), changes[k + 1] ?? Number.POSITIVE_INFINITY)
      if (begin < end) spans.push({ from: begin as EpochMs, to: end as EpochMs })
    }
    return spans
  }
  return {
    name,
    offsetAt: (at) => offset(segmentAt(at)),
    localOf: (at) => at + offset(segmentAt(at)),
    spansOf,
    instantOf: (local) => {
      const span = spansOf(local, local + 1)[0]
      if (span) return span.from
      let k = segmentAt(local - furthestOffset)
      // Skipped: past the end of segment k as k reads it, before the begin of the next as that one reads it.
      while (k < changes.length - 1 && local >= (changes[k + 1] as number) + offset(k + 1)) k += 1
      return (local - offset(k)) as EpochMs
    },
  }
}

const readChanges = (name: string): { changes: Float64Array; offsets: Float64Array } => {
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(earliestInstant).toZonedDateTimeISO(name)
  const changes: number[] = []
  const offsets: number[] = []
  while (at && at.epochMilliseconds < latestInstant) {
    changes.push(at.epochMilliseconds)
    offsets.push(at.offsetNanoseconds / 1e6)
    at = at.getTimeZoneTransition('next')
  }
  return { changes: Float64Array.from(changes), offsets: Float64Array.from(offsets) }
}
