import { describe, expect, test } from 'vitest'
import { hour, minute, type EpochMs, type PlainDate } from '../kernel/instant.ts'
import { compileCalendar, type BusinessCalendar } from './business-calendar.ts'
import type { CalendarDefinition, LocalInterval } from './calendar-definition.ts'
import { deadline } from './deadline.ts'
import { explainBetween, explainDeadline } from './explanation.ts'
import { earliestInstant, latestInstant } from './horizon.ts'
import type { SettledTarget } from './target.ts'
import { elapsedLine } from './time-line.ts'

/** Worked examples with real dates; the numbers are those of the list of faults that broke other engines. */
const everyDay = (...hours: LocalInterval[]) => ({
  ...weekdaysOnly(...hours),
  sat: hours,
  sun: hours,
})

const weekdaysOnly = (...hours: LocalInterval[]) => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
})

const calendarIn = (
  timeZone: string,
  week: CalendarDefinition['week'],
  more: Partial<CalendarDefinition> = {},
) => {
  const compiled = compileCalendar({ timeZone, week, holidays: [], exceptions: [], ...more })
  if (!compiled.ok) throw new Error(compiled.refusal.sentence)
  return compiled.value
}

const office = calendarIn('Europe/Berlin', weekdaysOnly('09:00-17:00'))

const at = (text: string, zone = 'Europe/Berlin') =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds as EpochMs

const wall = (instant: number, zone = 'Europe/Berlin') =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'minute' })

const due = (calendar: BusinessCalendar, target: SettledTarget, from: EpochMs) =>
  wall(deadline(target, calendar, from).dueAt, calendar.timeZone)

const businessHours = (amount: number): SettledTarget => ({
  amount,
  unit: 'hours',
  basis: 'business',
})
const businessDays = (amount: number): SettledTarget => ({
  amount,
  unit: 'days',
  basis: 'business',
})

test('edge 9: every closed day of an answer says why', () => {
  const calendar = calendarIn('Europe/Berlin', weekdaysOnly('09:00-12:00', '13:00-17:00'), {
    holidays: [{ date: '2026-12-25' as PlainDate, name: 'Christmas Day' }],
    exceptions: [
      { date: '2026-12-24' as PlainDate, open: [], reason: 'stock taking' },
      { date: '2026-12-28' as PlainDate, open: ['10:00-11:00'] },
    ],
    holidaysResolvedUntil: '2026-12-27' as PlainDate,
  })
  const explained = explainDeadline(businessHours(4), calendar, at('2026-12-23T17:30'))
  expect(
    explained.days.map(({ date, milliseconds, reason }) => [
      date,
      milliseconds / hour,
      reason?.text,
    ]),
  ).toEqual([
    ['2026-12-23', 0, 'after the closing'],
    ['2026-12-24', 0, 'exception: stock taking'],
    ['2026-12-25', 0, 'holiday: Christmas Day'],
    ['2026-12-26', 0, 'closed: Saturday'],
    ['2026-12-27', 0, 'closed: Sunday'],
    ['2026-12-28', 1, 'exception: other hours'],
    ['2026-12-29', 3, undefined],
  ])
  expect(explained.notes.map((note) => note.code)).toEqual([
    'start-moved-to-opening',
    'holidays-unresolved',
  ])
  const early = explainBetween(calendar, at('2026-12-29T07:00'), at('2026-12-29T09:00'))
  expect(early.days[0]?.reason?.code).toBe('before-opening')
  const noon = explainBetween(calendar, at('2026-12-29T12:10'), at('2026-12-29T12:50'))
  expect(noon.days[0]?.reason?.code).toBe('in-break')
})

test('edge 12: a start on a closed day or outside hours belongs to the next opening', () => {
  expect(due(office, businessHours(4), at('2026-11-21T11:00'))).toBe('2026-11-23T13:00+01:00')
  expect(due(office, businessHours(4), at('2026-11-20T20:00'))).toBe('2026-11-23T13:00+01:00')
  expect(due(office, businessHours(4), at('2026-11-20T05:00'))).toBe('2026-11-20T13:00+01:00')
  expect(due(office, businessDays(1), at('2026-11-21T11:00'))).toBe('2026-11-24T09:00+01:00')
})

test('edge 15: the budget of a target in days is the open time from start to due', () => {
  const calendar = calendarIn('Europe/Berlin', {
    ...weekdaysOnly('09:00-17:00'),
    fri: ['09:00-13:00'],
  })
  const { dueAt, budget, line } = deadline(businessDays(2), calendar, at('2026-11-19T15:00'))
  expect(wall(dueAt)).toBe('2026-11-23T15:00+01:00')
  expect(budget).toBe((2 + 4 + 6) * hour)
  expect(line).toBe(calendar)
  // A pause over the weekend from Friday 12:00 to Monday 10:00 covers two open hours and pushes by as much.
  const paused = calendar.between(at('2026-11-20T12:00'), at('2026-11-23T10:00'))
  expect(wall(line.add(dueAt, paused))).toBe('2026-11-23T17:00+01:00')
})

