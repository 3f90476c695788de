import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hour, minute, type EpochMs } from '../kernel/instant.ts'
import type { ClockEvent } from './clock-event.ts'
import { clockAt, foldClock } from './clock.ts'
import { at, hamburg, stateOf, termsOf } from './sample-clock.ts'
import type { ClockTerms } from './terms.ts'

const start = at('2026-12-23 07:00')
const later = (minutes: number): EpochMs => (start + minutes * minute) as EpochMs
const twoWeeks = 14 * 24 * 60

const businessTerms = termsOf({ high: '8 hours', low: '20 hours', critical: '1 hour' })
const elapsedTerms = termsOf({
  high: '30 elapsed hours',
  low: '90 elapsed hours',
  critical: '2 elapsed hours',
})
const termsByName = { business: businessTerms, elapsed: elapsedTerms }
/** By name, so that a counterexample is short enough to read. */
const anyTerms = fc.constantFrom<keyof typeof termsByName>('business', 'elapsed')

/** A pause by its name: every pause of a history is one interval, whatever the others do. */
const anyPause = fc
  .tuple(
    fc.nat(twoWeeks),
    fc.nat(3 * 24 * 60),
    fc.constantFrom('awaiting-partner', 'awaiting-customer'),
  )
  .map(([from, length, reason]) => ({ from, to: from + length, reason }))

type Pause = { readonly from: number; readonly to: number; readonly reason: string }

const pauseEvents = (pauses: readonly Pause[]): ClockEvent[] =>
  pauses.flatMap(({ from, to, reason }, i): ClockEvent[] => [
    { type: 'paused', at: later(from), reason, pause: `p${i}`, id: `p${i}`, seq: 2 * i },
    { type: 'resumed', at: later(to), pause: `p${i}`, id: `r${i}`, seq: 2 * i + 1 },
  ])

const openedAt = (minutes: number): ClockEvent => ({
  type: 'opened',
  priority: 'high',
  at: later(minutes),
  seq: -1,
  id: 'open',
})

/** Walks minute by minute: the slow and obvious meaning of used time and of a breach. */
function naive(terms: ClockTerms, pauses: readonly Pause[], opened: number, until: number) {
  const target = terms.targetFor('high')
  const budget = (target?.amount ?? 0) * 60
  const counts = (when: EpochMs): boolean => target?.basis === 'elapsed' || hamburg.isOpen(when)
  let used = 0
  let breachedAt: number | undefined
  for (let m = opened; m < until; m += 1) {
    if (pauses.some((one) => one.from <= m && m < one.to)) continue
    if (used >= budget) breachedAt ??= m
    if (counts(later(m))) used += 1
  }
  return { used: used * minute, breachedAt }
}

