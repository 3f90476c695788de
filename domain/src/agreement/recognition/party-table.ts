import type { Side } from '../../identity/side.ts'
import type { Desk } from './desk.ts'
import { hasLegalForm, readPartyClause } from './party-clause.ts'
import { takeParty } from './party-lines.ts'
import { partiesIn } from './parties-words.ts'
import { gapsIn } from './placeholders.ts'
import { readSide, readSideHeaders } from './sides.ts'
import { allRows, type Cell, type Grid, isNothing, takeHeader, takeRow } from './table-grid.ts'
import { clipLine, fold } from './wording.ts'

const fields: readonly (readonly ['name' | 'legalName' | 'address' | 'registration', RegExp])[] = [
  ['legalName', /legal (?:name|entity)|registered name|firma/],
  ['registration', /registration|register|company (?:no|number)|tax|vat|handelsregister|ust/],
  ['address', /address|seat|registered office|location|anschrift|adresse|sitz/],
  ['name', /^(?:company|name|company name|organi[sz]ation|party|trading name|unternehmen)$/],
]

/** The parties as a table: one row for each party, or one column for each side with name and address below. */
export function readPartyTable(grid: Grid, desk: Desk): boolean {
  return readColumns(grid, desk) || readRows(grid, desk)
}

function readColumns(grid: Grid, desk: Desk): boolean {
  const sides = readSideHeaders(
    grid.header.map((cell) => cell.text),
    desk.names,
  )
  const columns = (['vendor', 'partner'] as const).map((side) => sides.indexOf(side))
  const fieldRows = grid.rows.filter((row) => fieldOf(row[0]?.text ?? '') !== undefined)
  if (columns.includes(-1) || columns.includes(0) || fieldRows.length === 0) return false
  takeHeader(desk, grid)
  for (const row of grid.rows) {
    const field = fieldOf(row[0]?.text ?? '')
    for (const [index, side] of (['vendor', 'partner'] as const).entries()) {
      const cell = row[columns[index] ?? -1]
      if (cell !== undefined && field !== undefined) putField(desk, side, field, cell, row)
    }
  }
  return true
}

function putField(
  desk: Desk,
  side: Side,
  field: (typeof fields)[number][0],
  cell: Cell,
  row: readonly Cell[],
): void {
  if (isNothing(cell.text)) return
  if (gapsIn(cell.text).length > 0) {
    desk.ledger.gap(cell.piece, `${side}, ${row[0]?.text}: ${cell.text}`)
    return
  }
  const party = desk.draft.parties[side]
  const isFirst = party[field] === undefined
  const named =
    field === 'name' && hasLegalForm(cell.text) ? { legalName: clipLine(cell.text) } : {}
  desk.draft.parties[side] = {
    ...party,
    ...(isFirst ? { [field]: clipLine(cell.text), ...named } : {}),
  }
  if (!isFirst && party[field] !== cell.text) desk.ledger.leave(cell.piece, cell.text)
  takeRow(desk, row, `/parties/${side}/${field}`)
}

function readRows(grid: Grid, desk: Desk): boolean {
  const rows = allRows(grid)
  const named = rows.filter(
    (row) => row.length === 2 && sideOf(row[0]?.text ?? '', desk) !== undefined,
  )
  const names = named.map((row) => row[1]?.text ?? '')
  const areNames =
    names.length === 2 &&
    names.every(
      (text) =>
        /\p{Lu}/u.test(text) &&
        (hasLegalForm(text.split(',')[0] ?? '') ||
          desk.names.vendor.includes(fold(text)) ||
          desk.names.partner.includes(fold(text)) ||
          gapsIn(text).length > 0),
    )
  if (!areNames) return false
  for (const row of named) {
    const [label, value] = row
    if (label === undefined || value === undefined) continue
    const [party] = partiesIn(`${label.text}: ${value.text}`, desk.names)
    if (
      party !== undefined &&
      readPartyClause(value.text) !== undefined &&
      takeParty(party, label.piece, desk)
    )
      takeRow(desk, row, `/parties/${party.side}`)
    else desk.ledger.gap(label.piece, `${label.text}: ${value.text}`)
  }
  return rows.length === 2
}

const fieldOf = (text: string) => fields.find(([, form]) => form.test(fold(text)))?.[0]

function sideOf(text: string, desk: Desk): Side | undefined {
  const side = readSide(text, desk.names)
  return side === 'vendor' || side === 'partner' ? side : undefined
}
