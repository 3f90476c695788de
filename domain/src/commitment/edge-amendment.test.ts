import { describe, expect, test } from 'vitest'
import { hour, minute } from '../kernel/instant.ts'
import { amendClock, endClock } from './amendment.ts'
import type { ClockEvent } from './clock-event.ts'
import { clockAt } from './clock.ts'
import { nextInstant } from './next-instant.ts'
import { outcomeOf, outcomesOf } from './outcome.ts'
import {
  at,
  calendarOf,
  event,
  local,
  met,
  opened,
  paused,
  reprioritised,
  resumed,
  stateOf,
  termsOf,
} from './sample-clock.ts'

/** Edge cases, by their numbers in the list: amendments, ends, and changed targets. 16 November 2026 is a Monday. */

const terms = termsOf({ critical: '4 hours', high: '8 hours', low: '2 days' })

describe('amendments and ends', () => {
  const events = [
    opened('2026-11-16 09:00'),
    paused('2026-11-16 10:00'),
    resumed('2026-11-16 11:00'),
  ]
  const amended = termsOf({ high: '2 hours' }, { version: 'v2' })

  test('edge 1: an amendment that reaches open work says what changed; a recorded breach stands', () => {
    const change = amendClock(events, terms, amended, 'retarget', at('2026-11-16 11:30'))
    expect(change.ok && local(change.value?.before.dueAt)).toBe('2026-11-17 10:00')
    expect(change.ok && local(change.value?.after.dueAt)).toBe('2026-11-16 12:00')
    expect(amendClock(events, terms, amended, 'keep', at('2026-11-16 11:30'))).toEqual({
      ok: true,
      value: undefined,
    })

    const breach = event('2026-11-17 10:00', { type: 'breach-recorded' })
    const generous = termsOf({ high: '5 days' }, { version: 'v3' })
    const later = event('2026-11-17 12:00', { type: 'retargeted', terms: generous })
    const reading = clockAt(stateOf(terms, ...events, breach, later), at('2026-11-17 13:00'))
    expect(reading).toMatchObject({ isBreached: true, isOverdue: false })
    expect(local(reading.breachedAt)).toBe('2026-11-17 10:00')
  })

  test('edge 1: a calendar edited by one side changes nothing that was signed', () => {
    const { definition } = terms.calendar
    const edited = calendarOf({ ...definition, week: { ...definition.week, mon: [] } })
    const unsigned = { ...terms, calendar: edited }
    expect(local(stateOf(terms, ...events).dueAt)).toBe('2026-11-17 10:00')
    expect(local(stateOf(unsigned, ...events).dueAt)).not.toBe('2026-11-17 10:00')
    expect(stateOf(terms, ...events).terms.calendar).toBe(terms.calendar)
  })

  test('edge 1: a recorded breach stands where a pause entered later moves the due instant', () => {
    const breach = event('2026-11-17 10:00', { type: 'breach-recorded' })
    const backDated = [paused('2026-11-16 12:00'), resumed('2026-11-16 16:00')]
    const state = stateOf(terms, ...events, breach, met('2026-11-17 11:00'), ...backDated)
    expect(local(state.runs[0]?.dueAt)).toBe('2026-11-17 14:00')
    expect(clockAt(state, at('2026-11-18 09:00'))).toMatchObject({ isMetLate: true })
  })

  test('edge 2: breached work under an ended agreement is cancelled and leaves the measures', () => {
    const change = endClock(events, terms, new Set(), 'agreement ended', at('2026-11-18 09:00'))
    expect(change.ok && change.value?.before.isBreached).toBe(true)
    expect(change.ok && change.value?.after.status).toBe('cancelled')
    const state = stateOf(
      terms,
      ...events,
      event('2026-11-18 09:00', { type: 'cancelled', reason: 'agreement ended' }),
    )
    expect(outcomeOf(state, at('2026-12-01 09:00')).isCancelled).toBe(true)
    expect(state.cancelledFor).toBe('agreement ended')
    const kept = endClock(
      events,
      terms,
      new Set(['case.resolution']),
      'ended',
      at('2026-11-18 09:00'),
    )
    expect(kept).toEqual({ ok: true, value: undefined })
  })

  test('edge 3: a case merged or moved away loses its deadlines', () => {
    const merged = event('2026-11-16 12:00', {
      type: 'cancelled',
      reason: 'merged into another case',
    })
    const state = stateOf(terms, ...events, merged)
    expect(state.dueAt).toBeUndefined()
    expect(nextInstant(state, at('2026-11-16 12:00'))).toBeUndefined()
    expect(clockAt(state, at('2026-12-16 12:00')).isBreached).toBe(false)
  })

  test('edge 19: handing over keeps the clock, unless the agreement says that it starts anew', () => {
    const handedOver = event('2026-11-16 12:00', { type: 'handed-over' })
    const anew = { ...terms, onHandover: 'start-anew' as const }
    const plain = [opened('2026-11-16 09:00'), handedOver]
    expect(local(stateOf(terms, ...plain).dueAt)).toBe('2026-11-16 17:00')
    const state = stateOf(anew, ...plain)
    expect(local(state.dueAt)).toBe('2026-11-17 12:00')
    expect(outcomesOf(state, at('2026-11-16 13:00')).map((one) => one.isCancelled)).toEqual([
      true,
      false,
    ])
  })
})