describe('laws of a clock', () => {
  test('pauses are a union of intervals: used time and breach equal a walk by the minute', () => {
    fc.assert(
      fc.property(
        anyTerms,
        fc.array(anyPause, { maxLength: 5 }),
        fc.nat(2 * 24 * 60),
        fc.nat(twoWeeks),
        (name, pauses, opened, watched) => {
          const terms = termsByName[name]
          const until = opened + watched
          const past = pauseEvents(pauses).filter((one) => one.at <= later(until))
          const reading = clockAt(stateOf(terms, openedAt(opened), ...past), later(until))
          const walked = naive(terms, pauses, opened, until)
          expect(reading.used).toBe(walked.used)
          expect(reading.isBreached).toBe(walked.breachedAt !== undefined)
          const { breachedAt } = walked
          expect(reading.breachedAt).toBe(breachedAt === undefined ? undefined : later(breachedAt))
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)

  test('the order in which events arrive, and repeats, change nothing', () => {
    fc.assert(
      fc.property(
        anyTerms,
        fc.array(anyPause, { maxLength: 4 }),
        fc.nat(twoWeeks),
        fc.infiniteStream(fc.nat()),
        (name, pauses, met, chance) => {
          const terms = termsByName[name]
          const events: ClockEvent[] = [
            openedAt(0),
            ...pauseEvents(pauses),
            { type: 'met', act: 'resolution', at: later(met), seq: 100, id: 'met' },
            { type: 'reopened', at: later(met + 300), seq: 101, id: 'again' },
            { type: 'retargeted', priority: 'low', at: later(met + 400), seq: 102, id: 'low' },
          ]
          const shuffled = [...events, ...events.slice(0, 3)]
            .map((one) => ({ one, key: chance.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one)
          expect(foldClock(shuffled, terms)).toEqual(foldClock(events, terms))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('time left and time used make the budget, and use never runs backwards', () => {
    fc.assert(
      fc.property(
        anyTerms,
        fc.array(anyPause, { maxLength: 3 }),
        fc.nat(twoWeeks),
        fc.nat(twoWeeks),
        (name, pauses, first, more) => {
          const terms = termsByName[name]
          const state = stateOf(terms, openedAt(0), ...pauseEvents(pauses))
          const end = Math.max(0, ...pauses.map((one) => one.to))
          const early = clockAt(state, later(end + first))
          const late = clockAt(state, later(end + first + more))
          expect(early.left + early.used).toBe(early.budget)
          expect(late.used).toBeGreaterThanOrEqual(early.used)
          expect(late.left).toBeLessThanOrEqual(early.left)
        },
      ),
    )
  })

  test('while running, what is left is the time on the line until the due instant', () => {
    fc.assert(
      fc.property(
        anyTerms,
        fc.array(anyPause, { maxLength: 3 }),
        fc.nat(600),
        (name, pauses, m) => {
          const terms = termsByName[name]
          const state = stateOf(terms, openedAt(0), ...pauseEvents(pauses))
          const now = later(Math.max(0, ...pauses.map((one) => one.to)) + m)
          const reading = clockAt(state, now)
          if (reading.dueAt === undefined || reading.isBreached) return
          const line = state.aims[0]?.line
          expect(line?.between(now, reading.dueAt)).toBe(reading.left)
        },
      ),
    )
  })

  test('a re-target there and back leaves the due instant where it was', () => {
    fc.assert(
      fc.property(
        anyTerms,
        fc.array(anyPause, { maxLength: 3 }),
        fc.nat(twoWeeks),
        fc.constantFrom('low', 'critical'),
        (name, pauses, m, other) => {
          const terms = termsByName[name]
          const plain = [openedAt(0), ...pauseEvents(pauses)]
          const thereAndBack: ClockEvent[] = [
            ...plain,
            { type: 'retargeted', priority: other, at: later(m), seq: 200, id: 'there' },
            { type: 'retargeted', priority: 'high', at: later(m), seq: 201, id: 'back' },
          ]
          const before = stateOf(terms, ...plain)
          const after = stateOf(terms, ...thereAndBack)
          expect(after.dueAsOfStop).toBe(before.dueAsOfStop)
          expect(after.stoppedMs).toBe(before.stoppedMs)
        },
      ),
    )
  })

  test('a clock that continues as many runs uses as much as one with pauses in their place', () => {
    fc.assert(
      fc.property(anyTerms, fc.nat(3000), fc.nat(3000), fc.nat(3000), (name, a, b, c) => {
        const terms = termsByName[name]
        const gap = { from: a, to: a + b, reason: 'awaiting-partner' }
        const now = later(a + b + c)
        const asPause = stateOf(terms, openedAt(0), ...pauseEvents([gap]))
        const asRuns = stateOf(
          terms,
          openedAt(0),
          { type: 'met', act: 'resolution', at: later(a), seq: 1 },
          { type: 'reopened', at: later(a + b), seq: 2 },
        )
        expect(asRuns.dueAt).toBe(asPause.dueAt)
        expect(clockAt(asRuns, now).used).toBe(clockAt(asPause, now).used)
        expect(clockAt(asRuns, now).isBreached).toBe(clockAt(asPause, now).isBreached)
      }),
    )
  })

  test('met in the last millisecond is met, one later is not', () => {
    fc.assert(
      fc.property(anyTerms, fc.nat(3 * 24 * 60), (name, opened) => {
        const terms = termsByName[name]
        const { dueAt } = stateOf(terms, openedAt(opened))
        const metAt = (instant: number): boolean =>
          clockAt(
            stateOf(terms, openedAt(opened), {
              type: 'met',
              act: 'resolution',
              at: instant as EpochMs,
            }),
            later(10 * twoWeeks),
          ).isBreached
        expect(metAt(dueAt ?? 0)).toBe(false)
        expect(metAt((dueAt ?? 0) + 1)).toBe(true)
        expect(later(opened) + hour).toBeLessThan(dueAt ?? 0)
      }),
    )
  })
})
