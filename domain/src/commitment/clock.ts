import { accepted, refused, type Result } from '../kernel/result.ts'
import type { EpochMs } from '../kernel/instant.ts'
import { applyEvent } from './clock-apply.ts'
import { writeRun } from './clock-count.ts'
import { isRunOpen, newDraft, type ClockDraft } from './clock-draft.ts'
import type { ClockEvent } from './clock-event.ts'
import { inOrder } from './clock-order.ts'
import { neverOpened } from './clock-refusal.ts'
import type { ClockRefusal, ClockState, ClockStatus } from './clock-state.ts'
import type { ClockTerms } from './terms.ts'

export { clockAt, type ClockReading } from './clock-reading.ts'
export type { ClockRefusal, ClockRun, ClockState, ClockStatus } from './clock-state.ts'

/**
 * The clock of a commitment: a pure fold over its events under given terms. Folding the same events under other terms
 * is what simulation does; folding them again after a late event is how a clock is corrected.
 *
 * Terms: a *run* goes from a start to a stop; a *count* is one budget and may take several runs; an *aim* is the
 * target that applies to a count; a *stop* is a stretch that does not count.
 *
 * The rule that surprises: instants decide, not remaining time. Due on Friday at 17:00, the closing, is broken on
 * Saturday, although no open time has passed. And nothing falls due in a stop: it waits for its end.
 */
export interface FoldOptions {
  /**
   * What to do with a pause whose reason the terms do not allow. `refuse` is for the living system; `ignore` is for
   * simulation, where history is judged under terms it did not have: the clock runs on and the event is reported.
   */
  readonly disallowedPauses?: 'refuse' | 'ignore' | undefined
}

/**
 * Folds events, in any order and possibly repeated, into the state of the clock as of the last of them. Refuses a
 * history without opening, a stop before the start, a pause for a reason that is not allowed, a priority without
 * target and an excuse by the owing side. Acts that do not stop the clock are listed in `ignored`.
 */
export function foldClock(
  events: readonly ClockEvent[],
  terms: ClockTerms,
  options?: FoldOptions,
): Result<ClockState, ClockRefusal> {
  const ordered = inOrder(events)
  if (!ordered.ok) return ordered
  const draft = newDraft(terms)
  const ignoresPauses = options?.disallowedPauses === 'ignore'
  let lastAt = draft.openedAt
  for (let i = 0; i < ordered.value.length; i += 1) {
    const event = ordered.value[i] as ClockEvent
    const refusal = applyEvent(draft, event, ignoresPauses)
    if (refusal !== undefined) return refused(refusal)
    lastAt = event.at
  }
  if (draft.last === undefined) return refused(neverOpened(terms))
  return accepted(settled(draft, lastAt))
}

function settled(draft: ClockDraft, lastAt: EpochMs): ClockState {
  draft.run = draft.runs.length
  draft.status = statusOf(draft)
  if (isRunOpen(draft)) writeRun(draft, lastAt)
  if (draft.status === 'running') draft.dueAt = draft.dueAsOfStop
  if (draft.status === 'paused') {
    const openedAt = draft.last?.openedAt ?? draft.openedAt
    const since = draft.stoppedSince ?? openedAt
    draft.pausedSince = since > openedAt ? since : openedAt
  }
  return draft
}

function statusOf(draft: ClockDraft): ClockStatus {
  if (draft.cancelledFor !== undefined) return 'cancelled'
  if (isRunOpen(draft)) return draft.pauses.length > 0 ? 'paused' : 'running'
  return draft.terms.recurring === undefined || draft.hasEnded ? 'met' : 'idle'
}
