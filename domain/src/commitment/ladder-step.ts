import type { Holder, Holding, Vacancy } from '../identity/assignment.ts'
import type { EpochMs } from '../kernel/instant.ts'

/** A step happens once: this is its identity. Level 0 is the stand-down of a run. */
export interface StepId {
  readonly clockId: string
  readonly run: number
  readonly level: number
}

/**
 * `call`: the people behind the level are called. `covered`: recorded without a call, because a higher level was
 * called instead or its people had been told before. `told`: on a reopening, those called earlier are told.
 * `passed`: nobody answers for the position, the next level is called. `stand-down`: the clock stopped, those
 * involved are told.
 */
export type StepKind = 'call' | 'covered' | 'told' | 'passed' | 'stand-down'

export interface LadderStep extends StepId {
  readonly kind: StepKind
  /** When its trigger came true; it may fire later, after an outage or at the next opening. */
  readonly reachedAt: EpochMs
  readonly firedAt: EpochMs
  /** From when its message may go out: the next opening for those not to be disturbed outside working hours. */
  readonly sendAt: EpochMs
  readonly position: string | undefined
  /** Resolved when it fired. Empty where nobody is told. */
  readonly people: readonly CalledPerson[]
  readonly channels: readonly string[]
  readonly mustAcknowledge: boolean
  /** Passed over although it had been reached: after an outage or a re-target. */
  readonly isLate: boolean
  /** False in quiet mode and for steps that only leave a record. */
  readonly isSent: boolean
  /** The level whose call stands for this one. */
  readonly coveredBy?: number | undefined
  /** Why a person escalated by hand, or why nobody answers for the position. */
  readonly reason?: string | undefined
}

export interface CalledPerson extends Holder {
  /** The highest level this person holds in the ladder: they are told once, as that. */
  readonly asLevel: number
}

/** What must be remembered of a step that fired. A `LadderStep` is one. */
export type FiredStep = Pick<LadderStep, 'run' | 'level' | 'kind' | 'firedAt' | 'coveredBy'> & {
  readonly people: readonly { readonly personId: string }[]
}

export interface Acknowledgement {
  readonly run: number
  readonly level: number
  readonly at: EpochMs
}

/** Finds who answers for a position at an instant. */
export type FindHolder = (position: string, at: EpochMs) => Holding

/** A position of a ladder that nobody answers for, found when its step fired. */
export interface LadderFinding {
  readonly code: 'ladder.nobody-holds-position' | 'ladder.nobody-left-to-call'
  readonly level: number
  readonly position: string
  readonly why: Vacancy
  readonly sentence: string
}
