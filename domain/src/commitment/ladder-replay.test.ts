import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minute, type EpochMs } from '../kernel/instant.ts'
import type { ClockEvent, ClockEventBody } from './clock-event.ts'
import { replaySteps } from './ladder-replay.ts'
import {
  at,
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
import { ladderOf, vendorLadder, watch } from './sample-ladder.ts'

const terms = termsOf({ critical: '4 hours', high: '8 hours', low: '3 days' })

describe('replaying a history', () => {
  test('a year-old case tells who would have been called, and when', () => {
    const state = stateOf(
      terms,
      opened('2026-11-16 09:00'),
      paused('2026-11-16 16:00'),
      resumed('2026-11-17 16:00'),
      reprioritised('2026-11-18 10:00', 'critical'),
      met('2026-11-18 11:00'),
      reopened('2026-11-19 09:00'),
      met('2026-11-19 16:00'),
    )
    const steps = replaySteps(state, vendorLadder, at('2027-01-01 00:00'))
    expect(steps.map((one) => `${local(one.firedAt)} ${one.run} ${one.level} ${one.kind}`)).toEqual(
      [
        '2026-11-16 15:00 1 1 call',
        '2026-11-18 09:00 1 2 call',
        '2026-11-18 10:00 1 3 covered',
        '2026-11-18 10:00 1 4 call',
        '2026-11-19 09:00 2 1 told',
        '2026-11-19 09:00 2 2 told',
        '2026-11-19 09:00 2 4 told',
      ],
    )
  })

  test('a level that waits for the opening says when it was reached and when it was called', () => {
    const state = stateOf(terms, opened('2026-11-20 09:00'))
    const [, second] = replaySteps(state, vendorLadder, at('2026-11-23 09:00'))
    expect(second).toMatchObject({ level: 2, kind: 'call' })
    expect([local(second?.reachedAt), local(second?.firedAt)]).toEqual([
      '2026-11-20 17:00',
      '2026-11-23 09:00',
    ])
  })

  test('an act at the very instant of a level comes first', () => {
    const kept = stateOf(terms, opened('2026-11-16 09:00'), met('2026-11-16 15:00'))
    expect(replaySteps(kept, vendorLadder, at('2027-01-01 00:00'))).toEqual([])
  })

  test.each([
    ['in time', '2026-11-16 15:30', 1],
    ['too late', '2026-11-16 16:30', 2],
  ])('an acknowledgement %s', (_name, when, calls) => {
    const state = stateOf(terms, opened('2026-11-16 09:00'))
    const ladder = ladderOf(['75 %', '1 hour without acknowledgement'])
    const acknowledgements = [{ run: 1, level: 1, at: at(when) }]
    expect(replaySteps(state, ladder, at('2026-11-20 09:00'), acknowledgements)).toHaveLength(calls)
  })

  test('nothing after the look ends, and nothing at the due instant itself', () => {
    const state = stateOf(terms, opened('2026-11-20 09:00'))
    const always = ladderOf(['75 %', 'at breach'], { outsideHours: true })
    expect(replaySteps(state, always, at('2026-11-20 14:59'))).toEqual([])
    expect(replaySteps(state, always, at('2026-11-20 17:00'))).toHaveLength(1)
    expect(replaySteps(state, always, (at('2026-11-20 17:00') + 1) as EpochMs)).toHaveLength(2)
  })
})

const start = at('2026-12-21 08:00')
const later = (minutes: number): EpochMs => (start + minutes * minute) as EpochMs

const anyBody = fc.constantFrom<ClockEventBody>(
  { type: 'paused', reason: 'awaiting-partner' },
  { type: 'resumed' },
  { type: 'paused', reason: 'awaiting-customer' },
  { type: 'resumed', reason: 'awaiting-customer' },
  { type: 'met', act: 'resolution' },
  { type: 'reopened' },
  { type: 'retargeted', priority: 'low' },
  { type: 'retargeted', priority: 'critical' },
  { type: 'retargeted', priority: 'high' },
  { type: 'handed-over' },
)

const anyHistory = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 2 * 24 * 60 }), anyBody), { maxLength: 8 })
  .map((steps): ClockEvent[] => {
    const events: ClockEvent[] = [{ type: 'opened', priority: 'high', at: start }]
    let minutes = 0
    for (const [gap, body] of steps) {
      minutes += gap
      events.push(Object.assign({ at: later(minutes) }, body))
    }
    return events
  })

const termsByName = {
  business: terms,
  elapsed: termsOf({
    critical: '2 elapsed hours',
    high: '20 elapsed hours',
    low: '4 elapsed days',
  }),
  'anew on reopening': { ...terms, onReopen: 'start-anew' as const },
  'anew on handover': { ...terms, onHandover: 'start-anew' as const },
}
/** By name, so that a counterexample is short enough to read. */
const anyTerms = fc.constantFrom(...(Object.keys(termsByName) as (keyof typeof termsByName)[]))

const laddersByName = {
  vendor: vendorLadder,
  always: ladderOf(['75 %', 'at breach', '150 %', '200 %'], { outsideHours: true }),
  spans: ladderOf([
    '50 %',
    '2 hours without acknowledgement',
    '1 hour after due',
    '2 days after due',
  ]),
  mixed: ladderOf(['90 minutes before due', 'at breach', '1 day after due'], (level) => ({
    outsideHours: level === 2,
  })),
}
const anyLadder = fc.constantFrom(...(Object.keys(laddersByName) as (keyof typeof laddersByName)[]))

const told = (one: { run: number; level: number; kind: string; firedAt: EpochMs }): string =>
  `${local(one.firedAt)} ${one.run} ${one.level} ${one.kind}`

test('replaying a history gives what somebody who watched it would have recorded', () => {
  fc.assert(
    fc.property(anyTerms, anyLadder, anyHistory, (termsName, ladderName, events) => {
      const own = termsByName[termsName]
      const ladder = laddersByName[ladderName]
      const until = later(9 * 24 * 60)
      const past = events.filter((one) => one.at <= until)
      const watched = watch(own, past, until, { ladder }).filter((one) => one.kind !== 'stand-down')
      const replayed = replaySteps(stateOf(own, ...past), ladder, until)
      expect(replayed.map(told)).toEqual(watched.map(told))
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('whatever happens, each level fires at most once in a run', () => {
  fc.assert(
    fc.property(anyTerms, anyLadder, anyHistory, (termsName, ladderName, events) => {
      const own = termsByName[termsName]
      const ladder = laddersByName[ladderName]
      const steps = watch(own, events, later(12 * 24 * 60), { ladder })
      const ids = steps.map((one) => `${one.clockId}/${one.run}/${one.level}`)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 150 },
  )
}, 60_000)
