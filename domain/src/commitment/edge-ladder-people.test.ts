import { describe, expect, test } from 'vitest'
import {
  at,
  local,
  met,
  opened,
  paused,
  reopened,
  resumed,
  stateOf,
  termsOf,
} from './sample-clock.ts'
import { ask, brief, ladderOf, people } from './sample-ladder.ts'

/** Edge cases, by their numbers in the list: people behind the levels and their acknowledgements. 16 November 2026 is a Monday. */

const terms = termsOf({ critical: '4 hours', high: '8 hours', low: '16 hours' })
const start = opened('2026-11-16 09:00')
const running = stateOf(terms, start)

describe('people behind the levels', () => {
  test('edge 28: a position that nobody holds passes to the next level and leaves a finding', () => {
    const findHolder = people({ 'position-1': 'never-assigned' })
    const { steps, findings } = ask(running, '2026-11-16 15:00', { findHolder })
    expect(brief(steps)).toEqual(['1 passed', '2 call'])
    expect(findings).toMatchObject([{ code: 'ladder.nobody-holds-position', level: 1 }])
    expect(ask(running, '2026-11-17 09:00', { findHolder, fired: steps }).steps).toEqual([])
  })

  test('edge 28: everyone absent: every level passes and the findings say that nobody is left', () => {
    const absent = 'everyone-absent'
    const findHolder = people(
      Object.fromEntries([1, 2, 3, 4].map((level) => [`position-${level}`, absent] as const)),
    )
    const { steps, findings } = ask(running, '2026-11-16 15:00', { findHolder })
    expect(brief(steps)).toEqual(['1 passed', '2 passed', '3 passed', '4 passed'])
    expect(findings.at(-1)).toMatchObject({ code: 'ladder.nobody-left-to-call', why: absent })
    expect(steps.some((step) => step.isSent)).toBe(false)
  })

  test('edge 28: a level that passes at night waits with the next one for the opening', () => {
    const ladder = ladderOf(['75 %', 'at breach'], (level) => ({ outsideHours: level === 1 }))
    const findHolder = people({ 'position-1': 'assignment-ended' })
    const night = stateOf(termsOf({ high: '4 elapsed hours' }), opened('2026-11-16 20:00'))
    const first = ask(night, '2026-11-16 23:00', { ladder, findHolder })
    expect(brief(first.steps)).toEqual(['1 passed'])
    expect(first.waiting.map((one) => [one.level, local(one.until)])).toEqual([
      [2, '2026-11-17 09:00'],
    ])
    const morning = ask(night, '2026-11-17 09:00', { ladder, findHolder, fired: first.steps })
    expect(brief(morning.steps)).toEqual(['2 call'])
  })

  test('edge 28: the same person at two levels is told once, as the higher', () => {
    const findHolder = people({ 'position-1': ['ines'], 'position-2': ['ines'] })
    const first = ask(running, '2026-11-16 15:00', { findHolder }).steps
    expect(first[0]?.people).toMatchObject([{ personId: 'ines', asLevel: 2 }])
    const second = ask(running, '2026-11-17 09:00', { findHolder, fired: first }).steps
    expect(brief(second)).toEqual(['2 covered'])
    expect(second[0]).toMatchObject({ coveredBy: 1, isSent: false, isLate: false })
  })

  test('people are found when a step fires, not when the clock opened', () => {
    const early = ask(running, '2026-11-16 15:00', { findHolder: people() }).steps
    const late = ask(running, '2026-11-16 16:00', {
      findHolder: people({ 'position-1': ['tarek'] }),
    }).steps
    expect(early[0]?.people[0]?.personId).toBe('holder-of-position-1')
    expect(late[0]?.people[0]?.personId).toBe('tarek')
  })

  test('a team is told as a whole, without those who know already', () => {
    const findHolder = people({ 'position-1': ['ines'], 'position-2': ['ines', 'tarek', 'oda'] })
    const first = ask(running, '2026-11-16 15:00', { findHolder }).steps
    const second = ask(running, '2026-11-17 09:00', { findHolder, fired: first }).steps
    expect(second[0]?.people.map((one) => one.personId)).toEqual(['tarek', 'oda'])
  })
})

describe('acknowledgements', () => {
  const ladder = ladderOf(['75 %', '1 hour without acknowledgement', '150 %'])
  const first = ask(running, '2026-11-16 15:00', { ladder }).steps

  test('no acknowledgement within the span calls the next level', () => {
    expect(ask(running, '2026-11-16 15:59', { ladder, fired: first }).steps).toEqual([])
    expect(brief(ask(running, '2026-11-16 16:00', { ladder, fired: first }).steps)).toEqual([
      '2 call',
    ])
  })

  test('an acknowledgement keeps it from being called, and the level above covers it', () => {
    const acknowledgements = [{ run: 1, level: 1, at: at('2026-11-16 15:30') }]
    const more = { ladder, fired: first, acknowledgements }
    expect(ask(running, '2026-11-16 16:30', more).steps).toEqual([])
    const { steps } = ask(running, '2026-11-17 13:00', more)
    expect(brief(steps)).toEqual(['2 covered', '3 call'])
    expect(steps[0]?.isLate).toBe(false)
  })

  test('edge 18: an acknowledgement that comes while the level waits for the opening still counts', () => {
    const late = ask(running, '2026-11-16 16:30', { ladder }).steps
    const acknowledgements = [{ run: 1, level: 1, at: at('2026-11-16 21:00') }]
    expect(brief(late)).toEqual(['1 call'])
    const morning = { ladder, fired: late, acknowledgements }
    expect(ask(running, '2026-11-17 09:30', morning).steps).toEqual([])
    expect(brief(ask(running, '2026-11-17 09:30', { ladder, fired: late }).steps)).toEqual([
      '2 call',
    ])
  })

  test('being told of a reopening does not start the wait again, and asks for no answer', () => {
    const state = stateOf(terms, start, met('2026-11-16 15:30'), reopened('2026-11-17 09:00'))
    const again = ask(state, '2026-11-17 09:00', { ladder, fired: first })
    expect(again.steps[0]).toMatchObject({ kind: 'told', mustAcknowledge: false })
    const fired = [...first, ...again.steps]
    expect(ask(state, '2026-11-17 09:29', { ladder, fired }).steps).toEqual([])
    expect(brief(ask(state, '2026-11-17 09:30', { ladder, fired }).steps)).toEqual(['2 call'])
  })

  test('a pause stands the wait still', () => {
    const state = stateOf(terms, start, paused('2026-11-16 15:30'), resumed('2026-11-16 16:15'))
    expect(ask(state, '2026-11-16 16:44', { ladder, fired: first }).steps).toEqual([])
    expect(brief(ask(state, '2026-11-16 16:45', { ladder, fired: first }).steps)).toEqual([
      '2 call',
    ])
  })
})
