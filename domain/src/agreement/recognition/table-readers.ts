import { readContactTable } from './contact-table.ts'
import type { Desk } from './desk.ts'
import { readKeyValueRows } from './key-value-rows.ts'
import { hasLevelHeader, readLadderTable } from './ladder-table.ts'
import { readPartyTable } from './party-table.ts'
import type { TablePassage } from './passages.ts'
import { readReportTable } from './report-table.ts'
import { readResponsibilityTable } from './responsibility-table.ts'
import { gridOf, transposed } from './table-grid.ts'
import { readPromiseRows } from './promise-rows.ts'
import { readTargetTable } from './target-table.ts'
import { readWorkTable } from './work-table.ts'

const mostColumns = 40
const mostLetters = 6000

/**
 * Reads a table as whatever its own words say it is; headings only help where those are silent. Each reader refuses a
 * table that is not its own without touching the draft. What none reads is read row by row as "label: value".
 */
export function readTable(passage: TablePassage, desk: Desk): void {
  const widest = Math.max(...passage.table.rows.map((row) => row.cells.length))
  const longest = Math.max(...passage.rows.map((row) => row.text.length))
  // A sheet of data is no table of an agreement; its rows become notes.
  if (widest > mostColumns || longest > mostLetters) return
  const grid = gridOf(passage, desk)
  if (grid.rows.length > 0 && grid.header.length > 1) {
    // A long table has its header on top: nobody writes a hundred priorities side by side.
    const turned = grid.rows.length <= mostColumns ? transposed(grid) : grid
    if (readPartyTable(grid, desk)) return
    // "Level 1" beside a contact is a level of a ladder; beside a time alone it may be a priority.
    const isLadder = grid.context.section === 'escalation' || hasLevelHeader(grid)
    if (isLadder && (readLadderTable(grid, desk) || readLadderTable(turned, desk))) return
    if (readPromiseRows(grid, desk)) return
    if (readTargetTable(grid, desk) || readTargetTable(turned, desk)) return
    if (readWorkTable(grid, desk)) return
    if (readLadderTable(grid, desk) || readLadderTable(turned, desk)) return
    if (readReportTable(grid, desk)) return
    if (readResponsibilityTable(grid, turned, desk)) return
    if (readContactTable(grid, desk)) return
  }
  readKeyValueRows(grid, desk)
}
