import type { EpochMs } from '../kernel/instant.ts'
import type { ClockRun } from './clock-state.ts'
import type { LadderLevel } from './ladder.ts'
import { callLevel, stepOf, type Calling } from './ladder-call.ts'
import { isAnswered, levelsAhead, progressOf, reachOf } from './ladder-progress.ts'
import type { LadderAnswer, LadderQuestion } from './ladder-question.ts'
import type { LadderStep } from './ladder-step.ts'
import { standDowns } from './stand-down.ts'
import { standingOf } from './standing.ts'

/**
 * The escalation engine: a function from a clock, its ladder, what fired before and `now` to the steps that are due.
 * It remembers nothing, so restarts, late starts and two sweeps at once give the same steps with the same identities,
 * and a store that keeps each identity once makes each step happen once.
 *
 * The rule that surprises: a level is judged when it fires. One that was reached at night waits for the opening, and
 * if the clock was met or paused by then, or re-targeted to a later due instant, it is not called at all.
 *
 * The steps due at `now`, to be recorded together with what they send. Of several levels reached at once only the
 * highest is called, those below are covered. Nothing is due while the clock is paused.
 */
export function dueSteps(question: LadderQuestion): LadderAnswer {
  const { state, now } = question
  const calling = callingOf(question)
  const steps: LadderStep[] = [...standDowns(question, calling), ...toldAgain(question, calling)]
  const standing = standingOf(state)
  if (standing === undefined) return { steps, waiting: [], findings: [] }

  const ahead = levelsAhead(calling.progress)
  const reached = new Map<LadderLevel, EpochMs>()
  for (const level of ahead) {
    const from = reachOf(level, calling.progress, standing)
    if (from === undefined || from > now || isAnswered(level, calling.progress, now)) continue
    reached.set(level, laterOf(from, state.countingSince))
  }
  const mayCall = (level: LadderLevel): boolean => calling.sendAtOf(level) <= now
  const goal = ahead.findLast((level) => reached.has(level) && mayCall(level))
  const called =
    goal === undefined
      ? { steps: [], findings: [] }
      : callLevel(calling, goal, ahead, (level) => reached.get(level), mayCall)

  const top = called.steps.at(-1)
  const waiting = ahead
    .filter((level) => level.level > (top?.level ?? 0) && !mayCall(level))
    .filter((level) => reached.has(level) || isPassedTo(level, top, ahead))
    .map((level) => ({ level: level.level, until: calling.sendAtOf(level) }))
  return { steps: [...steps, ...called.steps], waiting, findings: called.findings }
}

export function callingOf(question: LadderQuestion, reason?: string): Calling {
  const { clockId, state, ladder, fired, acknowledgements, findHolder, now } = question
  const { calendar } = state.terms
  return {
    clockId,
    run: state.run,
    now,
    quiet: question.quiet === true,
    progress: progressOf(state, ladder, fired, acknowledgements),
    findHolder,
    sendAtOf: (level) => (level.outsideHours ? now : calendar.nextOpen(now)),
    reason,
  }
}

/** On a reopening those called in an earlier run of the same budget are told, once. */
function toldAgain({ state }: LadderQuestion, calling: Calling): readonly LadderStep[] {
  const run = state.runs[state.run - 1] as ClockRun
  if (run.endedAt !== undefined) return []
  const { fired, levels } = calling.progress
  return levels.flatMap((level): LadderStep[] => {
    const before = fired.filter((step) => step.level === level.level)
    const call = before.find((step) => step.kind === 'call' && step.run < state.run)
    if (call === undefined || before.some((step) => step.run === state.run)) return []
    const people = call.people.map(({ personId }) => ({ personId, asLevel: level.level }))
    const { channels } = level
    const isSent = !calling.quiet
    return [{ ...stepOf(calling, level, run.openedAt), kind: 'told', people, channels, isSent }]
  })
}

const isPassedTo = (
  level: LadderLevel,
  top: LadderStep | undefined,
  ahead: readonly LadderLevel[],
): boolean =>
  top?.kind === 'passed' && ahead.find((one) => one.level > top.level)?.level === level.level

const laterOf = (a: EpochMs, b: EpochMs): EpochMs => (a > b ? a : b)
