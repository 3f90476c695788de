import type { EpochMs } from '../kernel/instant.ts'
import type { ClockState } from './clock-state.ts'
import type { Ladder } from './ladder.ts'
import type {
  Acknowledgement,
  FindHolder,
  FiredStep,
  LadderFinding,
  LadderStep,
} from './ladder-step.ts'

/** Everything that decides which steps are due. */
export interface LadderQuestion {
  readonly clockId: string
  readonly state: ClockState
  readonly ladder: Ladder
  /** Every step of this clock that fired before. */
  readonly fired: readonly FiredStep[]
  readonly acknowledgements: readonly Acknowledgement[]
  readonly findHolder: FindHolder
  readonly now: EpochMs
  /** Going live, importing old work: every step is computed and recorded, none is sent. */
  readonly quiet?: boolean | undefined
}

export interface LadderAnswer {
  readonly steps: readonly LadderStep[]
  /** Levels reached that may not be called before working hours; judged again then. */
  readonly waiting: readonly { readonly level: number; readonly until: EpochMs }[]
  readonly findings: readonly LadderFinding[]
}
