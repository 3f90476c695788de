import { readContactTable } from './contact-table.ts'
import type { Desk } from './desk.ts'
import { readKeyValueRows } from './key-value-rows.ts'
import { readLadderTable } from './ladder-table.ts'
import { readPartyTable } from './party-table.ts'
import type { TablePassage } from './passages.ts'
import { readReportTable } from './report-table.ts'
import { readResponsibilityTable } from './responsibility-table.ts'
import { gridOf, transposed } from './table-grid.ts'
import { readTargetTable } from './target-table.ts'
import { readWorkTable } from './work-table.ts'

/**
 * Reads a table as whatever its own words say it is; headings only help where those are silent. Each reader refuses a
 * table that is not its own without touching the draft. What none reads is read row by row as "label: value".
 */
export function readTable(passage: TablePassage, desk: Desk): void {
  const grid = gridOf(passage, desk)
  if (grid.rows.length > 0 && grid.header.length > 1) {
    const turned = transposed(grid)
    if (readPartyTable(grid, desk)) return
    if (readTargetTable(grid, desk) || readTargetTable(turned, desk)) return
    if (readWorkTable(grid, desk)) return
    if (readLadderTable(grid, desk) || readLadderTable(turned, desk)) return
    if (readReportTable(grid, desk)) return
    if (readResponsibilityTable(grid, turned, desk)) return
    if (readContactTable(grid, desk)) return
  }
  readKeyValueRows(grid, desk)
}
