import type { EpochMs } from '../kernel/instant.ts'
import { clockAt } from './clock-reading.ts'
import type { ClockRun, ClockState } from './clock-state.ts'
import type { Ladder } from './ladder.ts'
import { isAnswered, levelsAhead, progressOf, reachOf } from './ladder-progress.ts'
import type { Acknowledgement, FiredStep } from './ladder-step.ts'
import { standingOf } from './standing.ts'

export interface NextInstant {
  readonly at: EpochMs
  readonly what: 'warning' | 'breach' | 'step'
  readonly level?: number | undefined
}

/** What has been seen to already. */
export interface SeenTo {
  readonly ladder?: Ladder | undefined
  readonly fired?: readonly FiredStep[] | undefined
  readonly acknowledgements?: readonly Acknowledgement[] | undefined
  /** The warning of the present run has been given. A breach is seen to once it is recorded as an event. */
  readonly isWarned?: boolean | undefined
}

/**
 * The next instant, at or after `now`, at which anything happens to a clock by itself: its warning, its breach (the
 * millisecond after the due instant), a step of its ladder. A sweep indexes it, and works it out again after every
 * event and step. What should have happened before `now` is next at `now`. Undefined while the clock is paused,
 * stopped or has nothing left to say.
 */
export function nextInstant(
  state: ClockState,
  now: EpochMs,
  seenTo: SeenTo = {},
): NextInstant | undefined {
  const standing = standingOf(state)
  if (standing === undefined) return undefined
  const { isBreached, warningAt } = clockAt(state, now)
  const run = state.runs[state.run - 1] as ClockRun
  const candidates: NextInstant[] = []
  if (seenTo.isWarned !== true && !isBreached && warningAt !== undefined) {
    candidates.push({ at: warningAt, what: 'warning' })
  }
  const isBreachSeen = state.runs.some((one) => one.count === run.count && one.isBreachRecorded)
  if (!isBreachSeen) {
    const at = state.breachedAt ?? ((standing.dueAt + 1) as EpochMs)
    candidates.push({ at, what: 'breach' })
  }
  if (seenTo.ladder !== undefined) {
    const { ladder, fired = [], acknowledgements = [] } = seenTo
    const progress = progressOf(state, ladder, fired, acknowledgements)
    for (const level of levelsAhead(progress)) {
      const reach = reachOf(level, progress, standing)
      if (reach === undefined || isAnswered(level, progress, now)) continue
      const from = reach > now ? reach : now
      const at = level.outsideHours ? from : state.terms.calendar.nextOpen(from)
      candidates.push({ at, what: 'step', level: level.level })
    }
  }
  const next = candidates.toSorted((a, b) => a.at - b.at)[0]
  return next === undefined || next.at >= now ? next : { ...next, at: now }
}
