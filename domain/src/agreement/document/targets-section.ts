import { describeKind } from '../../commitment/kind.ts'
import type { Agreement } from '../agreement.ts'
import type { TargetRow } from '../targets.ts'
import {
  cell,
  heading,
  missing,
  paragraph,
  quietCell,
  table,
  type Block,
  type Cell,
} from './block.ts'
import { breachCostBlocks } from './breach-cost.ts'
import { clockRulesBlocks, pausesBlocks, stoppedBy } from './clock-rules.ts'
import { namesOf } from './names.ts'
import { targetWords } from './wording.ts'

/** Section 3. Priorities, the targets, how their clocks run, what may pause them, and what a breach costs. */
export function targetsBlocks(agreement: Agreement): Block[] {
  const rows = agreement.targets ?? []
  return [
    heading('Priorities'),
    ...prioritiesBlocks(agreement),
    heading('Targets'),
    ...(rows.length === 0 ? [missing()] : targetTables(rows, agreement)),
    heading('How the clocks run'),
    ...clockRulesBlocks(agreement),
    heading('Pauses'),
    ...pausesBlocks(agreement),
    heading('What a breach costs'),
    ...breachCostBlocks(agreement),
  ]
}

function prioritiesBlocks({ priorities }: Agreement): Block[] {
  if (!priorities || priorities.length === 0) return [missing()]
  return [
    table(
      'Priorities, most urgent first',
      [
        ['Priority', 1],
        ['When work has it', 4],
      ],
      priorities.map((one) => [cell(one.label), cell(one.definition)]),
    ),
  ]
}

function targetTables(rows: readonly TargetRow[], agreement: Agreement): Block[] {
  const prioritised = rows.filter((row) => row.byPriority !== undefined)
  const flat = rows.filter((row) => row.byPriority === undefined)
  return [
    ...(prioritised.length === 0 ? [] : [byPriority(prioritised, agreement)]),
    ...(flat.length === 0 ? [] : [whateverThePriority(flat)]),
    ...rows.flatMap((row) =>
      row.text === undefined ? [] : [paragraph(`${describeKind(row.kind).label}: ${row.text}`)],
    ),
  ]
}

function byPriority(rows: readonly TargetRow[], agreement: Agreement): Block {
  const names = namesOf(agreement)
  const ids = new Set(agreement.priorities?.map((one) => one.id))
  for (const row of rows) for (const id of Object.keys(row.byPriority ?? {})) ids.add(id)
  const otherwise = rows.some((row) => row.target !== undefined)
  return table(
    'Targets by priority',
    [
      ['Commitment', 2.4],
      ...[...ids].map((id) => [names.priority(id), 1.4] as const),
      ...(otherwise ? [['Otherwise', 1.4] as const] : []),
    ],
    rows.map((row) => [
      commitmentCell(row),
      ...[...ids].map((id) => targetCell(row.byPriority?.[id])),
      ...(otherwise ? [row.target === undefined ? quietCell('') : targetCell(row.target)] : []),
    ]),
  )
}

const whateverThePriority = (rows: readonly TargetRow[]): Block =>
  table(
    'Targets whatever the priority',
    [
      ['Commitment', 2.4],
      ['Time allowed', 3],
    ],
    rows.map((row) => [commitmentCell(row), targetCell(row.target)]),
  )

const targetCell = (target: TargetRow['target']): Cell =>
  cell(target === undefined ? undefined : targetWords(target))

/** The commitment with who owes it, and what sets it apart from a single promise. */
function commitmentCell(row: TargetRow): Cell {
  const owing = {
    vendor: 'Owed by the vendor.',
    partner: 'Owed by the partner.',
    both: 'Owed by each side where it is asked.',
  }[row.owedBy ?? 'both']
  const repeated = {
    'while-they-wait': 'Owed again whenever the other side has written and waits.',
    'while-open': 'Owed again after each update, while the work is open.',
  }
  return cell(
    describeKind(row.kind).label,
    owing,
    stoppedBy(row),
    ...(row.recurring === undefined ? [] : [repeated[row.recurring]]),
    ...(row.percentile === undefined
      ? []
      : [
          `Measured over a period: ${row.percentile.share}\u00A0% within ${targetWords(row.percentile.within)}.`,
        ]),
  )
}
