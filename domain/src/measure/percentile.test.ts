import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { percentileOf, percentilesOf } from './percentile.ts'

describe('percentiles', () => {
  /** Worked by hand by PostgreSQL's rule: rank = share × (n − 1), then a straight line between the neighbours. */
  test.each([
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4], 0.9, 3.7],
    [[10, 20, 30], 0.25, 15],
    [[7], 0.9, 7],
    [[0, 100], 0, 0],
    [[0, 100], 1, 100],
  ])('%j at %d is %d', (sorted, share, value) => {
    expect(percentileOf(sorted, share)).toBeCloseTo(value, 10)
  })

  test('an empty sample has none; a share outside 0 to 1 is a bug', () => {
    expect(percentileOf([], 0.5)).toBeUndefined()
    expect(() => percentileOf([1], 1.1)).toThrow(RangeError)
  })

  test('an unsorted sample is left as it is', () => {
    const sample = [30, 10, 20]
    expect(percentilesOf(sample, [0, 0.5, 1])).toEqual([10, 20, 30])
    expect(sample).toEqual([30, 10, 20])
  })

  test('between the smallest and the largest, and rising with the share', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), share, share, (sample, a, b) => {
        const [low = 0, high = 0] = percentilesOf(sample, [Math.min(a, b), Math.max(a, b)])
        expect(low).toBeLessThanOrEqual(high + 1e-6)
        expect(low).toBeGreaterThanOrEqual(Math.min(...sample))
        expect(high).toBeLessThanOrEqual(Math.max(...sample))
      }),
    )
  })
})
