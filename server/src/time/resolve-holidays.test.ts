import { describe, expect, test } from 'vitest'
import { resolveHolidays, type HolidayRequest } from './resolve-holidays.ts'

const datesOf = (request: HolidayRequest): Record<string, string> => {
  const resolved = resolveHolidays(request)
  if (!resolved.ok) throw new Error(resolved.refusal.sentence)
  return Object.fromEntries(resolved.value.holidays.map(({ date, name }) => [date, name]))
}

const refusalOf = (request: HolidayRequest) => {
  const resolved = resolveHolidays(request)
  if (resolved.ok) throw new Error('was resolved')
  return resolved.refusal
}

describe('holidays from the library', () => {
  test('public holidays only, resolved to dates, several years in order', () => {
    const dates = datesOf({ country: 'DE', fromYear: 2026, toYear: 2027 })
    expect(dates['2026-10-03']).toBe('National Holiday')
    expect(dates['2027-01-01']).toBe("New Year's Day")
    expect(dates['2026-02-14']).toBeUndefined()
    expect(Object.keys(dates)).toEqual(Object.keys(dates).toSorted())
  })

  test('edge 33: a holiday that one region alone has', () => {
    const hamburg = datesOf({ country: 'DE', state: 'HH', fromYear: 2026, toYear: 2026 })
    const bavaria = datesOf({ country: 'DE', state: 'BY', fromYear: 2026, toYear: 2026 })
    expect(hamburg['2026-10-31']).toBe('Reformation Day')
    expect(bavaria['2026-10-31']).toBeUndefined()
    expect(bavaria['2026-01-06']).toBe('Epiphany')
    expect(hamburg['2026-01-06']).toBeUndefined()
  })

  test('a region without a state names the state', () => {
    const byRegion = datesOf({ country: 'de', region: 'hh', fromYear: 2026, toYear: 2026 })
    expect(byRegion).toEqual(datesOf({ country: 'DE', state: 'HH', fromYear: 2026, toYear: 2026 }))
  })

  test('edge 33: a holiday that falls on a weekend brings its substitute day', () => {
    const dates = datesOf({ country: 'GB', state: 'ENG', fromYear: 2027, toYear: 2027 })
    expect(dates['2027-12-27']).toContain('substitute')
    expect(dates['2027-12-28']).toContain('substitute')
  })

  test('a feast that begins at sunset is the date people mean, and several days are several dates', () => {
    const israel = datesOf({ country: 'IL', fromYear: 2026, toYear: 2026 })
    expect(israel['2026-04-02']).toBeDefined()
    const turkey = datesOf({ country: 'TR', fromYear: 2026, toYear: 2026 })
    const feast = Object.entries(turkey).filter(([, name]) => /sacrifice/i.test(name))
    expect(feast.length).toBeGreaterThan(2)
  })

  test('unknown places are refused with the nearest known one', () => {
    expect(refusalOf({ country: 'Germany', fromYear: 2026, toYear: 2026 })).toMatchObject({
      code: 'holidays.unknown-place',
      field: 'country',
      value: 'Germany',
      fix: 'Did you mean "DE" (Germany)?',
    })
    expect(refusalOf({ country: 'DE', region: 'XX', fromYear: 2026, toYear: 2026 }).field).toBe(
      'region',
    )
    const unknownRegion = {
      country: 'DE',
      state: 'BY',
      region: 'ZZZZ',
      fromYear: 2026,
      toYear: 2026,
    }
    expect(refusalOf(unknownRegion).field).toBe('region')
  })

  test('unusable years are refused', () => {
    for (const [fromYear, toYear] of [
      [2027, 2026],
      [1900, 1901],
      [2026, 2100],
      [2026.5, 2027],
    ] as const) {
      expect(refusalOf({ country: 'DE', fromYear, toYear }).code).toBe('holidays.unusable-years')
    }
  })
})
