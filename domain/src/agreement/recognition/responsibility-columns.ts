import { isTitle } from './contact-words.ts'
import { type Desk, holderPosition, sideOfTitle, sidePosition } from './desk.ts'
import type { DraftPosition } from './draft.ts'
import type { Piece } from './ledger.ts'
import { isMark, type RaciLetter, readMark } from './matrix-marks.ts'
import { readSide, readSideHeaders, readSideList, type SideWord } from './sides.ts'
import { columnTexts, type Grid, type HeaderCell, isNothing, shareOf } from './table-grid.ts'
import { fold, wordCount } from './wording.ts'

/** What a column of a responsibilities matrix holds. */
export type Column =
  | { readonly kind: 'activity' | 'note' | 'area' | 'number' }
  /** Marks for a side or a position. */
  | {
      readonly kind: 'holder'
      readonly side: SideWord | undefined
      readonly title: string
      readonly group: string | undefined
      readonly piece: Piece
    }
  /** Names of who holds a letter; no letter where the column only says who does it. */
  | { readonly kind: 'who'; readonly letter: RaciLetter | undefined }

const activityHeader =
  /^(?:activit(?:y|ies)|tasks?|responsibilit(?:y|ies)|area of responsibility|function|process(?: step)?|what|item|deliverable|work|service|duty|aufgaben?|tätigkeit(?:en)?|aktivität(?:en)?|leistung)\b/
const noteHeader =
  /^(?:notes?|backups?|deputy|comments?|remarks?|details?|description|bemerkung(?:en)?|kommentar|hinweise?|beschreibung|evidence|output)/
const areaHeader = /^(?:area|phase|category|stage|group|section|workstream|bereich|kategorie)$/
const letters: readonly (readonly [RegExp, RaciLetter | undefined])[] = [
  [/^(?:r|responsible(?: \(r\))?|r \(responsible\)|r - responsible)$/, 'R'],
  [/^(?:a|accountable(?: \(a\))?|a - accountable)$/, 'A'],
  [/^(?:c|consulted(?: \(c\))?|c - consulted)$/, 'C'],
  [/^(?:i|informed(?: \(i\))?|i - informed)$/, 'I'],
  [
    /^(?:who|owner|owned by|responsible (?:party|side|company)|responsibility|lead(?: party)?|by|party|performed by|wer|verantwortlich|zuständig|primary(?: owner)?|dri|directly responsible(?: individual)?|owning (?:party|side|team)|driver)$/,
    undefined,
  ],
]

