import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance, nearest } from './nearest.ts'

describe('the nearest known name', () => {
  test.each([
    ['responce', 'response'],
    ['owedby', 'owedBy'],
    ['owed_by', 'owedBy'],
    ['montly', 'monthly'],
    ['chekc', 'check'],
  ])('%s was meant as %s', (word, meant) => {
    expect(nearest(word, ['audit', 'response', 'owedBy', 'monthly', 'check'])).toBe(meant)
  })

  test('nothing is near a word of another kind', () => {
    expect(nearest('price', ['response', 'calendar', 'audit'])).toBeUndefined()
    expect(nearest('anything', [])).toBeUndefined()
  })

  test('a hostile word costs no more than a name', () => {
    expect(nearest('x'.repeat(1_000_000), ['response'])).toBeUndefined()
  })
})

test('edit distance is a distance', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(editDistance(a, a)).toBe(0)
      expect(editDistance(a, b)).toBe(editDistance(b, a))
      expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
  expect(editDistance('chekc', 'check')).toBe(1)
  expect(editDistance('kitten', 'sitting')).toBe(3)
})
