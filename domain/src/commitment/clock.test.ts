import { describe, expect, test } from 'vitest'
import { hour, minute } from '../kernel/instant.ts'
import { clockAt, foldClock } from './clock.ts'
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
import type { ClockEvent } from './clock-event.ts'

const terms = termsOf({ critical: '4 hours', high: '8 hours', low: '5 days' })

describe('due instants', () => {
  test.each<[string, ClockEvent[], string]>([
    ['Friday afternoon into Monday', [opened('2026-11-20 16:30', 'critical')], '2026-11-23 12:30'],
    ['the Thursday before Good Friday', [opened('2026-04-02 15:00')], '2026-04-07 15:00'],
    ['a deadline at closing stays there', [opened('2026-11-20 09:00')], '2026-11-20 17:00'],
    ['five business days over Christmas', [opened('2026-12-21 11:00', 'low')], '2026-12-29 11:00'],
    [
      'a pause pushes by the open time it covered',
      [opened('2026-11-20 10:00'), paused('2026-11-20 16:00'), resumed('2026-11-23 10:00')],
      '2026-11-23 12:00',
    ],
    [
      'a pause over a weekend pushes nothing',
      [opened('2026-11-20 10:00'), paused('2026-11-20 18:00'), resumed('2026-11-22 10:00')],
      '2026-11-23 10:00',
    ],
  ])('%s', (_name, events, due) => {
    expect(local(stateOf(terms, ...events).dueAt)).toBe(due)
  })
})

describe('reading a clock', () => {
  const state = stateOf(terms, opened('2026-11-20 09:00'))

  test('used, left and share count open time', () => {
    expect(clockAt(state, at('2026-11-20 15:00'))).toMatchObject({
      used: 6 * hour,
      left: 2 * hour,
      share: 0.75,
      isWarning: true,
      isBreached: false,
    })
    expect(local(clockAt(state, at('2026-11-20 09:00')).warningAt)).toBe('2026-11-20 15:00')
    expect(clockAt(state, at('2026-11-20 14:59')).isWarning).toBe(false)
  })

  test('broken from the millisecond after the due instant, also on a closed day', () => {
    expect(clockAt(state, at('2026-11-20 17:00')).isBreached).toBe(false)
    const saturday = clockAt(state, at('2026-11-21 12:00'))
    expect(saturday).toMatchObject({ isBreached: true, isOverdue: true, left: 0 })
    expect(local(saturday.breachedAt)).toBe('2026-11-20 17:00')
    expect(clockAt(state, at('2026-11-23 10:00')).left).toBe(-hour)
  })

  test('met late is breached and met', () => {
    const late = stateOf(terms, opened('2026-11-20 09:00'), met('2026-11-23 09:30'))
    expect(clockAt(late, at('2026-12-01 09:00'))).toMatchObject({
      status: 'met',
      isMetLate: true,
      used: 8.5 * hour,
      left: -0.5 * hour,
    })
  })

  test('met in time stays so for ever', () => {
    const kept = stateOf(terms, opened('2026-11-20 09:00'), met('2026-11-20 17:00'))
    expect(clockAt(kept, at('2027-11-20 17:00'))).toMatchObject({
      isBreached: false,
      isMet: true,
      left: 0,
    })
  })

  test('while paused nothing is due and nothing is used', () => {
    const waiting = stateOf(terms, opened('2026-11-20 09:00'), paused('2026-11-20 10:00'))
    const reading = clockAt(waiting, at('2026-12-20 10:00'))
    expect(reading).toMatchObject({ status: 'paused', used: hour, isBreached: false })
    expect(reading.dueAt).toBeUndefined()
    expect(reading.warningAt).toBeUndefined()
    expect(local(waiting.pausedSince)).toBe('2026-11-20 10:00')
    expect(waiting.pausedFor).toEqual(['awaiting-partner'])
  })
})

describe('reopening', () => {
  test('a resolution continues where it stopped, as run 2', () => {
    const state = stateOf(
      terms,
      opened('2026-11-16 09:00'),
      met('2026-11-16 14:00'),
      reopened('2026-11-18 09:00'),
    )
    expect(state.run).toBe(2)
    expect(local(state.dueAt)).toBe('2026-11-18 12:00')
    expect(clockAt(state, at('2026-11-18 10:00')).left).toBe(2 * hour)
  })

  test('a response starts anew with a full budget', () => {
    const response = termsOf({ high: '4 hours' }, { kind: 'case.response', pauseReasons: [] })
    const state = stateOf(
      response,
      opened('2026-11-16 09:00'),
      met('2026-11-16 12:00', 'public-reply'),
      reopened('2026-11-18 09:00'),
    )
    expect(local(state.dueAt)).toBe('2026-11-18 13:00')
    expect(state.runs.map((run) => run.count)).toEqual([1, 2])
  })

  test('a breach in run 1 is not broken again in run 2', () => {
    const state = stateOf(
      terms,
      opened('2026-11-16 09:00'),
      met('2026-11-17 10:00'),
      reopened('2026-11-18 09:00'),
      met('2026-11-18 12:00'),
    )
    expect(state.runs.map((run) => local(run.breachedAt))).toEqual(['2026-11-16 17:00', undefined])
    expect(clockAt(state, at('2026-11-18 12:00')).isMetLate).toBe(true)
  })
})

