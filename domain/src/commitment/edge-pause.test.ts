import { describe, expect, test } from 'vitest'
import { hour } from '../kernel/instant.ts'
import type { ClockEvent } from './clock-event.ts'
import { clockAt } from './clock.ts'
import { nextInstant } from './next-instant.ts'
import {
  at,
  calendarOf,
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

/** Edge cases, by their numbers in the list: pauses and reopenings. 16 November 2026 is a Monday. */

const terms = termsOf({ critical: '4 hours', high: '8 hours', low: '2 days' })

const second = (when: string, seconds: number, body: ClockEvent): ClockEvent => ({
  ...body,
  at: (at(when) + seconds * 1000) as never,
})

describe('pauses and reopenings', () => {
  const history = [
    opened('2026-11-16 09:00'),
    paused('2026-11-16 10:00', 'awaiting-partner'),
    paused('2026-11-16 10:30', 'awaiting-customer'),
    resumed('2026-11-16 11:00', 'awaiting-partner'),
    resumed('2026-11-16 12:00', 'awaiting-customer'),
    met('2026-11-16 13:00'),
    reopened('2026-11-17 09:00'),
    paused('2026-11-17 10:00', 'awaiting-customer'),
    resumed('2026-11-17 11:00'),
    met('2026-11-17 12:00'),
    reopened('2026-11-19 09:00'),
  ]

  test('edge 4: reopened several times with several kinds of pause, from history, in any order', () => {
    const state = stateOf(terms, ...history)
    // Monday 2 h, Tuesday 2 h: 4 of 8 hours are used when it is opened for the third time.
    expect(state.run).toBe(3)
    expect(local(state.dueAt)).toBe('2026-11-19 13:00')
    expect(stateOf(terms, ...history.toReversed())).toEqual(state)
  })

  test('edge 4: a pause entered afterwards, back-dated, counts like any other', () => {
    const backDated = [paused('2026-11-17 11:15'), resumed('2026-11-17 11:45')]
    expect(local(stateOf(terms, ...history, ...backDated).dueAt)).toBe('2026-11-19 13:30')
  })

  test('edge 4: the same pause told twice is one pause', () => {
    const twice = [
      opened('2026-11-16 09:00'),
      paused('2026-11-16 10:00'),
      paused('2026-11-16 11:00'),
    ]
    expect(stateOf(terms, ...twice).pausedFor).toEqual(['awaiting-partner'])
    const state = stateOf(terms, ...twice, resumed('2026-11-16 12:00', 'awaiting-partner'))
    expect(state).toMatchObject({ status: 'running', stoppedMs: 2 * hour })
  })

  test('edge 11: a pause across a closed period does not count twice', () => {
    const overWeekend = [paused('2026-11-20 16:00'), resumed('2026-11-23 10:00')]
    const state = stateOf(terms, opened('2026-11-20 10:00'), ...overWeekend)
    expect(state.stoppedMs).toBe(2 * hour)
    expect(local(state.dueAt)).toBe('2026-11-23 12:00')
  })

  test('edge 11: a pause is measured in the own calendar of the clock', () => {
    const lisbon = calendarOf({
      timeZone: 'Europe/Lisbon',
      week: { fri: ['10:00-14:00'], mon: ['10:00-14:00'] },
      holidays: [],
      exceptions: [],
    })
    const own = termsOf({ high: '8 hours' }, { calendar: lisbon })
    const pause = [paused('2026-11-20 14:00'), resumed('2026-11-20 18:00')]
    // 14:00 in Hamburg is 13:00 in Lisbon, an hour before its closing.
    expect(stateOf(own, opened('2026-11-20 11:00'), ...pause).stoppedMs).toBe(hour)
  })

  test.each([
    ['on a closed day', [opened('2026-11-21 12:00')], '2026-11-23 17:00'],
    ['before the opening', [opened('2026-11-16 07:00')], '2026-11-16 17:00'],
    ['after the closing', [opened('2026-11-16 19:00')], '2026-11-17 17:00'],
    [
      'while paused',
      [paused('2026-11-16 08:00'), opened('2026-11-16 09:00'), resumed('2026-11-16 11:00')],
      '2026-11-17 11:00',
    ],
  ])('edge 12: opened %s', (_name, events, due) => {
    expect(local(stateOf(terms, ...events).dueAt)).toBe(due)
  })

  test('edge 12: opened while paused it stands still from the start', () => {
    const state = stateOf(terms, paused('2026-11-16 08:00'), opened('2026-11-16 09:00'))
    expect(clockAt(state, at('2026-12-16 09:00'))).toMatchObject({ status: 'paused', used: 0 })
    expect(local(state.pausedSince)).toBe('2026-11-16 09:00')
  })

  test('edge 14: a paused clock never breaches', () => {
    const state = stateOf(terms, opened('2026-11-16 09:00'), paused('2026-11-16 17:00'))
    for (const now of ['2026-11-16 17:01', '2026-11-17 12:00', '2027-11-16 12:00']) {
      expect(clockAt(state, at(now))).toMatchObject({ isBreached: false, dueAt: undefined })
    }
    expect(nextInstant(state, at('2026-11-17 12:00'))).toBeUndefined()
  })

  test('edge 14: a stop without open time left falls due at its end, not inside it', () => {
    const state = stateOf(
      terms,
      opened('2026-11-20 09:00'),
      paused('2026-11-20 17:00'),
      resumed('2026-11-21 12:00'),
    )
    expect(local(state.dueAt)).toBe('2026-11-21 12:00')
    expect(clockAt(state, at('2026-11-21 12:00')).isBreached).toBe(false)
    expect(clockAt(state, at('2026-11-21 12:01')).isBreached).toBe(true)
    const aimedAgain = reprioritised('2026-11-21 12:00', 'high')
    const again = stateOf(
      terms,
      opened('2026-11-20 09:00'),
      paused('2026-11-20 17:00'),
      resumed('2026-11-21 11:00'),
      aimedAgain,
    )
    expect(local(again.dueAt)).toBe('2026-11-21 11:00')
  })

  test('edge 15: a target in days, with a pause across a weekend', () => {
    const days = [opened('2026-11-19 11:00', 'low')]
    expect(local(stateOf(terms, ...days).dueAt)).toBe('2026-11-23 11:00')
    const pause = [paused('2026-11-20 15:00'), resumed('2026-11-23 10:00')]
    const state = stateOf(terms, ...days, ...pause)
    // Two hours on Friday and one on Monday stood still; the budget stays 16 open hours.
    expect(local(state.dueAt)).toBe('2026-11-23 14:00')
    expect(state.runs[0]?.budget).toBe(16 * hour)
  })

  test('edge 27: two pauses in the same minute, one of seconds, one without length', () => {
    const sameMinute = stateOf(
      terms,
      opened('2026-11-16 09:00'),
      second('2026-11-16 10:00', 5, paused('2026-11-16 10:00')),
      second('2026-11-16 10:00', 15, resumed('2026-11-16 10:00')),
      second('2026-11-16 10:00', 30, paused('2026-11-16 10:00')),
      second('2026-11-16 10:00', 50, resumed('2026-11-16 10:00')),
    )
    expect(sameMinute.stoppedMs).toBe(30_000)
    const empty = [paused('2026-11-16 10:00'), resumed('2026-11-16 10:00')]
    const without = stateOf(terms, opened('2026-11-16 09:00'), ...empty)
    expect(without).toMatchObject({ status: 'running', stoppedMs: 0 })
    expect(local(without.dueAt)).toBe('2026-11-16 17:00')
  })
})
