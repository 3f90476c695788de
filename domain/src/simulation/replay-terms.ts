import type { Agreement } from '../agreement/agreement.ts'
import type { TargetRow } from '../agreement/targets.ts'
import { describeKind, type CommitmentKind } from '../commitment/kind.ts'
import type { Ladder } from '../commitment/ladder.ts'
import { clockTerms, type ClockTerms } from '../commitment/terms.ts'
import type { Side } from '../identity/side.ts'
import { accepted, refused, type Result } from '../kernel/result.ts'
import type { SettledTarget, Target } from '../time/target.ts'
import { mappedAct } from './case-story.ts'
import type { Remarks } from './remarks.ts'
import { replayCalendar } from './replay-calendar.ts'
import { replayLadder } from './replay-ladder.ts'
import type { SimulationRefusal } from './simulation-refusal.ts'

/** What an agreement promises of one kind by one side, ready for the clocks. */
export interface ReplayTerms {
  readonly terms: ClockTerms
  readonly ladder: Ladder | undefined
}

/**
 * The terms of one kind for one owing side, or undefined where the agreement promises nothing of that kind. What the
 * agreement leaves out and a replay needs is filled by the template's default and remarked on; a calendar is never
 * invented for business time.
 */
export function replayTerms(
  agreement: Agreement,
  kind: CommitmentKind,
  side: Side,
  timeZone: string,
  remarks: Remarks,
): Result<ReplayTerms | undefined, SimulationRefusal> {
  const found = targetRowFor(agreement, kind, side, remarks)
  if (found === undefined) return accepted(undefined)
  const targets = settledTargets(found.row, kind, remarks)
  const calendar = replayCalendar(agreement, found, side, [...targets.all], timeZone, remarks)
  if (!calendar.ok) return refused(calendar.refusal)
  const terms = clockTerms({
    kind,
    owedBy: side,
    version: `${agreement.id} v${agreement.version ?? 1}`,
    calendar: calendar.value,
    targetFor: targets.of,
    ...(found.row.warnAt === undefined ? {} : { warnAt: found.row.warnAt / 100 }),
    pauseReasons: pauseReasonsFor(agreement, kind),
    metBy: [mappedAct],
  })
  if (found.row.startsAt !== undefined && found.row.startsAt !== 'opening') {
    remarks.note(
      `${kind} starts at ${found.row.startsAt} in the agreement; the log knows openings only, so it starts there.`,
    )
  }
  return accepted({ terms, ladder: replayLadder(agreement, kind, side, remarks) })
}

/** The row for the side; one that names the side comes before one for both, and of several the first counts. */
function targetRowFor(
  agreement: Agreement,
  kind: CommitmentKind,
  side: Side,
  remarks: Remarks,
): { readonly row: TargetRow; readonly index: number } | undefined {
  const rows = (agreement.targets ?? [])
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.kind === kind && row.recurring === undefined)
    .filter(({ row }) => row.target !== undefined || row.byPriority !== undefined)
  const own = rows.filter(({ row }) => row.owedBy === side)
  const both = rows.filter(({ row }) => row.owedBy === undefined || row.owedBy === 'both')
  const fitting = own.length > 0 ? own : both
  if (fitting.length > 1) {
    remarks.note(
      `${kind} has ${fitting.length} rows of targets that bind the ${side}: the first alone counts; "entente check" names them.`,
    )
  }
  return fitting[0]
}

function settledTargets(row: TargetRow, kind: CommitmentKind, remarks: Remarks) {
  const settle = (target: Target): SettledTarget => {
    if (target.basis !== undefined) return { ...target, basis: target.basis }
    remarks.assume(`${kind} has targets without a basis: taken as business time, the default.`)
    return { ...target, basis: 'business' }
  }
  const byPriority = new Map(
    Object.entries(row.byPriority ?? {}).map(([id, target]) => [id, settle(target)] as const),
  )
  const forAll = row.target === undefined ? undefined : settle(row.target)
  return {
    of: (priority: string): SettledTarget | undefined => byPriority.get(priority) ?? forAll,
    all: [...byPriority.values(), ...(forAll === undefined ? [] : [forAll])],
  }
}

/** A rule without kinds counts for the kinds that pause by nature, never for a response. */
function pauseReasonsFor(agreement: Agreement, kind: CommitmentKind): readonly string[] {
  const pausesByNature = describeKind(kind).pauses
  return (agreement.pauses ?? [])
    .filter((rule) => rule.kinds?.includes(kind) ?? pausesByNature)
    .map((rule) => rule.reason)
}
