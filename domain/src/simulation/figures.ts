import { complianceOf, type Compliance } from '../measure/compliance.ts'
import { percentilesOf } from '../measure/percentile.ts'
import type { Outcome } from '../commitment/outcome.ts'
import { targetText, type TargetBasis } from '../time/target.ts'
import type { EpochMs } from '../kernel/instant.ts'
import { noPriority, type CasePriorities } from './case-priorities.ts'
import type { Promised } from './promised.ts'
import type { Replay } from './replay.ts'
import {
  hasClock,
  isBreachedFlag,
  isCancelledFlag,
  isMetFlag,
  lacksTarget,
  type ReplayRecords,
} from './replay-records.ts'

/**
 * What a replay says of one promise at one priority. Counts are those of measure/compliance; p50 and p90 are seconds
 * of the target's own time (open hours for business, all hours for elapsed and calendar days, pauses left out), over
 * the clocks that were met, in time or late.
 */
export interface ClockFigures extends Omit<Compliance, 'compliance'> {
  /** A share from 0 to 1; null while nothing is decided. */
  readonly compliance: number | null
  readonly p50: number | null
  readonly p90: number | null
  readonly metLate: number
  /** Clocks with more than one run. */
  readonly reopened: number
  /** Cases at this priority for which the agreement promises nothing. */
  readonly withoutTarget: number
  readonly target: string | null
  readonly basis: TargetBasis | null
}

export type PromiseFigures = Readonly<Record<Promised, ClockFigures>>

/** Figures of every priority, in the order of the agreement, and of all together. */
export interface ReplayFigures {
  readonly clocks: Readonly<Record<string, PromiseFigures>>
  readonly all: PromiseFigures
}

/** The figures of all cases, or of those that one side owes (0 the vendor, 1 the partner; `owedBy` by case). */
export function figuresOf(
  replay: Replay,
  priorities: CasePriorities,
  only?: { readonly side: number; readonly owedBy: Uint8Array },
): ReplayFigures {
  const isMeant = (c: number): boolean => only === undefined || only.owedBy[c] === only.side
  const clocks = Object.fromEntries(
    priorities.ids.map((priority, index) => [
      priority,
      both((promise) => ({
        ...figures(replay.records[promise], (c) => priorities.ofCase[c] === index && isMeant(c)),
        ...targetOf(replay, promise, priority, only?.side),
      })),
    ]),
  )
  const all = both((promise) => ({
    ...figures(replay.records[promise], (c) => priorities.ofCase[c] !== noPriority && isMeant(c)),
    target: null,
    basis: sharedBasis(priorities.ids.map((priority) => clocks[priority]?.[promise].basis ?? null)),
  }))
  return { clocks, all }
}

const both = (of: (promise: Promised) => ClockFigures): PromiseFigures => ({
  response: of('response'),
  resolution: of('resolution'),
})

function figures(
  records: ReplayRecords,
  isMeant: (caseIndex: number) => boolean,
): Omit<ClockFigures, 'target' | 'basis'> {
  const used: number[] = []
  const beside = { metLate: 0, reopened: 0, withoutTarget: 0 }
  const { compliance, ...counts } = complianceOf(outcomes(records, isMeant, beside, used))
  const [p50, p90] = percentilesOf(used, [0.5, 0.9])
  return {
    ...counts,
    compliance: compliance ?? null,
    p50: seconds(p50),
    p90: seconds(p90),
    ...beside,
  }
}

/** One outcome after the other, so that a log of a million cases is summed up without a list of them. */
function* outcomes(
  records: ReplayRecords,
  isMeant: (caseIndex: number) => boolean,
  beside: { metLate: number; reopened: number; withoutTarget: number },
  used: number[],
): Generator<Outcome> {
  for (const [caseIndex, flags] of records.flags.entries()) {
    if (flags === 0 || !isMeant(caseIndex)) continue
    if ((flags & lacksTarget) !== 0) {
      beside.withoutTarget += 1
      continue
    }
    const outcome = outcomeFrom(records, caseIndex, flags)
    yield outcome
    if (outcome.isCancelled) continue
    if ((records.runs[caseIndex] ?? 0) > 1) beside.reopened += 1
    if (!outcome.isMet) continue
    used.push(outcome.usedMs)
    if (outcome.isBreached) beside.metLate += 1
  }
}

function outcomeFrom(records: ReplayRecords, caseIndex: number, flags: number): Outcome {
  const isBreached = (flags & isBreachedFlag) !== 0
  return {
    priority: '',
    isMet: (flags & hasClock) !== 0 && (flags & isMetFlag) !== 0,
    isBreached,
    isBreachedAfterExcuse: isBreached,
    isCancelled: (flags & isCancelledFlag) !== 0,
    usedMs: records.used[caseIndex] ?? 0,
    openedAt: (records.openedAt[caseIndex] ?? 0) as EpochMs,
    breachedAt: undefined,
  }
}

/** To the microsecond: interpolation leaves a noise of binary fractions far below it. */
const seconds = (ms: number | undefined): number | null =>
  ms === undefined ? null : Math.round(ms * 1000) / 1_000_000

function targetOf(
  replay: Replay,
  promise: Promised,
  priority: string,
  side: number | undefined,
): Pick<ClockFigures, 'target' | 'basis'> {
  for (const [index, owed] of replay.terms[promise].entries()) {
    if (side !== undefined && index !== side) continue
    const target = owed?.terms.targetFor(priority)
    if (target !== undefined) return { target: targetText(target), basis: target.basis }
  }
  return { target: null, basis: null }
}

/** Medians over several priorities mean something only where all count the same time. */
function sharedBasis(bases: readonly (TargetBasis | null)[]): TargetBasis | null {
  const known = new Set(bases.filter((basis) => basis !== null))
  return known.size === 1 ? ([...known][0] ?? null) : null
}
