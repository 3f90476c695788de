import type { Side } from '../../identity/side.ts'
import type { Desk } from './desk.ts'
import {
  basisIn,
  type DurationBasis,
  findDurations,
  readBareNumber,
  readSetting,
} from './duration-words.ts'
import { isUnder } from './outline.ts'
import { sideNamedIn } from './parties-words.ts'
import { hasRoom } from './draft.ts'
import { knownPriority, type PriorityWords, priorityIn, readPriority } from './priority-words.ts'
import { type CasePromise, readPromise, readPromises, readWorkKind } from './promise-words.ts'
import { type Cell, columnTexts, type Grid, shareOf, takeHeader, takeRow } from './table-grid.ts'
import { readTargetCell } from './target-cells.ts'
import { clipLine, fold, slug, tidy } from './wording.ts'

/** What a column of a table of response times holds. */
type Column =
  | { readonly kind: 'priority' }
  | {
      readonly kind: 'promises'
      readonly promises: readonly CasePromise[]
      readonly owedBy: Side | undefined
    }
  | { readonly kind: 'definition' | 'basis' | 'name' | 'metric' | 'empty' | 'unknown' }

const definitionHeader =
  /definition|description|example|impact|meaning|criteria|when|beschreibung|bedeutung|beispiel|condition/
const basisHeader =
  /coverage|hours of|service hours|support hours|availability|basis|clock|window|verfügbarkeit|servicezeit/

/** Response times by priority, priorities in rows. Turn the grid for the other orientation. */
export function readTargetTable(grid: Grid, desk: Desk): boolean {
  const columns = classify(grid, desk)
  const priority = columns.findIndex((column) => column.kind === 'priority')
  const hasTimes = columns.some((column) => column.kind === 'promises')
  if (priority < 0 || !hasTimes) return false
  takeHeader(desk, grid)
  for (const row of grid.rows) readRow(row, columns, grid, desk)
  return true
}

function classify(grid: Grid, desk: Desk): Column[] {
  const metric = grid.header.findIndex(
    (_, column) =>
      shareOf(
        columnTexts(grid, column),
        (text) => readPromise(text) !== undefined && findDurations(text).length === 0,
      ) > 0.6,
  )
  let hasPriority = false
  const columns = grid.header.map((cell, index): Column => {
    const header = fold(cell.text)
    const texts = columnTexts(grid, index)
    const promises = readPromises(`${cell.group ?? ''} / ${header}`)
    const setting = readSetting(header)
    const times = shareOf(
      texts,
      (text) =>
        findDurations(text, setting).length > 0 || readBareNumber(text, setting) !== undefined,
    )
    if (texts.length === 0)
      return promises.length > 0 ? timesColumn(promises, header, desk) : { kind: 'empty' }
    if (promises.length > 0 && (times > 0 || !isPriorityColumn(header, texts)))
      return timesColumn(promises, header, desk)
    if (times === 0 && isPriorityColumn(header, texts)) {
      if (hasPriority) return { kind: 'name' }
      hasPriority = true
      return { kind: 'priority' }
    }
    if (index === metric) return { kind: 'metric' }
    if (basisHeader.test(header) && texts.some((text) => basisIn(fold(text)) !== undefined))
      return { kind: 'basis' }
    if (definitionHeader.test(header)) return { kind: 'definition' }
    return { kind: 'unknown' }
  })
  return withUnnamedTimes(withUnnamedPriority(columns, grid, desk), grid, desk)
}

/** "Production stop | 1 h | 8 h" under "Reaction" and "Remedy": priorities in words of their own. */
function withUnnamedPriority(columns: Column[], grid: Grid, desk: Desk): Column[] {
  const times = columns.filter((column) => column.kind === 'promises').length
  const first = columns.findIndex((column) => column.kind !== 'promises')
  const texts = columnTexts(grid, first)
  const isOwn = grid.context.section === 'targets' || times > 1
  if (
    columns.some((column) => column.kind === 'priority' || column.kind === 'metric') ||
    times === 0 ||
    !isOwn ||
    first !== 0 ||
    texts.length < 2 ||
    !texts.every((text) => text.length <= 60 && findDurations(text).length === 0) ||
    texts.some((text) => readWorkKind(text) !== undefined)
  )
    return columns
  const piece = grid.rows[0]?.[0]?.piece
  if (piece !== undefined)
    desk.ledger.doubt(piece, `"${texts.join('", "')}" are taken as the priorities`)
  return columns.map((column, index) => (index === first ? { kind: 'priority' } : column))
}

function timesColumn(promises: readonly CasePromise[], header: string, desk: Desk): Column {
  return { kind: 'promises', promises, owedBy: sideNamedIn(header, desk.names) }
}

