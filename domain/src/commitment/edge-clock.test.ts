import { describe, expect, test } from 'vitest'
import { hour, minute } from '../kernel/instant.ts'
import { amendClock, endClock } from './amendment.ts'
import type { ClockEvent } from './clock-event.ts'
import { clockAt, foldClock } from './clock.ts'
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
  reopened,
  reprioritised,
  resumed,
  stateOf,
  termsOf,
} from './sample-clock.ts'

/** The entries of the list of edge cases that concern clocks, by their numbers. 16 November 2026 is a Monday. */
const terms = termsOf({ critical: '4 hours', high: '8 hours', low: '2 days' })

const theyWrote = (when: string): ClockEvent => event(when, { type: 'they-wrote' })
const weUpdated = (when: string): ClockEvent => event(when, { type: 'we-updated' })

const second = (when: string, seconds: number, body: ClockEvent): ClockEvent => ({
  ...body,
  at: (at(when) + seconds * 1000) as never,
})

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
        notBefore: () => ({ amount: 4, unit: 'hours', basis: 'business' }),
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
