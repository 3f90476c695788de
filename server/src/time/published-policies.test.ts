import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { EpochMs } from '@entente/domain/kernel/instant.ts'
import { compileCalendar } from '@entente/domain/time/business-calendar.ts'
import { weekdays, type CalendarDefinition } from '@entente/domain/time/calendar-definition.ts'
import { deadline } from '@entente/domain/time/deadline.ts'
import { readTarget, type Target, type TargetBasis } from '@entente/domain/time/target.ts'

/** Support targets that vendors publish: each must be expressible as a target and a calendar, and fall due. */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const shared = resolve(root, process.env['ENTENTE_SHARED_DATA'] ?? '../shared/data')
const file = resolve(shared, 'support-policies.csv')

const calendarOf = (days: number, hours: string): CalendarDefinition => ({
  timeZone: 'Europe/Berlin',
  week: Object.fromEntries(weekdays.slice(0, days).map((weekday) => [weekday, [hours]])),
  holidays: [],
  exceptions: [],
})

const desk = calendarOf(5, '09:00-17:00')
const roundTheClockOnWeekdays = calendarOf(5, '00:00-24:00')

/** How the clock column of a published row is said here: a basis where the unit names none, and a calendar. */
const clockOf = (clock: string): { basis: TargetBasis; calendar: CalendarDefinition } => {
  if (clock.startsWith('24x7')) return { basis: 'elapsed', calendar: desk }
  if (clock.startsWith('24x5')) return { basis: 'business', calendar: roundTheClockOnWeekdays }
  if (clock === 'calendar') return { basis: 'calendar', calendar: desk }
  return { basis: 'business', calendar: desk }
}

const settled = (amount: string, unit: string, clock: string): Target => {
  const read = readTarget(`${amount} ${unit}`)
  if (!read.ok) throw new Error(read.refusal.sentence)
  return { ...read.value, basis: read.value.basis ?? clockOf(clock).basis }
}

const due = (amount: string, unit: string, clock: string): string => {
  const { basis = 'business', ...target } = settled(amount, unit, clock)
  const compiled = compileCalendar(clockOf(clock).calendar)
  if (!compiled.ok) throw new Error(compiled.refusal.sentence)
  const from = Temporal.Instant.from('2026-11-20T15:30Z').epochMilliseconds as EpochMs
  const { dueAt } = deadline({ ...target, basis }, compiled.value, from)
  return Temporal.Instant.fromEpochMilliseconds(dueAt)
    .toZonedDateTimeISO('Europe/Berlin')
    .toPlainDateTime()
    .toString()
}

describe('published support policies', () => {
  test('rows of our own, in the wordings that vendors use', () => {
    // Friday 16:30 in Berlin.
    expect(due('30', 'minutes', '24x7')).toBe('2026-11-20T17:00:00')
    expect(due('4', 'hours', '24x5')).toBe('2026-11-20T20:30:00')
    expect(due('8', 'hours', '24x5')).toBe('2026-11-23T00:30:00')
    expect(due('1', 'business days', '8x5')).toBe('2026-11-23T16:30:00')
    expect(due('2', 'working hours', 'Mon-Fri own hours')).toBe('2026-11-23T10:30:00')
    expect(due('60', 'days', 'calendar')).toBe('2027-01-19T16:30:00')
  })

  test.skipIf(!existsSync(file))(
    'each row of support-policies.csv is expressible as a target',
    () => {
      const [, ...rows] = readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(','))
      expect(rows).toHaveLength(28)
      for (const [, , , , amount = '', unit = '', clock = ''] of rows) {
        // "or as agreed" is a remark beside the target, not a part of it.
        const plain = unit.replace(' or as agreed', '')
        expect(settled(amount, plain, clock).amount).toBe(Number(amount))
        expect(due(amount, plain, clock) > '2026-11-20T16:30:00').toBe(true)
      }
    },
  )
})
