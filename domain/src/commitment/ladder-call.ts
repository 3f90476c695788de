import type { Vacancy } from '../identity/assignment.ts'
import type { EpochMs } from '../kernel/instant.ts'
import type { LadderLevel } from './ladder.ts'
import type { Progress } from './ladder-progress.ts'
import type { CalledPerson, FindHolder, LadderFinding, LadderStep } from './ladder-step.ts'

/** What calling needs to know of the moment. */
export interface Calling {
  readonly clockId: string
  readonly run: number
  readonly now: EpochMs
  readonly quiet: boolean
  readonly progress: Progress
  readonly findHolder: FindHolder
  /** When a message to this level may go out. */
  readonly sendAtOf: (level: LadderLevel) => EpochMs
  readonly reason?: string | undefined
}

export interface Called {
  readonly steps: readonly LadderStep[]
  readonly findings: readonly LadderFinding[]
}

/**
 * Calls a level. Levels below it that have not fired are covered by it; a position nobody answers for passes to the
 * next level and leaves a finding; people who were told before, at a lower level, are not told again.
 * `mayCall` says whether the level to which it passes may be called now; if not, the climb rests there.
 */
export function callLevel(
  calling: Calling,
  goal: LadderLevel,
  ahead: readonly LadderLevel[],
  reachedAtOf: (level: LadderLevel) => EpochMs | undefined,
  mayCall: (level: LadderLevel) => boolean,
): Called {
  const steps: LadderStep[] = []
  const findings: LadderFinding[] = []
  for (const level of ahead) {
    const reachedAt = reachedAtOf(level)
    const plain = stepOf(calling, level, reachedAt ?? calling.now)
    if (level.level < goal.level) {
      const isLate = reachedAt !== undefined
      steps.push({ ...plain, kind: 'covered', isLate, coveredBy: goal.level })
      continue
    }
    if (level.level > goal.level && !mayCall(level)) return { steps, findings }
    const holding = calling.findHolder(level.position, calling.now)
    if (holding.type === 'vacant') {
      steps.push({ ...plain, kind: 'passed', reason: holding.why })
      findings.push(nobodyHolds(level, holding.why))
      continue
    }
    const untold = holding.holders.filter(
      (one) => toldAt(calling.progress, one.personId) === undefined,
    )
    if (untold.length === 0) {
      const [first] = holding.holders
      const coveredBy = first === undefined ? undefined : toldAt(calling.progress, first.personId)
      steps.push({ ...plain, kind: 'covered', coveredBy })
      return { steps, findings }
    }
    const people = untold.map(({ personId, insteadOf }): CalledPerson => ({
      personId,
      insteadOf,
      asLevel: highestLevelOf(personId, level, calling),
    }))
    const { channels, mustAcknowledge } = level
    const { reason, quiet } = calling
    steps.push({
      ...plain,
      kind: 'call',
      people,
      channels,
      mustAcknowledge,
      isSent: !quiet,
      reason,
    })
    return { steps, findings }
  }
  const last = ahead.at(-1)
  const vacancy = findings.at(-1)
  if (last !== undefined && vacancy !== undefined) findings.push(nobodyLeft(last, vacancy.why))
  return { steps, findings }
}

export const stepOf = (
  { clockId, run, now, sendAtOf }: Calling,
  level: LadderLevel,
  reachedAt: EpochMs,
): Omit<LadderStep, 'kind'> => ({
  clockId,
  run,
  level: level.level,
  reachedAt,
  firedAt: now,
  sendAt: sendAtOf(level),
  position: level.position,
  people: [],
  channels: [],
  mustAcknowledge: false,
  isLate: false,
  isSent: false,
})

const toldAt = ({ fired }: Progress, personId: string): number | undefined =>
  fired.find((step) => step.people.some((one) => one.personId === personId))?.level

function highestLevelOf(personId: string, from: LadderLevel, calling: Calling): number {
  const held = calling.progress.levels.findLast((level) => {
    if (level.level <= from.level) return false
    const holding = calling.findHolder(level.position, calling.now)
    return holding.type === 'held' && holding.holders.some((one) => one.personId === personId)
  })
  return held?.level ?? from.level
}

const whyVacant: Readonly<Record<Vacancy, string>> = {
  'never-assigned': 'nobody was ever assigned to it',
  'assignment-ended': 'every assignment to it has ended or not begun',
  'out-of-scope': 'no assignment to it covers this work',
  'everyone-absent': 'its holders and their deputies are absent',
}

const nobodyHolds = (level: LadderLevel, why: Vacancy): LadderFinding => ({
  code: 'ladder.nobody-holds-position',
  level: level.level,
  position: level.position,
  why,
  sentence: `Level ${level.level} could not be called: ${whyVacant[why]} ("${level.position}").`,
})

const nobodyLeft = (level: LadderLevel, why: Vacancy): LadderFinding => ({
  code: 'ladder.nobody-left-to-call',
  level: level.level,
  position: level.position,
  why,
  sentence: `The ladder ended at level ${level.level} without anybody to call.`,
})
