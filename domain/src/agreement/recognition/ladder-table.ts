import type { Side } from '../../identity/side.ts'
import type { Desk } from './desk.ts'
import { isName, isTitle } from './contact-words.ts'
import { addLevel } from './ladder-levels.ts'
import { readLevel, readLevelCell } from './ladder-words.ts'
import { sideNamedIn } from './parties-words.ts'
import { readTimeColumns } from './ladder-time-columns.ts'
import { isOnlyGap } from './placeholders.ts'
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

type Column = {
  readonly kind: 'level' | 'who' | 'name' | 'email' | 'when' | 'side' | 'other'
  readonly side?: Side | undefined
}

const whenHeader =
  /trigger|when|after|condition|timeframe|time ?frame|time limit|timing|threshold|if (?:not|un)|escalat(?:e|ion) (?:time|after|if|criteria)|elapsed|criteria|auslöser|wann|nach|frist|^time$|deadline/
const whoHeader =
  /role|position|title|function|contact|escalat(?:e|ed|ion) (?:to|contact|point)|responsible|who|owner|level \w+ contact|rolle|funktion|ansprechpartner|kontakt|eskalation an|stelle/
const nameHeader = /^(?:name|contact name|person|contact person|named contact|ansprechpartner)$/

/** Escalation levels as a table, one row for each; two columns of positions are two ladders, one for each side. */
export function readLadderTable(grid: Grid, desk: Desk): boolean {
  const columns = classify(grid, desk)
  const isEscalation = grid.context.section === 'escalation'
  // Levels side by side are read when the table is turned; a rhythm is a table of reports.
  const levels = grid.header.filter((cell) => levelOf(cell.text) !== undefined).length
  if (levels > 1 || grid.header.some((cell) => rhythmHeader.test(cell.text))) return false
  if (readTimeColumns(grid, desk)) return true
  const level = columns.findIndex((column) => column.kind === 'level')
  const who = columns.filter((column) => column.kind === 'who').length
  // "L1 | Reseller | triage" says who does a kind of support, not who is called.
  const isSides = columns.every(
    (column, index) =>
      column.kind !== 'who' ||
      shareOf(columnTexts(grid, index), (text) => isSide(text, desk)) > 0.7,
  )
  if (isSides && !isEscalation) return false
  if (who === 0 || (level < 0 && !isEscalation) || (!isEscalation && !hasLadderWords(grid)))
    return false
  takeHeader(desk, grid)
  for (const [index, row] of grid.rows.entries()) {
    const number = level < 0 ? index + 1 : levelOf(row[level]?.text ?? '')
    if (number !== undefined) readRow(row, number, columns, grid, desk)
  }
  const piece = grid.header[0]?.piece
  if (level < 0 && piece !== undefined)
    desk.ledger.doubt(piece, 'the table does not number its levels; they are numbered in its order')
  return true
}

const rhythmHeader = /frequency|cadence|how often|turnus|rhythmus|häufigkeit/i
const isSide = (text: string, desk: Desk): boolean => readSide(text, desk.names) !== undefined

/** Whether a column of numbered levels stands beside one of positions or people. */
export function hasLevelHeader(grid: Grid): boolean {
  return (
    grid.header.some(
      (cell, index) =>
        /\b(?:level|tier|stage|step|stufe|ebene)\b/i.test(cell.text) &&
        shareOf(columnTexts(grid, index), (text) => levelOf(text) !== undefined) > 0.7,
    ) && grid.header.some((_, index) => shareIsWho(columnTexts(grid, index)))
  )
}

