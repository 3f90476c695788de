import { describe, expect, test } from 'vitest'
import { hour } from '../kernel/instant.ts'
import { outcomeOf, outcomesOf } from './outcome.ts'
import { at, event, local, met, opened, reopened, stateOf, termsOf } from './sample-clock.ts'

const terms = termsOf({ high: '8 hours' })
const response = termsOf({ high: '4 hours' }, { kind: 'case.response', pauseReasons: [] })
const start = opened('2026-11-16 09:00')
const end = at('2026-12-01 09:00')

describe('outcomes', () => {
  test('a reopened resolution is one outcome, met if its last run is', () => {
    const open = stateOf(terms, start, met('2026-11-16 10:00'), reopened('2026-11-16 11:00'))
    expect(outcomesOf(open, at('2026-11-16 12:00'))).toMatchObject([
      { isMet: false, isBreached: false, usedMs: 2 * hour },
    ])
    expect(outcomesOf(open, end)).toMatchObject([{ isMet: false, isBreached: true }])
  })

  test('a response that starts anew is an outcome for each budget, and one together', () => {
    const state = stateOf(
      response,
      start,
      met('2026-11-16 14:00', 'public-reply'),
      reopened('2026-11-17 09:00'),
      met('2026-11-17 10:00', 'public-reply'),
    )
    expect(outcomesOf(state, end)).toMatchObject([
      { isMet: true, isBreached: true, usedMs: 5 * hour },
      { isMet: true, isBreached: false, usedMs: hour },
    ])
    const whole = outcomeOf(state, end)
    expect(whole).toMatchObject({ isMet: true, isBreached: true, usedMs: 6 * hour })
    expect(local(whole.breachedAt)).toBe('2026-11-16 13:00')
  })

  test('cancelled while open it leaves the measures; met before that it stays met', () => {
    const cancelled = event('2026-11-17 09:00', { type: 'cancelled', reason: 'merged' })
    const kept = stateOf(terms, start, met('2026-11-16 10:00'), cancelled)
    expect(outcomeOf(stateOf(terms, start, cancelled), end).isCancelled).toBe(true)
    expect(outcomeOf(kept, end)).toMatchObject({ isCancelled: false, isMet: true })
  })

  test('an excuse counts for the budget in which it was given', () => {
    const excuse = event('2026-11-16 15:00', {
      type: 'excused',
      consentedBy: 'partner',
      time: hour,
    })
    const state = stateOf(
      response,
      start,
      met('2026-11-16 14:00', 'public-reply'),
      excuse,
      reopened('2026-11-17 09:00'),
    )
    expect(outcomesOf(state, end).map((one) => one.isBreachedAfterExcuse)).toEqual([false, true])
    expect(outcomesOf(state, end).map((one) => one.isBreached)).toEqual([true, true])
  })

  test('a re-target in the second run leaves the outcome of the first response as it was', () => {
    const changed = stateOf(
      response,
      start,
      met('2026-11-16 12:00', 'public-reply'),
      reopened('2026-11-17 09:00'),
      event('2026-11-17 12:00', { type: 'retargeted', terms: termsOf({ high: '1 hour' }) }),
    )
    expect(outcomesOf(changed, end).map((one) => one.isBreached)).toEqual([false, true])
    expect(local(outcomesOf(changed, end)[1]?.breachedAt)).toBe('2026-11-17 12:00')
  })
})
