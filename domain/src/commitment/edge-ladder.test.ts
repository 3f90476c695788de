import { describe, expect, test } from 'vitest'
import type { EpochMs } from '../kernel/instant.ts'
import type { LadderStep } from './ladder-step.ts'
import { nextInstant } from './next-instant.ts'
import {
  at,
  event,
  local,
  met,
  opened,
  paused,
  reopened,
  reprioritised,
  resumed,
  stateOf,
  termsOf,
} from './sample-clock.ts'
import { ask, brief, ladderOf, vendorLadder, watch } from './sample-ladder.ts'

/** Edge cases, by their numbers in the list: when levels are called, re-targets and reopenings. 16 November 2026 is a Monday. */

const terms = termsOf({ critical: '4 hours', high: '8 hours', low: '16 hours' })
const start = opened('2026-11-16 09:00')
const running = stateOf(terms, start)

const timeline = (steps: readonly LadderStep[]): string[] =>
  steps.map((step) => `${local(step.firedAt)} ${step.level} ${step.kind}`)

describe('when levels are called', () => {
  test('edge 17: in normal running each level is called once, in order, in open hours', () => {
    expect(timeline(watch(terms, [start], at('2026-12-01 12:00')))).toEqual([
      '2026-11-16 15:00 1 call',
      '2026-11-17 09:00 2 call',
      '2026-11-17 13:00 3 call',
      '2026-11-18 09:00 4 call',
    ])
  })

  test('edge 17: after an outage the highest level reached is called, those below are covered, late', () => {
    const { steps } = ask(running, '2026-11-17 14:00')
    expect(brief(steps)).toEqual(['1 covered', '2 covered', '3 call'])
    expect(steps.map((step) => [step.isLate, step.isSent, step.coveredBy])).toEqual([
      [true, false, 3],
      [true, false, 3],
      [false, true, undefined],
    ])
    expect(ask(running, '2026-11-17 14:01', { fired: steps }).steps).toEqual([])
    expect(brief(ask(running, '2026-11-18 09:00', { fired: steps }).steps)).toEqual(['4 call'])
  })

  test('edge 10: an auditor who works out every deadline anew finds those that should have fired', () => {
    const next = nextInstant(running, at('2026-11-17 14:00'), { ladder: vendorLadder })
    expect(next?.at).toBe(at('2026-11-17 14:00'))
    const { steps } = ask(running, '2026-11-17 14:00')
    const seenTo = { ladder: vendorLadder, fired: steps, isWarned: true }
    const afterwards = nextInstant(running, at('2026-11-17 14:00'), seenTo)
    expect(afterwards).toMatchObject({ what: 'breach' })
  })

  test('edge 8: nobody is called at midnight or on a Sunday unless the agreement says so', () => {
    const elapsed = termsOf({ high: '12 elapsed hours' })
    const friday = stateOf(elapsed, opened('2026-11-20 14:00'))
    const sunday = ask(friday, '2026-11-22 00:30')
    expect(sunday.steps).toEqual([])
    expect(sunday.waiting.map((one) => [one.level, local(one.until)])).toEqual([
      [1, '2026-11-23 09:00'],
      [2, '2026-11-23 09:00'],
      [3, '2026-11-23 09:00'],
      [4, '2026-11-23 09:00'],
    ])
    const atNight = ladderOf(['75 %', 'at breach'], { outsideHours: true })
    expect(brief(ask(friday, '2026-11-22 00:30', { ladder: atNight }).steps)).toEqual([
      '1 covered',
      '2 call',
    ])
  })

  test('edge 25: a step that waits for the opening survives a restart, because nothing remembers it', () => {
    const evening = ask(running, '2026-11-16 20:00', { fired: [] })
    expect(evening.waiting.map((one) => one.level)).toEqual([1, 2])
    const next = nextInstant(running, at('2026-11-16 20:00'), {
      ladder: vendorLadder,
      isWarned: true,
    })
    expect(next).toMatchObject({ what: 'breach' })
    expect(brief(ask(running, '2026-11-17 09:00').steps)).toEqual(['1 covered', '2 call'])
  })

  test('edge 18: a level is judged when it fires, not when it was planned', () => {
    const metAtNight = stateOf(terms, start, met('2026-11-16 22:00'))
    expect(ask(metAtNight, '2026-11-17 09:00').steps).toEqual([])
    const pausedAtNight = stateOf(terms, start, paused('2026-11-16 22:00'))
    expect(ask(pausedAtNight, '2026-11-17 09:00').steps).toEqual([])
    const longer = stateOf(terms, start, reprioritised('2026-11-16 22:00', 'low'))
    expect(ask(longer, '2026-11-17 09:00').steps).toEqual([])
  })

  test('edge 16: "1 hour before due" of a due instant at 09:30 is 16:30 on the day before', () => {
    const state = stateOf(terms, opened('2026-11-16 09:30'))
    const ladder = ladderOf(['1 hour before due', '1 day before due', '1 day after due'])
    expect(local(state.dueAt)).toBe('2026-11-17 09:30')
    const steps = watch(terms, [opened('2026-11-16 09:30')], at('2026-12-01 12:00'), {
      ladder: { ...ladder, levels: ladder.levels.filter((one) => one.level !== 2) },
    })
    expect(timeline(steps)).toEqual(['2026-11-16 16:30 1 call', '2026-11-18 09:30 3 call'])
  })

  test('edge 14: pauses freeze steps, after a breach too', () => {
    const late = stateOf(terms, start, paused('2026-11-17 11:00'))
    expect(ask(late, '2026-11-20 12:00').steps).toEqual([])
    const events = [start, paused('2026-11-17 11:00'), resumed('2026-11-18 11:00')]
    expect(timeline(watch(terms, events, at('2026-12-01 12:00')))).toEqual([
      '2026-11-16 15:00 1 call',
      '2026-11-17 09:00 2 call',
      '2026-11-18 13:00 3 call',
      '2026-11-19 09:00 4 call',
    ])
  })

  test('edge 24: exactly at the due instant nobody is called for a breach', () => {
    const ladder = ladderOf(['at breach'], { outsideHours: true })
    expect(ask(running, '2026-11-16 17:00', { ladder }).steps).toEqual([])
    const after = (at('2026-11-16 17:00') + 1) as EpochMs
    expect(brief(ask(running, after, { ladder }).steps)).toEqual(['1 call'])
  })

  test('edge 20, 22: shares of an elapsed budget are physical hours across the change of clocks', () => {
    const elapsed = termsOf({ high: '24 elapsed hours' })
    const ladder = ladderOf(['50 %', 'at breach'], { outsideHours: true })
    const steps = watch(elapsed, [opened('2026-10-24 20:00')], at('2026-10-27 12:00'), { ladder })
    expect(timeline(steps)).toEqual(['2026-10-25 07:00 1 call', '2026-10-25 19:00 2 call'])
  })
})

