import type { Side } from '../../identity/side.ts'
import type { Desk } from './desk.ts'
import { findDurations, readSetting } from './duration-words.ts'
import { sideNamedIn } from './parties-words.ts'
import { readPromise, readWorkKind } from './promise-words.ts'
import { readSide } from './sides.ts'
import { columnTexts, type Grid, isNothing, shareOf, takeHeader, takeRow } from './table-grid.ts'
import { readTargetCell } from './target-cells.ts'
import { fold } from './wording.ts'

/**
 * Times by kind of work rather than by priority: "Deal registration | 2 business days", with one column of times, or
 * one for each side.
 */
export function readWorkTable(grid: Grid, desk: Desk): boolean {
  const work = grid.header.findIndex((_, column) =>
    columnTexts(grid, column).some(
      (text) => kindOf(text) !== undefined && findDurations(text).length === 0,
    ),
  )
  if (work < 0 || (columnTexts(grid, work).length < 2 && grid.rows.length > 1)) return false
  const times = grid.header.flatMap((cell, column) => {
    const setting = readSetting(cell.text)
    const share = shareOf(
      columnTexts(grid, column),
      (text) => findDurations(text, setting).length > 0,
    )
    return column !== work && share > 0.4
      ? [{ column, setting, side: sideOf(cell.text, desk) }]
      : []
  })
  const owner = grid.header.findIndex(
    (cell, column) =>
      column !== work &&
      shareOf(columnTexts(grid, column), (text) => isSide(text, desk)) > 0.7 &&
      !times.some((one) => one.column === column) &&
      cell.text !== '',
  )
  const isOther = /frequency|cadence|how often|due|level|trigger/i.test(
    grid.header.map((cell) => cell.text).join(' '),
  )
  if (times.length === 0 || isOther) return false
  takeHeader(desk, grid)
  for (const row of grid.rows) {
    const label = row[work]?.text ?? ''
    const kind = kindOf(label)
    const piece = row[work]?.piece
    if (kind === undefined || piece === undefined) continue
    const owes = owner < 0 ? undefined : readSide(row[owner]?.text ?? '', desk.names)
    const paths = times.flatMap(({ column, setting, side }) => {
      const cell = row[column]
      const owedBy = side ?? (owes === 'vendor' || owes === 'partner' ? owes : grid.context.side)
      const header = grid.header[column]?.text ?? ''
      const promised = kind.startsWith('case.') ? kind : withPromise(kind, header)
      return cell === undefined
        ? []
        : readTargetCell(
            desk,
            { ...cell, label },
            [{ kind: promised, owedBy, priority: undefined }],
            setting,
          )
    })
    for (const path of paths) takeRow(desk, row, path)
    const kept = row.filter(
      (cell, column) =>
        column !== work &&
        column !== owner &&
        !times.some((one) => one.column === column) &&
        !isNothing(cell.text),
    )
    if (paths.length > 0)
      for (const cell of kept) desk.ledger.leave(piece, `${label}: ${cell.text}`)
  }
  return true
}

export function kindOf(text: string): string | undefined {
  return readWorkKind(text) ?? readPromise(text)
}

/** A request under a column "Resolution" or "Completion" is the request's completion, not its answer. */
function withPromise(kind: string, header: string): string {
  return kind === 'request.answer' && /resol|complet|fulfil|deliver/.test(fold(header))
    ? 'request.completion'
    : kind
}

function sideOf(header: string, desk: Desk): Side | undefined {
  const side = readSide(header, desk.names)
  return side === 'vendor' || side === 'partner' ? side : sideNamedIn(header, desk.names)
}

const isSide = (text: string, desk: Desk): boolean =>
  ['vendor', 'partner', 'both'].includes(readSide(text, desk.names) ?? '')
