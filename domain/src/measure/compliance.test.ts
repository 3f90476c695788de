import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../commitment/outcome.ts'
import type { EpochMs } from '../kernel/instant.ts'
import { complianceOf } from './compliance.ts'
import { isMeasureId, measure, measures } from './definitions.ts'

const outcome = (facts: Partial<Outcome>): Outcome => ({
  priority: 'high',
  isMet: false,
  isBreached: false,
  isBreachedAfterExcuse: facts.isBreached ?? false,
  isCancelled: false,
  usedMs: 0,
  openedAt: 0 as EpochMs,
  breachedAt: undefined,
  ...facts,
})

describe('compliance', () => {
  test('each clock falls into one of four places, cancelled ones into none', () => {
    const outcomes = [
      outcome({ isMet: true }),
      outcome({ isMet: true }),
      outcome({ isMet: true, isBreached: true }),
      outcome({}),
      outcome({ isBreached: true }),
      outcome({ isBreached: true, isCancelled: true }),
    ]
    expect(complianceOf(outcomes)).toEqual({
      total: 5,
      met: 2,
      breached: 2,
      open: 2,
      openBreached: 1,
      cancelled: 1,
      compliance: 0.5,
    })
  })

  test('what is excused leaves the second figure and stays in the first', () => {
    const outcomes = [
      outcome({ isMet: true }),
      outcome({ isMet: true, isBreached: true, isBreachedAfterExcuse: false }),
    ]
    expect(complianceOf(outcomes).compliance).toBe(0.5)
    expect(complianceOf(outcomes, 'isBreachedAfterExcuse').compliance).toBe(1)
  })

  test('nothing decided is no figure, not a perfect one', () => {
    expect(complianceOf([]).compliance).toBeUndefined()
    expect(complianceOf([outcome({})]).compliance).toBeUndefined()
  })

  test('the total is always met, breached and open, those in both counted once', () => {
    const any = fc
      .tuple(fc.boolean(), fc.boolean(), fc.boolean())
      .map(([isMet, isBreached, isCancelled]) => outcome({ isMet, isBreached, isCancelled }))
    fc.assert(
      fc.property(fc.array(any), (outcomes) => {
        const { total, met, breached, open, openBreached, cancelled } = complianceOf(outcomes)
        expect(total).toBe(met + breached + open - openBreached)
        expect(total + cancelled).toBe(outcomes.length)
      }),
    )
  })
})

describe('the catalogue', () => {
  test('every measure is found by its id and says what it is', () => {
    for (const { id, label, sentence } of measures) {
      expect(isMeasureId(id)).toBe(true)
      expect(measure(id).label).toBe(label)
      expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
    expect(new Set(measures.map((one) => one.label)).size).toBe(measures.length)
    expect(isMeasureId('toString')).toBe(false)
  })
})
