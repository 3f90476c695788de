import type { CaseLog } from './case-log.ts'
import { noPriority, type CasePriorities } from './case-priorities.ts'
import { promises, type Promised } from './promised.ts'
import type { Replay } from './replay.ts'
import { hasClock, isCancelledFlag, isMetFlag, lacksTarget } from './replay-records.ts'

/** What the log itself makes a reader of the figures want to know. */
export function logNotes(
  log: CaseLog,
  replay: Replay,
  priorities: CasePriorities,
): readonly string[] {
  const { counts } = log
  const withoutPriority = priorities.ofCase.reduce(
    (sum, place, c) => sum + Number(place === noPriority && log.ends[c] !== log.starts[c]),
    0,
  )
  const unanswered = resolvedWithoutResponse(replay)
  return [
    counted(withoutPriority, 'case never has', 'cases never have', 'a priority and run no clock.'),
    ...promises.map((promise) =>
      counted(
        unpromised(replay, log, priorities, promise),
        'case ends',
        'cases end',
        `at a priority for which no ${replay.kinds[promise]} is promised: no such clock.`,
      ),
    ),
    counted(
      unanswered,
      'case was resolved',
      'cases were resolved',
      'without an act that meets the response: their response clocks stay open. If resolving is also an answer, add those states to response.metBy.',
    ),
    counted(
      counts.ambiguousTimes,
      'time exists',
      'times exist',
      'twice, when clocks are put back: read as the earlier one.',
    ),
    counted(
      counts.skippedTimes,
      'time does',
      'times do',
      'not exist, because clocks are put forward: read as later by that step. Is the timeZone of the mapping right?',
    ),
    counted(
      counts.rowsOutOfOrder,
      'row stands',
      'rows stand',
      'after a later one of the same case: put in time.',
    ),
    counted(
      counts.openingsThatDiffer,
      'row names',
      'rows name',
      'another opening of its case than its first row: the first counts.',
    ),
    counted(counts.casesWithoutUsableRow, 'case has', 'cases have', 'no usable row: left out.'),
  ].filter((sentence) => sentence !== '')
}

const counted = (count: number, one: string, many: string, rest: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many} ${rest}`

/** Cases without a clock although the promise is made at other priorities; where it is not made at all, that is said. */
function unpromised(
  { records, terms }: Replay,
  log: CaseLog,
  priorities: CasePriorities,
  promise: Promised,
): number {
  let count = 0
  for (const [c, flags] of records[promise].flags.entries()) {
    const isPromised = terms[promise][log.owedBy[c] ?? 0] !== undefined
    if (isPromised && (flags & lacksTarget) !== 0 && priorities.ofCase[c] !== noPriority) count += 1
  }
  return count
}

/** The response has a clock that never stopped, the resolution was met. */
function resolvedWithoutResponse({ records }: Replay): number {
  let count = 0
  for (const [c, flags] of records.response.flags.entries()) {
    const isOpen = (flags & hasClock) !== 0 && (flags & (isMetFlag | isCancelledFlag)) === 0
    if (isOpen && ((records.resolution.flags[c] ?? 0) & isMetFlag) !== 0) count += 1
  }
  return count
}
