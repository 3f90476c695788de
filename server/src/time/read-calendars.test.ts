import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { compileCalendar } from '@entente/domain/time/business-calendar.ts'
import type { CalendarDefinition } from '@entente/domain/time/calendar-definition.ts'
import { eachRefusal } from '../agreement/read-agreement.ts'
import { readCalendars } from './read-calendars.ts'

const folder = mkdtempSync(join(tmpdir(), 'entente-read-calendars-'))
afterAll(() => rmSync(folder, { recursive: true }))

const agreement = `format: entente/agreement@1
id: larkfield-brevik
parties:
  vendor: { name: Larkfield Robotics }
  partner: { name: Brevik Automation }
calendars:
  - id: vendor-office
    timeZone: Europe/Berlin
    week: { mon: ["09:00-17:00"] }
  - id: partner-office
    timeZone: Europe/Oslo
    week:
      mon: ["08:00-12:00", "11:00-16:00"]
`

const read = async (text: string, name = 'file.yaml') => {
  writeFileSync(join(folder, name), text)
  return readCalendars(join(folder, name))
}

const codesOf = async (text: string): Promise<(string | number | undefined)[][]> => {
  const result = await read(text)
  if (result.ok) throw new Error('was read')
  return eachRefusal(result.refusal).map(({ code, line, column }) => [code, line, column])
}

describe('calendars of a file', () => {
  test('those of an agreement; a fault that only compiling finds is put at its line', async () => {
    const result = await read(agreement)
    if (!result.ok) throw new Error(result.refusal.sentence)
    const [vendor, partner] = result.value.calendars
    expect([vendor?.id, partner?.id]).toEqual(['vendor-office', 'partner-office'])
    const compiled = compileCalendar({
      holidays: [],
      exceptions: [],
      ...partner,
    } as CalendarDefinition)
    if (compiled.ok) throw new Error('was compiled')
    const located = result.value.locate(1, compiled.refusal)
    expect(located).toMatchObject({
      code: 'calendar.overlapping-intervals',
      path: '/calendars/1/week/mon',
      line: 13,
    })
  })

  test('a calendar alone, as YAML or JSON, with or without a name', async () => {
    const json = JSON.stringify({ timeZone: 'Europe/Oslo', week: { mon: ['09:00-17:00'] } })
    const result = await read(json, 'alone.json')
    if (!result.ok) throw new Error(result.refusal.sentence)
    expect(result.value.calendars).toMatchObject([{ id: 'calendar', timeZone: 'Europe/Oslo' }])
  })

  test('what is neither is refused at its place', async () => {
    expect(await codesOf('shopping: [milk]')).toEqual([['agreement.not-an-agreement', 1, 1]])
    const [wrongHours] = await codesOf('timeZone: Europe/Oslo\nweek:\n  mon: ["9-17"]\n')
    expect(wrongHours?.slice(1)).toEqual([3, 9])
    const [unknownField] = await codesOf('timeZone: Europe/Oslo\nweek: {}\nopeningTimes: 9\n')
    expect(unknownField?.[1]).toBe(3)
    const [missing] = await codesOf('week: { mon: ["09:00-17:00"] }\n')
    expect(missing?.[0]).toBeDefined()
  })
})