function isPriorityColumn(header: string, texts: readonly string[]): boolean {
  const isNamed =
    /priorit|severit|urgenc|^prio\b|^sev\b|^p$|^class|^category|^level$|dringlichkeit|schweregrad|störungsklasse|impact level|incident (?:type|class)/.test(
      header,
    )
  const share = shareOf(texts, (text) => readPriority(text, isNamed) !== undefined)
  return (
    share >= 0.6 ||
    (isNamed && texts.every((text) => text.length <= 60 && findDurations(text).length === 0))
  )
}

/** Columns of times whose header names no promise: the first is the response, the second the resolution. */
function withUnnamedTimes(columns: Column[], grid: Grid, desk: Desk): Column[] {
  if (
    columns.some((column) => column.kind === 'promises') ||
    !columns.some((column) => column.kind === 'priority') ||
    grid.context.section === 'escalation'
  )
    return columns
  const unnamed = columns.flatMap((column, index) =>
    column.kind === 'unknown' &&
    shareOf(columnTexts(grid, index), (text) => findDurations(text).length > 0) > 0.5
      ? [index]
      : [],
  )
  if (unnamed.length === 0 || unnamed.length > 2) return columns
  const isResolution =
    isUnder(grid.context, /resol|lösung/) && !isUnder(grid.context, /respon|reaktion|antwort/)
  const hasMetric = columns.some((column) => column.kind === 'metric')
  const piece = grid.header[0]?.piece
  if (piece !== undefined && !hasMetric) {
    desk.ledger.doubt(
      piece,
      `the columns do not say what the times are for; read as ${unnamed.length === 2 ? 'response and resolution' : isResolution ? 'resolution' : 'response'}`,
    )
  }
  return columns.map((column, index) => {
    const place = unnamed.indexOf(index)
    if (place < 0) return column
    const promise = place === 1 || isResolution ? 'case.resolution' : 'case.response'
    return { kind: 'promises', promises: [promise], owedBy: undefined }
  })
}

function readRow(row: readonly Cell[], columns: readonly Column[], grid: Grid, desk: Desk): void {
  const texts = (kind: Column['kind']) =>
    row.flatMap((cell, index) =>
      columns[index]?.kind === kind && cell.text !== '' ? [cell.text] : [],
    )
  const [named] = texts('priority')
  const [anyCell] = row
  if (named === undefined || anyCell === undefined) return
  const words = priorityWords(named, texts('name')[0])
  if (!hasRoom(desk.draft, 'priorities') && knownPriority(desk.draft, words) === undefined) return
  const definition = [words.definition, ...texts('definition')]
    .filter((text) => text !== undefined)
    .join(' ')
  const priority = priorityIn(desk.draft, {
    ...words,
    ...(definition === '' ? {} : { definition }),
  })
  const basis = basisIn(fold(texts('basis').join(' ')))
  const metric = readPromise(texts('metric').join(' '))
  const paths = columns.flatMap((column, index) => {
    const cell = row[index]
    const header = grid.header[index]
    if (cell === undefined || header === undefined || cell.text === '') return []
    const label = tidy(`${priority.label}, ${header.text}`)
    const isUnread = column.kind === 'basis' && basisIn(fold(cell.text)) === undefined
    if (column.kind === 'unknown' || isUnread)
      desk.ledger.leave(cell.piece, `${label}: ${cell.text}`)
    if (column.kind !== 'promises') return []
    const promises = metric === undefined ? column.promises : [metric]
    return readTimes(desk, { ...cell, label }, promises, {
      owedBy: column.owedBy ?? grid.context.side,
      priority: priority.id,
      setting: withBasis(readSetting(`${header.text} ${header.group ?? ''}`), basis),
    })
  })
  takeRow(desk, row, paths[0] ?? `/priorities/${desk.draft.priorities.indexOf(priority)}`)
  const [pieceOfRow] = row.map((cell) => cell.piece)
  if (pieceOfRow !== undefined)
    for (const path of paths.slice(1)) desk.ledger.take(pieceOfRow, path)
}

function readTimes(
  desk: Desk,
  cell: Cell & { readonly label: string },
  promises: readonly CasePromise[],
  at: {
    readonly owedBy: Side | undefined
    readonly priority: string
    readonly setting: ReturnType<typeof readSetting>
  },
): string[] {
  const places = promises.map((kind) => ({ kind, owedBy: at.owedBy, priority: at.priority }))
  return readTargetCell(desk, cell, places, at.setting)
}

const withBasis = (setting: ReturnType<typeof readSetting>, basis: DurationBasis | undefined) =>
  basis === undefined ? setting : { ...setting, basis }

function priorityWords(text: string, name: string | undefined): PriorityWords {
  const whole = name === undefined ? text : `${text} – ${name}`
  return (
    readPriority(whole, true) ??
    readPriority(text, true) ?? { label: clipLine(whole), id: slug(whole, 'priority') }
  )
}
