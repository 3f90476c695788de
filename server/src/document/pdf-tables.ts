import type { TableBlock } from '@entente/domain/agreement/recognition/source-document.ts'
import { alignedRows, bandsOf, type Segment } from './aligned-table.ts'
import type { PdfLine } from './pdf-lines.ts'

/** A table guessed from the positions of words, and how many lines it takes. */
export interface GuessedTable {
  readonly block: TableBlock
  readonly lines: number
}

/**
 * A table that begins at a line: lines in columns, one below the other. A line close under another, or with nothing
 * in the first column, goes on with the row above it.
 */
export function guessTable(lines: readonly PdfLine[], from: number): GuessedTable | undefined {
  const head = lines[from]
  if (head === undefined || head.segments.length < 2) return undefined
  let end = from + 1
  while (end < lines.length && isNextRow(lines, from, end)) end += 1
  while (end > from && lines[end - 1]?.segments.length === 1 && !isContinuation(lines, end - 1))
    end -= 1
  const part = lines.slice(from, end)
  if (part.filter((line) => line.segments.length > 1).length < 2) return undefined
  const cells = alignedRows(
    part.map((line) => line.segments),
    head.size * 0.6,
  )
  const rows: { cells: string[]; source: string }[] = []
  for (const [index, line] of part.entries()) {
    const own = cells[index] ?? []
    const last = rows.at(-1)
    const before = part[index - 1]
    const isSameRow = last !== undefined && before !== undefined && goesOn(part, index, own)
    if (isSameRow && last !== undefined)
      last.cells = last.cells.map((cell, column) => `${cell} ${own[column] ?? ''}`.trim())
    else rows.push({ cells: own, source: `page ${line.page}, line ${line.number}` })
  }
  if (rows.length < 2 || (rows[0]?.cells.length ?? 0) < 2) return undefined
  return {
    block: { kind: 'table', rows, source: `page ${head.page}, line ${head.number}` },
    lines: end - from,
  }
}

/** Whether a line still belongs to the table: same size of letters, no wider step than before, within its columns. */
function isNextRow(lines: readonly PdfLine[], from: number, index: number): boolean {
  const [head, line, above] = [lines[from], lines[index], lines[index - 1]]
  if (head === undefined || line === undefined || above === undefined) return false
  if (line.size > head.size * 1.12) return false
  if (line.page === above.page) {
    const widest = Math.max(
      ...lines.slice(from + 1, index).map((one, at) => (lines[from + at]?.y ?? 0) - one.y),
      0,
    )
    const step = above.y - line.y
    if (step > Math.max(line.size, above.size) * 4.5 || (widest > 0 && step > widest * 1.6))
      return false
  }
  return belongs(line, lines.slice(from, index))
}

function belongs(line: PdfLine, above: readonly PdfLine[]): boolean {
  if (line.segments.length > 1) return true
  const bands = bandsOf(
    above.map((one) => one.segments),
    line.size * 0.6,
  )
  const [segment] = line.segments
  if (segment === undefined) return false
  const touched = bands.filter(
    (band) => Math.min(band.end, segment.end) - Math.max(band.start, segment.start) > 0,
  )
  const band = touched[0]
  // A word alone must lie within one column, and not run on beyond it as a paragraph would.
  return (
    touched.length === 1 &&
    band !== undefined &&
    segment.end <= band.end + line.size * 6 &&
    !isParagraph(segment)
  )
}

const isParagraph = (segment: Segment): boolean =>
  /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{Lu}|[•·▪-]\s)/u.test(segment.text) ||
  segment.text.length > 70

const isContinuation = (lines: readonly PdfLine[], index: number): boolean => {
  const [line, above] = [lines[index], lines[index - 1]]
  return (
    line !== undefined &&
    above !== undefined &&
    line.page === above.page &&
    above.y - line.y < line.size * 1.35
  )
}

function goesOn(part: readonly PdfLine[], index: number, cells: readonly string[]): boolean {
  const [line, before] = [part[index], part[index - 1]]
  if (line === undefined || before === undefined || line.page !== before.page) return false
  const step = before.y - line.y
  if (step < line.size * 0.9) return true
  const steps = part
    .slice(1)
    .map((one, at) => (part[at]?.y ?? 0) - one.y)
    .filter((one) => one > 0)
  const widest = Math.max(...steps)
  const isTight = step < line.size * 1.4 && widest > step * 1.3
  return (
    isTight ||
    ((cells[0] ?? '') === '' &&
      cells.filter((cell) => cell !== '').length === 1 &&
      step < line.size * 1.7)
  )
}
