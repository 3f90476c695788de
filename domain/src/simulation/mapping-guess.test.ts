import { describe, expect, test } from 'vitest'
import { guessedPattern } from './guessed-pattern.ts'
import { guessedEffect, guessedPriority } from './guessed-words.ts'

describe('a date format is guessed from values', () => {
  test.each([
    [['29/2/2016 01:23', '1/3/2016 10:00'], 'd/M/yyyy H:mm', false],
    [['2/29/2016 1:23 PM'], 'M/d/yyyy h:mm a', false],
    [['1/3/2016 10:00'], 'd/M/yyyy H:mm', true],
    [['05.03.2026 07:08:09'], 'd.M.yyyy H:mm:ss', false],
    [['2026-03-05 07:08', '2026-03-05T07:08:09Z'], 'iso', false],
    [['7 Sep 2026'], 'd MMM yyyy', false],
  ])('%j', (values, text, isAmbiguous) => {
    expect(guessedPattern(values)).toEqual({ text, isAmbiguous })
  })

  test('none where one value does not fit', () => {
    expect(guessedPattern(['29/2/2016 01:23', 'soon'])).toBeUndefined()
    expect(guessedPattern([])).toBeUndefined()
  })
})

test.each([
  ['New', 'open'],
  ['In Progress', 'open'],
  ['Awaiting User Info', '{ pause: waiting-for-customer }'],
  ['Awaiting Vendor', '{ pause: waiting-for-vendor }'],
  ['On Hold', '{ pause: on-hold }'],
  ['Resolved', 'met'],
  ['Closed Complete', 'met'],
  ['Cancelled', '{ cancel: cancelled }'],
  ['-100', 'ignore'],
])('the state %s is guessed as %s', (state, effect) => {
  expect(guessedEffect(state)).toBe(effect)
})

test.each([
  ['1 - Critical', 'critical'],
  ['2 - High', 'high'],
  ['3 - Moderate', 'medium'],
  ['4 - Low', 'low'],
  ['P1', 'critical'],
  ['Urgent', 'critical'],
  ['5', 'low'],
])('the priority %s is guessed as %s', (value, priority) => {
  expect(guessedPriority(value)).toBe(priority)
})
