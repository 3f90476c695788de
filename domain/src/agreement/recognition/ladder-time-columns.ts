import { isTitle } from './contact-words.ts'
import type { Desk } from './desk.ts'
import { findDurations } from './duration-words.ts'
import { addLevel } from './ladder-levels.ts'
import { readTriggerWords } from './ladder-words.ts'
import { type Cell, type Grid, isNothing, takeHeader, takeRow } from './table-grid.ts'

/**
 * Escalation with the times as columns: "Severity | Immediately | After 1 hour | After 4 hours". An agreement has one
 * ladder for a side whatever the priority, so the row with the most steps becomes the ladder and the others are listed.
 */
export function readTimeColumns(grid: Grid, desk: Desk): boolean {
  const times = grid.header.flatMap((cell, index) => (isTime(cell.text) ? [index] : []))
  const isEscalation =
    grid.context.section === 'escalation' ||
    grid.header.some((cell) => /escalat|eskalation/i.test(cell.text))
  const people = grid.rows.map(
    (row) => times.filter((index) => isTitle(row[index]?.text ?? '')).length,
  )
  const most = Math.max(0, ...people)
  if (!isEscalation || times.length < 2 || most < 2) return false
  takeHeader(desk, grid)
  const chosen = people.indexOf(most)
  for (const [at, row] of grid.rows.entries()) {
    if (at === chosen) readLadder(row, times, grid, desk)
    else if (!isSame(row, grid.rows[chosen] ?? [], times)) leaveRow(row, grid, desk)
  }
  return true
}

const isTime = (header: string): boolean =>
  /^(?:immediate(?:ly)?|at once|sofort|on breach|at breach)$/i.test(header) ||
  findDurations(header).length > 0 ||
  readTriggerWords(header).trigger !== undefined

function readLadder(row: readonly Cell[], times: readonly number[], grid: Grid, desk: Desk): void {
  let level = 0
  const paths = times.flatMap((index) => {
    const cell = row[index]
    if (cell === undefined || isNothing(cell.text)) return []
    level += 1
    const when = grid.header[index]?.text ?? ''
    const path = addLevel(desk, { level, who: cell.text, when }, grid.context.side, cell.piece)
    if (path === undefined) desk.ledger.leave(cell.piece, `${when}: ${cell.text}`)
    return path === undefined ? [] : [path]
  })
  for (const path of paths) takeRow(desk, row, path)
  const label = row[0]
  if (grid.rows.length > 1 && label !== undefined && label.text !== '' && !times.includes(0))
    desk.ledger.doubt(
      label.piece,
      `a ladder does not depend on the priority; the one of "${label.text}" was taken for all`,
    )
}

const isSame = (row: readonly Cell[], other: readonly Cell[], times: readonly number[]): boolean =>
  times.every((index) => row[index]?.text === other[index]?.text)

function leaveRow(row: readonly Cell[], grid: Grid, desk: Desk): void {
  const steps = row.flatMap((cell, index) =>
    index === 0 || isNothing(cell.text) ? [] : [`${grid.header[index]?.text}: ${cell.text}`],
  )
  const [label] = row
  if (label !== undefined) desk.ledger.leaveAs(label.piece, `${label.text}: ${steps.join('; ')}`)
}
