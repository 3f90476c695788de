import { describeKind } from '../../commitment/kind.ts'
import type { Agreement } from '../agreement.ts'
import type { TargetRow } from '../targets.ts'
import { cell, missing, paragraph, table, type Block, type Cell } from './block.ts'
import { namesOf, type Names } from './names.ts'
import { capital, joined, percentText, spaced } from './wording.ts'

/**
 * What starts and warns each clock, and by whose hours it counts. Commitments with the same rules share a row. Defaults
 * are printed as such.
 */
export function clockRulesBlocks(agreement: Agreement): Block[] {
  const rows = agreement.targets ?? []
  if (rows.length === 0) return [missing()]
  const names = namesOf(agreement)
  const groups = new Map<string, { rules: readonly Cell[]; commitments: string[] }>()
  for (const row of rows) {
    const rules = rulesOf(row, names)
    const key = JSON.stringify(rules)
    const group = groups.get(key) ?? { rules, commitments: [] }
    group.commitments.push(commitmentLine(row))
    groups.set(key, group)
  }
  return [
    table(
      'Rules of the clocks',
      [
        ['Commitments', 3.4],
        ['Start at', 1.2],
        ['Are counted in', 2],
        ['Warn at', 0.9],
        ['On handing over', 1.4],
      ],
      [...groups.values()].map(({ rules, commitments }) =>
        [cell(commitments.join('; '))].concat(rules),
      ),
    ),
  ]
}

const rulesOf = (row: TargetRow, names: Names): Cell[] => [
  cell(row.startsAt && capital(spaced(row.startsAt))),
  countedIn(row, names),
  row.warnAt === undefined ? byDefault(percentText(75)) : cell(percentText(row.warnAt)),
  handover(row),
]

const commitmentLine = (row: TargetRow): string =>
  row.owedBy === undefined || row.owedBy === 'both'
    ? describeKind(row.kind).label
    : `${describeKind(row.kind).label}, owed by the ${row.owedBy}`

/** What stops the clock, as a line below the commitment. */
export function stoppedBy(row: TargetRow): string {
  const acts = joined((row.metBy ?? describeKind(row.kind).metBy).map(spaced), 'or')
  return `Met by: ${acts}${row.metBy === undefined ? ' (by default)' : ''}.`
}

const countedIn = (row: TargetRow, names: Names): Cell =>
  row.calendar === undefined
    ? byDefault('The calendar of the side that owes')
    : cell(names.calendar(row.calendar))

function handover(row: TargetRow): Cell {
  const words = { keep: 'The clock runs on', restart: 'The clock starts anew' }
  return row.handover === undefined ? byDefault(words.keep) : cell(words[row.handover])
}

const byDefault = (words: string): Cell => cell(words, 'by default')

/** Why a clock may stand still; without a rule none may. */
export function pausesBlocks(agreement: Agreement): Block[] {
  const pauses = agreement.pauses ?? []
  if (pauses.length === 0) return [missing('Not agreed. Without a rule no clock may stand still.')]
  return [
    paragraph('A clock stands still only for one of these reasons.', 'quiet'),
    table(
      'Reasons for a pause',
      [
        ['Reason', 2],
        ['Commitments', 3],
        ['Who may ask for it', 1.5],
      ],
      pauses.map((pause) => [
        cell(pause.label),
        pause.kinds === undefined
          ? byDefault('Resolution, completion and updates; never a response')
          : cell(joined(pause.kinds.map((kind) => describeKind(kind).label))),
        pause.at === undefined
          ? byDefault('Either side')
          : cell(capital(joined(pause.at.map((side) => `the ${side}`)))),
      ]),
    ),
  ]
}
