import { describe, expect, test } from 'vitest'
import { readTarget } from '../../time/target.ts'
import { findDurations, readBareNumber, readSetting } from './duration-words.ts'

describe('a time as documents write it', () => {
  test.each([
    ['4 hours', '4 hours'],
    ['4h', '4 hours'],
    ['within 30 min', '30 minutes'],
    ['four (4) hours', '4 hours'],
    ['4 business hours', '4 business hours'],
    ['8 working hours', '8 business hours'],
    ['4 hours (24x7)', '4 elapsed hours'],
    ['2 hours during business hours', '2 business hours'],
    ['1 BD', '1 business day'],
    ['NBD', '1 business day'],
    ['by the next business day', '1 business day'],
    ['10 calendar days', '10 calendar days'],
    ['½ hour', '0.5 hours'],
    ['1 hour 30 minutes', '90 minutes'],
    ['1.5 hrs.', '1.5 hours'],
    ['2 weeks', '14 calendar days'],
    ['4–8 hours', '8 hours'],
    ['8 Arbeitsstunden', '8 business hours'],
    ['3 Werktage', '3 business days'],
    ['innerhalb von zwei Stunden', '2 hours'],
    ['nächster Werktag', '1 business day'],
  ])('%s → %s', (words, target) => {
    expect(findDurations(words).map((one) => one.target)).toEqual([target])
    expect(readTarget(target).ok).toBe(true)
  })

  test.each([
    'best effort',
    'n/a',
    'as agreed',
    'same day',
    'immediately',
    'P4',
    'version 2.4',
    'a',
  ])('no time: %s', (words) => expect(findDurations(words)).toEqual([]))

  test('a bare number takes the unit and basis of its header', () => {
    const setting = readSetting('Response (business hours)')
    expect(readBareNumber('4', setting)?.target).toBe('4 business hours')
    expect(readBareNumber('4', {})).toBeUndefined()
  })

  test('several times keep their order', () => {
    expect(findDurations('4 hours / 2 days').map((one) => one.target)).toEqual([
      '4 hours',
      '2 days',
    ])
  })
})
