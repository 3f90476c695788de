import type { EpochMs } from '@entente/domain/kernel/instant.ts'
import type { CaseLog } from '@entente/domain/simulation/case-log.ts'
import { groupedLog } from '@entente/domain/simulation/grouped-log.ts'
import { placeColumns } from '@entente/domain/simulation/log-columns.ts'
import { LogIntake } from '@entente/domain/simulation/log-intake.ts'
import type { LogMapping } from '@entente/domain/simulation/log-mapping.ts'
import { logReaders } from '@entente/domain/simulation/log-readers.ts'
import { stat } from 'node:fs/promises'
import type { FileRefusal } from '../document/file-refusal.ts'
import { unreadable } from '../document/read-text-file.ts'
import { delimiterOf } from './csv-delimiter.ts'
import { readCsvRows } from './csv-rows.ts'
import { firstText, logText, LogTextFault, withFirst } from './log-text.ts'

export const defaultRowLimit = 2_000_000
export const defaultUnusedPerCode = 1000

export interface ReadLogOptions {
  /** Rows after this instant are left out. */
  readonly until?: EpochMs | undefined
  readonly rowLimit?: number | undefined
  readonly byteLimit?: number | undefined
  /** How many unusable rows of each reason are listed; all are counted. */
  readonly unusedPerCode?: number | undefined
  readonly progress?: ((share: number) => void) | undefined
}

export type LogResult =
  | { readonly ok: true; readonly value: CaseLog }
  | { readonly ok: false; readonly refusals: readonly FileRefusal[] }

/**
 * Reads a log from a CSV file, plain or packed with gzip (told by its content), row by row and without keeping its
 * text. Unusable rows are accounted for in the result; refused are files that are no log at all: missing, binary,
 * empty, without the mapping's columns, or past the limits.
 */
export async function readLog(
  file: string,
  mapping: LogMapping,
  options: ReadLogOptions = {},
): Promise<LogResult> {
  const readers = logReaders(mapping)
  if (!readers.ok) return { ok: false, refusals: [{ ...readers.refusal, file: 'timeZone' }] }
  let intake: LogIntake | undefined
  try {
    await stat(file)
    const text = logText(file, {
      encoding: mapping.encoding ?? 'utf-8',
      byteLimit: options.byteLimit,
      progress: options.progress,
    })
    const first = await firstText(text)
    const csv = {
      file,
      delimiter: delimiterOf(first, mapping),
      quote: mapping.quote ?? '"',
      rowLimit: options.rowLimit ?? defaultRowLimit,
    }
    await readCsvRows(withFirst(first, text), csv, {
      header: (cells) => {
        const columns = placeColumns(cells, mapping)
        if (!columns.ok)
          throw new HeaderFault(columns.refusals.map((one) => ({ ...one, file, line: 1 })))
        intake = new LogIntake(columns.value, readers.value, {
          until: options.until ?? Number.NaN,
          unusedPerCode: options.unusedPerCode ?? defaultUnusedPerCode,
        })
      },
      row: (cells, row, line) => intake?.add(cells, row, line),
      brokenRow: (row, line, reason) => intake?.addBroken(row, line, reason),
    })
  } catch (error) {
    return { ok: false, refusals: await refusalsOf(error, file) }
  }
  if (intake === undefined) return { ok: false, refusals: [emptyLog(file)] }
  return { ok: true, value: groupedLog(intake) }
}

/** The header is not the mapping's. */
class HeaderFault extends Error {
  readonly refusals: readonly FileRefusal[]

  constructor(refusals: readonly FileRefusal[]) {
    super('the header lacks columns')
    this.refusals = refusals
  }
}

async function refusalsOf(error: unknown, file: string): Promise<readonly FileRefusal[]> {
  if (error instanceof LogTextFault) return [error.refusal]
  if (error instanceof HeaderFault) return error.refusals
  const code = (error as NodeJS.ErrnoException).code
  if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error
  return [await unreadable(file, code)]
}

const emptyLog = (file: string): FileRefusal => ({
  code: 'log.empty',
  file,
  sentence: `${file} is empty: it has no header.`,
  fix: 'Export it again, with the names of the columns in the first line.',
})
