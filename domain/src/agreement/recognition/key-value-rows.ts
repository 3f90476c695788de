import type { Desk } from './desk.ts'
import type { Piece } from './ledger.ts'
import { readTextLine } from './line-readers.ts'
import type { LinePassage } from './passages.ts'
import { readSection } from './sections.ts'
import { allRows, type Cell, type Grid } from './table-grid.ts'

/**
 * A table that is none of the known ones, row by row as "label: value". The label of a row announces its section as a
 * heading would ("Notice period | 90 days"). A header is structure if any row below it was understood.
 */
export function readKeyValueRows(grid: Grid, desk: Desk): void {
  const [header, ...rows] = allRows(grid)
  if (header === undefined) return
  for (const row of rows) readRow(row, grid, desk)
  const isUnderstood = rows.some((row) =>
    row.some((cell) => cell.text !== '' && !desk.ledger.isOpen(cell.piece)),
  )
  const isKeyHeader =
    /^(?:item|term|key|topic|clause|field|parameter|details?|description|property|punkt|thema)$/i.test(
      header[0]?.text ?? '',
    )
  if (isUnderstood && isKeyHeader) for (const cell of header) settle(cell.piece, desk)
  else readRow(header, grid, desk)
  if (isUnderstood && header.length > 2) for (const cell of header) settle(cell.piece, desk)
}

function settle(piece: Piece, desk: Desk): void {
  if (desk.ledger.isOpen(piece)) desk.ledger.structure(piece)
}

function readRow(row: readonly Cell[], grid: Grid, desk: Desk): void {
  const filled = row.filter((cell, index) => cell.text !== '' && cell.text !== row[index - 1]?.text)
  const [label, ...values] = filled
  if (label === undefined || !desk.ledger.isOpen(label.piece)) return
  const isPair = values.length === 1
  if (values.length > 1) return
  const text = isPair ? `${label.text.replace(/:$/, '')}: ${values[0]?.text}` : label.text
  const announced = readSection(label.text)
  const section =
    isPair && announced !== 'other' && announced !== 'front' ? announced : grid.context.section
  const line: LinePassage = {
    kind: 'line',
    text,
    source: label.piece.source,
    sentences: [label.piece],
    isItem: false,
    isOrdered: false,
    number: 0,
    context: {
      ...grid.context,
      section,
      trail: isPair ? [...grid.context.trail, label.text] : grid.context.trail,
    },
  }
  readTextLine(line, desk)
}
