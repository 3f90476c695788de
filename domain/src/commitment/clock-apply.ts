import {
  aimAgain,
  beginCount,
  continueCount,
  endRun,
  markBreach,
  startCounting,
  stopCounting,
} from './clock-count.ts'
import { grown, isRunOpen, type ClockDraft } from './clock-draft.ts'
import type { ClockEvent } from './clock-event.ts'
import {
  excuseNeedsConsent,
  excuseUnreadable,
  pauseNotAllowed,
  stoppedBeforeStart,
} from './clock-refusal.ts'
import type { ClockRefusal, IgnoredEvent } from './clock-state.ts'

type Of<T extends ClockEvent['type']> = ClockEvent & { readonly type: T }
type Outcome = ClockRefusal | undefined

/** Applies one event, in order. Pauses are followed even before the opening and after a stop: they may outlast both. */
export function applyEvent(draft: ClockDraft, event: ClockEvent, ignoresPauses: boolean): Outcome {
  if (event.type === 'opened') return open(draft, event)
  if (event.type === 'paused') return pause(draft, event, ignoresPauses)
  if (event.type === 'resumed') return resume(draft, event)
  if (draft.last === undefined) return beforeTheStart(draft, event)
  if (event.type === 'excused') return excuse(draft, event)
  if (event.type === 'breach-recorded') return recordBreach(draft, event)
  if (draft.cancelledFor !== undefined) return ignore(draft, event, 'cancelled')
  switch (event.type) {
    case 'met':
      return meet(draft, event)
    case 'retargeted':
      return retarget(draft, event)
    case 'reopened':
      return reopen(draft, event)
    case 'cancelled':
      if (isRunOpen(draft)) endRun(draft, event.at, 'cancelled')
      draft.cancelledFor = event.reason
      return undefined
    case 'handed-over':
      return handOver(draft, event)
    case 'they-wrote':
      return theyWrote(draft, event)
    case 'we-updated':
      return draft.terms.recurring === undefined
        ? ignore(draft, event, 'not-recurring')
        : update(draft, event, 'update')
  }
  return event satisfies never
}

function open(draft: ClockDraft, event: Of<'opened'>): Outcome {
  if (draft.last !== undefined) return ignore(draft, event, 'already-open')
  draft.openedAt = event.at
  draft.priority = event.priority
  return beginCount(draft, event.at)
}

function beforeTheStart(draft: ClockDraft, event: ClockEvent): Outcome {
  const stops =
    event.type === 'cancelled' || (event.type === 'met' && draft.terms.metBy.has(event.act))
  return stops ? stoppedBeforeStart(event) : ignore(draft, event, 'before-the-start')
}

function pause(draft: ClockDraft, event: Of<'paused'>, ignoresPauses: boolean): Outcome {
  if (!draft.terms.pauseReasons.has(event.reason)) {
    return ignoresPauses
      ? ignore(draft, event, 'pause-not-allowed')
      : pauseNotAllowed(event, draft.terms)
  }
  const name = event.pause ?? event.reason
  if (draft.pauses.includes(name)) return undefined
  draft.pauses = grown(draft.pauses, name)
  draft.pausedFor = grown(draft.pausedFor, event.reason)
  if (isRunOpen(draft)) stopCounting(draft, event.at)
  return undefined
}

function resume(draft: ClockDraft, event: Of<'resumed'>): Outcome {
  const { pauses, pausedFor } = draft
  const before = pauses.length
  for (let i = before - 1; i >= 0; i -= 1) {
    const isMeant =
      event.pause === undefined
        ? event.reason === undefined || event.reason === pausedFor[i]
        : event.pause === pauses[i]
    if (!isMeant) continue
    if (i === pauses.length - 1) {
      pauses.pop()
      pausedFor.pop()
      continue
    }
    pauses.splice(i, 1)
    pausedFor.splice(i, 1)
  }
  if (pauses.length === before) return ignore(draft, event, 'not-paused')
  if (pauses.length === 0 && isRunOpen(draft)) startCounting(draft, event.at)
  return undefined
}

