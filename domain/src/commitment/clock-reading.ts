import type { DurationMs, EpochMs } from '../kernel/instant.ts'
import type { Aim, ClockRun, ClockState, ClockStatus } from './clock-state.ts'
import { pushedThrough } from './pushed.ts'

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
  /** The due instant that passed, or the re-target that put it into the past. */
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
export function clockAt(state: ClockState, now: EpochMs): ClockReading {
  const run = state.runs[state.run - 1] as ClockRun
  const aim = state.aims[state.aims.length - 1] as Aim
  const isRunning = state.status === 'running'
  const used = isRunning ? usedAt(state, aim, run, now) : run.usedMs
  const budget = run.budget
  const isMet = run.endedBy === 'met'
  const isOverdue = isRunning && now > state.dueAsOfStop
  const breachedAt = state.breachedAt ?? (isOverdue ? breachOf(state) : undefined)
  const isBreached = breachedAt !== undefined
  const warningAt = warningInstant(state, aim, run)
  const isWarned = warningAt !== undefined && warningAt <= now
  return {
    status: state.status,
    used,
    budget,
    left: budget - used,
    share: budget > 0 ? used / budget : Number(isOverdue || used > 0),
    dueAt: run.endedAt === undefined ? state.dueAt : run.dueAt,
    isBreached,
    breachedAt,
    isOverdue,
    warningAt,
    isWarning: isWarned && !isBreached && run.endedAt === undefined,
    isMet,
    isMetLate: isMet && isBreached,
    excusedMs: run.excusedMs,
    isBreachedAfterExcuse: isBreached && !isExcused(aim, run, breachedAt, endOf(state, run, now)),
  }
}

const breachOf = ({ dueAsOfStop, countingSince }: ClockState): EpochMs =>
  dueAsOfStop > countingSince ? dueAsOfStop : countingSince

/** An earlier `now` never takes back what the events show to be used. */
function usedAt({ stoppedMs }: ClockState, aim: Aim, run: ClockRun, now: EpochMs): DurationMs {
  const used = aim.line.between(aim.countsFrom, now) - stoppedMs
  return used > run.usedMs ? used : run.usedMs
}

const endOf = (state: ClockState, run: ClockRun, now: EpochMs): EpochMs =>
  run.endedAt ?? state.stoppedSince ?? now

/**
 * Whether the waiting side's consent covers a breach: the whole of it, or as much time as it was late by. Excused time
 * answers only for the present due instant; a breach under an earlier target, or one on record that a later fold would
 * not find, needs its breach excused. The clock as it was remains beside it.
 */
export function isExcused(aim: Aim, run: ClockRun, breachedAt: EpochMs, end: EpochMs): boolean {
  if (run.isBreachExcused) return true
  if (run.excusedMs === 0 || breachedAt < run.dueAt) return false
  return end <= aim.line.add(run.dueAt, run.excusedMs)
}

function warningInstant(state: ClockState, aim: Aim, run: ClockRun): EpochMs | undefined {
  const { line, budget, countsFrom, firstStop, warnAt } = aim
  const share = line.add(countsFrom, Math.round(budget * warnAt))
  const at = pushedThrough(share, state.stops, firstStop, state.stops.length, line)
  const end = run.endedAt ?? state.stoppedSince
  return end === undefined || at < end ? at : undefined
}