describe('re-targets and reopenings', () => {
  test('edge 13: a re-target changes the instants; only the highest level then reached is called', () => {
    const events = [start, reprioritised('2026-11-16 16:00', 'critical')]
    expect(timeline(watch(terms, events, at('2026-11-16 16:59')))).toEqual([
      '2026-11-16 15:00 1 call',
      '2026-11-16 16:00 2 covered',
      '2026-11-16 16:00 3 call',
    ])
  })

  test('edge 4: on reopening those already called are told, only levels newly crossed are called', () => {
    const events = [start, met('2026-11-16 16:00'), reopened('2026-11-18 09:00')]
    const steps = watch(terms, events, at('2026-11-18 12:00'))
    expect(timeline(steps)).toEqual([
      '2026-11-16 15:00 1 call',
      '2026-11-16 16:00 0 stand-down',
      '2026-11-18 09:00 1 told',
      '2026-11-18 10:00 2 call',
    ])
    expect(steps.map((step) => step.run)).toEqual([1, 1, 2, 2])
    expect(steps[2]?.people).toEqual(
      steps[0]?.people.map(({ personId }) => ({ personId, asLevel: 1 })),
    )
  })

  test('edge 4: reopened before anybody was told of the stop, people hear of the reopening alone', () => {
    const fired = ask(running, '2026-11-16 15:00').steps
    const state = stateOf(terms, start, met('2026-11-16 16:00'), reopened('2026-11-16 16:10'))
    expect(brief(ask(state, '2026-11-16 16:10', { fired }).steps)).toEqual(['1 told'])
  })

  test('edge 4: a response that starts anew has a ladder of its own', () => {
    const response = termsOf({ high: '4 hours' }, { kind: 'case.response', pauseReasons: [] })
    const events = [start, met('2026-11-16 12:30', 'public-reply'), reopened('2026-11-17 09:00')]
    expect(timeline(watch(response, events, at('2026-11-17 12:00')))).toEqual([
      '2026-11-16 12:00 1 call',
      '2026-11-16 12:30 0 stand-down',
      '2026-11-17 12:00 1 call',
    ])
  })

  test('edge 2, 3: a cancelled clock stands its ladder down, once', () => {
    const cancelled = event('2026-11-17 10:00', { type: 'cancelled', reason: 'agreement ended' })
    const state = stateOf(terms, start, cancelled)
    const fired = ask(running, '2026-11-17 09:30').steps
    const { steps } = ask(state, '2026-11-17 10:00', { fired })
    expect(brief(steps)).toEqual(['0 stand-down'])
    expect(steps[0]?.people.map((one) => one.personId)).toEqual(['holder-of-position-2'])
    expect(ask(state, '2026-11-30 10:00', { fired: [...fired, ...steps] }).steps).toEqual([])
  })

  test('edge 8: a stand-down at night goes out at the opening', () => {
    const fired = ask(running, '2026-11-16 15:00').steps
    const state = stateOf(terms, start, met('2026-11-16 23:00'))
    const [step] = ask(state, '2026-11-16 23:00', { fired }).steps
    expect(local(step?.sendAt)).toBe('2026-11-17 09:00')
  })

  test('edge 26: a running ladder keeps the levels it is given; an edit is another ladder', () => {
    const fired = ask(running, '2026-11-16 15:00').steps
    const edited = ladderOf(['75 %', '80 %', 'at breach'])
    const own = ask(running, '2026-11-16 16:00', { fired })
    const other = ask(running, '2026-11-16 16:00', { fired, ladder: edited })
    expect([own.steps.length, other.steps.length]).toEqual([0, 1])
  })
})

