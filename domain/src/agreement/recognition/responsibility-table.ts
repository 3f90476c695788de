import type { Side } from '../../identity/side.ts'
import { type Desk, holderPosition } from './desk.ts'
import { type Draft, hasRoom } from './draft.ts'
import { type RaciLetter, readMark } from './matrix-marks.ts'
import { isOnlyGap } from './placeholders.ts'
import { type Column, columnPosition, columnsOf } from './responsibility-columns.ts'
import { readSideList } from './sides.ts'
import { type Cell, type Grid, isMergedRow, isNothing, takeHeader, takeRow } from './table-grid.ts'
import { clipLine, freeIdentifier, slug } from './wording.ts'

type Row = Draft['responsibilities'][number]
type Holder = Extract<Column, { kind: 'holder' }>

const fieldOf = { R: 'responsible', A: 'accountable', C: 'consulted', I: 'informed' } as const

/**
 * A matrix of responsibilities in either orientation. Ticks under a side stay ticks (`ticked`); letters and words such
 * as "Lead" are RACI and name positions.
 */
export function readResponsibilityTable(grid: Grid, turned: Grid, desk: Desk): boolean {
  const upright = columnsOf(grid, desk)
  const sideways = columnsOf(turned, desk)
  const isTurned = namedIn(sideways) > namedIn(upright)
  const columns = isTurned ? sideways : upright
  const matrix = isTurned ? turned : grid
  if (columns === undefined) return false
  takeHeader(desk, matrix)
  for (const column of columns) {
    if (
      column.kind === 'holder' &&
      column.side !== undefined &&
      /^(?:we|us|our|you)\b/i.test(column.title) &&
      !columns.some(
        (other) =>
          other.kind === 'holder' &&
          other.side !== undefined &&
          /partner|reseller|vendor|supplier/i.test(other.title),
      )
    ) {
      desk.ledger.doubt(column.piece, `"${column.title}" is read as the ${column.side}`)
    }
  }
  const usesTicks = matrix.rows.some((row) => row.some((cell) => /[✓✔✅☑√]/.test(cell.text)))
  for (const row of matrix.rows) readRow(row, columns, matrix, usesTicks, desk)
  return true
}

/** How many columns say who they stand for; -1 where there is no matrix. */
const namedIn = (columns: readonly Column[] | undefined): number =>
  columns?.filter(
    (column) => column.kind === 'who' || (column.kind === 'holder' && column.side !== undefined),
  ).length ?? -1

function readRow(
  row: readonly Cell[],
  columns: readonly Column[],
  grid: Grid,
  usesTicks: boolean,
  desk: Desk,
): void {
  const at = columns.findIndex((column) => column.kind === 'activity')
  const label = row[at]
  if (label === undefined || label.text === '' || isMergedRow(row)) {
    if (label !== undefined && label.text !== '') desk.ledger.structure(label.piece)
    return
  }
  if (isOnlyGap(label.text)) {
    desk.ledger.gap(
      label.piece,
      row
        .map((cell) => cell.text)
        .filter((text) => text !== '')
        .join(' | '),
    )
    return
  }
  if (!hasRoom(desk.draft, 'responsibilities')) return
  const { responsibilities } = desk.draft
  const isTaken = (id: string) => responsibilities.some((one) => one.activity === id)
  const activity = freeIdentifier(
    slug(label.text, `activity-${responsibilities.length + 1}`),
    isTaken,
  )
  const entry: Row = { activity, label: clipLine(label.text) }
  const path = `/responsibilities/${responsibilities.push(entry) - 1}`
  const notes: string[] = []
  for (const [index, column] of columns.entries()) {
    const cell = row[index]
    if (cell === undefined || cell.text === '') continue
    if (column.kind === 'note' && !isNothing(cell.text))
      notes.push(
        isRemark(grid.header[index]) ? cell.text : `${grid.header[index]?.text}: ${cell.text}`,
      )
    if (column.kind === 'area') notes.push(`${grid.header[index]?.text}: ${cell.text}`)
    if (column.kind === 'who') readWho(desk, entry, cell, column.letter, label.text)
    if (column.kind === 'holder')
      readHolder(desk, entry, cell, column, { usesTicks, label: label.text, notes })
  }
  if (notes.length > 0) entry.note = notes.join('\n').slice(0, 20_000)
  const isEmpty =
    entry.ticked === undefined &&
    Object.values(fieldOf).every((field) => entry[field] === undefined)
  if (isEmpty) desk.ledger.doubt(label.piece, `"${label.text}" is marked for nobody`, path)
  takeRow(desk, row, path)
}

