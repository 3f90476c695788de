import Papa from 'papaparse'
import { Readable } from 'node:stream'
import type { FileRefusal } from '../document/file-refusal.ts'
import { LogTextFault } from './log-text.ts'

/** What receives the rows of a CSV text: cells, the number of the row from 1, and the line of the file it begins on. */
export interface CsvReceiver {
  header(cells: readonly string[]): void
  row(cells: readonly string[], row: number, line: number): void
  brokenRow(row: number, line: number, reason: string): void
}

export interface CsvOptions {
  readonly file: string
  readonly delimiter: string
  readonly quote: string
  readonly rowLimit: number
}

/** No row of a log is longer than this; a quote that is never closed would otherwise swallow the file. */
const longestRow = 4 * 1024 * 1024

/**
 * Reads the rows of a CSV text as it comes, so that memory does not grow with the file. Empty lines are passed over.
 * A receiver may throw: reading stops, and the error comes out here. Throws a `LogTextFault` past the limits.
 */
export async function readCsvRows(
  text: AsyncIterable<string>,
  options: CsvOptions,
  receiver: CsvReceiver,
): Promise<void> {
  const progress = { pushed: 0, hasQuotes: false }
  const source = Readable.from(counted(text, options.quote, progress), { highWaterMark: 2 })
  const counter = new RowCounter(options, receiver)
  await new Promise<void>((resolve, reject) => {
    const stop = (error: unknown): void => {
      source.destroy()
      reject(error instanceof Error ? error : new Error(String(error)))
    }
    source.on('error', stop)
    Papa.parse<string[]>(source, {
      delimiter: options.delimiter,
      quoteChar: options.quote,
      newline: '\n',
      chunk: ({ data, errors, meta }) => {
        try {
          counter.take(data, errors, progress.hasQuotes)
          if (progress.pushed - meta.cursor > longestRow) {
            throw new LogTextFault(endlessRow(options.file, counter.row + 1, counter.line))
          }
        } catch (error) {
          stop(error)
        }
      },
      complete: () => resolve(),
      error: stop,
    })
  })
}

async function* counted(
  text: AsyncIterable<string>,
  quote: string,
  progress: { pushed: number; hasQuotes: boolean },
): AsyncGenerator<string> {
  for await (const chunk of text) {
    if (chunk === '') continue
    progress.pushed += chunk.length
    progress.hasQuotes ||= chunk.includes(quote)
    yield chunk
  }
}

/** Numbers rows and lines: a quoted cell may hold line breaks, so that a row may take several lines. */
class RowCounter {
  row = 0
  line = 1
  #hasHeader = false
  readonly #options: CsvOptions
  readonly #receiver: CsvReceiver

  constructor(options: CsvOptions, receiver: CsvReceiver) {
    this.#options = options
    this.#receiver = receiver
  }

  take(
    data: readonly string[][],
    errors: readonly Papa.ParseError[],
    mayHoldBreaks: boolean,
  ): void {
    const broken = new Map(errors.map((error) => [error.row ?? -1, error.message]))
    for (const [index, cells] of data.entries()) {
      const { line } = this
      this.line += 1 + (mayHoldBreaks ? breaksIn(cells) : 0)
      if (cells.length === 1 && cells[0] === '') continue
      if (!this.#hasHeader) {
        this.#hasHeader = true
        this.#receiver.header(cells)
        continue
      }
      this.row += 1
      if (this.row > this.#options.rowLimit) {
        throw new LogTextFault(tooManyRows(this.#options.file, this.#options.rowLimit))
      }
      const message = broken.size === 0 ? undefined : broken.get(index)
      if (message === undefined) this.#receiver.row(cells, this.row, line)
      else
        this.#receiver.brokenRow(this.row, line, `The quotes of this row are broken: ${message}.`)
    }
  }
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) breaks += 1
  }
  return breaks
}

const endlessRow = (file: string, row: number, line: number): FileRefusal => ({
  code: 'log.endless-row',
  file,
  line,
  value: row,
  sentence: `Row ${row} does not end within ${longestRow} characters.`,
  fix: 'Look for a quote that is opened on this line and never closed, or name the right delimiter and quote in the mapping.',
})

const tooManyRows = (file: string, limit: number): FileRefusal => ({
  code: 'log.too-many-rows',
  file,
  value: limit,
  sentence: `${file} has more than ${limit} rows.`,
  fix: 'Raise the limit with --max-rows, or split the log by case.',
})
