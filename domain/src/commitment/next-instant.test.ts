import { describe, expect, test } from 'vitest'
import { clockAt } from './clock.ts'
import { nextInstant } from './next-instant.ts'
import { at, event, local, met, opened, paused, resumed, stateOf, termsOf } from './sample-clock.ts'
import { ask, vendorLadder } from './sample-ladder.ts'

const terms = termsOf({ high: '8 hours' })
const start = opened('2026-11-16 09:00')
const running = stateOf(terms, start)
const early = at('2026-11-16 09:00')

describe('the next instant of a clock', () => {
  test('first the warning, then the millisecond after the due instant', () => {
    const warning = nextInstant(running, early)
    expect(warning).toMatchObject({ what: 'warning' })
    expect(local(warning?.at)).toBe('2026-11-16 15:00')
    const breach = nextInstant(running, at('2026-11-16 15:00'), { isWarned: true })
    expect(breach).toEqual({ what: 'breach', at: at('2026-11-16 17:00') + 1 })
    expect(clockAt(running, breach?.at ?? early).isBreached).toBe(true)
  })

  test('what should have happened before is next at once', () => {
    const now = at('2026-11-20 12:00')
    expect(nextInstant(running, now)).toEqual({ what: 'breach', at: now })
  })

  test('a recorded breach is not next again; without a ladder nothing is left', () => {
    const recorded = stateOf(terms, start, event('2026-11-16 17:00', { type: 'breach-recorded' }))
    expect(nextInstant(recorded, at('2026-11-16 18:00'))).toBeUndefined()
  })

  test('a step that must not be called at night is next at the opening', () => {
    const recorded = stateOf(terms, start, event('2026-11-16 17:00', { type: 'breach-recorded' }))
    const fired = ask(running, '2026-11-16 15:00').steps
    const next = nextInstant(recorded, at('2026-11-16 18:00'), { ladder: vendorLadder, fired })
    expect(next).toMatchObject({ what: 'step', level: 2 })
    expect(local(next?.at)).toBe('2026-11-17 09:00')
  })

  test('a warning that a pause froze comes after it', () => {
    const frozen = stateOf(terms, start, paused('2026-11-16 14:00'))
    expect(nextInstant(frozen, at('2026-11-16 15:00'))).toBeUndefined()
    const again = stateOf(terms, start, paused('2026-11-16 14:00'), resumed('2026-11-16 16:00'))
    expect(local(nextInstant(again, at('2026-11-16 16:00'))?.at)).toBe('2026-11-16 17:00')
  })

  test('a stopped clock has none', () => {
    expect(nextInstant(stateOf(terms, start, met('2026-11-16 10:00')), early)).toBeUndefined()
  })
})
