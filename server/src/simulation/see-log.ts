import type { SeenLog } from '@entente/domain/simulation/mapping-guess.ts'
import type { FileRefusal } from '../document/file-refusal.ts'
import { unreadable } from '../document/read-text-file.ts'
import { guessDelimiter } from './csv-delimiter.ts'
import { readCsvRows } from './csv-rows.ts'
import { firstText, logText, LogTextFault, withFirst } from './log-text.ts'

const mostRows = 50_000
const mostValues = 60

export type SeenLogResult =
  | { readonly ok: true; readonly value: SeenLog }
  | { readonly ok: false; readonly refusal: FileRefusal }

/** Thrown to stop reading once enough was seen. */
class Enough extends Error {}

/** Looks at the first rows of a log: its columns, and some of the different values of each. */
export async function seeLog(file: string, encoding = 'utf-8'): Promise<SeenLogResult> {
  const names: string[] = []
  const values: Set<string>[] = []
  let delimiter = ','
  try {
    const text = logText(file, { encoding })
    const first = await firstText(text)
    delimiter = guessDelimiter(first)
    const csv = { file, delimiter, quote: '"', rowLimit: Number.POSITIVE_INFINITY }
    await readCsvRows(withFirst(first, text), csv, {
      header: (cells) => {
        for (const name of cells) {
          names.push(name.trim())
          values.push(new Set())
        }
      },
      row: (cells, row) => {
        for (const [i, cell] of cells.entries()) {
          const seen = values[i]
          if (seen !== undefined && seen.size < mostValues) seen.add(cell.slice(0, 300))
        }
        if (row >= mostRows) throw new Enough()
      },
      brokenRow: () => undefined,
    })
  } catch (error) {
    if (error instanceof LogTextFault) return { ok: false, refusal: error.refusal }
    if (!(error instanceof Enough)) {
      const code = (error as NodeJS.ErrnoException).code
      if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error
      return { ok: false, refusal: await unreadable(file, code) }
    }
  }
  if (names.length === 0) return { ok: false, refusal: emptyLog(file) }
  const columns = names.map((name, i) => ({ name, values: [...(values[i] ?? [])] }))
  return { ok: true, value: { file, delimiter, columns } }
}

const emptyLog = (file: string): FileRefusal => ({
  code: 'log.empty',
  file,
  sentence: `${file} is empty: it has no header.`,
  fix: 'Export it again, with the names of the columns in the first line.',
})
