import type { EpochMs } from '../kernel/instant.ts'
import { accepted, type Result } from '../kernel/result.ts'
import type { ClockEvent } from './clock-event.ts'
import { clockAt, foldClock, type ClockReading } from './clock.ts'
import type { ClockRefusal } from './clock-state.ts'
import type { CommitmentKind } from './kind.ts'
import type { ClockTerms } from './terms.ts'

/** What an amendment says, per kind of commitment, about work that is open when it comes into force. */
export type OpenWork = 'keep' | 'retarget'

/** What an amendment or a termination does to one clock: the event to record, and the clock before and after it. */
export interface ClockChange {
  readonly event: ClockEvent
  readonly before: ClockReading
  readonly after: ClockReading
}

/**
 * What an amendment changes about a clock at the instant it comes into force; undefined where open work is kept or
 * the clock has stopped. Recorded breaches stand under the new terms, past pauses are kept. Pure and per clock, so
 * that a million of them can be worked off in batches and taken up again after an interruption.
 */
export function amendClock(
  events: readonly ClockEvent[],
  terms: ClockTerms,
  amended: ClockTerms,
  openWork: OpenWork,
  at: EpochMs,
): Result<ClockChange | undefined, ClockRefusal> {
  if (openWork === 'keep') return accepted(undefined)
  return changeOf(events, terms, { type: 'retargeted', terms: amended, at })
}

/**
 * What the end of an agreement does to a clock: kinds that the wind-down names run on under the last version, the
 * others are cancelled with the reason, leave the measures and stand their ladders down.
 */
export function endClock(
  events: readonly ClockEvent[],
  terms: ClockTerms,
  windDown: ReadonlySet<CommitmentKind>,
  reason: string,
  at: EpochMs,
): Result<ClockChange | undefined, ClockRefusal> {
  if (windDown.has(terms.kind)) return accepted(undefined)
  return changeOf(events, terms, { type: 'cancelled', reason, at })
}

function changeOf(
  events: readonly ClockEvent[],
  terms: ClockTerms,
  event: ClockEvent,
): Result<ClockChange | undefined, ClockRefusal> {
  const old = foldClock(events, terms)
  if (!old.ok) return old
  const { status } = old.value
  if (status === 'met' || status === 'cancelled') return accepted(undefined)
  const changed = foldClock([...events, event], terms)
  if (!changed.ok) return changed
  const before = clockAt(old.value, event.at)
  return accepted({ event, before, after: clockAt(changed.value, event.at) })
}
