import type { EpochMs } from '../kernel/instant.ts'
import type { LogEvents } from './log-events.ts'
import type { StateEffect } from './log-mapping.ts'
import type { UnusedRows } from './unused-rows.ts'

/** A log, read and grouped by case: what a replay runs on. Nothing of the file's text is kept but the case numbers. */
export interface CaseLog {
  /** What each state code does. */
  readonly effects: readonly StateEffect[]
  /** Ids of priorities, by code. */
  readonly priorities: readonly string[]
  /** Code of the priority of cases that never have one, or -1. */
  readonly defaultPriority: number
  /** Whether being in a state that is met meets the resolution. */
  readonly metStatesResolve: boolean
  readonly caseIds: readonly string[]
  /** When each case was opened: as the log says, else its first row. */
  readonly openedAt: Float64Array
  /** 0 the vendor, 1 the partner. */
  readonly owedBy: Uint8Array
  readonly events: LogEvents
  /** The events of case `c`, in time, are `order[starts[c]]` up to `order[ends[c] - 1]`. */
  readonly order: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly unused: UnusedRows
  readonly counts: LogCounts
  /** The first opening and the last instant of the log, or the instant until which it was asked to be read. */
  readonly from: EpochMs
  readonly until: EpochMs
}

export interface LogCounts {
  /** Rows of the file, the header and empty lines apart; rows = used + unused. */
  readonly rows: number
  readonly used: number
  readonly cases: number
  /** Cases of which no row could be used; they are not among `cases`. */
  readonly casesWithoutUsableRow: number
  readonly rowsOutOfOrder: number
  readonly ambiguousTimes: number
  readonly skippedTimes: number
  /** Rows whose opening time differs from that of the first row of their case, which counts. */
  readonly openingsThatDiffer: number
}
