import { neededColumns } from '@entente/domain/simulation/log-columns.ts'
import type { LogMapping } from '@entente/domain/simulation/log-mapping.ts'
import Papa from 'papaparse'

const candidates = [',', ';', '\t', '|'] as const

/** The delimiter that the mapping names, else the one under which most of its columns are found in the header. */
export function delimiterOf(beginning: string, mapping: LogMapping): string {
  if (mapping.delimiter !== undefined) return mapping.delimiter
  const needed = neededColumns(mapping)
  let best: string = ','
  let most = -1
  for (const delimiter of candidates) {
    const header = headerOf(beginning, delimiter, mapping.quote ?? '"')
    // A header whose columns are all misspelt is still told apart by how many columns it has.
    const found = needed.filter((name) => header.includes(name)).length + header.length / 10_000
    if (found > most) {
      most = found
      best = delimiter
    }
  }
  return best
}

/** The delimiter that cuts the header into most columns. */
export function guessDelimiter(beginning: string): string {
  const widths = candidates.map((one) => headerOf(beginning, one, '"').length)
  return candidates[widths.indexOf(Math.max(...widths))] ?? ','
}

/** The first row of a text, as the delimiter cuts it. */
export function headerOf(beginning: string, delimiter: string, quote: string): readonly string[] {
  const { data } = Papa.parse<string[]>(beginning, {
    delimiter,
    quoteChar: quote,
    newline: '\n',
    preview: 1,
    skipEmptyLines: true,
  })
  return (data[0] ?? []).map((name) => name.trim())
}
