import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EpochMs } from '../kernel/instant.ts'
import { earliestInstant, latestInstant } from './horizon.ts'
import { openZone } from './zone.ts'

const names = [
  'Etc/UTC',
  'Europe/Berlin',
  'Europe/Dublin',
  'America/Havana',
  'America/Santiago',
  'America/St_Johns',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]

const zoneNamed = (name: string) => {
  const opened = openZone(name)
  if (!opened.ok) throw new Error(opened.refusal.sentence)
  return opened.value
}

const wallOf = (at: number, name: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).toPlainDateTime()

const localMsOf = (wall: Temporal.PlainDateTime) => wall.toZonedDateTime('UTC').epochMilliseconds

const anyInstant = fc.integer({ min: earliestInstant, max: latestInstant - 1 })
const anyName = fc.constantFrom(...names)

/** Instants around a change of clocks, where everything interesting happens. */
const nearChange = fc
  .tuple(anyName, anyInstant, fc.integer({ min: -90_000, max: 90_000 }))
  .map(([name, at, seconds]): [string, number] => {
    const change = Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(name)
      .getTimeZoneTransition('previous')
    return [name, Math.max(earliestInstant, (change?.epochMilliseconds ?? at) + seconds * 1000)]
  })

describe('a zone as a list of changes reads like Temporal', () => {
  test('local time of an instant', () => {
    fc.assert(
      fc.property(nearChange, ([name, at]) => {
        expect(zoneNamed(name).localOf(at as EpochMs)).toBe(localMsOf(wallOf(at, name)))
      }),
      { numRuns: 500 },
    )
  })

  test('instant of a local time, skipped and repeated ones included', () => {
    fc.assert(
      fc.property(nearChange, ([name, at]) => {
        // The wall of one side of the change, asked as a local time that may not exist on the other.
        const wall = wallOf(at, name).add({ minutes: 25 })
        fc.pre(at > earliestInstant + 200_000_000)
        expect(zoneNamed(name).instantOf(localMsOf(wall))).toBe(
          wall.toZonedDateTime(name).epochMilliseconds,
        )
      }),
      { numRuns: 500 },
    )
  })

  test('the spans of a local hour hold exactly the instants whose wall reads it', () => {
    fc.assert(
      fc.property(nearChange, fc.integer({ min: -7200, max: 7200 }), ([name, at], seconds) => {
        fc.pre(at > earliestInstant + 200_000_000 && at < latestInstant - 200_000_000)
        const zone = zoneNamed(name)
        const from = zone.localOf(at as EpochMs)
        const spans = zone.spansOf(from, from + 3_600_000)
        const probe = at + seconds * 1000
        const inside = spans.some((span) => span.from <= probe && probe < span.to)
        const local = localMsOf(wallOf(probe, name))
        expect(inside).toBe(local >= from && local < from + 3_600_000)
      }),
      { numRuns: 500 },
    )
  })

  test('names are read in any case and given back as IANA writes them; links keep working', () => {
    expect(zoneNamed('europe/berlin').name).toBe('Europe/Berlin')
    expect(zoneNamed('US/Pacific').localOf(0 as EpochMs)).toBe(-8 * 3_600_000)
  })
})
