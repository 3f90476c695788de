import type { CaseLog } from '@entente/domain/simulation/case-log.ts'
import { promises } from '@entente/domain/simulation/promised.ts'
import type { Replay } from '@entente/domain/simulation/replay.ts'
import type { Simulation } from '@entente/domain/simulation/simulation.ts'
import { caseOutcome, hasOutcome } from '@entente/domain/simulation/worst-cases.ts'

const columns = [
  'agreement',
  'case',
  'priority',
  'promise',
  'outcome',
  'opened_at',
  'due_at',
  'met_at',
  'used_seconds',
  'budget_seconds',
  'late_by_seconds',
  'share_of_budget',
  'runs',
] as const

/** One row for each clock of each agreement, in the order of the log; instants in UTC, times in seconds of the target's basis. */
export function casesCsv(simulation: Simulation, log: CaseLog): string {
  const parts = [`${columns.join(',')}\n`]
  const replays = [
    simulation.first,
    ...(simulation.second === undefined ? [] : [simulation.second]),
  ]
  for (const [index, replay] of replays.entries()) {
    const name = agreementName(replay, index)
    for (const [c] of log.caseIds.entries()) {
      for (const promise of promises) {
        if (!hasOutcome(replay.records[promise], c)) continue
        const one = caseOutcome(replay, log, promise, c, simulation.priorities.idOf(c))
        const cells = [
          name,
          one.case,
          one.priority,
          one.promise,
          one.outcome,
          one.openedAt,
          one.dueAt ?? '',
          one.metAt ?? '',
          one.used,
          one.budget,
          one.lateBy,
          one.share,
          one.runs,
        ]
        parts.push(`${cells.map(csvCell).join(',')}\n`)
      }
    }
  }
  return parts.join('')
}

const agreementName = ({ agreement }: Replay, index: number): string =>
  `${agreement.id} v${agreement.version ?? 1}${index === 0 ? '' : ' (against)'}`

/**
 * A cell that a spreadsheet takes for text: quoted where it must be, and with an apostrophe before a sign that would
 * make it a formula, because case numbers come from a file that anybody may have written.
 */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
