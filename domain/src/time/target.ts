import { accepted, refused, type Refusal, type Result } from '../kernel/result.ts'

/**
 * How long something may take. `business` counts open time of a calendar, `elapsed` counts all time (an elapsed day
 * is 24 hours), `calendar` goes with days only: the same local time on the n-th next date. A draft may leave the
 * basis out; the audit then asks for it.
 */
export interface Target {
  readonly amount: number
  readonly unit: TargetUnit
  readonly basis?: TargetBasis | undefined
}

export type TargetUnit = 'minutes' | 'hours' | 'days'
export type TargetBasis = 'business' | 'elapsed' | 'calendar'

/** A target whose basis is settled, as the engines need it. */
export interface SettledTarget extends Target {
  readonly basis: TargetBasis
}
