import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

export interface TableColumn {
  readonly title: string
  readonly align?: 'left' | 'right'
  /** Share of the width that is too narrow; a column without it keeps its natural width. */
  readonly wraps?: boolean
}

const gap = '  '
const narrowest = 12

/**
 * Rows as aligned text, two spaces between columns, titles underlined. Widths are those of a terminal: a CJK
 * character takes two columns, a colour none. Where the rows are wider than `width`, the columns that wrap share
 * what is left. Ends with a line break.
 */
export function textTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const widths = columnWidths(columns, rows, width)
  const lines = [
    ...rowLines(
      columns.map((column) => column.title),
      columns,
      widths,
    ),
    widths.map((size) => '─'.repeat(size)).join(gap),
    ...rows.flatMap((row) => rowLines(row, columns, widths)),
  ]
  return `${lines.join('\n')}\n`
}

function columnWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] {
  const natural = columns.map((column, index) =>
    Math.max(
      stringWidth(column.title),
      ...rows.flatMap((row) => (row[index] ?? '').split('\n').map((text) => stringWidth(text))),
    ),
  )
  const total = natural.reduce((sum, size) => sum + size, 0) + gap.length * (columns.length - 1)
  const over = total - width
  if (over <= 0) return natural
  const wrapping = natural.filter((_, index) => columns[index]?.wraps === true)
  const shared = wrapping.reduce((sum, size) => sum + size, 0)
  return natural.map((size, index) =>
    columns[index]?.wraps === true
      ? Math.max(Math.min(narrowest, size), Math.floor(size - (over * size) / shared))
      : size,
  )
}

function rowLines(
  row: readonly string[],
  columns: readonly TableColumn[],
  widths: readonly number[],
): readonly string[] {
  const cells = columns.map((column, index) => {
    const text = row[index] ?? ''
    const size = widths[index] ?? 0
    return column.wraps === true && stringWidth(text) > size
      ? wrapAnsi(text, size, { hard: true }).split('\n')
      : text.split('\n')
  })
  const height = Math.max(...cells.map((cell) => cell.length))
  return Array.from({ length: height }, (_, lineIndex) =>
    cells
      .map((cell, index) =>
        padded(cell[lineIndex] ?? '', widths[index] ?? 0, columns[index]?.align ?? 'left'),
      )
      .join(gap)
      .trimEnd(),
  )
}

/** Pads to a display width, which `padEnd` gets wrong for CJK and colours. */
function padded(text: string, size: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(Math.max(0, size - stringWidth(text)))
  return align === 'right' ? space + text : text + space
}
