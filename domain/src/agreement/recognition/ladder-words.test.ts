import { expect, test } from 'vitest'
import { readTrigger } from '../../commitment/ladder.ts'
import { readLevel, readTriggerWords, splitWhen } from './ladder-words.ts'

test.each([
  ['Level 1: Channel Manager', 1, 'Channel Manager'],
  ['L2 – Sales Director', 2, 'Sales Director'],
  ['Tier III. VP Operations', 3, 'VP Operations'],
  ['Third level escalation: CEO', 3, 'CEO'],
  ['Stufe 2: Vertriebsleiter', 2, 'Vertriebsleiter'],
  ['Tier 1 → Support engineer', 1, 'Support engineer'],
])('%s', (text, level, rest) => {
  expect(readLevel(text)).toEqual({ level, rest })
})

test.each(['First line support', 'Critical: 4 hours', 'Levelling up'])('no level: %s', (text) => {
  expect(readLevel(text)).toBeUndefined()
})

test.each([
  ['at 75% of the target time', '75 %'],
  ['Response target missed', 'at breach'],
  ['upon breach', 'at breach'],
  ['2 hours after breach', '2 hours after due'],
  ['1 hour before the deadline', '1 hour before due'],
  ['No acknowledgement within 1 business day', '1 day without acknowledgement'],
])('%s → %s', (words, trigger) => {
  expect(readTriggerWords(words).trigger).toBe(trigger)
  expect(readTrigger(trigger).ok).toBe(true)
})

test('"after 4 hours" does not say after what, so it is a note', () => {
  expect(readTriggerWords('after 4 hours')).toEqual({ note: 'after 4 hours' })
  expect(splitWhen('Channel Manager, after 4 hours')).toEqual({
    who: 'Channel Manager',
    when: 'after 4 hours',
  })
})

test('a trigger names no basis, so a basis is left out and said', () => {
  expect(readTriggerWords('1 business day after breach')).toEqual({
    trigger: '1 day after due',
    doubt: '"business" was left out: a level is called by the calendar of its clock',
  })
})
