import type { EpochMs } from '../kernel/instant.ts'
import type { ClockRun, ClockState } from './clock-state.ts'
import type { Ladder, LadderLevel } from './ladder.ts'
import { isAnswered, levelsAhead, reachOf, type Progress } from './ladder-progress.ts'
import type { Acknowledgement, FiredStep } from './ladder-step.ts'
import { stretchesOf, type Stretch } from './standing.ts'

export interface ReplayedStep {
  readonly run: number
  readonly level: number
  readonly kind: 'call' | 'covered' | 'told'
  /** When its trigger came true and when it was called: they differ where a level waits for working hours. */
  readonly reachedAt: EpochMs
  readonly firedAt: EpochMs
}

/**
 * Which levels a full history would have called, and when, up to `until`, as if somebody had always been watching.
 * Positions are not resolved to people. Levels that wait for a missing acknowledgement count as unacknowledged unless
 * acknowledgements are given.
 */
export function replaySteps(
  state: ClockState,
  ladder: Ladder,
  until: EpochMs,
  acknowledgements: readonly Acknowledgement[] = [],
): readonly ReplayedStep[] {
  const levels = ladder.levels.toSorted((a, b) => a.level - b.level)
  const steps: ReplayedStep[] = []
  for (const run of state.runs) {
    if (run.openedAt > until) break
    const isPresent = (one: { readonly run: number }): boolean =>
      state.runs[one.run - 1]?.count === run.count
    const acknowledged = acknowledgements.filter(isPresent)
    steps.push(...toldAgain(steps.filter(isPresent), run))
    for (const stretch of stretchesOf(state, run, until)) {
      for (;;) {
        const fired = steps.filter(isPresent).map(withoutPeople)
        const more = nextCall({ levels, fired, acknowledgements: acknowledged }, stretch)
        if (more.length === 0) break
        steps.push(...more)
      }
    }
  }
  return steps
}

/** The next call inside a stretch, with the levels it covers; the highest of those that fire at the same instant. */
function nextCall(progress: Progress, stretch: Stretch): readonly ReplayedStep[] {
  const ahead = levelsAhead(progress)
  const plans = ahead.flatMap((level) => planOf(level, progress, stretch))
  const firedAt = plans.reduce((min, plan) => Math.min(min, plan.firedAt), Infinity) as EpochMs
  const goal = plans.findLast((plan) => plan.firedAt === firedAt)
  if (goal === undefined) return []
  const run = stretch.run.number
  return ahead
    .filter((level) => level.level <= goal.level)
    .map(({ level }) => ({
      run,
      level,
      kind: level === goal.level ? 'call' : 'covered',
      reachedAt: plans.find((plan) => plan.level === level)?.reachedAt ?? firedAt,
      firedAt,
    }))
}

function planOf(
  level: LadderLevel,
  progress: Progress,
  { from, to, goesOn, standing }: Stretch,
): { level: number; reachedAt: EpochMs; firedAt: EpochMs }[] {
  const reach = reachOf(level, progress, standing)
  if (reach === undefined) return []
  const reachedAt = reach > from ? reach : from
  const firedAt = level.outsideHours ? reachedAt : standing.aim.calendar.nextOpen(reachedAt)
  const isInside = goesOn ? firedAt <= to : firedAt < to
  return isInside && !isAnswered(level, progress, firedAt)
    ? [{ level: level.level, reachedAt, firedAt }]
    : []
}

function toldAgain(
  before: readonly ReplayedStep[],
  { number, openedAt }: ClockRun,
): readonly ReplayedStep[] {
  const called = before.filter((step) => step.kind === 'call')
  return called.map(({ level }) => ({
    run: number,
    level,
    kind: 'told',
    reachedAt: openedAt,
    firedAt: openedAt,
  }))
}

const withoutPeople = (step: ReplayedStep): FiredStep => ({ ...step, people: [] })