function meet(draft: ClockDraft, event: Of<'met'>): Outcome {
  const { metBy, endedBy, recurring } = draft.terms
  if (recurring !== undefined && endedBy?.has(event.act) === true) {
    if (draft.hasEnded) return ignore(draft, event, 'already-met')
    if (isRunOpen(draft)) endRun(draft, event.at, 'met', event.act)
    draft.hasEnded = true
    return undefined
  }
  if (!metBy.has(event.act)) return ignore(draft, event, 'act-does-not-stop')
  if (recurring !== undefined) return update(draft, event, event.act)
  if (!isRunOpen(draft)) return ignore(draft, event, 'already-met')
  endRun(draft, event.at, 'met', event.act)
  return undefined
}

/** A public update: meets the turn and, while the work is open, begins the next one. */
function update(draft: ClockDraft, event: ClockEvent, act: string): Outcome {
  if (draft.hasEnded) return ignore(draft, event, 'after-the-end')
  if (!isRunOpen(draft)) return undefined
  endRun(draft, event.at, 'met', act)
  return draft.terms.recurring === 'while-open' ? beginCount(draft, event.at) : undefined
}

function theyWrote(draft: ClockDraft, event: Of<'they-wrote'>): Outcome {
  if (draft.terms.recurring === undefined) return ignore(draft, event, 'not-recurring')
  if (draft.hasEnded) return ignore(draft, event, 'after-the-end')
  return isRunOpen(draft) ? undefined : beginCount(draft, event.at)
}

function retarget(draft: ClockDraft, event: Of<'retargeted'>): Outcome {
  draft.terms = event.terms ?? draft.terms
  draft.priority = event.priority ?? draft.priority
  if (isRunOpen(draft)) return aimAgain(draft, event.at)
  const { recurring, onReopen, targetFor } = draft.terms
  const mayGoOn = recurring === undefined && onReopen === 'continue'
  return mayGoOn && targetFor(draft.priority) !== undefined ? aimAgain(draft, event.at) : undefined
}

function reopen(draft: ClockDraft, event: Of<'reopened'>): Outcome {
  const { recurring, onReopen } = draft.terms
  if (recurring !== undefined) {
    if (!draft.hasEnded) return ignore(draft, event, 'not-met')
    draft.hasEnded = false
    return recurring === 'while-open' ? beginCount(draft, event.at) : undefined
  }
  if (isRunOpen(draft)) return ignore(draft, event, 'not-met')
  if (onReopen === 'start-anew') return beginCount(draft, event.at)
  continueCount(draft, event.at)
  return undefined
}

function handOver(draft: ClockDraft, event: Of<'handed-over'>): Outcome {
  if (draft.terms.onHandover !== 'start-anew' || !isRunOpen(draft)) return undefined
  endRun(draft, event.at, 'handed-over')
  return beginCount(draft, event.at)
}

function excuse(draft: ClockDraft, event: Of<'excused'>): Outcome {
  const { time = 0, breach = false } = event
  if (event.consentedBy === draft.terms.owedBy) return excuseNeedsConsent(event, draft.terms)
  if (!(time > 0 || (breach && time === 0)) || !Number.isFinite(time))
    return excuseUnreadable(event)
  const run = draft.last
  if (run === undefined) return undefined
  run.excusedMs += time
  run.isBreachExcused ||= breach
  return undefined
}

function recordBreach(draft: ClockDraft, event: Of<'breach-recorded'>): Outcome {
  const run = event.run === undefined ? draft.last : draft.runs[event.run - 1]
  if (run === undefined) return ignore(draft, event, 'no-such-run')
  run.isBreachRecorded = true
  if (run === draft.last) markBreach(draft, event.at)
  else run.breachedAt = event.at
  return undefined
}

function ignore(draft: ClockDraft, event: ClockEvent, why: IgnoredEvent['why']): undefined {
  draft.ignored = grown(draft.ignored, { event, why })
}
