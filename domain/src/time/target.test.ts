import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkTarget,
  compareTargets,
  readTarget,
  targetText,
  type Target,
  type TargetBasis,
  type TargetUnit,
} from './target.ts'

const read = (text: string): string | Target => {
  const result = readTarget(text)
  return result.ok ? result.value : result.refusal.code
}

describe('reading a target', () => {
  test.each<[string, Target]>([
    ['4 business hours', { amount: 4, unit: 'hours', basis: 'business' }],
    ['4h', { amount: 4, unit: 'hours' }],
    ['30 Minutes', { amount: 30, unit: 'minutes' }],
    ['5 days', { amount: 5, unit: 'days' }],
    ['5 working days', { amount: 5, unit: 'days', basis: 'business' }],
    ['10 Calendar Days', { amount: 10, unit: 'days', basis: 'calendar' }],
    ['24 elapsed hours', { amount: 24, unit: 'hours', basis: 'elapsed' }],
    ['1.5 hours', { amount: 1.5, unit: 'hours' }],
    ['1 hour 30 minutes', { amount: 90, unit: 'minutes' }],
    ['1h30m', { amount: 90, unit: 'minutes' }],
    ['1 elapsed day 4 hours', { amount: 28, unit: 'hours', basis: 'elapsed' }],
    ['1.5 elapsed days', { amount: 1.5, unit: 'days', basis: 'elapsed' }],
    ['next business day', { amount: 1, unit: 'days', basis: 'business' }],
    ['within two business-days', { amount: 2, unit: 'days', basis: 'business' }],
    ['48 hours (business)', { amount: 48, unit: 'hours', basis: 'business' }],
  ])('%s', (text, target) => {
    expect(read(text)).toEqual(target)
  })

  test.each([
    ['5 dayz', 'target.unknown-word'],
    ['2 weeks', 'target.unknown-word'],
    ['1,000 hours', 'target.unknown-word'],
    ['4:30 hours', 'target.unknown-word'],
    ['', 'target.unreadable'],
    ['business hours', 'target.unreadable'],
    ['4', 'target.unreadable'],
    ['4 5 hours', 'target.unreadable'],
    ['1 hour 2 hours', 'target.unreadable'],
    ['1 business day 4 hours', 'target.unreadable'],
    ['4 business elapsed hours', 'target.unreadable'],
    ['9'.repeat(500), 'target.unreadable'],
    ['0 hours', 'target.not-positive'],
    ['-4 hours', 'target.not-positive'],
    ['3654 days', 'target.too-long'],
    ['9999999999999999999999 minutes', 'target.too-long'],
    ['1.5 days', 'target.not-whole'],
    ['1.5 business days', 'target.not-whole'],
    ['0.0000001 minutes', 'target.not-whole'],
    ['4 calendar hours', 'target.calendar-needs-days'],
  ])('%s is refused', (text, code) => {
    expect(read(text)).toBe(code)
  })

  test('a refusal names the word and the fix', () => {
    const result = readTarget('5 dayz')
    expect(result).toMatchObject({ refusal: { value: 'dayz', fix: 'Did you mean "days"?' } })
  })

  test('a number that is none is refused however the target was written', () => {
    expect(checkTarget({ amount: Number.NaN, unit: 'hours' }).ok).toBe(false)
    expect(checkTarget({ amount: Infinity, unit: 'hours' }).ok).toBe(false)
  })
})

const target = fc
  .record({
    amount: fc.integer({ min: 1, max: 3653 }),
    unit: fc.constantFrom<TargetUnit>('minutes', 'hours', 'days'),
    basis: fc.constantFrom<TargetBasis | undefined>('business', 'elapsed', 'calendar', undefined),
  })
  .filter((one) => one.basis !== 'calendar' || one.unit === 'days')

describe('a target in words', () => {
  test('speaks the language of the field', () => {
    expect(targetText({ amount: 8, unit: 'hours', basis: 'business' })).toBe('8 business hours')
    expect(targetText({ amount: 1, unit: 'days', basis: 'business' })).toBe('1 business day')
    expect(targetText({ amount: 8, unit: 'hours' })).toBe('8 hours')
  })

  test('is read back as the same target', () => {
    fc.assert(
      fc.property(target, (one) => {
        expect(readTarget(targetText(one))).toEqual({ ok: true, value: one })
      }),
    )
  })

  test('any text at all is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof readTarget(text).ok).toBe('boolean')
      }),
    )
  })
})

describe('comparing targets', () => {
  test('on one basis, across minutes and hours', () => {
    const hours: Target = { amount: 4, unit: 'hours', basis: 'business' }
    expect(compareTargets(hours, { amount: 240, unit: 'minutes', basis: 'business' })).toBe(0)
    expect(compareTargets(hours, { amount: 8, unit: 'hours', basis: 'business' })).toBe(-1)
    expect(
      compareTargets({ amount: 2, unit: 'days', basis: 'elapsed' }, { ...hours, basis: 'elapsed' }),
    ).toBe(1)
  })

  test('only a calendar could tell: other bases, business days beside hours', () => {
    const hours: Target = { amount: 4, unit: 'hours', basis: 'business' }
    expect(compareTargets(hours, { ...hours, basis: 'elapsed' })).toBeUndefined()
    expect(compareTargets(hours, { amount: 1, unit: 'days', basis: 'business' })).toBeUndefined()
  })
})
