import { clockAt, foldClock } from '../commitment/clock.ts'
import type { ClockEvent } from '../commitment/clock-event.ts'
import type { ClockState } from '../commitment/clock-state.ts'
import { outcomesOf } from '../commitment/outcome.ts'
import type { ClockTerms } from '../commitment/terms.ts'
import type { EpochMs } from '../kernel/instant.ts'
import {
  hasClock,
  isBreachedFlag,
  isCancelledFlag,
  isMetFlag,
  isPausedAtEnd,
  type ReplayRecords,
} from './replay-records.ts'

/**
 * Folds one promise of a case. Changes to priorities for which nothing is promised are left out, so that a case which
 * passed through one is still judged by what was promised before and after. Undefined where nothing is promised at
 * any of its priorities.
 */
export function foldCase(events: readonly ClockEvent[], terms: ClockTerms): ClockState | undefined {
  const promised = events.every((event) => isPromised(event, terms))
    ? events
    : narrowed(events, terms)
  if (promised === undefined) return undefined
  const state = foldClock(promised, terms, { disallowedPauses: 'ignore' })
  // The story of a case is in order and begins with its opening, so nothing is left to refuse.
  if (!state.ok) throw new Error(`${state.refusal.code}: ${state.refusal.sentence}`)
  return state.value
}

function isPromised(event: ClockEvent, terms: ClockTerms): boolean {
  const priority = priorityOf(event)
  return priority === undefined || terms.targetFor(priority) !== undefined
}

const priorityOf = (event: ClockEvent): string | undefined =>
  event.type === 'opened' || event.type === 'retargeted' ? event.priority : undefined

function narrowed(
  events: readonly ClockEvent[],
  terms: ClockTerms,
): readonly ClockEvent[] | undefined {
  const first = events
    .map(priorityOf)
    .find((priority) => priority !== undefined && terms.targetFor(priority) !== undefined)
  if (first === undefined) return undefined
  return events.flatMap((event): ClockEvent[] => {
    if (event.type === 'opened') return [{ ...event, priority: first }]
    return isPromised(event, terms) ? [event] : []
  })
}

/** Writes how a clock stands at `until`. Of a response the slowest run counts, of a resolution all runs together. */
export function recordClock(
  records: ReplayRecords,
  caseIndex: number,
  state: ClockState,
  until: EpochMs,
): void {
  const outcomes = outcomesOf(state, until)
  let slowest = 0
  let flags = hasClock
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.usedMs > (outcomes[slowest]?.usedMs ?? 0)) slowest = index
    if (outcome.isBreached) flags |= isBreachedFlag
  }
  const last = outcomes[outcomes.length - 1]
  if (last?.isMet === true) flags |= isMetFlag
  if (last?.isCancelled === true) flags |= isCancelledFlag
  const count = slowest + 1
  const run = state.runs.findLast((one) => one.count === count)
  if (run === undefined) return
  const isCurrent = run === state.runs[state.runs.length - 1]
  if (isCurrent && state.status === 'paused') flags |= isPausedAtEnd
  const reading = clockAt(state, until)
  records.flags[caseIndex] = flags
  records.used[caseIndex] = outcomes[slowest]?.usedMs ?? 0
  records.budget[caseIndex] = run.budget
  records.openedAt[caseIndex] = state.openedAt
  // Work that was reopened and not met again is open, whenever its slowest run was met.
  records.metAt[caseIndex] = last?.isMet === true ? (run.endedAt ?? Number.NaN) : Number.NaN
  records.dueAt[caseIndex] = (isCurrent ? reading.dueAt : undefined) ?? run.dueAt
  records.runs[caseIndex] = state.runs.length
}
