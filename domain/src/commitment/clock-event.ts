import type { Side } from '../identity/side.ts'
import type { DurationMs, EpochMs } from '../kernel/instant.ts'
import type { ClockTerms } from './terms.ts'

/**
 * What happens to a clock. Events are append-only and may arrive late, twice or in any order: `at` says when the
 * thing happened, `seq` orders things of the same instant, `id` makes a repeated message harmless.
 */
export type ClockEvent = ClockEventFacts & ClockEventBody

export interface ClockEventFacts {
  readonly at: EpochMs
  /** Two events with one id are one event. */
  readonly id?: string | undefined
  /** The order in which events of the same instant were recorded. */
  readonly seq?: number | undefined
}

export type ClockEventBody =
  | { readonly type: 'opened'; readonly priority: string }
  /** `pause` tells apart overlapping pauses that share a reason; by default a reason is one pause. */
  | { readonly type: 'paused'; readonly reason: string; readonly pause?: string | undefined }
  /** Ends the pause of that name or reason; without either, every pause. */
  | {
      readonly type: 'resumed'
      readonly reason?: string | undefined
      readonly pause?: string | undefined
    }
  /** Another priority, other terms (an amendment), or both. */
  | {
      readonly type: 'retargeted'
      readonly priority?: string | undefined
      readonly terms?: ClockTerms | undefined
    }
  /** An act by a person of the owing side. Whether it stops the clock is for the terms to say. */
  | { readonly type: 'met'; readonly act: string }
  | { readonly type: 'reopened' }
  | { readonly type: 'cancelled'; readonly reason: string }
  /** The work went to another team of the owing side. */
  | { readonly type: 'handed-over' }
  /** The waiting side consents to leave out some time, or to overlook the breach. Both figures remain visible. */
  | {
      readonly type: 'excused'
      readonly consentedBy: Side
      readonly time?: DurationMs | undefined
      readonly breach?: boolean | undefined
      readonly reason?: string | undefined
    }
  /** A breach that was told to both sides. It stands, even where a later fold disagrees. `at` is its instant. */
  | { readonly type: 'breach-recorded'; readonly run?: number | undefined }
  /** The other side wrote, by whatever channel. Matters to recurring updates. */
  | { readonly type: 'they-wrote' }
  /** Our public update to the other side. Matters to recurring updates. */
  | { readonly type: 'we-updated' }
