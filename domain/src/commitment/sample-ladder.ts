import type { Holding, Vacancy } from '../identity/assignment.ts'
import type { EpochMs } from '../kernel/instant.ts'
import type { ClockEvent } from './clock-event.ts'
import type { ClockState } from './clock-state.ts'
import { foldClock } from './clock.ts'
import { readTrigger, type Ladder, type LadderLevel } from './ladder.ts'
import type { LadderAnswer, LadderQuestion } from './ladder-question.ts'
import type { FindHolder, LadderStep } from './ladder-step.ts'
import { dueSteps } from './ladder-steps.ts'
import { nextInstant } from './next-instant.ts'
import { at } from './sample-clock.ts'
import type { ClockTerms } from './terms.ts'

/** Ladders, people and a watcher for the tests of escalation. */
export function ladderOf(
  triggers: readonly string[],
  facts: Partial<LadderLevel> | ((level: number) => Partial<LadderLevel>) = {},
): Ladder {
  const levels = triggers.map((text, i): LadderLevel => {
    const trigger = readTrigger(text)
    if (!trigger.ok) throw new Error(trigger.refusal.sentence)
    return {
      level: i + 1,
      position: `position-${i + 1}`,
      trigger: trigger.value,
      channels: ['email'],
      mustAcknowledge: true,
      outsideHours: false,
      ...(typeof facts === 'function' ? facts(i + 1) : facts),
    }
  })
  return { side: 'vendor', levels }
}

export const vendorLadder = ladderOf(['75 %', 'at breach', '150 %', '200 %'])

/** A directory by position; a position that is not named is held by a person of its own. */
export const people =
  (held: Readonly<Record<string, readonly string[] | Vacancy>> = {}): FindHolder =>
  (position): Holding => {
    const found = held[position] ?? [`holder-of-${position}`]
    if (typeof found === 'string') return { type: 'vacant', why: found }
    return { type: 'held', holders: found.map((personId) => ({ personId })) }
  }

export const ask = (
  state: ClockState,
  now: string | EpochMs,
  more: Partial<LadderQuestion> = {},
): LadderAnswer =>
  dueSteps({
    clockId: 'C-1',
    state,
    ladder: vendorLadder,
    fired: [],
    acknowledgements: [],
    findHolder: people(),
    now: typeof now === 'string' ? at(now) : now,
    ...more,
  })

/** `2 call` for each step: its level and kind. */
export const brief = (steps: readonly { level: number; kind: string }[]): string[] =>
  steps.map((step) => `${step.level} ${step.kind}`)

/**
 * Somebody who watches a clock from its first event to `until`, wakes at every next instant, and remembers every step:
 * what the sweep does, without a database.
 */
export function watch(
  terms: ClockTerms,
  events: readonly ClockEvent[],
  until: EpochMs,
  more: Partial<LadderQuestion> = {},
): readonly LadderStep[] {
  const fired: LadderStep[] = []
  const { ladder = vendorLadder, acknowledgements = [] } = more
  for (const [i, event] of events.entries()) {
    const state = withBreachSeen(terms, events.slice(0, i + 1))
    if (state === undefined) continue
    const end = events[i + 1]?.at ?? ((until + 1) as EpochMs)
    let now: EpochMs | undefined = event.at
    while (now !== undefined && now < end) {
      const wake: EpochMs = now
      const known = acknowledgements.filter((one) => one.at <= wake)
      fired.push(...ask(state, wake, { ...more, fired, acknowledgements: known }).steps)
      const seenTo = { ladder, fired, acknowledgements: known, isWarned: true }
      const next = nextInstant(state, wake, seenTo)
      now = next !== undefined && next.at > wake ? next.at : undefined
    }
  }
  return fired
}

/** Only the ladder wakes the watcher: warnings are given and breaches recorded elsewhere. */
function withBreachSeen(terms: ClockTerms, events: readonly ClockEvent[]): ClockState | undefined {
  const folded = foldClock(events, terms)
  if (!folded.ok) return undefined
  const runs = folded.value.runs.map((run) => Object.assign({}, run, { isBreachRecorded: true }))
  return { ...folded.value, runs }
}
