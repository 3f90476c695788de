import { describeKind } from '../../commitment/kind.ts'
import { sides, type Side } from '../../identity/side.ts'
import type { Agreement } from '../agreement.ts'
import type { Responsibility } from '../responsibilities.ts'
import { missing, paragraph, type Block, type Matrix } from './block.ts'
import { namesOf, type Names } from './names.ts'
import { joined, sideWord } from './wording.ts'

const legend =
  'R is responsible: does the work. A is accountable: answers for it, one position in each row. ' +
  'C is consulted before, I is informed after.'

/** Section 2. The matrix of activities by positions, the positions grouped by side; ticks where no position is named. */
export function responsibilitiesBlocks(agreement: Agreement): Block[] {
  const rows = agreement.responsibilities ?? []
  if (rows.length === 0) return [missing()]
  return [paragraph(legend, 'quiet'), matrix(rows, namesOf(agreement))]
}

interface MatrixColumn {
  readonly title: string
  letters(row: Responsibility): string
}

function matrix(rows: readonly Responsibility[], names: Names): Matrix {
  const used = new Set(rows.flatMap(positionsIn))
  const groups = sides.map((side) => {
    const known = names.positionsOf(side).filter((position) => used.delete(position.id))
    return {
      title: `${sideWord[side]}: ${names.party(side)}`,
      columns: [...ticks(rows, side), ...known.map((position) => lettersOf(position.id, names))],
    }
  })
  const unknown = [...used].map((id) => lettersOf(id, names))
  groups.push({ title: 'Positions that are not defined', columns: unknown })
  const present = groups.filter((group) => group.columns.length > 0)
  return {
    kind: 'matrix',
    label: 'Responsibilities: activities by positions',
    corner: 'Activity',
    groups: present.map((group) => ({
      title: group.title,
      columns: group.columns.map((column) => column.title),
    })),
    rows: rows.map((row) => ({
      head: { text: row.label, details: details(row), tone: 'plain' },
      cells: present.flatMap((group) => group.columns.map((column) => column.letters(row))),
    })),
  }
}

const positionsIn = (row: Responsibility): string[] => [
  ...(row.responsible ?? []),
  ...(row.accountable ?? []),
  ...(row.consulted ?? []),
  ...(row.informed ?? []),
]

const lettersOf = (id: string, names: Names): MatrixColumn => ({
  title: names.position(id),
  letters: (row) =>
    [
      row.responsible?.includes(id) === true ? 'R' : '',
      row.accountable?.includes(id) === true ? 'A' : '',
      row.consulted?.includes(id) === true ? 'C' : '',
      row.informed?.includes(id) === true ? 'I' : '',
    ]
      .filter((letter) => letter !== '')
      .join(' '),
})

const ticks = (rows: readonly Responsibility[], side: Side): MatrixColumn[] =>
  rows.some((row) => row.ticked?.includes(side))
    ? [
        {
          title: 'Ticked, no position named',
          letters: (row) => (row.ticked?.includes(side) === true ? '✓' : ''),
        },
      ]
    : []

function details(row: Responsibility): string[] {
  const kinds = row.commitments?.map((kind) => describeKind(kind).label) ?? []
  return [
    ...(kinds.length === 0 ? [] : [`Gives rise to: ${joined(kinds)}.`]),
    ...(row.note === undefined ? [] : [row.note]),
    ...((row.accountable ?? []).length === 0 ? ['Who is accountable: not agreed.'] : []),
  ]
}
