import { describe, expect, test } from 'vitest'
import type { ClockEvent } from './clock-event.ts'
import { clockAt, foldClock } from './clock.ts'
import { nextInstant } from './next-instant.ts'
import { outcomesOf } from './outcome.ts'
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
  target,
  termsOf,
} from './sample-clock.ts'

/** Edge cases, by their numbers in the list: updates, exact instants and messages. 16 November 2026 is a Monday. */

const terms = termsOf({ critical: '4 hours', high: '8 hours', low: '2 days' })

const theyWrote = (when: string): ClockEvent => event(when, { type: 'they-wrote' })
const weUpdated = (when: string): ClockEvent => event(when, { type: 'we-updated' })

describe('updates', () => {
  const update = termsOf(
    { high: '4 hours' },
    { kind: 'case.update', recurring: 'while-they-wait', metBy: ['public-reply'] },
  )

  test('edge 5: the update clock runs only while they wait; any message of theirs restarts it', () => {
    const events = [opened('2026-11-16 09:00'), weUpdated('2026-11-16 10:00')]
    const idle = stateOf(update, ...events)
    expect(idle).toMatchObject({ status: 'idle', dueAt: undefined })
    expect(clockAt(idle, at('2026-12-16 09:00')).isBreached).toBe(false)
    const again = stateOf(
      update,
      ...events,
      theyWrote('2026-11-17 11:00'),
      theyWrote('2026-11-17 12:00'),
    )
    expect(local(again.dueAt)).toBe('2026-11-17 15:00')
    expect(outcomesOf(again, at('2026-11-17 12:00')).map((one) => one.isMet)).toEqual([true, false])
  })

  test('edge 5: a "thanks" after the end does not restart it', () => {
    const state = stateOf(
      update,
      opened('2026-11-16 09:00'),
      met('2026-11-16 12:00', 'resolution'),
      theyWrote('2026-11-16 12:30'),
    )
    expect(state).toMatchObject({ status: 'met', run: 1, ignored: [{ why: 'after-the-end' }] })
  })

  test('edge 5: while open it starts again at each update', () => {
    const weekly = { ...update, recurring: 'while-open' as const }
    const state = stateOf(
      weekly,
      opened('2026-11-16 09:00'),
      met('2026-11-16 11:00', 'public-reply'),
      weUpdated('2026-11-16 16:00'),
    )
    expect(state.runs.map((run) => local(run.breachedAt))).toEqual([
      undefined,
      '2026-11-16 15:00',
      undefined,
    ])
    expect(local(state.dueAt)).toBe('2026-11-17 12:00')
  })

  test('edge 6: an update target shorter than the response does not fall due before it', () => {
    const short = termsOf(
      { high: '1 hour' },
      {
        kind: 'case.update',
        recurring: 'while-they-wait',
        notBefore: () => target('4 hours'),
      },
    )
    const first = stateOf(short, opened('2026-11-16 09:00'))
    expect(local(first.dueAt)).toBe('2026-11-16 13:00')
    const next = stateOf(
      short,
      opened('2026-11-16 09:00'),
      weUpdated('2026-11-16 10:00'),
      theyWrote('2026-11-16 11:00'),
    )
    expect(local(next.dueAt)).toBe('2026-11-16 12:00')
  })

  test('edge 6: an update target longer than the response keeps its own due instant', () => {
    const long = { ...update, notBefore: () => target('1 hour') }
    expect(local(stateOf(long, opened('2026-11-16 09:00')).dueAt)).toBe('2026-11-16 13:00')
  })

  test('edge 7: the first reply moves the next deadline of the work in one step', () => {
    const response = termsOf({ high: '2 hours' }, { kind: 'case.response', pauseReasons: [] })
    const deadlineOf = (...events: ClockEvent[]) =>
      [response, terms]
        .map((one) =>
          nextInstant(stateOf(one, ...events), at('2026-11-16 10:00'), { isWarned: true }),
        )
        .flatMap((next) => (next === undefined ? [] : [next.at]))
        .toSorted((a, b) => a - b)[0]
    const before = deadlineOf(opened('2026-11-16 09:00'))
    const after = deadlineOf(opened('2026-11-16 09:00'), met('2026-11-16 10:00', 'public-reply'))
    expect([local(before), local(after)]).toEqual(['2026-11-16 11:00', '2026-11-16 17:00'])
  })
})