describe('changing targets', () => {
  test('edge 13: priority changed while paused: the pause and those before it are kept', () => {
    const state = stateOf(
      terms,
      opened('2026-11-16 09:00'),
      paused('2026-11-16 10:00'),
      resumed('2026-11-16 11:00'),
      paused('2026-11-16 12:00'),
      reprioritised('2026-11-16 13:00', 'critical'),
      resumed('2026-11-16 14:00'),
    )
    expect(local(state.dueAt)).toBe('2026-11-16 16:00')
    expect(state.stoppedMs).toBe(3 * hour)
  })

  test('edge 13: overdrawn by a change while paused it breaches at the end of the pause', () => {
    const events = [
      opened('2026-11-16 09:00'),
      paused('2026-11-16 15:00'),
      reprioritised('2026-11-16 15:30', 'critical'),
    ]
    expect(clockAt(stateOf(terms, ...events), at('2026-11-16 16:00')).isBreached).toBe(false)
    const running = stateOf(terms, ...events, resumed('2026-11-16 16:30'))
    expect(local(clockAt(running, at('2026-11-16 16:31')).breachedAt)).toBe('2026-11-16 16:30')
    const stopped = stateOf(terms, ...events, met('2026-11-16 16:15'))
    expect(local(stopped.breachedAt)).toBe('2026-11-16 16:15')
  })

  test('edge 13: terms changed after pauses measure those pauses on the new line', () => {
    const elapsed = termsOf({ high: '10 elapsed hours' }, { version: 'v2' })
    const state = stateOf(
      terms,
      opened('2026-11-16 16:00'),
      paused('2026-11-16 16:30'),
      resumed('2026-11-17 09:30'),
      event('2026-11-17 10:00', { type: 'retargeted', terms: elapsed }),
    )
    expect(state.stoppedMs).toBe(17 * hour)
    expect(local(state.dueAt)).toBe('2026-11-17 19:00')
  })

  test('edge 13: what a re-target breaches at once is breached then, also in the record of the run', () => {
    const state = stateOf(
      terms,
      opened('2026-11-16 09:00'),
      reprioritised('2026-11-16 15:00', 'critical'),
      met('2026-11-16 16:00'),
    )
    expect(local(state.runs[0]?.breachedAt)).toBe('2026-11-16 15:00')
  })

  test('edge 30: a retroactive priority counts from the start, with the past pauses', () => {
    const state = stateOf(
      terms,
      opened('2026-11-16 09:00', 'low'),
      paused('2026-11-16 10:00'),
      resumed('2026-11-16 15:00'),
      reprioritised('2026-11-17 09:30', 'critical'),
    )
    expect(local(state.dueAt)).toBe('2026-11-17 10:00')
    expect(clockAt(state, at('2026-11-17 09:30')).left).toBe(30 * minute)
  })

  test('edge 29: recomputing after an amendment is a pure function of one clock, so it goes in batches', () => {
    const amended = termsOf({ high: '2 hours' }, { version: 'v2' })
    const histories = Array.from({ length: 20 }, (_, i) => [
      event(`2026-11-16 09:${String(i).padStart(2, '0')}`, { type: 'opened', priority: 'high' }),
    ])
    const recompute = (batch: ClockEvent[][]) =>
      batch.map((events) => amendClock(events, terms, amended, 'retarget', at('2026-11-16 10:00')))
    const whole = recompute(histories)
    const resumedAfterSeven = [
      ...recompute(histories.slice(0, 7)),
      ...recompute(histories.slice(7)),
    ]
    expect(resumedAfterSeven).toEqual(whole)
    expect(whole.every((change) => change.ok && change.value !== undefined)).toBe(true)
  })
})
