import { accepted, refused, type Refusal, type Result } from '../kernel/result.ts'
import { callLevel } from './ladder-call.ts'
import { levelsAhead, reachOf } from './ladder-progress.ts'
import type { LadderAnswer, LadderQuestion } from './ladder-question.ts'
import { callingOf } from './ladder-steps.ts'
import { standingOf } from './standing.ts'

export interface HandQuestion extends LadderQuestion {
  readonly reason: string
  /** The level to call; without it the next one above those that fired. */
  readonly level?: number | undefined
}

export interface HandRefusal extends Refusal {
  readonly code:
    | 'ladder.reason-missing'
    | 'ladder.clock-stopped'
    | 'ladder.level-unknown'
    | 'ladder.level-already-called'
    | 'ladder.nothing-above'
}

/**
 * The waiting side escalates by hand into the ladder of the side that owes, with a reason. A pause does not prevent
 * it: whoever escalates may find the pause itself unjust. Levels below are covered; outside working hours the call is
 * recorded now and goes out at the next opening.
 */
export function escalateByHand(question: HandQuestion): Result<LadderAnswer, HandRefusal> {
  const { state, reason } = question
  if (reason.trim() === '') {
    return no('ladder.reason-missing', 'No reason is given.', 'Say in a sentence why you escalate.')
  }
  if (state.status !== 'running' && state.status !== 'paused') {
    return no(
      'ladder.clock-stopped',
      `Nothing is owed at present: the clock is ${state.status}.`,
      'Reopen the work first if it is not done.',
    )
  }
  const calling = callingOf(question, reason.trim())
  const { levels } = calling.progress
  const ahead = levelsAhead(calling.progress)
  const wanted = question.level ?? ahead[0]?.level
  const known = levels.map((one) => one.level).join(', ')
  if (wanted === undefined) {
    return no(
      'ladder.nothing-above',
      'The highest level of the ladder has been called already.',
      'Talk to the people who were called.',
    )
  }
  if (!levels.some((one) => one.level === wanted)) {
    return no(
      'ladder.level-unknown',
      `The ladder has no level ${wanted}.`,
      `Choose one of ${known}.`,
    )
  }
  const goal = ahead.find((one) => one.level === wanted)
  if (goal === undefined) {
    return no(
      'ladder.level-already-called',
      `Level ${wanted} has been called or covered already.`,
      ahead[0] === undefined ? 'No level is left.' : `Choose level ${ahead[0].level} or higher.`,
    )
  }
  const standing = standingOf(state)
  const called = callLevel(
    calling,
    goal,
    ahead,
    (level) => {
      const from = standing === undefined ? undefined : reachOf(level, calling.progress, standing)
      return from !== undefined && from <= question.now ? from : undefined
    },
    () => true,
  )
  return accepted({ ...called, waiting: [] })
}

const no = (code: HandRefusal['code'], sentence: string, fix: string) =>
  refused<HandRefusal>({ code, sentence, fix })