/** Reads the columns; undefined where the table is no matrix of responsibilities. */
export function columnsOf(grid: Grid, desk: Desk): readonly Column[] | undefined {
  const sides = readSideHeaders(
    grid.header.map((cell) => cell.text),
    desk.names,
  )
  const marks = grid.header.map((_, column) => shareOf(columnTexts(grid, column), isMark))
  const who = grid.header.map((cell, column) =>
    whoColumn(cell, columnTexts(grid, column), desk, grid),
  )
  const activity = activityColumn(grid, sides, marks, who)
  if (activity < 0) return undefined
  const isUnderHeading = grid.context.section === 'responsibilities'
  const columns = grid.header.map((cell, index): Column => {
    const texts = columnTexts(grid, index)
    const side =
      sides[index] ?? (cell.group === undefined ? undefined : readSide(cell.group, desk.names))
    if (index === activity) return { kind: 'activity' }
    const letter = who[index]
    if (letter !== undefined) return letter
    if (noteHeader.test(fold(cell.text))) return { kind: 'note' }
    if (areaHeader.test(fold(cell.text))) return { kind: 'area' }
    if (
      /^(?:#|no\.?|nr\.?|id|ref)$/.test(fold(cell.text)) ||
      shareOf(texts, (text) => /^[\d.]+$/.test(text)) === 1
    )
      return { kind: 'number' }
    const isHolder =
      side !== undefined || (marks[index] ?? 0) > 0.6 || (texts.length === 0 && cell.text !== '')
    const isNamed = side !== undefined || (/\p{L}/u.test(cell.text) && cell.text.length <= 120)
    if (isNamed && ((isHolder && (marks[index] ?? 0) > 0.4) || texts.length === 0)) {
      return { kind: 'holder', side, title: cell.text, group: cell.group, piece: cell.piece }
    }
    return { kind: index < activity ? 'area' : 'note' }
  })
  return isMatrix(columns, grid, isUnderHeading) ? sidesByOrder(columns, desk) : undefined
}

/** Two columns of names that nothing explains are the two sides, in the order in which parties are named. */
function sidesByOrder(columns: readonly Column[], desk: Desk): readonly Column[] {
  const holders = columns.filter((column) => column.kind === 'holder')
  const areNames = holders.every(
    (column) => column.side === undefined && column.group === undefined && !isTitle(column.title),
  )
  if (holders.length !== 2 || !areNames) return columns
  return columns.map((column) => {
    if (column.kind !== 'holder') return column
    const side = column === holders[0] ? 'vendor' : 'partner'
    desk.ledger.doubt(
      column.piece,
      `"${column.title}" is taken as the ${side} by its place in the table alone`,
    )
    return { ...column, side }
  })
}

function isMatrix(columns: readonly Column[], grid: Grid, isUnderHeading: boolean): boolean {
  const holders = columns.filter((column) => column.kind === 'holder')
  if (columns.some((column) => column.kind === 'who')) return true
  const named = holders.filter((column) => column.side !== undefined).length
  const hasMarks = columns.some(
    (column, index) =>
      column.kind === 'holder' && columnTexts(grid, index).some((text) => !isNothing(text)),
  )
  const allMarks = columns.flatMap((column, index) =>
    column.kind === 'holder' ? columnTexts(grid, index) : [],
  )
  const raci = shareOf(allMarks, (text) => readMark(text)?.mark.kind === 'raci')
  return (
    holders.length > 0 &&
    hasMarks &&
    (named > 0 || isUnderHeading || (raci > 0.5 && holders.length > 1))
  )
}

function activityColumn(
  grid: Grid,
  sides: readonly (SideWord | undefined)[],
  marks: readonly number[],
  who: readonly (Column | undefined)[],
): number {
  const candidates = grid.header.flatMap((cell, index) => {
    const texts = columnTexts(grid, index)
    const isText =
      texts.length > 0 &&
      (marks[index] ?? 0) < 0.5 &&
      sides[index] === undefined &&
      who[index] === undefined
    const isNumber = shareOf(texts, (text) => /^[\d.]+$/.test(text)) === 1
    return isText && !isNumber && !noteHeader.test(fold(cell.text))
      ? [{ index, header: fold(cell.text) }]
      : []
  })
  const named =
    candidates.find((one) => activityHeader.test(one.header)) ??
    candidates.find((one) => !areaHeader.test(one.header))
  return (named ?? candidates[0])?.index ?? -1
}

function whoColumn(
  cell: HeaderCell,
  texts: readonly string[],
  desk: Desk,
  grid: Grid,
): Column | undefined {
  const letter = letters.find(([form]) => form.test(fold(cell.text)))
  if (letter === undefined || texts.length === 0 || shareOf(texts, isMark) > 0.6) return undefined
  const isRaci = letter[1] !== undefined
  const isNames = shareOf(texts, (text) => isWho(text, desk)) > 0.6
  const hasActivity = grid.header.some(
    (other) => activityHeader.test(fold(other.text)) && other !== cell,
  )
  // "Responsible" alone beside activities says who does it; beside "Accountable" it is the letter R.
  const hasOther = grid.header.some(
    (other) =>
      other !== cell &&
      letters.some(([form, one]) => one !== undefined && form.test(fold(other.text))),
  )
  if (!isNames || (!isRaci && !hasActivity && grid.context.section !== 'responsibilities'))
    return undefined
  return { kind: 'who', letter: hasOther ? letter[1] : letter[1] === 'A' ? 'A' : undefined }
}

const isWho = (text: string, desk: Desk): boolean =>
  readSideList(text, desk.names) !== undefined ||
  sideOfTitle(desk, text) !== undefined ||
  (wordCount(text) <= 6 && /^\p{Lu}/u.test(text)) ||
  isNothing(text)

/** The position that a column stands for; a whole side where it names no position. */
export function columnPosition(
  desk: Desk,
  column: Extract<Column, { kind: 'holder' }>,
): DraftPosition | undefined {
  const { side, title, group, piece } = column
  if (side === 'customer' || side === 'both') return undefined
  const ofGroup = group === undefined ? undefined : readSide(group, desk.names)
  const isWholeSide =
    side !== undefined && (group === undefined || readSide(title, desk.names) !== undefined)
  if (isWholeSide) return sidePosition(desk, side, piece)
  return holderPosition(
    desk,
    title,
    piece,
    ofGroup === 'vendor' || ofGroup === 'partner' ? ofGroup : undefined,
  )
}
