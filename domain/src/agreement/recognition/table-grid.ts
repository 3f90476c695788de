import type { Desk } from './desk.ts'
import type { Piece } from './ledger.ts'
import type { Context, TablePassage } from './passages.ts'
import { tidy } from './wording.ts'

/** A cell and the row of the document that accounts for it. */
export interface Cell {
  readonly text: string
  /** The lines of a cell of several, parted by commas: title, name and telephone below each other. */
  readonly listed?: string | undefined
  readonly piece: Piece
}

export interface HeaderCell extends Cell {
  /** A merged header above this one: "Vendor" over "Channel Manager". */
  readonly group?: string | undefined
}

/** A table ready to be read: one header, rows below it, everything of the same width, empty columns gone. */
export interface Grid {
  readonly header: readonly HeaderCell[]
  readonly rows: readonly (readonly Cell[])[]
  readonly context: Context
}

/** The table with its first row as header; two header rows become one with groups; a title row is read as structure. */
export function gridOf(passage: TablePassage, desk: Desk): Grid {
  const width = Math.max(0, ...passage.table.rows.map((row) => row.cells.length))
  let lines = passage.table.rows.map((row, index) => {
    const piece = passage.rows[index] as Piece
    return Array.from({ length: width }, (_, column): Cell => ({
      text: tidy(row.cells[column] ?? ''),
      ...listedIn(row.cells[column] ?? ''),
      piece,
    }))
  })
  lines = lines.filter((line) => line.some((cell) => cell.text !== ''))
  const used = Array.from({ length: width }, (_, column) =>
    lines.some((line) => line[column]?.text !== ''),
  )
  lines = lines.map((line) => line.filter((_, column) => used[column]))
  while (isMergedRow(lines[0] ?? []) && lines.length > 2) {
    const [title] = lines.shift() ?? []
    if (title !== undefined) desk.ledger.structure(title.piece)
  }
  const [head = [], second = []] = lines
  const canGroup = lines.length > 2 && !hasRepeats(second) && isHeaderLike(second)
  const first = canGroup ? spread(head) : head
  const hasGroups = canGroup && hasRepeats(first)
  if (!hasGroups) return { header: first, rows: lines.slice(1), context: passage.context }
  const group = first[0]
  if (group !== undefined) desk.ledger.structure(group.piece)
  const header = second.map((cell, column) => {
    const above = first[column]?.text ?? ''
    const text = cell.text === '' ? above : cell.text
    const { piece } = cell
    return above === '' || above === text ? { piece, text } : { piece, text, group: above }
  })
  return { header, rows: lines.slice(2), context: passage.context }
}

function listedIn(text: string): Pick<Cell, 'listed'> {
  const lines = text
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '')
  return lines.length > 1 ? { listed: lines.join(', ') } : {}
}

/** A header whose merged cells came as one text and blanks, each blank filled from its left. */
function spread(row: readonly Cell[]): readonly Cell[] {
  const isSpread =
    row[0]?.text === '' && row.slice(1).some((cell) => cell.text === '') && row[1]?.text !== ''
  if (!isSpread) return row
  let last = ''
  return row.map((cell) => {
    if (cell.text !== '') last = cell.text
    return { piece: cell.piece, text: last }
  })
}

/** The same table with rows and columns exchanged. */
export function transposed(grid: Grid): Grid {
  const lines = [grid.header, ...grid.rows]
  const turned = grid.header.map((_, column) => lines.map((line) => line[column] as Cell))
  return { header: turned[0] ?? [], rows: turned.slice(1), context: grid.context }
}

/** The rows with the header as a row among them, for tables that have none. */
export const allRows = (grid: Grid): readonly (readonly Cell[])[] => [grid.header, ...grid.rows]

export function isMergedRow(row: readonly Cell[]): boolean {
  const [first] = row
  return (
    row.length > 1 &&
    first !== undefined &&
    first.text !== '' &&
    row.every((cell) => cell.text === first.text)
  )
}

function hasRepeats(row: readonly Cell[]): boolean {
  return row.some(
    (cell, index) => index > 0 && cell.text !== '' && cell.text === row[index - 1]?.text,
  )
}

const isHeaderLike = (row: readonly Cell[]): boolean =>
  row
    .filter((cell) => cell.text !== '')
    .every(
      (cell) => /\p{L}{2}/u.test(cell.text) && !/\d\s*(?:h|hours?|days?)\b/i.test(cell.text),
    ) && row.filter((cell) => cell.text !== '').length >= 2

/** Accounts for the row; a turned table has a cell of many rows, each of which is then accounted for. */
export function takeRow(desk: Desk, row: readonly Cell[], path: string): void {
  for (const piece of new Set(row.filter((cell) => cell.text !== '').map((cell) => cell.piece)))
    desk.ledger.take(piece, path)
}

export function takeHeader(desk: Desk, grid: Grid): void {
  const { leadIn } = grid.context
  if (leadIn !== undefined && desk.ledger.isOpen(leadIn)) desk.ledger.structure(leadIn)
  for (const piece of new Set(grid.header.map((cell) => cell.piece))) {
    if (desk.ledger.isOpen(piece)) desk.ledger.structure(piece)
  }
}

export const columnTexts = (grid: Grid, column: number): string[] =>
  grid.rows
    .filter((row) => !isMergedRow(row))
    .map((row) => row[column]?.text ?? '')
    .filter((text) => text !== '')

/** The share of the non-empty cells of a column that pass, 0 where all are empty. */
export function shareOf(texts: readonly string[], passes: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(passes).length / texts.length
}

export const isNothing = (text: string): boolean => /^(?:[-–—.\s]|none)*$/i.test(text)
