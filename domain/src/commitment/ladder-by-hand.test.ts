import { describe, expect, test } from 'vitest'
import { escalateByHand } from './ladder-by-hand.ts'
import { at, local, met, opened, paused, stateOf, termsOf } from './sample-clock.ts'
import { ask, brief, people, vendorLadder } from './sample-ladder.ts'

/** 16 November 2026 is a Monday. */

const terms = termsOf({ critical: '4 hours', high: '8 hours', low: '16 hours' })
const start = opened('2026-11-16 09:00')
const running = stateOf(terms, start)

describe('by hand', () => {
  const question = {
    clockId: 'C-1',
    state: running,
    ladder: vendorLadder,
    fired: [],
    acknowledgements: [],
    findHolder: people(),
    now: at('2026-11-16 10:00'),
    reason: 'The customer threatens to leave.',
  }

  test('the next level is called with the reason; its own trigger does not call it again', () => {
    const called = escalateByHand(question)
    const steps = called.ok ? called.value.steps : []
    expect(brief(steps)).toEqual(['1 call'])
    expect(steps[0]).toMatchObject({ reason: 'The customer threatens to leave.', isSent: true })
    expect(ask(running, '2026-11-16 15:00', { fired: steps }).steps).toEqual([])
  })

  test('a higher level covers those below; at night the call goes out at the opening', () => {
    const called = escalateByHand({ ...question, level: 3, now: at('2026-11-16 23:00') })
    const steps = called.ok ? called.value.steps : []
    expect(brief(steps)).toEqual(['1 covered', '2 covered', '3 call'])
    expect(local(steps[2]?.sendAt)).toBe('2026-11-17 09:00')
  })

  test('a pause does not prevent it', () => {
    const state = stateOf(terms, start, paused('2026-11-16 09:30'))
    expect(escalateByHand({ ...question, state }).ok).toBe(true)
  })

  const all = ask(running, '2026-11-18 12:00').steps
  test.each([
    ['without a reason', { reason: '  ' }, 'ladder.reason-missing'],
    ['to a level that is not there', { level: 9 }, 'ladder.level-unknown'],
    [
      'to a level called already',
      { level: 1, fired: all.slice(0, 1) },
      'ladder.level-already-called',
    ],
    ['past the top', { fired: all }, 'ladder.nothing-above'],
    [
      'on a clock that stopped',
      { state: stateOf(terms, start, met('2026-11-16 09:30')) },
      'ladder.clock-stopped',
    ],
  ])('%s it is refused', (_name, facts, code) => {
    expect(escalateByHand({ ...question, ...facts })).toMatchObject({
      ok: false,
      refusal: { code },
    })
  })
})

test('quiet mode computes every step and sends none', () => {
  const { steps } = ask(running, '2026-11-17 14:00', { quiet: true })
  expect(brief(steps)).toEqual(['1 covered', '2 covered', '3 call'])
  expect(steps.every((step) => !step.isSent)).toBe(true)
  expect(steps[2]?.people).toHaveLength(1)
})
