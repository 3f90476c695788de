import type { TableRow } from '@entente/domain/agreement/recognition/source-document.ts'
import { alignedRows, type Segment } from './aligned-table.ts'

const border = /^[\s|+:=_─━│┃┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬║═╟╢╤╧╪╫-]+$/
const bar = /[|│┃║]/

/** A table that was found in lines of text, and how many lines it takes. */
export interface FoundTable {
  readonly rows: TableRow[]
  readonly lines: number
  /** Whether only white space keeps its columns apart, so that they had to be guessed. */
  readonly isGuess: boolean
}

/** A table that begins at a line: drawn with bars, kept apart by tabs, or aligned by spaces. */
export function findTable(
  lines: readonly string[],
  from: number,
  firstNumber: number,
): FoundTable | undefined {
  return (
    barTable(lines, from, firstNumber) ??
    tabTable(lines, from, firstNumber) ??
    spaceTable(lines, from, firstNumber)
  )
}

const isBarLine = (line: string): boolean =>
  line.length <= 5000 &&
  ((bar.test(line) && (line.match(/[|│┃║]/g) ?? []).length >= 2) ||
    (border.test(line) && /[-=─━═+]{3}/.test(line)) ||
    (bar.test(line) && !/[.!?]$/.test(line)))

function barTable(
  lines: readonly string[],
  from: number,
  firstNumber: number,
): FoundTable | undefined {
  let end = from
  while (end < lines.length && isBarLine(lines[end] ?? '')) end += 1
  const part = lines.slice(from, end)
  const rules = part.filter((line) => border.test(line)).length
  const content = part.filter((line) => bar.test(line) && !border.test(line))
  if (content.length < 2 && !(content.length === 1 && rules > 0 && end - from > 1)) return undefined
  // A rule between all rows means that a row may take several lines.
  const isRuled = rules >= content.length / 2 + 1 && rules > 3
  const rows: TableRow[] = []
  let isNew = true
  for (const [index, line] of part.entries()) {
    if (border.test(line)) {
      isNew = true
      continue
    }
    const cells = line
      .trim()
      .replace(/^[|│┃║]/, '')
      .replace(/[|│┃║]$/, '')
      .split(/[|│┃║]/)
      .map((cell) => cell.trim())
    const last = rows.at(-1)
    if (isRuled && !isNew && last !== undefined) {
      rows[rows.length - 1] = {
        ...last,
        cells: last.cells.map((cell, column) => `${cell} ${cells[column] ?? ''}`.trim()),
      }
    } else rows.push({ cells, source: `line ${firstNumber + from + index}` })
    isNew = false
  }
  return { rows, lines: end - from, isGuess: false }
}

const isTabLine = (line: string): boolean =>
  line.trim() !== '' && line.includes('\t') && line.length <= 5000

function tabTable(
  lines: readonly string[],
  from: number,
  firstNumber: number,
): FoundTable | undefined {
  let end = from
  while (end < lines.length && isTabLine(lines[end] ?? '')) end += 1
  if (end - from < 2) return undefined
  const part = lines.slice(from, end)
  const counts = new Set(part.map((line) => line.split('\t').length))
  // Several tabs in a row are one where people aligned by hand.
  const cellsOf = (line: string) =>
    counts.size === 1 || part.every((one) => !/\t\t/.test(one))
      ? line.split('\t')
      : line.split(/\t+/)
  const rows = part.map((line, index) => ({
    cells: cellsOf(line).map((cell) => cell.trim()),
    source: `line ${firstNumber + from + index}`,
  }))
  return { rows, lines: end - from, isGuess: counts.size > 1 }
}

function spaceTable(
  lines: readonly string[],
  from: number,
  firstNumber: number,
): FoundTable | undefined {
  const head = segmentsOf(lines[from] ?? '')
  if (head.length < 2 || isClause(head)) return undefined
  const part: { readonly segments: Segment[]; readonly index: number }[] = []
  let end = from
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? ''
    if (line.length > 5000) break
    if (/^[\s=-]*(?:-{2,}|={2,})[\s=-]*$/.test(line)) continue
    const segments = segmentsOf(line)
    const isRow =
      segments.length >= 2 ||
      (segments.length === 1 && end > from && isFirstCell(segments[0] as Segment, head))
    if (
      !isRow ||
      (segments.length < 3 && isSubclause(segments[0])) ||
      /^\s*(?:[-*•]|\d+[.)])\s/.test(line)
    )
      break
    part.push({ segments, index: end })
  }
  while (part.length > 0 && part.at(-1)?.segments.length === 1) end = part.pop()?.index ?? end
  if (part.filter((line) => line.segments.length > 1).length < 2) return undefined
  const cells = alignedRows(
    part.map((line) => line.segments),
    2,
  )
  const rows = part.map((line, row) => ({
    cells: cells[row] ?? [],
    source: `line ${firstNumber + line.index}`,
  }))
  return { rows, lines: end - from, isGuess: true }
}

/** A clause whose number stands apart from its words: "(A)  The Dealer …", "2.1  The Supplier …". */
const isSubclause = (first: Segment | undefined): boolean =>
  /^(?:\d{1,2}(?:\.\d{1,2})+[.)]?|\(?[A-Za-z]\)|\((?:[ivx]{1,4}|\d{1,2})\)|§ ?\d.*)$/.test(
    first?.text ?? '',
  )

const isClause = (segments: readonly Segment[]): boolean =>
  segments.length === 2 &&
  (isSubclause(segments[0]) || /^\d{1,2}[.)]$/.test(segments[0]?.text ?? ''))

/** A row where all but the first cell are empty: short, and ending before the second column begins. */
function isFirstCell(segment: Segment, head: readonly Segment[]): boolean {
  return (
    segment.start === head[0]?.start &&
    segment.end < (head[1]?.start ?? 0) &&
    !/[.:]$/.test(segment.text)
  )
}

function segmentsOf(line: string): Segment[] {
  const plain = line.replace(/\t/g, '    ')
  return [...plain.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}
