import type { Side } from '../../identity/side.ts'
import { type Desk, holderPosition } from './desk.ts'
import type { Draft } from './draft.ts'
import type { Piece } from './ledger.ts'
import { gapsIn } from './placeholders.ts'
import type { Cadence } from './report-words.ts'
import { readSideList } from './sides.ts'
import { isNothing } from './table-grid.ts'
import { clipLine, freeIdentifier, slug } from './wording.ts'

export interface ReportFound {
  readonly title: string
  readonly cadence: Cadence
  readonly owner?: string | undefined
  readonly audience?: string | undefined
  readonly contents?: string | undefined
  readonly due?: string | undefined
  readonly text?: string | undefined
}

/** Adds one report and gives its path. An owner that is a whole side becomes that side's seat. */
export function addReport(
  desk: Desk,
  found: ReportFound,
  piece: Piece,
  side: Side | undefined,
): string {
  const isTaken = (id: string) => desk.draft.reports.some((one) => one.id === id)
  const id = freeIdentifier(slug(found.title, `report-${desk.draft.reports.length + 1}`), isTaken)
  const owners = holders(desk, found.owner, piece, side)
  const audience = holders(desk, found.audience, piece, undefined)
  const report: Draft['reports'][number] = {
    id,
    title: clipLine(found.title),
    cadence: found.cadence,
    ...(owners[0] === undefined ? {} : { owner: owners[0] }),
    ...(audience.length === 0 ? {} : { audience: audience.slice(0, 50) }),
    ...contentsOf(found.contents),
    ...(found.due === undefined ? {} : { due: found.due }),
    ...(found.text === undefined ? {} : { text: found.text }),
  }
  if (owners.length > 1)
    desk.ledger.doubt(piece, `"${found.owner}": a report has one owner; the first was taken`)
  return `/reports/${desk.draft.reports.push(report) - 1}`
}

function holders(
  desk: Desk,
  words: string | undefined,
  piece: Piece,
  side: Side | undefined,
): string[] {
  if (words === undefined || isNothing(words)) return []
  if (gapsIn(words).length > 0) {
    desk.ledger.gap({ source: piece.source }, words)
    return []
  }
  const sides = readSideList(words, desk.names)
  const titles =
    sides ?? words.split(/\s*(?:[,;/+&]|\band\b|\bund\b)\s*/i).filter((text) => /\p{L}/u.test(text))
  return [
    ...new Set(
      titles.map(
        (title) => holderPosition(desk, title, piece, sides === undefined ? side : undefined).id,
      ),
    ),
  ]
}

function contentsOf(words: string | undefined): Pick<Draft['reports'][number], 'contents'> {
  if (words === undefined || isNothing(words)) return {}
  const contents = words
    .split(/\s*[,;•\n]\s*/)
    .filter((text) => text !== '')
    .map(clipLine)
  return contents.length === 0 ? {} : { contents: contents.slice(0, 100) }
}
