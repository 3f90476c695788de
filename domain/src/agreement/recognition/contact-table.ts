import type { Side } from '../../identity/side.ts'
import { isName, isTitle } from './contact-words.ts'
import { type Desk, holderPosition } from './desk.ts'
import { addHolder, hasRoom, personIn } from './draft.ts'
import { gapsIn } from './placeholders.ts'
import { readSide } from './sides.ts'
import {
  type Cell,
  columnTexts,
  type Grid,
  isNothing,
  shareOf,
  takeHeader,
  takeRow,
} from './table-grid.ts'
import { fold } from './wording.ts'

/** A list of contacts: role and name, perhaps e-mail and side. People hold the positions that their roles name. */
export function readContactTable(grid: Grid, desk: Desk): boolean {
  const at = (form: RegExp) => grid.header.findIndex((cell) => form.test(fold(cell.text)))
  const role = at(/role|position|title|function|rolle|funktion/)
  const name = grid.header.findIndex(
    (cell, column) =>
      column !== role &&
      /name|contact|person|ansprechpartner/.test(fold(cell.text)) &&
      shareOf(columnTexts(grid, column), (text) => isName(text) || gapsIn(text).length > 0) > 0.5,
  )
  const mailed = grid.header.findIndex(
    (_, column) => shareOf(columnTexts(grid, column), (text) => /^\S+@\S+\.\S+$/.test(text)) > 0.5,
  )
  const email = mailed < 0 ? at(/e-?mail/) : mailed
  const side = grid.header.findIndex(
    (_, column) =>
      column !== role &&
      shareOf(columnTexts(grid, column), (text) => sideOf(text, desk) !== undefined) > 0.9,
  )
  if (role < 0 || name < 0 || shareOf(columnTexts(grid, role), isTitle) < 0.5) return false
  takeHeader(desk, grid)
  for (const row of grid.rows) readRow(row, { role, name, email, side }, grid, desk)
  return true
}

function readRow(
  row: readonly Cell[],
  at: Readonly<Record<'role' | 'name' | 'email' | 'side', number>>,
  grid: Grid,
  desk: Desk,
): void {
  const [role, name] = [row[at.role], row[at.name]]
  if (role === undefined || name === undefined || role.text === '' || isNothing(role.text)) return
  if (gapsIn(role.text).length > 0) {
    desk.ledger.gap(role.piece, row.map((cell) => cell.text).join(' | '))
    return
  }
  if (!hasRoom(desk.draft, 'people')) return
  const side = sideOf(row[at.side]?.text ?? '', desk) ?? grid.context.side
  const position = holderPosition(desk, role.text, role.piece, side)
  const email = row[at.email]?.text
  if (gapsIn(name.text).length > 0)
    desk.ledger.gap({ source: name.piece.source }, `${role.text}: ${name.text}`)
  else if (!isNothing(name.text))
    addHolder(position, personIn(desk.draft, position.side, name.text, email).id)
  takeRow(desk, row, `/positions/${desk.draft.positions.indexOf(position)}`)
  for (const [index, cell] of row.entries()) {
    if (!Object.values(at).includes(index) && !isNothing(cell.text))
      desk.ledger.leave(cell.piece, `${role.text}, ${grid.header[index]?.text}: ${cell.text}`)
  }
}

function sideOf(text: string, desk: Desk): Side | undefined {
  const side = readSide(text, desk.names)
  return side === 'vendor' || side === 'partner' ? side : undefined
}
