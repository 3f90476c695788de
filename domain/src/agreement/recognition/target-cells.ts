import type { Side } from '../../identity/side.ts'
import type { Desk } from './desk.ts'
import { targetRowOf } from './draft.ts'
import {
  type DurationFound,
  type DurationSetting,
  findDurations,
  readBareNumber,
} from './duration-words.ts'
import type { Piece } from './ledger.ts'
import { isOnlyGap } from './placeholders.ts'
import { isNothing } from './table-grid.ts'
import { fold, wordCount } from './wording.ts'

/** What a target is for: the kind of work, which side owes it, and its priority where it has one. */
export interface TargetPlace {
  readonly kind: string
  readonly owedBy: Side | undefined
  readonly priority: string | undefined
}

/**
 * Writes one time into the draft and gives its path. A second, different time for the same place is not taken: the
 * first stays, and the clash is said.
 */
export function putTarget(
  desk: Desk,
  wanted: TargetPlace,
  target: string,
  piece: Piece,
): string | undefined {
  const place = likeOthers(desk, wanted, piece)
  const clash = clashOf(desk, place)
  if (clash !== undefined) {
    desk.ledger.doubt(
      piece,
      `"${piece.text}" says ${target}; ${clash}, and the earlier place stays`,
    )
    desk.ledger.leave(piece, piece.text)
    return undefined
  }
  const { row, path } = targetRowOf(desk.draft, place.kind, place.owedBy)
  const said = place.priority === undefined ? row.target : row.byPriority?.[place.priority]
  const at =
    place.priority === undefined ? `${path}/target` : `${path}/byPriority/${place.priority}`
  if (said !== undefined && said !== target) {
    desk.ledger.doubt(
      piece,
      `"${piece.text}" says ${target}, an earlier place says ${typeof said === 'string' ? said : 'another time'}; the earlier one stays`,
      at,
    )
    desk.ledger.leave(piece, piece.text)
    return undefined
  }
  if (place.priority === undefined) row.target = target
  else row.byPriority = { ...row.byPriority, [place.priority]: target }
  return at
}

/** A priority without a side beside priorities that one side owes is owed by that side, which is said. */
function likeOthers(desk: Desk, place: TargetPlace, piece: Piece): TargetPlace {
  const [row, ...more] = desk.draft.targets.filter((one) => one.kind === place.kind)
  const owedBy = row?.byPriority === undefined || more.length > 0 ? undefined : row.owedBy
  if (place.owedBy !== undefined || place.priority === undefined) return place
  if (owedBy === undefined || owedBy === 'both') return place
  desk.ledger.doubt(
    piece,
    `"${piece.text}" names no side; taken as owed by the ${owedBy}, like the other priorities`,
  )
  return { ...place, owedBy }
}

/** Why a time has no place beside those that are there: a kind is promised once for a side, and in one way. */
function clashOf(desk: Desk, { kind, owedBy, priority }: TargetPlace): string | undefined {
  const rows = desk.draft.targets.filter((one) => one.kind === kind)
  const isOther = rows.some(
    (one) => one.owedBy !== owedBy && (one.owedBy === undefined || owedBy === undefined),
  )
  if (isOther) return 'an earlier place promises the same for other sides'
  const same = rows.find((one) => one.owedBy === owedBy)
  if (priority === undefined && same?.byPriority !== undefined)
    return 'an earlier place promises it by priority'
  return priority !== undefined && same?.target !== undefined
    ? 'an earlier place promises it whatever the priority'
    : undefined
}

/**
 * Reads the times of one cell for the promises of its column, one each in their order. Gives the paths that were
 * filled; words that are no time ("best effort", "n/a") are listed under the column's name.
 */
export function readTargetCell(
  desk: Desk,
  cell: { readonly text: string; readonly piece: Piece; readonly label: string },
  places: readonly TargetPlace[],
  setting: DurationSetting,
): string[] {
  const { text, piece, label } = cell
  if (isNothing(text)) return []
  if (isOnlyGap(text)) {
    desk.ledger.gap({ source: piece.source }, `${label}: ${text}`)
    return []
  }
  const bare = readBareNumber(text, setting)
  const spoken = places.some((place) => place.kind.endsWith('.update')) ? frequency(text) : text
  const durations = bare === undefined ? findDurations(spoken, setting) : [bare]
  const fits = durations.length > 0 && durations.length <= places.length
  if (!fits && !(durations.length > 1 && places.length === 1)) {
    desk.ledger.leave(piece, `${label}: ${text}`)
    return []
  }
  const paths = places.flatMap((place, index) => {
    const found = durations[index]
    return found === undefined
      ? []
      : (putTarget(desk, place, found.target, {
          source: piece.source,
          text: `${label}: ${text}`,
        }) ?? [])
  })
  const odd = oddities(text, durations, places.length)
  const assumed = durations.flatMap((one) => one.doubt ?? [])
  for (const doubt of [...assumed, ...odd]) {
    desk.ledger.doubt(piece, `${label}: "${text}": ${doubt}`, paths[0])
  }
  if (odd.length > 0) desk.ledger.leave(piece, `${label}: ${text}`)
  return paths
}

/** How often, as a time between two updates. */
const frequency = (text: string): string =>
  text
    .replace(/^hourly$/i, '1 hour')
    .replace(/^(?:daily|once a day)$/i, '1 day')
    .replace(/^weekly$/i, '1 week')

const filler =
  /\b(?:within|in|under|less than|no (?:more|later) than|maximum|max\.?|at most|up to|by|the|of|time|target|every|each|all|innerhalb(?: von)?|binnen|alle|jede|spätestens|after|from|receipt|business|working|hours?|calendar|elapsed|a|an|full|during|support|initial|first|response|resolution|update|reply|24\s*[x/]\s*7|updates?)\b|[<≤=()/,.:;*~-]|24x7/g

function oddities(text: string, durations: readonly DurationFound[], places: number): string[] {
  const doubts: string[] = []
  if (durations.length > places)
    doubts.push(`more than one time; ${durations[0]?.target} was taken`)
  const words = fold(text)
  let rest = ''
  let from = 0
  for (const one of durations) {
    rest += ` ${words.slice(from, one.start)}`
    from = one.end
  }
  rest = `${rest} ${words.slice(from)}`
  if (/\d\s*%/.test(rest)) doubts.push('a share of the work, which was not taken')
  else if (wordCount(rest.replace(filler, ' ')) > 0 && durations.length > 0) {
    doubts.push(`words beside the time were kept as a note`)
  }
  return doubts
}
