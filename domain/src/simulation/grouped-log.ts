import type { EpochMs } from '../kernel/instant.ts'
import type { CaseLog } from './case-log.ts'
import type { LogEvents } from './log-events.ts'
import type { LogIntake } from './log-intake.ts'
import type { UnusedCode } from './unused-rows.ts'

/**
 * Groups what was taken in by case and puts each case in time, rows of one instant in the order of the file. Rows that
 * show themselves unusable only now are left out here: those before their case was opened, and exact repeats.
 */
export function groupedLog(intake: LogIntake): CaseLog {
  const { events, caseIds, readers } = intake
  const { starts, order } = events.byCase(caseIds.length)
  const ends = new Uint32Array(caseIds.length)
  const openedAt = Float64Array.from(intake.openedAt)
  const owedBy = Uint8Array.from(intake.owedBy, (side) => (side < 0 ? readers.defaultSide : side))
  const span = { from: Number.POSITIVE_INFINITY, until: Number.NEGATIVE_INFINITY }
  let rowsOutOfOrder = 0
  let cases = 0
  for (let c = 0; c < caseIds.length; c += 1) {
    const from = starts[c] as number
    const to = starts[c + 1] as number
    rowsOutOfOrder += putInTime(order, from, to, events.at)
    if (Number.isNaN(openedAt[c])) openedAt[c] = events.at[order[from] as number] as number
    const end = keepUsable(intake, order, from, to, openedAt[c] as number)
    ends[c] = end
    if (end === from) continue
    cases += 1
    span.from = Math.min(span.from, openedAt[c] as number)
    span.until = Math.max(span.until, events.at[order[end - 1] as number] as number)
  }
  for (const id of caseIds) intake.unusableCases.delete(id)
  const isEmpty = cases === 0
  return {
    effects: readers.effects,
    priorities: readers.priorityIds,
    defaultPriority: readers.defaultPriority,
    metStatesResolve: readers.metStatesResolve,
    caseIds,
    openedAt,
    owedBy,
    events,
    order,
    starts,
    ends,
    unused: intake.unused,
    counts: {
      rows: intake.rows,
      used: intake.rows - intake.unused.total,
      cases,
      casesWithoutUsableRow: intake.unusableCases.size + caseIds.length - cases,
      rowsOutOfOrder,
      ambiguousTimes: readers.at.counts.ambiguous,
      skippedTimes: readers.at.counts.skipped,
      openingsThatDiffer: intake.openingsThatDiffer,
    },
    from: (isEmpty ? 0 : span.from) as EpochMs,
    until: (Number.isNaN(intake.until) ? (isEmpty ? 0 : span.until) : intake.until) as EpochMs,
  }
}

/** Sorts a stretch of `order` by time, keeping the order of the file among equals; gives how many rows came late. */
function putInTime(order: Uint32Array, from: number, to: number, at: Float64Array): number {
  let late = 0
  for (let i = from + 1; i < to; i += 1) {
    if ((at[order[i] as number] as number) < (at[order[i - 1] as number] as number)) late += 1
  }
  if (late === 0) return 0
  order.subarray(from, to).sort((a, b) => (at[a] as number) - (at[b] as number) || a - b)
  return late
}

/** Moves the usable rows of a stretch to its front and gives where they end. */
function keepUsable(
  intake: LogIntake,
  order: Uint32Array,
  from: number,
  to: number,
  openedAt: number,
): number {
  const { events } = intake
  let end = from
  for (let i = from; i < to; i += 1) {
    const event = order[i] as number
    if ((events.at[event] as number) < openedAt) {
      drop(intake, event, 'row.before-opening', 'The row is older than the opening of its case.')
    } else if (isRepeat(events, order, from, end, event)) {
      drop(intake, event, 'row.duplicate', 'The same row stands in the log before.')
    } else {
      order[end] = event
      end += 1
    }
  }
  return end
}

/** Whether a kept row of the same instant is the same in every cell. */
function isRepeat(
  events: LogEvents,
  order: Uint32Array,
  from: number,
  end: number,
  event: number,
): boolean {
  const { at, print } = events
  for (let k = end - 1; k >= from; k -= 1) {
    const other = order[k] as number
    if (at[other] !== at[event]) return false
    if (print[other] === print[event]) return true
  }
  return false
}

function drop(intake: LogIntake, event: number, code: UnusedCode, reason: string): void {
  const { events, caseIds, readers } = intake
  const at = Temporal.Instant.fromEpochMilliseconds(events.at[event] as number)
  intake.unused.add({
    row: events.row[event] as number,
    line: events.line[event] as number,
    case: caseIds[events.caseIndex[event] as number] ?? '',
    column: intake.columns.names[intake.columns.at] ?? '',
    value: at.toZonedDateTimeISO(readers.timeZone).toPlainDateTime().toString(),
    code,
    reason,
  })
}
