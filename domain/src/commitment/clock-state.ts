import type { DurationMs, EpochMs } from '../kernel/instant.ts'
import type { Refusal } from '../kernel/result.ts'
import type { BusinessCalendar } from '../time/business-calendar.ts'
import type { SettledTarget } from '../time/target.ts'
import type { TimeLine } from '../time/time-line.ts'
import type { ClockEvent } from './clock-event.ts'
import type { ClockTerms } from './terms.ts'

/** `idle`: a recurring update while nobody waits. */
export type ClockStatus = 'running' | 'paused' | 'idle' | 'met' | 'cancelled'

/**
 * What the events say about a clock, without a *now*: `clockAt` reads it at an instant. It carries the targets it
 * aimed at and the stretches in which it stood still, so that any instant of its history can be worked out again.
 */
export interface ClockState {
  readonly terms: ClockTerms
  readonly status: ClockStatus
  readonly priority: string
  readonly openedAt: EpochMs
  /** The current run, from 1. */
  readonly run: number
  readonly runs: readonly ClockRun[]
  /** Targets in the order in which they took effect; the last one counts. */
  readonly aims: readonly Aim[]
  /** Ended stretches without counting (pauses, and the time between a stop and a reopening): from, to, from, to … */
  readonly stops: readonly EpochMs[]
  /** Time on the clock's own line that the ended stops of the present budget cover. */
  readonly stoppedMs: DurationMs
  /** Since when it has not been counting; undefined while it counts. */
  readonly stoppedSince: EpochMs | undefined
  /** Since when it counts towards the present target: the last start, resumption or re-target. */
  readonly countingSince: EpochMs
  /** When it falls due; undefined while paused and once stopped (see the run). */
  readonly dueAt: EpochMs | undefined
  /** The due instant as of the last event, also while paused: what it would be if no further stop covered open time. */
  readonly dueAsOfStop: EpochMs
  readonly pausedSince: EpochMs | undefined
  readonly pausedFor: readonly string[]
  /** First breach of the present budget, as far as the events show or record it. */
  readonly breachedAt: EpochMs | undefined
  readonly cancelledFor: string | undefined
  /** Events that changed nothing although they might have been meant to. */
  readonly ignored: readonly IgnoredEvent[]
}

/** One stretch from a start (opening, reopening, their message) to a stop. */
export interface ClockRun {
  readonly number: number
  /** Runs that share a budget share this number: a reopened resolution is one count of two runs. */
  readonly count: number
  readonly openedAt: EpochMs
  /** At the end of the run; of the current run as of the last event. */
  readonly dueAt: EpochMs
  readonly budget: DurationMs
  /** Time counted on the clock's own line, earlier runs of the same budget included. */
  readonly usedMs: DurationMs
  readonly priority: string
  readonly endedAt: EpochMs | undefined
  readonly endedBy: 'met' | 'cancelled' | 'handed-over' | undefined
  /** The act that met it. */
  readonly act: string | undefined
  /** The instant at which this run broke the promise. Undefined in a run that continues a breached one. */
  readonly breachedAt: EpochMs | undefined
  readonly isBreachRecorded: boolean
  readonly excusedMs: DurationMs
  readonly isBreachExcused: boolean
}

/** A target as it applied to one budget of a clock. */
export interface Aim {
  /** When it took effect. */
  readonly at: EpochMs
  /** From when its time counts: the original start, also after a re-target. */
  readonly countsFrom: EpochMs
  /** Due instant before any stop pushes it. */
  readonly dueAt: EpochMs
  readonly budget: DurationMs
  readonly line: TimeLine
  readonly calendar: BusinessCalendar
  readonly target: SettledTarget
  readonly warnAt: number
  readonly count: number
  /** Where the stops of its budget begin in `stops`. */
  readonly firstStop: number
}

export interface IgnoredEvent {
  readonly event: ClockEvent
  readonly why:
    | 'act-does-not-stop'
    | 'already-open'
    | 'already-met'
    | 'not-met'
    | 'cancelled'
    | 'after-the-end'
    | 'not-paused'
    | 'pause-not-allowed'
    | 'not-recurring'
    | 'no-such-run'
    | 'before-the-start'
}

/** What a clock refuses. The whole fold is refused: half a history would give a wrong figure. */
export type ClockRefusal = Refusal & {
  readonly code:
    | 'clock.never-opened'
    | 'clock.no-target'
    | 'clock.stopped-before-start'
    | 'clock.pause-not-allowed'
    | 'clock.excuse-needs-consent'
    | 'clock.excuse-unreadable'
    | 'clock.instant-unreadable'
  readonly event?: ClockEvent | undefined
}