function classify(grid: Grid, desk: Desk): Column[] {
  let hasLevel = false
  const columns = grid.header.map((cell, index): Column => {
    const header = fold(`${cell.group ?? ''} ${cell.text}`)
    const texts = columnTexts(grid, index)
    const side = sideOf(cell.text, desk) ?? sideOf(cell.group ?? '', desk)
    const levels = shareOf(texts, (text) => levelOf(text) !== undefined)
    if (
      !hasLevel &&
      levels > 0.7 &&
      (/level|tier|stage|step|stufe|ebene|^#?$|no\.?/.test(header) ||
        texts.every((text) => readLevel(text) !== undefined))
    ) {
      hasLevel = true
      return { kind: 'level' }
    }
    if (/e-?mail/.test(header)) return { kind: 'email' }
    if (/phone|telefon|mobile|channel|method/.test(header)) return { kind: 'other' }
    if (
      shareOf(texts, (text) => ['vendor', 'partner'].includes(readSide(text, desk.names) ?? '')) ===
        1 &&
      /side|party|company|seite|partei/.test(header)
    )
      return { kind: 'side' }
    if (whenHeader.test(header) && !shareIsWho(texts)) return { kind: 'when' }
    if (
      nameHeader.test(fold(cell.text)) &&
      shareOf(texts, (text) => isName(text) || isOnlyGap(text)) > 0.5
    )
      return { kind: 'name', side }
    if (
      shareIsWho(texts) ||
      ((whoHeader.test(header) || side !== undefined) && !/response|resolution|time/.test(header))
    )
      return { kind: 'who', side }
    return { kind: 'other' }
  })
  const hasTitle = columns.some(
    (column, index) => column.kind === 'who' && shareOf(columnTexts(grid, index), isTitle) > 0,
  )
  return hasTitle
    ? columns.map((column, index) =>
        column.kind === 'who' && shareOf(columnTexts(grid, index), isName) > 0.5
          ? { ...column, kind: 'name' }
          : column,
      )
    : columns
}

const shareIsWho = (texts: readonly string[]): boolean =>
  shareOf(
    texts,
    (text) =>
      (isTitle(text) && text.length < 70 && !/\b(?:not|if|when|after|within)\b/i.test(text)) ||
      isName(text),
  ) > 0.6
const levelOf = (text: string): number | undefined => readLevelCell(text) ?? readLevel(text)?.level

function hasLadderWords(grid: Grid): boolean {
  return (
    grid.header.some((cell) => /escalat|eskalation/i.test(cell.text)) ||
    grid.rows.filter((row) => row.some((cell) => readLevel(cell.text) !== undefined)).length > 1
  )
}

function readRow(
  row: readonly Cell[],
  level: number,
  columns: readonly Column[],
  grid: Grid,
  desk: Desk,
): void {
  const texts = (kind: Column['kind'], side?: Side) =>
    row.flatMap((cell, index) =>
      columns[index]?.kind === kind &&
      (side === undefined || columns[index]?.side === undefined || columns[index]?.side === side) &&
      !isNothing(cell.text)
        ? [cell.text]
        : [],
    )
  const said = readSide(texts('side')[0] ?? '', desk.names)
  const paths = columns.flatMap((column, index) => {
    const cell = row[index]
    if (column.kind !== 'who' || cell === undefined || isNothing(cell.text)) return []
    const side = column.side ?? (said === 'vendor' || said === 'partner' ? said : grid.context.side)
    const ofLevel = readLevel(
      row[columns.findIndex((one) => one.kind === 'level')]?.text ?? '',
    )?.rest
    const path = addLevel(
      desk,
      {
        level,
        who: cell.listed ?? cell.text,
        name: texts('name', side)[0],
        email: texts('email', side)[0],
        when: texts('when', side).join('; ') || undefined,
        ...(ofLevel === undefined || ofLevel === '' ? {} : { note: ofLevel }),
      },
      side,
      cell.piece,
    )
    if (path === undefined)
      desk.ledger.leave(cell.piece, `Level ${level}, ${grid.header[index]?.text}: ${cell.text}`)
    return path === undefined ? [] : [path]
  })
  for (const path of paths) takeRow(desk, row, path)
  if (paths.length === 0) return
  for (const [index, cell] of row.entries()) {
    if (columns[index]?.kind === 'other' && !isNothing(cell.text))
      desk.ledger.leave(cell.piece, `Level ${level}, ${grid.header[index]?.text}: ${cell.text}`)
  }
}

function sideOf(header: string, desk: Desk): Side | undefined {
  const side = readSide(header, desk.names)
  return side === 'vendor' || side === 'partner' ? side : sideNamedIn(header, desk.names)
}