describe('changing the target', () => {
  test('counts from the original start; what breaches at once says so at once', () => {
    const state = stateOf(
      terms,
      opened('2026-11-16 09:00'),
      reprioritised('2026-11-16 15:00', 'critical'),
    )
    const reading = clockAt(state, at('2026-11-16 15:01'))
    expect(local(reading.dueAt)).toBe('2026-11-16 13:00')
    expect(local(reading.breachedAt)).toBe('2026-11-16 15:00')
    expect(reading.used).toBe(6 * hour + minute)
  })

  test('a breach under the old target stands under a longer one', () => {
    const state = stateOf(
      terms,
      opened('2026-11-16 09:00', 'critical'),
      reprioritised('2026-11-16 14:00', 'high'),
      met('2026-11-16 16:00'),
    )
    expect(local(state.breachedAt)).toBe('2026-11-16 13:00')
    expect(clockAt(state, at('2026-11-16 16:00')).isMetLate).toBe(true)
  })

  test('other terms aim again in the same way', () => {
    const amended = termsOf({ high: '4 hours' }, { version: 'v2' })
    const state = stateOf(
      terms,
      opened('2026-11-16 09:00'),
      event('2026-11-16 10:00', { type: 'retargeted', terms: amended }),
    )
    expect(state.terms.version).toBe('v2')
    expect(local(state.dueAt)).toBe('2026-11-16 13:00')
  })
})

const excused = (time: number | undefined, breach?: boolean): ClockEvent =>
  event('2026-11-18 09:00', { type: 'excused', consentedBy: 'partner', time, breach })

describe('excuses', () => {
  const late = [opened('2026-11-16 09:00'), met('2026-11-17 10:00')]
  test.each([
    ['an hour, as late as it was', hour, undefined, false],
    ['less than it was late by', hour - 1, undefined, true],
    ['the breach itself', undefined, true, false],
  ])('%s', (_name, time, breach, remains) => {
    const reading = clockAt(stateOf(terms, ...late, excused(time, breach)), at('2026-12-01 09:00'))
    expect(reading).toMatchObject({ isBreached: true, isBreachedAfterExcuse: remains, left: -hour })
  })

  test('the owing side cannot excuse itself', () => {
    const own = event('2026-11-18 09:00', { type: 'excused', consentedBy: 'vendor', breach: true })
    expect(foldClock([...late, own], terms)).toMatchObject({
      ok: false,
      refusal: { code: 'clock.excuse-needs-consent' },
    })
  })

  test('an excuse of nothing is refused', () => {
    expect(foldClock([...late, excused(0)], terms)).toMatchObject({
      ok: false,
      refusal: { code: 'clock.excuse-unreadable' },
    })
  })
})

describe('stopping', () => {
  test('an act that the commitment does not name leaves the clock running and is listed', () => {
    const state = stateOf(
      terms,
      opened('2026-11-16 09:00'),
      met('2026-11-16 10:00', 'internal-note'),
    )
    expect(state.status).toBe('running')
    expect(state.ignored).toMatchObject([
      { why: 'act-does-not-stop', event: { act: 'internal-note' } },
    ])
  })

  test('a second stop changes nothing', () => {
    const state = stateOf(
      terms,
      opened('2026-11-16 09:00'),
      met('2026-11-16 10:00'),
      met('2026-11-20 10:00'),
    )
    expect(local(state.runs[0]?.endedAt)).toBe('2026-11-16 10:00')
  })

  test('a history without opening, and a priority without target, are refused', () => {
    expect(foldClock([], terms)).toMatchObject({ refusal: { code: 'clock.never-opened' } })
    const refusal = foldClock([opened('2026-11-16 09:00', 'urgent')], terms)
    expect(refusal).toMatchObject({ refusal: { code: 'clock.no-target' } })
    expect(!refusal.ok && refusal.refusal.sentence).toContain('"urgent"')
  })

  test('an instant that is not a number is refused', () => {
    const broken = { ...opened('2026-11-16 09:00'), at: Number.NaN as never }
    expect(foldClock([broken], terms)).toMatchObject({
      refusal: { code: 'clock.instant-unreadable' },
    })
  })
})
