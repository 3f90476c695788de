/**
 * What a fix fills in: the values of the standard template, cut to what an agreement at hand can hold. Written as
 * people write them, so that they go into a file as they stand. A default is the beginning of a talk between the
 * sides, never a decision for them.
 */
import type { Agreement, AgreementFile } from '../agreement/agreement.ts'
import { standardLadders, standardPositions } from '../agreement/standard-positions.ts'
import { standardReports, standardTerm } from '../agreement/standard-term.ts'
import { standardPriorities, standardTargets } from '../agreement/standard-times.ts'
import { subjectOf, type CommitmentKind } from '../commitment/kind.ts'
import { readTrigger, type Trigger } from '../commitment/trigger.ts'
import { sides, type Side } from '../identity/side.ts'
import { calendarOfSide, sidesThatCount, sidesThatOwe } from './calendar-of-side.ts'
import { positionOf } from './roster.ts'

type Part<Name extends keyof AgreementFile> = NonNullable<AgreementFile[Name]>
type TargetRowFile = Part<'targets'>[number]
type ReportFile = Part<'reports'>[number]
type LevelFile = Part<'ladders'>[number]['levels'][number]

/** The row of the template for a kind. */
export const defaultTarget = (kind: string): TargetRowFile | undefined =>
  standardTargets.find((row) => row.kind === kind)

/** The row with times for exactly the priorities of the agreement; nothing where the template does not know one. */
export function defaultTargetFor(agreement: Agreement, kind: string): TargetRowFile | undefined {
  const row = defaultTarget(kind)
  if (row?.byPriority === undefined) return row
  const ids = (agreement.priorities ?? standardPriorities).map((one) => one.id)
  const times = row.byPriority
  if (ids.length === 0 || ids.some((id) => times[id] === undefined)) return undefined
  return {
    ...row,
    byPriority: Object.fromEntries(
      ids.flatMap((id) => (times[id] === undefined ? [] : [[id, times[id]]])),
    ),
  }
}

/**
 * A row bound to those sides that can keep it: that have a calendar and a ladder, or lack them already. A fix must
 * not promise in the name of a side for which nothing is agreed yet.
 */
export function boundRow(agreement: Agreement, kind: string): TargetRowFile | undefined {
  const row = defaultTargetFor(agreement, kind)
  if (row === undefined) return undefined
  const { owedBy = 'both' } = row
  const able = sides.filter((side) => isAble(agreement, side))
  if (owedBy !== 'both') return able.includes(owedBy) ? row : undefined
  const [only] = able
  if (only === undefined) return undefined
  return able.length === sides.length ? row : { ...row, owedBy: only }
}

const isAble = (agreement: Agreement, side: Side): boolean =>
  (calendarOfSide(agreement, side) !== undefined || sidesThatCount(agreement).has(side)) &&
  (sidesThatOwe(agreement).has(side) ||
    (agreement.ladders?.some((ladder) => ladder.side === side) ?? false))

/** What usually starts the clock of a kind. */
export function defaultStart(kind: CommitmentKind): NonNullable<TargetRowFile['startsAt']> {
  const known = defaultTarget(kind)?.startsAt
  if (known !== undefined) return known
  switch (subjectOf(kind)) {
    case 'lead':
      return 'assignment'
    case 'report':
    case 'review':
      return 'period-end'
    default:
      return 'submission'
  }
}

export const defaultDefinition = (priority: string): string | undefined =>
  standardPriorities.find((one) => one.id === priority)?.definition

/** The levels of the template's ladder. */
export const defaultLevels = (side: Side): readonly LevelFile[] =>
  (standardLadders ?? []).flatMap((ladder) => (ladder.side === side ? ladder.levels : []))

/** When the template calls a level; above its highest one, half a budget later each time. */
export function defaultTrigger(level: number): Trigger {
  const text = defaultLevels('vendor').find((one) => one.level === level)?.trigger
  const read = text === undefined ? undefined : readTrigger(text)
  return read?.ok === true ? read.value : { type: 'share', percent: 50 * level }
}

/** The positions of a ladder of the template, lowest first. */
export const ladderPositions = (
  side: Side,
): readonly { readonly id: string; readonly title: string }[] =>
  defaultLevels(side).flatMap(({ position }) =>
    (standardPositions ?? []).filter((one) => one.id === position),
  )

/** A report of the template whose owner and audience the agreement has; the audit asks for the others. */
export function defaultReport(
  agreement: Agreement,
  cadence: ReportFile['cadence'],
): ReportFile | undefined {
  const report = standardReports.find((one) => one.cadence === cadence)
  if (report === undefined || agreement.reports?.some((one) => one.id === report.id))
    return undefined
  const { owner, audience = [], ...rest } = report
  const known = audience.filter((id) => positionOf(agreement, id) !== undefined)
  return {
    ...rest,
    ...(owner !== undefined && positionOf(agreement, owner) !== undefined && { owner }),
    ...(known.length > 0 && { audience: known }),
  }
}

/** Three breaches of the most urgent priority in a quarter: what both sides can measure from the first day. */
export function defaultTerminationTriggers(
  agreement: Agreement,
): NonNullable<Part<'term'>['triggers']> {
  const urgent = agreement.priorities?.[0]
  const [trigger] = standardTerm.triggers ?? []
  const { condition } = trigger ?? {}
  if (trigger === undefined || condition === undefined) return []
  if (urgent !== undefined && condition.priority === urgent.id) return [trigger]
  const { priority: _, ...others } = condition
  const words = urgent === undefined ? '' : ` of priority "${urgent.label}"`
  return [
    {
      ...trigger,
      id: 'three-breaches',
      text: `One side breaches three commitments${words} in a quarter.`,
      condition: { ...others, ...(urgent !== undefined && { priority: urgent.id }) },
    },
  ]
}

/** What is left on the last day, with the owners that the agreement has and only the kinds it promises. */
export function defaultWindDown(agreement: Agreement, otherOwner: string | undefined) {
  const promised = new Set<string>(agreement.targets?.map((row) => row.kind))
  return (standardTerm.windDown ?? []).map(({ what, within, owner, kinds }) => {
    const isKnown = owner !== undefined && positionOf(agreement, owner) !== undefined
    const own = isKnown ? owner : otherOwner
    const known = kinds?.filter((kind) => promised.has(kind)) ?? []
    return withoutUndefined({
      what,
      owner: own,
      within,
      kinds: known.length === 0 ? undefined : known,
    })
  })
}

const withoutUndefined = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
