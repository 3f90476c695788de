import { describe, expect, test } from 'vitest'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import { icsLimits, readIcs } from './read-ics.ts'

const window = { from: '2026-01-01' as PlainDate, to: '2027-12-31' as PlainDate }

const event = (...lines: string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')

const file = (...events: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Larkfield//Office//EN',
    ...events,
    'END:VCALENDAR',
  ].join('\r\n')

const read = (text: string) => {
  const result = readIcs(text, window)
  if (!result.ok) throw new Error(result.refusal.sentence)
  return {
    dates: result.value.holidays.map(({ date, name }) => `${date} ${name}`),
    skipped: result.value.skipped,
  }
}

const yearly = (rule: string, start = '20200101') =>
  event('UID:1', `DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`, 'SUMMARY:Harbour Day')

const codeOf = (text: string) => {
  const result = readIcs(text, window)
  return result.ok ? 'read' : result.refusal.code
}

describe('holidays from an ICS file', () => {
  test('an all-day event, with or without its end', () => {
    const { dates } = read(
      file(
        event('DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261225', 'SUMMARY:Quiet Day'),
        event('DTSTART;VALUE=DATE:20260501', 'SUMMARY:May Walk'),
        event('DTSTART:20260710T000000', 'DTEND:20260711T000000', 'SUMMARY:Summer Office Day'),
      ),
    )
    expect(dates).toEqual([
      '2026-05-01 May Walk',
      '2026-07-10 Summer Office Day',
      '2026-12-24 Quiet Day',
    ])
  })

  test('edge 33: several days across New Year are each a date, cut to the window', () => {
    const { dates } = read(
      file(
        event('DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270103', 'SUMMARY:Winter Close'),
      ),
    )
    expect(dates.map((text) => text.slice(0, 10))).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ])
    const early = read(
      file(
        event('DTSTART;VALUE=DATE:20251230', 'DTEND;VALUE=DATE:20260103', 'SUMMARY:Winter Close'),
      ),
    )
    expect(early.dates.map((text) => text.slice(0, 10))).toEqual(['2026-01-01', '2026-01-02'])
  })

  test('yearly recurrences are expanded inside the window, by date or by weekday', () => {
    expect(read(file(yearly('FREQ=YEARLY', '19801003'))).dates).toEqual([
      '2026-10-03 Harbour Day',
      '2027-10-03 Harbour Day',
    ])
    expect(read(file(yearly('FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', '20200525'))).dates).toEqual([
      '2026-05-25 Harbour Day',
      '2027-05-31 Harbour Day',
    ])
    expect(read(file(yearly('FREQ=YEARLY;UNTIL=20261231', '20201003'))).dates).toEqual([
      '2026-10-03 Harbour Day',
    ])
  })

  test('an excluded date falls out, a moved occurrence stands where it was moved to', () => {
    const { dates } = read(
      file(
        event(
          'UID:a',
          'DTSTART;VALUE=DATE:20200310',
          'RRULE:FREQ=YEARLY',
          'EXDATE;VALUE=DATE:20260310',
          'SUMMARY:Founders Day',
        ),
        event(
          'UID:a',
          'RECURRENCE-ID;VALUE=DATE:20270310',
          'DTSTART;VALUE=DATE:20270312',
          'SUMMARY:Founders Day',
        ),
      ),
    )
    expect(dates).toEqual(['2027-03-12 Founders Day'])
  })

  test('the same date twice is one holiday, with both names where they differ', () => {
    const quiet = event('DTSTART;VALUE=DATE:20261224', 'SUMMARY:Quiet Day')
    const other = event('DTSTART;VALUE=DATE:20261224', 'SUMMARY:Lantern Eve')
    expect(read(file(quiet, quiet, other)).dates).toEqual(['2026-12-24 Quiet Day, Lantern Eve'])
  })

  test('edge 9: what is not taken is reported with its reason', () => {
    const { dates, skipped } = read(
      file(
        event('DTSTART:20260105T093000', 'DTEND:20260105T100000', 'SUMMARY:Stand-up'),
        event('DTSTART;VALUE=DATE:20260106', 'STATUS:CANCELLED', 'SUMMARY:Old Feast'),
        event('DTSTART;VALUE=DATE:20300106', 'SUMMARY:Far Feast'),
        event('SUMMARY:No Start'),
        event('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20261231', 'SUMMARY:Whole Year'),
        yearly('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '20200101'),
      ),
    )
    expect(dates).toEqual([])
    expect(skipped.map(({ summary, reason }) => `${summary}: ${reason}`)).toEqual([
      'Stand-up: It does not cover whole days.',
      'Old Feast: It is cancelled.',
      'Far Feast: It lies outside 2026-01-01 to 2027-12-31.',
      'No Start: It has no start.',
      'Whole Year: It lasts 364 days, which is no holiday.',
      'Harbour Day: It lies outside 2026-01-01 to 2027-12-31.',
    ])
  })

  test.each([
    'FREQ=SECONDLY',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;INTERVAL=1000000',
    'FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1',
    'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=5',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2',
    'FREQ=DAILY',
  ])('a hostile recurrence ends quickly: %s', (rule) => {
    const begun = performance.now()
    const start = rule === 'FREQ=DAILY' ? '19000101' : '20200101'
    const { dates, skipped } = read(file(yearly(rule, start)))
    expect(dates).toEqual([])
    expect(skipped[0]?.reason).toMatch(/^Its recurrence|^It recurs/)
    expect(performance.now() - begun).toBeLessThan(2000)
  })

  test('unusable input is refused: too large, too many events, no calendar, cut off', () => {
    expect(codeOf('x'.repeat(icsLimits.bytes + 1))).toBe('ics.too-large')
    expect(
      codeOf(file(...Array.from({ length: icsLimits.events + 1 }, () => event('SUMMARY:a')))),
    ).toBe('ics.too-many-events')
    expect(codeOf('')).toBe('ics.unreadable')
    expect(codeOf('\u0000\u0001\u0002binary')).toBe('ics.unreadable')
    expect(codeOf('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART')).toBe('ics.unreadable')
  })
})
