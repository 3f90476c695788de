import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../kernel/instant.ts'
import { compileCalendar } from './business-calendar.ts'
import type { CalendarDefinition } from './calendar-definition.ts'

const office: CalendarDefinition = {
  timeZone: 'Europe/Berlin',
  week: { mon: ['09:00-17:00'] },
  holidays: [],
  exceptions: [],
}

const refusalOf = (part: Partial<CalendarDefinition> | { week: unknown }) => {
  const compiled = compileCalendar({ ...office, ...part } as CalendarDefinition)
  if (compiled.ok) throw new Error('was compiled')
  return compiled.refusal
}

const date = (text: string) => text as PlainDate

describe('a calendar definition is refused, naming field, value and fix', () => {
  test.each([
    ['Europe/Berlim', 'Write "Europe/Berlin".'],
    ['Berlin', 'Write "Europe/Berlin".'],
    ['New York', 'Write "America/New_York".'],
    ['Asia/Kolkta', 'Write "Asia/Kolkata".'],
  ])('unknown zone %s: the nearest known one', (timeZone, fix) => {
    const refusal = refusalOf({ timeZone })
    expect(refusal).toMatchObject({
      code: 'calendar.unknown-time-zone',
      field: 'timeZone',
      value: timeZone,
      fix,
    })
  })

  test.each(['+01:00', 'Z', '', 'GMT+1', '2026-01-01', 'x'.repeat(10_000)])(
    'no zone at all: %s',
    (timeZone) => {
      expect(refusalOf({ timeZone }).code).toBe('calendar.unknown-time-zone')
    },
  )

  test.each([
    '9-5',
    '09:00-25:00',
    '09:60-17:00',
    '24:00-06:00',
    '09:00',
    '',
    '09:00-17:00-18:00',
    '-1:00-05:00',
  ])('unreadable interval %s', (interval) => {
    expect(refusalOf({ week: { mon: ['08:00-08:30', interval] } })).toMatchObject({
      code: 'calendar.unreadable-interval',
      field: 'week.mon[1]',
      value: interval,
    })
  })

  test('overlapping intervals: on a day, past midnight into the next, and round the week', () => {
    expect(refusalOf({ week: { mon: ['09:00-12:00', '11:00-17:00'] } })).toMatchObject({
      code: 'calendar.overlapping-intervals',
      field: 'week.mon',
      value: '09:00-12:00, 11:00-17:00',
    })
    const shift = { code: 'calendar.overlapping-intervals', value: '22:00-06:00, 05:00-09:00' }
    expect(refusalOf({ week: { mon: ['22:00-06:00'], tue: ['05:00-09:00'] } })).toMatchObject(shift)
    expect(refusalOf({ week: { sun: ['22:00-06:00'], mon: ['05:00-09:00'] } })).toMatchObject(shift)
    expect(refusalOf({ week: { mon: ['09:00-09:00', '10:00-11:00'] } }).code).toBe(shift.code)
    const exceptions = [{ date: date('2026-11-20'), open: ['09:00-12:00', '10:00-11:00'] }]
    expect(refusalOf({ exceptions }).field).toBe('exceptions[0].open')
  })

  test('a week that never opens, whatever the exceptions say', () => {
    const exceptions = [{ date: date('2026-11-20'), open: ['09:00-12:00'] }]
    expect(refusalOf({ week: {}, exceptions }).code).toBe('calendar.never-opens')
    expect(refusalOf({ week: { mon: [], tue: [] } }).code).toBe('calendar.never-opens')
  })

  test('a weekday that is none', () => {
    const refusal = refusalOf({ week: { monday: ['09:00-17:00'] } })
    expect(refusal).toMatchObject({ code: 'calendar.unknown-weekday', value: 'monday' })
    expect(refusal.fix).toContain('"mon"')
  })

  test('dates that do not exist, and two exceptions on one date', () => {
    expect(refusalOf({ holidays: [{ date: date('2026-02-30'), name: 'x' }] })).toMatchObject({
      code: 'calendar.unreadable-date',
      field: 'holidays[0].date',
      value: '2026-02-30',
    })
    expect(refusalOf({ holidaysResolvedUntil: date('soon') }).field).toBe('holidaysResolvedUntil')
    const twice = [1, 2].map(() => ({ date: date('2026-11-20'), open: [] }))
    expect(refusalOf({ exceptions: twice })).toMatchObject({
      code: 'calendar.duplicate-exception',
      field: 'exceptions[1].date',
    })
  })

  test('two holidays on one date are one closed day with both names', () => {
    const holidays = ['Spring Walk', 'Lantern Day'].map((name) => ({
      date: date('2026-05-14'),
      name,
    }))
    const compiled = compileCalendar({ ...office, holidays })
    if (!compiled.ok) throw new Error(compiled.refusal.sentence)
    const name = compiled.value.hoursOn(
      Temporal.PlainDate.from('1970-01-01').until('2026-05-14').days,
    ).name
    expect(name).toBe('Spring Walk, Lantern Day')
  })
})