test('edge 20: the zone decides, not an offset: the same rule in two places', () => {
  const tokyo = calendarIn('Asia/Tokyo', weekdaysOnly('09:00-17:00'))
  const instant = at('2026-11-20T08:30')
  expect(wall(office.add(instant, hour))).toBe('2026-11-20T10:00+01:00')
  expect(wall(tokyo.add(instant, hour), 'Asia/Tokyo')).toBe('2026-11-23T09:30+09:00')
})

describe('edge 21: clocks that change', () => {
  test.each([
    ['America/Santiago', '2026-09-06', 23],
    ['America/Santiago', '2026-04-04', 25],
    ['Asia/Beirut', '2026-03-29', 23],
    ['Asia/Beirut', '2026-10-24', 25],
    ['Africa/Cairo', '2026-04-24', 23],
    ['Africa/Cairo', '2026-10-29', 25],
    ['America/Havana', '2026-03-08', 23],
    ['America/Havana', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ])('%s on %s: the whole day is open for %d hours', (zone, date, hours) => {
    const calendar = calendarIn(zone, everyDay('00:00-24:00'))
    const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString()
    expect(calendar.between(at(date, zone), at(next, zone))).toBe(hours * hour)
    const explained = explainBetween(calendar, at(date, zone), at(next, zone))
    expect(explained.days).toMatchObject([
      { date, milliseconds: hours * hour, clockChange: (24 - hours) * 60 },
    ])
  })

  test('an interval inside the skipped hour gives nothing, one that reaches out of it gives the rest', () => {
    const inside = calendarIn('Europe/Berlin', { sun: ['02:15-02:45'], mon: ['09:00-10:00'] })
    expect(wall(inside.nextOpen(at('2026-03-29T00:00')))).toBe('2026-03-30T09:00+02:00')
    const reaching = calendarIn('Europe/Berlin', { sun: ['02:30-03:15'] })
    expect(reaching.between(at('2026-03-29T00:00'), at('2026-03-30T00:00'))).toBe(15 * minute)
  })

  test('an interval inside the repeated hour is open both times', () => {
    const calendar = calendarIn('Europe/Berlin', { sun: ['02:15-02:45'] })
    expect(calendar.between(at('2026-10-25T00:00'), at('2026-10-26T00:00'))).toBe(hour)
  })

  test('a night shift across the change is an hour shorter or longer', () => {
    const calendar = calendarIn('Europe/Berlin', everyDay('22:00-06:00'))
    expect(calendar.between(at('2026-03-28T20:00'), at('2026-03-29T20:00'))).toBe(7 * hour)
    expect(calendar.between(at('2026-10-24T20:00'), at('2026-10-25T20:00'))).toBe(9 * hour)
    const [, sunday] = explainBetween(calendar, at('2026-10-24T20:00'), at('2026-10-25T20:00')).days
    expect(sunday).toMatchObject({
      counted: [{ from: at('2026-10-25T00:00'), to: at('2026-10-25T06:00') }],
      milliseconds: 7 * hour,
      clockChange: -60,
    })
  })

  test('a date that the clocks skip is no business day', () => {
    const apia = calendarIn('Pacific/Apia', everyDay('09:00-17:00'))
    expect(due(apia, businessDays(1), at('2011-12-29T10:00', 'Pacific/Apia'))).toBe(
      '2011-12-31T10:00+14:00',
    )
    const days = explainBetween(
      apia,
      at('2011-12-29', 'Pacific/Apia'),
      at('2012-01-01', 'Pacific/Apia'),
    ).days
    expect(days.map(({ date, reason }) => [date, reason?.code])).toEqual([
      ['2011-12-29', undefined],
      ['2011-12-30', 'skipped'],
      ['2011-12-31', undefined],
    ])
    const night = calendarIn('Pacific/Apia', everyDay('22:00-06:00'))
    expect(due(night, businessDays(2), at('2011-12-29T23:00', 'Pacific/Apia'))).toBe(
      '2012-01-01T23:00+14:00',
    )
  })

  test('the same local time on a date where it does not exist, or exists twice', () => {
    const calendarDay: SettledTarget = { amount: 1, unit: 'days', basis: 'calendar' }
    expect(due(office, calendarDay, at('2026-03-28T02:30'))).toBe('2026-03-29T03:30+02:00')
    expect(due(office, calendarDay, at('2026-10-24T02:30'))).toBe('2026-10-25T02:30+02:00')
  })
})

test('edge 22: elapsed hours are physical; calendar days keep the local time', () => {
  const start = at('2026-10-24T12:00')
  expect(due(office, { amount: 24, unit: 'hours', basis: 'elapsed' }, start)).toBe(
    '2026-10-25T11:00+01:00',
  )
  expect(due(office, { amount: 1, unit: 'days', basis: 'elapsed' }, start)).toBe(
    '2026-10-25T11:00+01:00',
  )
  const calendarDay = deadline({ amount: 1, unit: 'days', basis: 'calendar' }, office, start)
  expect(wall(calendarDay.dueAt)).toBe('2026-10-25T12:00+01:00')
  expect(calendarDay.budget).toBe(25 * hour)
  expect(calendarDay.line).toBe(elapsedLine)
})

describe('edge 23: several intervals a day, to 24:00, past midnight', () => {
  const split = calendarIn('Europe/Berlin', weekdaysOnly('08:00-12:00', '14:00-18:00'))

  test('n business days is held inside the hours of its day', () => {
    const other = calendarIn('Europe/Berlin', {
      mon: ['07:00-20:00'],
      tue: ['09:00-12:00', '14:00-18:00'],
    })
    expect(due(other, businessDays(1), at('2026-11-23T07:30'))).toBe('2026-11-24T09:00+01:00')
    expect(due(other, businessDays(1), at('2026-11-23T13:00'))).toBe('2026-11-24T12:00+01:00')
    expect(due(other, businessDays(1), at('2026-11-23T19:00'))).toBe('2026-11-24T18:00+01:00')
    expect(due(other, businessDays(1), at('2026-11-23T15:00'))).toBe('2026-11-24T15:00+01:00')
    expect(due(other, businessDays(1), at('2026-11-23T12:00'))).toBe('2026-11-24T12:00+01:00')
    expect(due(other, businessDays(2), at('2026-11-23T19:00'))).toBe('2026-11-30T19:00+01:00')
    const held = explainDeadline(businessDays(1), other, at('2026-11-23T13:00'))
    expect(held.notes.map((note) => note.code)).toEqual(['same-local-time', 'held-at-break'])
    const onClosing = explainDeadline(businessDays(1), other, at('2026-11-23T12:00'))
    expect(onClosing.notes.map((note) => note.code)).toEqual(['same-local-time'])
  })

  test('a break does not count', () => {
    expect(due(split, businessHours(5), at('2026-11-23T11:00'))).toBe('2026-11-23T18:00+01:00')
    expect(wall(split.nextOpen(at('2026-11-23T12:00')))).toBe('2026-11-23T14:00+01:00')
  })

  test('adjoining intervals are one, midnight is no closing', () => {
    const joined = calendarIn('Europe/Berlin', weekdaysOnly('09:00-12:00', '12:00-17:00'))
    const morning = at('2026-11-23T08:00')
    expect(joined.openBetween(morning, at('2026-11-23T18:00'))).toEqual([
      { from: at('2026-11-23T09:00'), to: at('2026-11-23T17:00') },
    ])
    const always = calendarIn('Europe/Berlin', everyDay('00:00-24:00'))
    expect(always.previousClose(at('2026-11-23T00:00'))).toBe(at('2026-11-23T00:00'))
    expect(always.isOpen(at('2026-11-23T00:00'))).toBe(true)
    const late = calendarIn('Europe/Berlin', { mon: ['18:00-24:00'] })
    expect(late.isOpen(at('2026-11-24T00:00'))).toBe(false)
    expect(wall(late.add(at('2026-11-23T18:00'), 6 * hour))).toBe('2026-11-24T00:00+01:00')
  })

  test('a night shift belongs to the evening: a holiday closes what begins on it, not what ends on it', () => {
    const night = calendarIn('Europe/Berlin', everyDay('22:00-06:00'), {
      holidays: [{ date: '2026-11-24' as PlainDate, name: 'Lantern Day' }],
    })
    expect(night.isOpen(at('2026-11-24T03:00'))).toBe(true)
    expect(night.isOpen(at('2026-11-24T23:00'))).toBe(false)
    expect(night.isOpen(at('2026-11-25T03:00'))).toBe(false)
    // 02:00 is before the first opening of the due date: its hours are those that begin on it.
    expect(due(night, businessDays(1), at('2026-11-26T02:00'))).toBe('2026-11-27T22:00+01:00')
  })
})

test('edge 24: exactly at opening, at closing, and due exactly at closing', () => {
  expect(office.isOpen(at('2026-11-20T09:00'))).toBe(true)
  expect(office.isOpen(at('2026-11-20T17:00'))).toBe(false)
  expect(due(office, businessHours(8), at('2026-11-20T09:00'))).toBe('2026-11-20T17:00+01:00')
  expect(due(office, businessHours(1), at('2026-11-20T17:00'))).toBe('2026-11-23T10:00+01:00')
  expect(wall(office.subtract(at('2026-11-23T10:00'), hour))).toBe('2026-11-23T09:00+01:00')
  expect(wall(office.subtract(at('2026-11-23T09:00'), hour))).toBe('2026-11-20T16:00+01:00')
  expect(wall(office.previousClose(at('2026-11-23T09:00')))).toBe('2026-11-20T17:00+01:00')
  expect(due(office, businessDays(1), at('2026-11-20T17:00'))).toBe('2026-11-24T09:00+01:00')
})

test('edge 33: holidays across New Year, and an exception that opens one of them', () => {
  const dates = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'] as PlainDate[]
  const calendar = calendarIn('Europe/Berlin', everyDay('09:00-17:00'), {
    holidays: dates.map((date) => ({ date, name: 'Winter Close' })),
    exceptions: [
      { date: '2026-12-31' as PlainDate, open: ['09:00-10:00'], reason: 'year end desk' },
    ],
  })
  expect(due(calendar, businessHours(2), at('2026-12-29T16:30'))).toBe('2027-01-03T09:30+01:00')
  expect(due(calendar, businessDays(1), at('2026-12-29T16:30'))).toBe('2026-12-31T10:00+01:00')
})

test('signed on a Friday before a holiday', () => {
  const calendar = calendarIn('Europe/Berlin', weekdaysOnly('09:00-17:00'), {
    holidays: [{ date: '2026-05-25' as PlainDate, name: 'Whit Monday' }],
  })
  expect(due(calendar, businessHours(4), at('2026-05-22T15:00'))).toBe('2026-05-26T11:00+02:00')
  expect(due(calendar, businessDays(2), at('2026-05-22T15:00'))).toBe('2026-05-27T15:00+02:00')
})

describe('the horizon', () => {
  test('far years are answered like near ones', () => {
    for (const year of [1900, 1970, 2200, 2399]) {
      const monday = Temporal.PlainDate.from(`${year}-03-01`)
      const start = monday.add({ days: (8 - monday.dayOfWeek) % 7 }).toString()
      expect(
        office.between(at(start), at(Temporal.PlainDate.from(start).add({ days: 7 }).toString())),
      ).toBe(40 * hour)
    }
  })

  test('past the limits a calendar is closed for ever, and nothing loops', () => {
    const calendar = calendarIn('Europe/Berlin', { mon: ['09:00-10:00'] })
    const late = at('2399-12-30T00:00')
    expect(calendar.add(late, 100 * hour)).toBe(latestInstant)
    expect(calendar.nextOpen((latestInstant + 5) as EpochMs)).toBe(latestInstant + 5)
    expect(calendar.subtract(at('1800-01-02T00:00'), 100 * hour)).toBe(earliestInstant)
    expect(calendar.isOpen((earliestInstant - hour) as EpochMs)).toBe(false)
    expect(deadline(businessDays(3653), calendar, late).dueAt).toBe(latestInstant)
    expect(explainDeadline(businessHours(100), calendar, late).notes.at(-1)?.code).toBe(
      'beyond-horizon',
    )
  })

  test('a number that is no instant or no duration is a bug and throws', () => {
    const now = at('2026-11-20T10:00')
    for (const wrong of [Number.NaN, Infinity, -Infinity]) {
      expect(() => office.add(now, wrong)).toThrow(RangeError)
      expect(() => office.isOpen(wrong as EpochMs)).toThrow(RangeError)
      expect(() => elapsedLine.add(now, wrong)).toThrow(RangeError)
    }
    expect(() => deadline({ amount: 4, unit: 'hours', basis: 'calendar' }, office, now)).toThrow(
      RangeError,
    )
    expect(() => deadline(businessDays(1.5), office, now)).toThrow(RangeError)
  })

  test('thousands of holidays in a row end in an answer', () => {
    const first = Temporal.PlainDate.from('2026-01-01')
    const holidays = Array.from({ length: 5000 }, (_, i) => ({
      date: first.add({ days: i }).toString() as PlainDate,
      name: 'Long Sleep',
    }))
    const calendar = calendarIn('Europe/Berlin', everyDay('09:00-17:00'), { holidays })
    expect(wall(calendar.nextOpen(at('2026-01-01T00:00')))).toBe('2039-09-10T09:00+02:00')
  })
})
