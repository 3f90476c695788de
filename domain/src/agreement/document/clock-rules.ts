import { describeKind } from '../../commitment/kind.ts'
import type { Agreement } from '../agreement.ts'
import type { TargetRow } from '../targets.ts'
import { cell, missing, paragraph, table, type Block, type Cell } from './block.ts'
import { namesOf, type Names } from './names.ts'
import { capital, joined, percentText, spaced } from './wording.ts'

/** What starts, stops and warns each clock, and by whose hours it counts. Defaults are printed as such. */
export function clockRulesBlocks(agreement: Agreement): Block[] {
  const rows = agreement.targets ?? []
  if (rows.length === 0) return [missing()]
  const names = namesOf(agreement)
  return [
    table(
      'Rules of the clocks',
      [
        ['Commitment', 2],
        ['Starts at', 1.3],
        ['Stopped by', 1.5],
        ['Counted in', 2],
        ['Warning at', 1.1],
        ['On handing over', 1.4],
      ],
      rows.map((row) => [
        cell(commitmentLine(row)),
        cell(row.startsAt && capital(spaced(row.startsAt))),
        stoppedBy(row),
        countedIn(row, names),
        row.warnAt === undefined ? byDefault(percentText(75)) : cell(percentText(row.warnAt)),
        handover(row),
      ]),
    ),
  ]
}

const commitmentLine = (row: TargetRow): string =>
  row.owedBy === undefined || row.owedBy === 'both'
    ? describeKind(row.kind).label
    : `${describeKind(row.kind).label}, owed by the ${row.owedBy}`

function stoppedBy(row: TargetRow): Cell {
  const acts = row.metBy ?? describeKind(row.kind).metBy
  const words = capital(joined(acts.map(spaced), 'or'))
  return row.metBy === undefined ? byDefault(words) : cell(words)
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
