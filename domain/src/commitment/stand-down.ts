import type { ClockRun } from './clock-state.ts'
import type { Calling } from './ladder-call.ts'
import type { FiredStep, LadderStep } from './ladder-step.ts'
import type { LadderQuestion } from './ladder-question.ts'

/**
 * Stopping the clock, by an act or by cancelling it, stands the ladder down: everybody who was called or told in that
 * run hears of it, once. A run that was reopened before that needs none: its people are told of the reopening.
 */
export function standDowns(question: LadderQuestion, calling: Calling): readonly LadderStep[] {
  const { state, fired } = question
  const current = state.runs[state.run - 1] as ClockRun
  return state.runs.flatMap((run): LadderStep[] => {
    if (run.endedAt === undefined || (run.count === current.count && run !== current)) return []
    const involved = fired.filter((step) => step.run === run.number && step.people.length > 0)
    const isDone = fired.some((step) => step.run === run.number && step.level === 0)
    return involved.length === 0 || isDone ? [] : [standDown(question, calling, run, involved)]
  })
}

function standDown(
  { clockId, ladder, state, now }: LadderQuestion,
  { quiet }: Calling,
  run: ClockRun,
  involved: readonly FiredStep[],
): LadderStep {
  const called = ladder.levels.filter((level) =>
    involved.some((step) => step.level === level.level),
  )
  const mayDisturb = called.some((level) => level.outsideHours)
  const people = new Map(
    involved.flatMap((step) =>
      step.people.map(({ personId }) => [personId, { personId, asLevel: step.level }] as const),
    ),
  )
  return {
    clockId,
    run: run.number,
    level: 0,
    kind: 'stand-down',
    reachedAt: run.endedAt ?? now,
    firedAt: now,
    sendAt: mayDisturb ? now : state.terms.calendar.nextOpen(now),
    position: undefined,
    people: [...people.values()],
    channels: [...new Set(called.flatMap((level) => level.channels))],
    mustAcknowledge: false,
    isLate: false,
    isSent: !quiet,
  }
}
