import type { EpochMs } from '../kernel/instant.ts'
import type { ClockState } from './clock-state.ts'
import type { Ladder } from './ladder.ts'
import type { Acknowledgement } from './ladder-step.ts'

export interface ReplayedStep {
  readonly run: number
  readonly level: number
  readonly kind: 'call' | 'covered' | 'told'
  /** When its trigger came true and when it was called: they differ where a level waits for working hours. */
  readonly reachedAt: EpochMs
  readonly firedAt: EpochMs
}

/**
 * Which levels a full history would have called, and when, up to `until`. Levels that wait for a missing
 * acknowledgement count as unacknowledged unless acknowledgements are given.
 */
export function replaySteps(
  _state: ClockState,
  _ladder: Ladder,
  _until: EpochMs,
  _acknowledgements: readonly Acknowledgement[] = [],
): readonly ReplayedStep[] {
  throw new Error('in progress')
}
