import type { Desk } from './desk.ts'
import { addReport } from './report-entries.ts'
import { type Cadence, readCadence, readDue, withoutCadence } from './report-words.ts'
import { hasRoom } from './draft.ts'
import { isMark } from './matrix-marks.ts'
import {
  allRows,
  type Cell,
  columnTexts,
  type Grid,
  isNothing,
  shareOf,
  takeHeader,
  takeRow,
} from './table-grid.ts'
import { fold } from './wording.ts'

interface Columns {
  readonly title: number
  readonly cadence: number
  readonly owner: number
  readonly audience: number
  readonly due: number
  readonly contents: number
}

/** Reports and reviews as a table with a rhythm for each: "Pipeline review | Monthly | Channel Manager". */
export function readReportTable(grid: Grid, desk: Desk): boolean {
  const isReporting = grid.context.section === 'reporting'
  const cadence = grid.header.findIndex((cell, column) => {
    const texts = columnTexts(grid, column)
    const named =
      /frequency|cadence|how often|rhythm|interval|period|when|turnus|rhythmus|häufigkeit|intervall/i.test(
        cell.text,
      )
    return (
      shareOf(texts, (text) => readCadence(text) !== undefined && text.length < 60) >
      (named ? 0.5 : isReporting ? 0.7 : 1.1)
    )
  })
  if (cadence < 0 || grid.header.some((cell) => /priorit|severit/i.test(cell.text))) return false
  const isHeadless = readCadence(grid.header[cadence]?.text ?? '') !== undefined
  const columns = classify(grid, cadence, isHeadless)
  if (
    columns.title < 0 ||
    (!isReporting &&
      !/report|review|meeting|bericht|call|statistic/i.test(
        grid.header
          .map((cell) => cell.text)
          .concat(columnTexts(grid, columns.title))
          .join(' '),
      ))
  )
    return false
  if (!isHeadless) takeHeader(desk, grid)
  for (const row of isHeadless ? allRows(grid) : grid.rows) readRow(row, columns, grid, desk)
  return true
}

function classify(grid: Grid, cadence: number, isHeadless: boolean): Columns {
  const at = (form: RegExp) =>
    isHeadless
      ? -1
      : grid.header.findIndex((cell, column) => column !== cadence && form.test(fold(cell.text)))
  const owner = at(
    /owner|responsible|by whom|prepared|provided by|from|lead|chair|who|verantwortlich|wer|ersteller/,
  )
  const audience = at(
    /audience|recipient|attendees?|participants?|^to$|for whom|teilnehmer|empfänger/,
  )
  const due = at(/due|deadline|delivery|day|by when|timing|fällig|termin/)
  const contents = at(
    /content|topics\b|agenda|metrics|includes|description|purpose|inhalt|themen|zweck/,
  )
  const named = at(
    /report|review|meeting|activity|what|^topic$|^thema$|name|type|item|bericht|besprechung|format/,
  )
  const used = new Set([cadence, owner, audience, due, contents])
  const free = grid.header.findIndex(
    (_, column) => !used.has(column) && !columnTexts(grid, column).every(isMark),
  )
  return {
    title: named >= 0 && !used.has(named) ? named : free,
    cadence,
    owner,
    audience,
    due,
    contents,
  }
}

function readRow(row: readonly Cell[], columns: Columns, grid: Grid, desk: Desk): void {
  const text = (column: number): string | undefined => {
    const said = row[column]?.text
    return said === undefined || isNothing(said) ? undefined : said
  }
  const title = text(columns.title)
  const rhythm = readCadence(text(columns.cadence) ?? '')
  const piece = row[columns.title]?.piece
  if (!hasRoom(desk.draft, 'reports')) return
  if (title === undefined || piece === undefined || rhythm === undefined || rhythm === 'unknown')
    return
  const due = text(columns.due)
  const read =
    due === undefined
      ? readDue(text(columns.cadence) ?? '')
      : (readDue(`by ${due}`) ?? readDue(due))
  const path = addReport(
    desk,
    {
      title: withoutCadence(title),
      cadence: rhythm satisfies Cadence,
      owner: text(columns.owner),
      audience: text(columns.audience),
      contents: text(columns.contents),
      due: read,
      ...(due !== undefined && read === undefined ? { text: due } : {}),
    },
    piece,
    grid.context.side,
  )
  takeRow(desk, row, path)
  const used = Object.values(columns)
  for (const [index, cell] of row.entries()) {
    if (!used.includes(index) && !isNothing(cell.text))
      desk.ledger.leave(cell.piece, `${title}, ${grid.header[index]?.text}: ${cell.text}`)
  }
}
