import type { DurationMs, EpochMs } from '../kernel/instant.ts'
import type { ClockState } from './clock-state.ts'

/** How a clock stands when a period is looked back upon: what every measure counts. */
export interface Outcome {
  readonly priority: string
  /** Stopped by an act, in time or late. */
  readonly isMet: boolean
  readonly isBreached: boolean
  readonly isBreachedAfterExcuse: boolean
  readonly isCancelled: boolean
  /** Time used, on the clock's own line, until it was met or, while open, until the end of the period. */
  readonly usedMs: DurationMs
  readonly openedAt: EpochMs
  readonly breachedAt: EpochMs | undefined
}

/** One clock, one outcome: a reopened case stays one clock with runs, met only if its last run is and none breached. */
export function outcomeOf(_state: ClockState, _until: EpochMs): Outcome {
  throw new Error('in progress')
}

/**
 * One outcome per budget: one for a clock that continues when reopened, one per turn of a recurring update or of a
 * response that started anew.
 */
export function outcomesOf(_state: ClockState, _until: EpochMs): readonly Outcome[] {
  throw new Error('in progress')
}