/** Whether a header says no more than that its column holds notes. */
const isRemark = (header: Cell | undefined): boolean =>
  header === undefined ||
  /^(?:|notes?|comments?|remarks?|details?|description|bemerkung(?:en)?|kommentar|hinweise?|beschreibung)$/i.test(
    header.text,
  )

function readHolder(
  desk: Desk,
  entry: Row,
  cell: Cell,
  column: Holder,
  about: { readonly usesTicks: boolean; readonly label: string; readonly notes: string[] },
): void {
  const read = readMark(cell.text)
  const label = `${about.label}, ${column.title}: ${cell.text}`
  if (read === undefined) {
    if (isOnlyGap(cell.text)) desk.ledger.gap({ source: cell.piece.source }, label)
    else {
      about.notes.push(`${column.title}: ${cell.text}`)
      desk.ledger.doubt(
        cell.piece,
        `"${cell.text}" under "${column.title}" is no mark; it was kept as a note of the row`,
      )
    }
    return
  }
  if (read.rest !== '') {
    about.notes.push(`${column.title}: ${read.rest}`)
    desk.ledger.doubt(
      cell.piece,
      `"${cell.text}" is read as a mark with a remark; the remark is a note of the row`,
    )
  }
  const { mark } = read
  if (mark.kind === 'nothing' || mark.kind === 'cross') return
  if (column.side === 'customer') {
    desk.ledger.leave(cell.piece, label)
    return
  }
  if (mark.kind === 'tick') tick(desk, entry, cell, column, about.usesTicks)
  else putLetters(desk, entry, cell, column, mark.letters, mark.assumed)
}

function tick(desk: Desk, entry: Row, cell: Cell, column: Holder, usesTicks: boolean): void {
  if (usesTicks && /^[x×✖☓]$/i.test(cell.text)) {
    desk.ledger.doubt(cell.piece, `"${cell.text}" beside ticks is read as "no"`)
    return
  }
  if (column.side === 'both') entry.ticked = ['vendor', 'partner']
  else if (column.side === 'vendor' || column.side === 'partner') addTick(entry, column.side)
  else
    putLetters(desk, entry, cell, column, ['R'], 'a tick under a position is read as responsible')
}

function addTick(entry: Row, side: Side): void {
  const ticked = entry.ticked ?? []
  if (!ticked.includes(side))
    entry.ticked = [...ticked, side].toSorted((one) => (one === 'vendor' ? -1 : 1))
}

function putLetters(
  desk: Desk,
  entry: Row,
  cell: Cell,
  column: Holder,
  letters: readonly RaciLetter[],
  assumed?: string,
): void {
  const sides = column.side === 'both' ? (['vendor', 'partner'] as const) : [undefined]
  for (const side of sides) {
    const position = columnPosition(desk, side === undefined ? column : { ...column, side })
    if (position !== undefined) for (const letter of letters) addTo(entry, letter, position.id)
  }
  if (assumed !== undefined) desk.ledger.doubt(cell.piece, assumed)
}

function addTo(entry: Row, letter: RaciLetter, position: string): void {
  const field = fieldOf[letter]
  const said = entry[field]
  const list = said === undefined ? [] : typeof said === 'string' ? [said] : said
  if (!list.includes(position) && list.length < 20) entry[field] = [...list, position]
}

function readWho(
  desk: Desk,
  entry: Row,
  cell: Cell,
  letter: RaciLetter | undefined,
  label: string,
): void {
  if (isNothing(cell.text)) return
  if (isOnlyGap(cell.text)) {
    desk.ledger.gap({ source: cell.piece.source }, `${label}: ${cell.text}`)
    return
  }
  const sides = readSideList(cell.text, desk.names)
  if (sides !== undefined && letter === undefined) {
    for (const side of sides) addTick(entry, side)
    return
  }
  const titles = cell.text
    .split(/\s*(?:[,;/+\n]|\band\b|\bund\b)\s*/i)
    .filter((text) => /\p{L}/u.test(text))
  for (const title of sides === undefined ? titles : sides) {
    addTo(entry, letter ?? 'R', holderPosition(desk, title, cell.piece, undefined).id)
  }
}
