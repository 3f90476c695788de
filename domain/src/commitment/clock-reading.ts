import type { DurationMs, EpochMs } from '../kernel/instant.ts'
import type { ClockState, ClockStatus } from './clock-state.ts'

/** A clock read at an instant. All durations count on the clock's own line: open time, or elapsed time. */
export interface ClockReading {
  readonly status: ClockStatus
  readonly used: DurationMs
  readonly budget: DurationMs
  /** Negative once the budget is overdrawn. */
  readonly left: DurationMs
  /** Used by budget: 0.75 at the default warning, 1 at the due instant of an hour target. */
  readonly share: number
  /** Undefined while paused and while nobody waits; once stopped, what it was. */
  readonly dueAt: EpochMs | undefined
  readonly isBreached: boolean
  readonly breachedAt: EpochMs | undefined
  /** Past due right now and still running: a clock breached under an earlier target need not be. */
  readonly isOverdue: boolean
  /** When the warning is or was due; undefined where the clock stood still or stopped before it. */
  readonly warningAt: EpochMs | undefined
  /** The warning is past, the promise neither kept nor broken. */
  readonly isWarning: boolean
  readonly isMet: boolean
  /** Met after a breach: "breached, met". */
  readonly isMetLate: boolean
  readonly excusedMs: DurationMs
  /** The breach that remains once excused time and breaches are left out. */
  readonly isBreachedAfterExcuse: boolean
}

/** Reads the current run of a clock at `now`. A `now` before the last event is answered as of that event. */
export function clockAt(_state: ClockState, _now: EpochMs): ClockReading {
  throw new Error('in progress')
}
