import type { CaseLog } from './case-log.ts'
import type { CasePriorities } from './case-priorities.ts'
import { promises, type Promised } from './promised.ts'
import type { Replay } from './replay.ts'
import {
  isBreachedFlag,
  isCancelledFlag,
  isMetFlag,
  isPausedAtEnd,
  lacksTarget,
  type ReplayRecords,
} from './replay-records.ts'

export type OutcomeWord = 'met' | 'met late' | 'open' | 'open, overdue' | 'cancelled'

/** How one promise of one case came out, with instants as ISO 8601 in UTC and times in seconds of the target's basis. */
export interface CaseOutcome {
  readonly case: string
  readonly priority: string
  readonly promise: Promised
  readonly outcome: OutcomeWord
  readonly openedAt: string
  /** Null while the clock is paused. */
  readonly dueAt: string | null
  readonly metAt: string | null
  readonly used: number
  readonly budget: number
  readonly lateBy: number
  /** Used by budget: 2 means that it took twice as long as agreed. */
  readonly share: number
  readonly runs: number
}

/** The breached clocks that used the largest share of their budget, the longest first. */
export function worstCases(
  replay: Replay,
  log: CaseLog,
  priorities: CasePriorities,
  most: number,
): readonly CaseOutcome[] {
  const found: Breach[] = []
  for (const promise of promises) {
    const records = replay.records[promise]
    for (const [caseIndex, flags] of records.flags.entries()) {
      if ((flags & isBreachedFlag) === 0 || (flags & isCancelledFlag) !== 0) continue
      keepWorst(found, { promise, caseIndex, share: shareOf(records, caseIndex) }, most)
    }
  }
  return found.map(({ promise, caseIndex }) =>
    caseOutcome(replay, log, promise, caseIndex, priorities.idOf(caseIndex)),
  )
}

interface Breach {
  readonly promise: Promised
  readonly caseIndex: number
  readonly share: number
}

/** Keeps `found` sorted and short: the rest of a million breaches need not be remembered. */
function keepWorst(found: Breach[], breach: Breach, most: number): void {
  const last = found[found.length - 1]
  if (found.length >= most && last !== undefined && last.share >= breach.share) return
  const place = found.findIndex(({ share }) => share < breach.share)
  found.splice(place === -1 ? found.length : place, 0, breach)
  if (found.length > most) found.pop()
}

export function caseOutcome(
  replay: Replay,
  log: CaseLog,
  promise: Promised,
  caseIndex: number,
  priority: string,
): CaseOutcome {
  const records = replay.records[promise]
  const flags = records.flags[caseIndex] ?? 0
  const used = (records.used[caseIndex] ?? 0) / 1000
  const budget = (records.budget[caseIndex] ?? 0) / 1000
  return {
    case: log.caseIds[caseIndex] ?? '',
    priority,
    promise,
    outcome: outcomeWord(flags),
    openedAt: isoInstant(records.openedAt[caseIndex]) ?? '',
    dueAt: (flags & isPausedAtEnd) === 0 ? isoInstant(records.dueAt[caseIndex]) : null,
    metAt: isoInstant(records.metAt[caseIndex]),
    used,
    budget,
    lateBy: (flags & isBreachedFlag) === 0 ? 0 : Math.max(0, used - budget),
    share: Math.round(shareOf(records, caseIndex) * 1000) / 1000,
    runs: records.runs[caseIndex] ?? 0,
  }
}

/** Whether a case has a clock for a promise. */
export const hasOutcome = (records: ReplayRecords, caseIndex: number): boolean => {
  const flags = records.flags[caseIndex] ?? 0
  return flags !== 0 && (flags & lacksTarget) === 0
}

function outcomeWord(flags: number): OutcomeWord {
  if ((flags & isCancelledFlag) !== 0) return 'cancelled'
  const isBreached = (flags & isBreachedFlag) !== 0
  if ((flags & isMetFlag) !== 0) return isBreached ? 'met late' : 'met'
  return isBreached ? 'open, overdue' : 'open'
}

const shareOf = (records: ReplayRecords, caseIndex: number): number => {
  const budget = records.budget[caseIndex] ?? 0
  return budget > 0 ? (records.used[caseIndex] ?? 0) / budget : 0
}

const isoInstant = (at: number | undefined): string | null =>
  at === undefined || Number.isNaN(at)
    ? null
    : Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' })
