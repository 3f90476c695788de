import { describe, expect, test } from 'vitest'
import { findDates, findPeriods } from './date-words.ts'

describe('dates', () => {
  test.each([
    ['1 January 2027', '2027-01-01'],
    ['1st of March, 2027', '2027-03-01'],
    ['March 15, 2027', '2027-03-15'],
    ['2027-02-28', '2027-02-28'],
    ['01.04.2027', '2027-04-01'],
    ['1. Oktober 2027', '2027-10-01'],
    ['13/02/2027', '2027-02-13'],
    ['02/13/2027', '2027-02-13'],
    ['05/05/2027', '2027-05-05'],
    ['01-Feb-2027', '2027-02-01'],
  ])('%s → %s', (words, value) => {
    expect(findDates(`from ${words} on`).map((one) => one.value)).toEqual([value])
  })

  test('a date that may be two is none, and both are named', () => {
    const [date] = findDates('01/02/2027')
    expect(date?.value).toBeUndefined()
    expect(date?.doubt).toContain('2027-02-01')
    expect(date?.doubt).toContain('2027-01-02')
  })

  test('a day that does not exist is none', () => {
    expect(findDates('31 February 2027').map((one) => one.value)).toEqual([undefined])
  })
})

test.each([
  ["ninety (90) days' notice", '90 days'],
  ['a term of 12 months', '12 months'],
  ['one year', '1 year'],
  ['two (2) years', '2 years'],
  ['drei Monaten', '3 months'],
])('period: %s → %s', (words, text) => {
  expect(findPeriods(words).map((one) => one.text)).toEqual([text])
})
