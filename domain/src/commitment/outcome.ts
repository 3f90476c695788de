import type { DurationMs, EpochMs } from '../kernel/instant.ts'
import { clockAt, isExcused } from './clock-reading.ts'
import type { Aim, ClockRun, ClockState } from './clock-state.ts'

/** How a clock stands when a period is looked back upon: what every measure counts. */
export interface Outcome {
  readonly priority: string
  /** Stopped by an act, in time or late. */
  readonly isMet: boolean
  readonly isBreached: boolean
  readonly isBreachedAfterExcuse: boolean
  /**
   * Cancelled while open, or given up for a new budget when the work was handed over: it leaves the measures. What was
   * met before a cancellation stays met.
   */
  readonly isCancelled: boolean
  /** Time used, on the clock's own line, until it was met or, while open, until the end of the period. */
  readonly usedMs: DurationMs
  readonly openedAt: EpochMs
  readonly breachedAt: EpochMs | undefined
}

/**
 * One outcome per budget: one for a clock that continues when reopened, one per turn of a recurring update or of a
 * response that started anew. Events after `until` should not be in the fold.
 */
export function outcomesOf(state: ClockState, until: EpochMs): readonly Outcome[] {
  const outcomes: Outcome[] = []
  for (let first = 0; first < state.runs.length;) {
    let end = first + 1
    while (state.runs[end]?.count === state.runs[first]?.count) end += 1
    if (end > state.runs.length) end = state.runs.length
    outcomes.push(countOutcome(state, first, end, until))
    first = end
  }
  return outcomes
}

/**
 * One clock, one outcome: a reopened case stays one clock with runs. It is met if its last run is, breached if any of
 * its runs was, and the time used is that of all its budgets.
 */
export function outcomeOf(state: ClockState, until: EpochMs): Outcome {
  const outcomes = outcomesOf(state, until)
  const last = outcomes[outcomes.length - 1] as Outcome
  if (outcomes.length === 1) return last
  return {
    priority: last.priority,
    isMet: last.isMet,
    isBreached: outcomes.some((one) => one.isBreached),
    isBreachedAfterExcuse: outcomes.some((one) => one.isBreachedAfterExcuse),
    isCancelled: last.isCancelled,
    usedMs: outcomes.reduce((sum, one) => sum + one.usedMs, 0),
    openedAt: state.openedAt,
    breachedAt: outcomes.find((one) => one.isBreached)?.breachedAt,
  }
}

function countOutcome(state: ClockState, first: number, end: number, until: EpochMs): Outcome {
  const run = state.runs[end - 1] as ClockRun
  const { priority, endedBy } = run
  const facts = {
    priority,
    isMet: endedBy === 'met',
    isCancelled: endedBy === 'cancelled' || endedBy === 'handed-over',
    openedAt: (state.runs[first] as ClockRun).openedAt,
  }
  if (end === state.runs.length) {
    const { isBreached, isBreachedAfterExcuse, used, breachedAt } = clockAt(state, until)
    return { ...facts, isBreached, isBreachedAfterExcuse, usedMs: used, breachedAt }
  }
  const breached = state.runs.slice(first, end).find((one) => one.breachedAt !== undefined)
  const breachedAt = breached?.breachedAt
  const aim = state.aims.findLast((one) => one.count === run.count) as Aim
  const isBreached = breachedAt !== undefined
  const isBreachedAfterExcuse = isBreached && !isExcused(aim, run, breachedAt, run.endedAt ?? until)
  return { ...facts, isBreached, isBreachedAfterExcuse, usedMs: run.usedMs, breachedAt }
}
