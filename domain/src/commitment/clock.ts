import type { Result } from '../kernel/result.ts'
import type { ClockEvent } from './clock-event.ts'
import type { ClockRefusal, ClockState } from './clock-state.ts'
import type { ClockTerms } from './terms.ts'

export interface FoldOptions {
  /**
   * What to do with a pause whose reason the terms do not allow. `refuse` is for the living system; `ignore` is for
   * simulation, where history is judged under terms it did not have: the clock runs on and the event is reported.
   */
  readonly disallowedPauses?: 'refuse' | 'ignore' | undefined
}

export function foldClock(
  _events: readonly ClockEvent[],
  _terms: ClockTerms,
  _options?: FoldOptions,
): Result<ClockState, ClockRefusal> {
  throw new Error('in progress')
}
