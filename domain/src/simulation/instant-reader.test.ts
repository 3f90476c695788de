import { expect, test } from 'vitest'
import { instantReader } from './instant-reader.ts'

const reader = (timeZone: string, ...formats: string[]) => {
  const made = instantReader(formats.length === 0 ? ['iso'] : formats, timeZone)
  if (!made.ok) throw new Error(made.refusal.sentence)
  return made.value
}

const shown = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toString()

test('edge 20: the offset comes from the zone and the date', () => {
  const { read } = reader('Europe/Berlin')
  expect(shown(read('2016-03-01T10:00'))).toBe('2016-03-01T09:00:00Z')
  expect(shown(read('2016-07-01T10:00'))).toBe('2016-07-01T08:00:00Z')
})

test('edge 21: a time that does not exist is later by the step, one that exists twice the earlier; both are counted', () => {
  const { read, counts } = reader('Europe/Berlin')
  expect(shown(read('2016-03-27T02:30'))).toBe('2016-03-27T01:30:00Z')
  expect(shown(read('2016-10-30T02:30'))).toBe('2016-10-30T00:30:00Z')
  read('2016-10-30T02:30')
  expect(counts).toEqual({ skipped: 1, ambiguous: 2 })
})

test('a time with its own offset needs no zone', () => {
  const { read, counts } = reader('Europe/Berlin')
  expect(shown(read('2016-10-30T02:30:00+01:00'))).toBe('2016-10-30T01:30:00Z')
  expect(counts).toEqual({ skipped: 0, ambiguous: 0 })
})

test('of several formats the first that fits is read', () => {
  const { read } = reader('UTC', 'd/M/yyyy', 'M/d/yyyy', 'epoch')
  expect(shown(read('3/4/2026'))).toBe('2026-04-03T00:00:00Z')
  expect(shown(read('3/14/2026'))).toBe('2026-03-14T00:00:00Z')
  expect(shown(read('0'))).toBe('1970-01-01T00:00:00Z')
})

test('what no format reads, or lies outside 1800 to 2400, is not a number', () => {
  const { read } = reader('UTC', 'iso', 'epoch')
  for (const text of ['soon', '2016-02-30', '9999-01-01', '99999999999']) {
    expect(read(text)).toBeNaN()
    expect(read(text)).toBeNaN()
  }
})

test('an unknown zone is refused', () => {
  const made = instantReader(['iso'], 'Europe/Berln')
  expect(made).toMatchObject({ ok: false, refusal: { fix: 'Write "Europe/Berlin".' } })
})
