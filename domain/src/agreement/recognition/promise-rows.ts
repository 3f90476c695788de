import type { Desk } from './desk.ts'
import { findDurations } from './duration-words.ts'
import { readTextLine } from './line-readers.ts'
import { readPriority } from './priority-words.ts'
import { readPromise } from './promise-words.ts'
import { allRows, type Cell, type Grid, isNothing } from './table-grid.ts'

/**
 * Rows without a header in which each cell says itself what it promises: "P1 | response 1h | resolution 4h". They are
 * read as the sentences they are.
 */
export function readPromiseRows(grid: Grid, desk: Desk): boolean {
  if (!allRows(grid).every(saysItself)) return false
  for (const row of allRows(grid)) {
    const [label, ...values] = row.filter((cell) => !isNothing(cell.text))
    if (label === undefined) continue
    readTextLine(
      {
        kind: 'line',
        text: `${label.text.replace(/:$/, '')}: ${values.map((cell) => cell.text).join(', ')}`,
        source: label.piece.source,
        sentences: [label.piece],
        isItem: false,
        isOrdered: false,
        number: 0,
        context: grid.context,
      },
      desk,
    )
  }
  return true
}

function saysItself(row: readonly Cell[]): boolean {
  const [label, ...values] = row
  return (
    label !== undefined &&
    readPriority(label.text.replace(/:$/, ''), true) !== undefined &&
    values.some(({ text }) => readPromise(text) !== undefined && findDurations(text).length > 0)
  )
}
