import type { EpochMs } from '../kernel/instant.ts'
import type { ClockState } from './clock-state.ts'
import type { Ladder, LadderLevel } from './ladder.ts'
import type { Acknowledgement, FiredStep } from './ladder-step.ts'
import type { Standing } from './standing.ts'
import { reachedFrom, triggerInstant } from './trigger-instant.ts'

/**
 * How far a ladder has been climbed for the present budget of a clock. Runs that share a budget share the climb: what
 * fired in run 1 is not called again in run 2.
 */
export interface Progress {
  readonly levels: readonly LadderLevel[]
  readonly fired: readonly FiredStep[]
  readonly acknowledgements: readonly Acknowledgement[]
}

export function progressOf(
  state: ClockState,
  ladder: Ladder,
  fired: readonly FiredStep[],
  acknowledgements: readonly Acknowledgement[],
): Progress {
  const count = state.runs[state.run - 1]?.count
  const isPresent = ({ run }: { readonly run: number }): boolean =>
    state.runs[run - 1]?.count === count
  return {
    levels: ladder.levels.toSorted((a, b) => a.level - b.level),
    fired: fired.filter((step) => step.level > 0 && isPresent(step)),
    acknowledgements: acknowledgements.filter(isPresent),
  }
}

/** The levels above the highest that fired, whatever became of it: a ladder is climbed in order. */
export function levelsAhead({ levels, fired }: Progress): readonly LadderLevel[] {
  const highest = fired.reduce((max, step) => Math.max(max, step.level), 0)
  return levels.filter((one) => one.level > highest)
}

/** From when a level is to be called, as the clock stands; undefined where nothing says so yet. */
export function reachOf(
  level: LadderLevel,
  progress: Progress,
  standing: Standing,
): EpochMs | undefined {
  const below = calledBelow(level, progress)
  if (below?.kind === 'passed') return below.firedAt
  const instant = triggerInstant(level.trigger, standing, below?.firedAt)
  return instant === undefined ? undefined : reachedFrom(instant, standing)
}

/**
 * Whether a level that waits for an acknowledgement has it when it would fire, at `at`: an answer that comes while the
 * level waits for the opening still counts. A level covered by an earlier call is answered by answering that call.
 */
export function isAnswered(level: LadderLevel, progress: Progress, at: EpochMs): boolean {
  const below = calledBelow(level, progress)
  if (level.trigger.type !== 'unacknowledged' || below === undefined) return false
  return progress.acknowledgements.some(
    (one) => one.at <= at && (one.level === below.level || one.level === below.coveredBy),
  )
}

const calledBelow = (level: LadderLevel, { levels, fired }: Progress): FiredStep | undefined => {
  const below = levels.findLast((one) => one.level < level.level)
  return fired.findLast((step) => step.level === below?.level && step.kind !== 'told')
}
