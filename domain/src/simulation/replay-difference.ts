import type { CaseLog } from './case-log.ts'
import type { LevelFigures } from './escalation-figures.ts'
import type { ClockFigures, ReplayFigures } from './figures.ts'
import { promises, type Promised } from './promised.ts'
import type { Replay } from './replay.ts'
import { isBreachedFlag, isCancelledFlag } from './replay-records.ts'
import { caseOutcome, hasOutcome, type CaseOutcome } from './worst-cases.ts'

const compared = [
  'total',
  'met',
  'breached',
  'open',
  'openBreached',
  'cancelled',
  'compliance',
  'p50',
  'p90',
] as const

/** Second agreement minus first. Null where one of the two has no figure, or where p50 and p90 count different time. */
export type FiguresDifference = Readonly<Record<(typeof compared)[number], number | null>>

export interface ReplayDifference {
  readonly clocks: Readonly<Record<string, Readonly<Record<Promised, FiguresDifference>>>>
  readonly all: Readonly<Record<Promised, FiguresDifference>>
  /** Calls by level. */
  readonly escalations: Readonly<Record<string, number>>
  readonly cases: Readonly<Record<Promised, CasesThatChange>>
}

export interface CasesThatChange {
  /** Not breached under the first, breached under the second. */
  readonly newlyBreached: number
  /** Breached under the first, not under the second. */
  readonly noLongerBreached: number
  /** At most ten of each, as they stand under the second. */
  readonly examples: {
    readonly newlyBreached: readonly CaseOutcome[]
    readonly noLongerBreached: readonly CaseOutcome[]
  }
}

const mostExamples = 10

export function figuresDifference(first: ClockFigures, second: ClockFigures): FiguresDifference {
  const isSameTime = isCountedAlike(first, second)
  const difference = (name: (typeof compared)[number]): number | null => {
    const [a, b] = [first[name], second[name]]
    if (a === null || b === null) return null
    if ((name === 'p50' || name === 'p90') && !isSameTime) return null
    return b - a
  }
  return Object.fromEntries(compared.map((name) => [name, difference(name)])) as FiguresDifference
}

/** Elapsed hours and calendar days both count all time. */
const isCountedAlike = (first: ClockFigures, second: ClockFigures): boolean =>
  (first.basis === 'business') === (second.basis === 'business')

export function promisesDifference(
  first: Readonly<Record<Promised, ClockFigures>>,
  second: Readonly<Record<Promised, ClockFigures>>,
): Readonly<Record<Promised, FiguresDifference>> {
  return {
    response: figuresDifference(first.response, second.response),
    resolution: figuresDifference(first.resolution, second.resolution),
  }
}

export function clocksDifference(
  first: ReplayFigures,
  second: ReplayFigures,
): ReplayDifference['clocks'] {
  const shared = Object.entries(first.clocks).flatMap(([priority, figures]) => {
    const other = second.clocks[priority]
    return other === undefined ? [] : [[priority, promisesDifference(figures, other)] as const]
  })
  return Object.fromEntries(shared)
}

export function escalationsDifference(
  first: Readonly<Record<string, LevelFigures>>,
  second: Readonly<Record<string, LevelFigures>>,
): Readonly<Record<string, number>> {
  const levels = [...new Set([...Object.keys(first), ...Object.keys(second)])]
  return Object.fromEntries(
    levels.map((level) => [level, (second[level]?.count ?? 0) - (first[level]?.count ?? 0)]),
  )
}

export function casesThatChange(
  first: Replay,
  second: Replay,
  log: CaseLog,
  priorityOf: (caseIndex: number) => string,
): Readonly<Record<Promised, CasesThatChange>> {
  const changes = (promise: Promised): CasesThatChange => {
    const newlyBreached: number[] = []
    const noLongerBreached: number[] = []
    for (let c = 0; c < log.caseIds.length; c += 1) {
      if (!hasOutcome(first.records[promise], c) || !hasOutcome(second.records[promise], c))
        continue
      const before = isBreachedIn(first, promise, c)
      const after = isBreachedIn(second, promise, c)
      if (!before && after) newlyBreached.push(c)
      if (before && !after) noLongerBreached.push(c)
    }
    const examples = (cases: readonly number[]): readonly CaseOutcome[] =>
      cases.slice(0, mostExamples).map((c) => caseOutcome(second, log, promise, c, priorityOf(c)))
    return {
      newlyBreached: newlyBreached.length,
      noLongerBreached: noLongerBreached.length,
      examples: {
        newlyBreached: examples(newlyBreached),
        noLongerBreached: examples(noLongerBreached),
      },
    }
  }
  const [response, resolution] = promises.map(changes)
  return { response, resolution } as Readonly<Record<Promised, CasesThatChange>>
}

function isBreachedIn(replay: Replay, promise: Promised, caseIndex: number): boolean {
  const flags = replay.records[promise].flags[caseIndex] ?? 0
  return (flags & isBreachedFlag) !== 0 && (flags & isCancelledFlag) === 0
}