describe('instants and messages', () => {
  test.each([
    ['exactly at opening', '2026-11-16 09:00', '2026-11-16 17:00'],
    ['exactly at closing', '2026-11-16 17:00', '2026-11-17 17:00'],
  ])('edge 24: opened %s', (_name, when, due) => {
    expect(local(stateOf(terms, opened(when)).dueAt)).toBe(due)
  })

  test('edge 24: exactly at the due instant is in time, for a stop, a pause and a re-target', () => {
    const due = '2026-11-16 17:00'
    const one = opened('2026-11-16 09:00')
    expect(stateOf(terms, one, met(due)).breachedAt).toBeUndefined()
    expect(stateOf(terms, one, paused(due), resumed('2026-11-17 09:00')).breachedAt).toBeUndefined()
    const shorter = stateOf(terms, one, reprioritised('2026-11-16 13:00', 'critical'))
    expect(clockAt(shorter, at('2026-11-16 13:00')).isBreached).toBe(false)
    expect(clockAt(shorter, at('2026-11-16 13:01')).isBreached).toBe(true)
  })

  test('edge 24: exactly at a due instant that a pause moved is in time too', () => {
    const events = [
      opened('2026-11-16 09:00'),
      paused('2026-11-16 10:00'),
      resumed('2026-11-16 11:00'),
    ]
    expect(stateOf(terms, ...events, met('2026-11-17 10:00')).breachedAt).toBeUndefined()
    const late = stateOf(terms, ...events, met('2026-11-17 10:01'))
    expect(local(late.breachedAt)).toBe('2026-11-17 10:00')
  })

  test('edge 24: a pause that begins exactly when something is due holds it back', () => {
    const warned = stateOf(
      terms,
      opened('2026-11-16 09:00'),
      paused('2026-11-16 15:00'),
      resumed('2026-11-16 16:00'),
    )
    expect(local(clockAt(warned, at('2026-11-16 16:00')).warningAt)).toBe('2026-11-16 16:00')
    const again = stateOf(
      terms,
      opened('2026-11-16 09:00'),
      paused('2026-11-16 17:00'),
      resumed('2026-11-17 10:00'),
      reprioritised('2026-11-17 10:00', 'high'),
    )
    expect(local(again.dueAt)).toBe('2026-11-17 10:00')
  })

  test('edge 16: a warning before a due instant just after opening belongs to the day before', () => {
    const early = termsOf({ high: '2 hours' })
    const state = stateOf(early, opened('2026-11-16 15:30'))
    expect(local(state.dueAt)).toBe('2026-11-17 09:30')
    expect(local(clockAt(state, at('2026-11-16 15:30')).warningAt)).toBe('2026-11-16 17:00')
  })

  test('edge 31: a late or repeated message changes nothing', () => {
    const reply = { ...met('2026-11-16 12:00'), id: 'mail-7' }
    const once = [opened('2026-11-16 09:00'), reply, reopened('2026-11-16 13:00')]
    const repeated = [...once, { ...reply, at: at('2026-11-16 14:00') }, { ...reply }]
    expect(foldClock(repeated, terms)).toEqual(foldClock(once, terms))
    const afterwards = met('2026-11-18 09:00', 'internal-note')
    expect(stateOf(terms, ...once, afterwards).status).toBe('running')
  })

  test('edge 31: of many messages the repeated one is found', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      ...paused('2026-11-16 10:00', 'awaiting-partner', `p${i}`),
      id: `mail-${i}`,
      seq: i,
    }))
    const events = [
      opened('2026-11-16 09:00'),
      ...many,
      { ...met('2026-11-16 11:00'), id: 'mail-0' },
    ]
    expect(stateOf(terms, ...events).status).toBe('paused')
  })

  test('edge 32: a stop older than the start is refused', () => {
    const refusal = foldClock([opened('2026-11-16 09:00'), met('2026-11-16 08:59')], terms)
    expect(refusal).toMatchObject({ ok: false, refusal: { code: 'clock.stopped-before-start' } })
    const cancelled = event('2026-11-16 08:00', { type: 'cancelled', reason: 'duplicate' })
    expect(foldClock([opened('2026-11-16 09:00'), cancelled], terms).ok).toBe(false)
  })

  test('a pause for a reason that is not allowed is refused, or reported where history is judged anew', () => {
    const events = [opened('2026-11-16 09:00'), paused('2026-11-16 10:00', 'lunch')]
    const refusal = foldClock(events, terms)
    expect(refusal).toMatchObject({ refusal: { code: 'clock.pause-not-allowed' } })
    expect(!refusal.ok && refusal.refusal.fix).toContain('awaiting-customer, awaiting-partner')
    const simulated = foldClock(events, terms, { disallowedPauses: 'ignore' })
    expect(simulated).toMatchObject({
      value: { status: 'running', ignored: [{ why: 'pause-not-allowed' }] },
    })
  })
})
