import type { EpochMs } from '../kernel/instant.ts'
import type { ClockState } from './clock-state.ts'
import type { Ladder } from './ladder.ts'
import type { Acknowledgement, FiredStep } from './ladder-step.ts'

export interface NextInstant {
  readonly at: EpochMs
  readonly what: 'warning' | 'breach' | 'step'
  readonly level?: number | undefined
}

/**
 * The next instant, at or after `now`, at which anything happens to a clock by itself: its warning, its breach, a
 * step of its ladder. A sweep indexes it. Undefined while the clock is paused, stopped or has nothing left to say.
 */
export function nextInstant(
  _state: ClockState,
  _now: EpochMs,
  _ladder?: Ladder,
  _fired: readonly FiredStep[] = [],
  _acknowledgements: readonly Acknowledgement[] = [],
): NextInstant | undefined {
  throw new Error('in progress')
}
