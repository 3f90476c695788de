import { expect, test } from 'vitest'
import { compileCalendar } from './business-calendar.ts'
import { addOpenTime, openTimeBetween } from './temporal-face.ts'

test('asks the same line with Temporal objects, and answers in the zone of the question', () => {
  const compiled = compileCalendar({
    timeZone: 'Europe/Berlin',
    week: { mon: ['09:00-17:00'], fri: ['09:00-17:00'] },
    holidays: [],
    exceptions: [],
  })
  if (!compiled.ok) throw new Error(compiled.refusal.sentence)
  const from = Temporal.ZonedDateTime.from('2026-11-20T18:30[Asia/Kolkata]')
  const due = addOpenTime(compiled.value, from, Temporal.Duration.from({ hours: 4, minutes: 30 }))
  expect(due.toString()).toBe('2026-11-23T15:00:00+05:30[Asia/Kolkata]')
  expect(openTimeBetween(compiled.value, from, due).toString()).toBe('PT4H30M')
  expect(openTimeBetween(compiled.value, due, from).toString()).toBe('-PT4H30M')
})