test('days before due are business days of the clock', () => {
  const days = termsOf({ high: '5 days' })
  const ladder = ladderOf(['2 days before due'])
  const monday = opened('2026-12-21 11:00')
  // Due on Tuesday 29 December; Christmas Day and the weekend are no business days.
  expect(local(stateOf(days, monday).dueAt)).toBe('2026-12-29 11:00')
  expect(timeline(watch(days, [monday], at('2026-12-30 12:00'), { ladder }))).toEqual([
    '2026-12-24 11:00 1 call',
  ])
})

test('a day before a due instant at closing is the closing of the day before', () => {
  const ladder = ladderOf(['1 day before due'], { outsideHours: true })
  const long = termsOf({ high: '24 hours' })
  expect(local(stateOf(long, start).dueAt)).toBe('2026-11-18 17:00')
  expect(timeline(watch(long, [start], at('2026-11-20 12:00'), { ladder }))).toEqual([
    '2026-11-17 17:00 1 call',
  ])
})

test('a day before due of a promise shorter than a day is called as it opens', () => {
  const ladder = ladderOf(['1 day before due'], { outsideHours: true })
  expect(timeline(watch(terms, [start], at('2026-11-20 12:00'), { ladder }))).toEqual([
    '2026-11-16 09:00 1 call',
  ])
})
