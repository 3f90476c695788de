import { flattened, rowPrint } from './row-text.ts'
import { CellCodes, missingCell, unknownCell } from './cell-codes.ts'
import { LogEvents, meetsResolution, meetsResponse, nothing } from './log-events.ts'
import type { LogColumns } from './log-columns.ts'
import type { LogReaders } from './log-readers.ts'
import { UnusedRows, type UnusedCode } from './unused-rows.ts'

export interface IntakeOptions {
  /** Rows after this instant are left out; NaN for all. */
  readonly until: number
  readonly unusedPerCode: number
}

/** Takes the rows of a log one by one and keeps what a replay needs of them. A row is used whole or not at all. */
export class LogIntake {
  readonly columns: LogColumns
  readonly readers: LogReaders
  readonly events = new LogEvents()
  readonly unused: UnusedRows
  readonly caseIds: string[] = []
  readonly openedAt: number[] = []
  readonly owedBy: number[] = []
  readonly unusableCases = new Set<string>()
  readonly until: number
  openingsThatDiffer = 0
  rows = 0
  readonly #states: CellCodes
  readonly #priorities: CellCodes
  readonly #sides: CellCodes
  readonly #cases = new Map<string, number>()
  #lastText = ''
  #lastCase = -1

  constructor(columns: LogColumns, readers: LogReaders, options: IntakeOptions) {
    this.columns = columns
    this.readers = readers
    this.unused = new UnusedRows(options.unusedPerCode)
    this.until = options.until
    this.#states = new CellCodes(readers.states, readers.missing)
    this.#priorities = new CellCodes(readers.priorities, readers.missing)
    this.#sides = new CellCodes(readers.sides, readers.missing)
  }

  /** One row of cells, with its number (from 1, the header apart) and the line on which it begins. */
  add(cells: readonly string[], row: number, line: number): void {
    this.rows += 1
    const columns = this.columns
    const caseText = cells[columns.case] ?? ''
    const refuse = (code: UnusedCode, place: number, reason: string): void =>
      this.#refuse(
        code,
        caseText,
        { row, line },
        columns.names[place] ?? '',
        cells[place] ?? '',
        reason,
      )
    if (cells.length !== columns.width) {
      const reason = `The row has ${cells.length} columns, the header ${columns.width}.`
      return this.#refuse('row.wrong-column-count', caseText, { row, line }, '', '', reason)
    }
    const { readers } = this
    if (readers.missing.has(caseText.trim())) {
      return refuse('row.no-case', columns.case, 'The row does not say to which case it belongs.')
    }
    const atText = (cells[columns.at] as string).trim()
    if (readers.missing.has(atText))
      return refuse('row.no-time', columns.at, 'The row has no time.')
    const at = readers.at.read(atText)
    if (Number.isNaN(at)) return refuse('row.unreadable-time', columns.at, readers.atFormats)
    const openedText = columns.openedAt < 0 ? '' : (cells[columns.openedAt] as string).trim()
    const openedAt =
      readers.missing.has(openedText) || openedText === ''
        ? Number.NaN
        : readers.openedAt.read(openedText)
    if (Number.isNaN(openedAt) && openedText !== '' && !readers.missing.has(openedText)) {
      return refuse('row.unreadable-time', columns.openedAt, readers.openedAtFormats)
    }
    const stateText = cells[columns.state] as string
    const effect = this.#states.of(stateText)
    if (effect === unknownCell)
      return refuse('row.unknown-state', columns.state, 'The mapping does not name this state.')
    const priority =
      columns.priority < 0 ? missingCell : this.#priorities.of(cells[columns.priority] as string)
    if (priority === unknownCell)
      return refuse(
        'row.unknown-priority',
        columns.priority,
        'The mapping does not name this priority.',
      )
    const side = columns.owedBy < 0 ? missingCell : this.#sides.of(cells[columns.owedBy] as string)
    if (side === unknownCell)
      return refuse(
        'row.unknown-side',
        columns.owedBy,
        'The mapping does not say which side this is.',
      )
    if (at > this.until)
      return refuse('row.after-until', columns.at, 'The row is later than the replay looks.')
    const act = columns.act < 0 ? '' : (cells[columns.act] as string)
    const responseCell = columns.response < 0 ? '' : (cells[columns.response] as string)
    const resolutionCell = columns.resolution < 0 ? '' : (cells[columns.resolution] as string)
    const { response, resolution } = readers
    this.events.add({
      caseIndex: this.#caseOf(caseText, openedAt, side),
      at,
      effect: effect === missingCell ? nothing : effect,
      priority: priority === missingCell ? nothing : priority,
      meets:
        (response.meets(stateText, act, responseCell) ? meetsResponse : 0) |
        (resolution.meets(stateText, act, resolutionCell) ? meetsResolution : 0),
      responseAt: response.instant(responseCell),
      resolutionAt: resolution.instant(resolutionCell),
      responseWatch: response.watch(responseCell),
      resolutionWatch: resolution.watch(resolutionCell),
      print: rowPrint(cells),
      row,
      line,
    })
  }

  /** A row that the file itself broke, for example by a quote that never ends. */
  addBroken(row: number, line: number, reason: string): void {
    this.rows += 1
    this.#refuse('row.broken-quotes', '', { row, line }, '', '', reason)
  }

  #caseOf(text: string, openedAt: number, side: number): number {
    let found = this.#lastText === text ? this.#lastCase : this.#cases.get(text.trim())
    if (found === undefined) {
      const id = flattened(text.trim())
      found = this.caseIds.length
      this.#cases.set(id, found)
      this.caseIds.push(id)
      this.openedAt.push(Number.NaN)
      this.owedBy.push(missingCell)
    }
    if (!Number.isNaN(openedAt)) {
      const known = this.openedAt[found] as number
      if (Number.isNaN(known)) this.openedAt[found] = openedAt
      else if (known !== openedAt) this.openingsThatDiffer += 1
    }
    if (this.owedBy[found] === missingCell) this.owedBy[found] = side
    this.#lastText = text
    this.#lastCase = found
    return found
  }

  #refuse(
    code: UnusedCode,
    caseText: string,
    place: { readonly row: number; readonly line: number },
    column: string,
    value: string,
    reason: string,
  ): void {
    const id = caseText.trim()
    if (id !== '' && !this.#cases.has(id)) this.unusableCases.add(flattened(id))
    this.unused.add({ ...place, case: id, column, value, code, reason })
  }
}
