import type { Side } from '../../identity/side.ts'
import { isTitle, readContact } from './contact-words.ts'
import { type Desk, holderPosition, ownSideOf, sideOfTitle } from './desk.ts'
import { addHolder, type Draft, ladderOf, personIn, positionIn } from './draft.ts'
import type { Piece } from './ledger.ts'
import { readTriggerWords } from './ladder-words.ts'
import { isNothing } from './table-grid.ts'
import { readSide } from './sides.ts'
import { gapsIn } from './placeholders.ts'
import { clipLine } from './wording.ts'

/** Everything a document may say of one level. */
export interface LevelFound {
  readonly level: number
  readonly who: string
  readonly name?: string | undefined
  readonly email?: string | undefined
  readonly when?: string | undefined
  readonly note?: string | undefined
}

/**
 * Adds one level to a side's ladder and gives its path; undefined where that level is taken already, because a
 * second chain for the same side would silently replace the first.
 */
export function addLevel(
  desk: Desk,
  found: LevelFound,
  side: Side | undefined,
  piece: Piece,
): string | undefined {
  const named = readSide(found.who, desk.names)
  const whole = named === 'vendor' || named === 'partner' ? named : undefined
  // "The Manufacturer's CEO" belongs to the manufacturer, whatever stands above it.
  const whose =
    ownSideOf(found.who, desk) ?? side ?? whole ?? sideOfTitle(desk, found.who) ?? 'vendor'
  const existing = desk.draft.ladders.find((one) => one.side === whose)
  if (
    existing?.levels.some((one) => one.level === found.level) === true ||
    (existing?.levels.length ?? 0) >= 20
  )
    return undefined
  const { ladder, path } = ladderOf(desk.draft, whose)
  if (
    ladder.levels.length === 0 &&
    side === undefined &&
    sideOfTitle(desk, found.who) === undefined
  ) {
    desk.ledger.doubt(
      piece,
      "the document does not say whose ladder this is; taken as the vendor's",
      path,
    )
  }
  const position = positionOf(desk, found, whose, piece)
  const when = found.when === undefined || isNothing(found.when) ? {} : readTriggerWords(found.when)
  const note = [when.note, found.note]
    .filter((text) => text !== undefined && text !== '')
    .join('; ')
  const level: Draft['ladders'][number]['levels'][number] = {
    level: found.level,
    ...(position === undefined ? {} : { position }),
    ...(when.trigger === undefined ? {} : { trigger: when.trigger }),
    ...(note === '' ? {} : { note: clipLine(note) }),
  }
  const at = ladder.levels.findIndex((one) => one.level > found.level)
  const index = at < 0 ? ladder.levels.length : at
  ladder.levels = [...ladder.levels.slice(0, index), level, ...ladder.levels.slice(index)]
  if (when.doubt !== undefined)
    desk.ledger.doubt(
      piece,
      `level ${found.level}, "${found.when ?? ''}": ${when.doubt}`,
      `${path}/levels/${index}`,
    )
  if (when.note !== undefined) {
    desk.ledger.doubt(
      piece,
      `"${when.note}" does not say when in terms of the target; kept as a note of level ${found.level}`,
      `${path}/levels`,
    )
  }
  return `${path}/levels/${index}`
}

const isOfOther = (title: string, side: Side, desk: Desk): boolean => {
  const named = readSide(title, desk.names)
  return named !== undefined && named !== side
}

function positionOf(desk: Desk, found: LevelFound, side: Side, piece: Piece): string | undefined {
  if (gapsIn(found.who).length > 0 && found.name === undefined) {
    desk.ledger.gap({ source: piece.source }, found.who)
    return undefined
  }
  const contact = readContact(found.who)
  const name =
    found.name !== undefined && found.name !== '' && !isNothing(found.name)
      ? found.name
      : contact.name
  const email = found.email ?? contact.email
  const title = contact.title ?? (name === undefined ? undefined : name)
  if (title === undefined) return undefined
  const isOnlyName = contact.title === undefined
  const position =
    isOnlyName || !isTitle(title) || isOfOther(title, side, desk)
      ? positionIn(desk.draft, side, title)
      : holderPosition(desk, title, piece, side)
  if (isOnlyName)
    desk.ledger.doubt(
      piece,
      `"${title}" is a person without a position; the position carries the name`,
    )
  if (name !== undefined && gapsIn(name).length === 0)
    addHolder(position, personIn(desk.draft, side, name, email).id)
  else if (name !== undefined) desk.ledger.gap({ source: piece.source }, `${title}: ${name}`)
  if (contact.rest !== '') desk.ledger.leave(piece, `${title}: ${contact.rest}`)
  if (email !== undefined && name === undefined) desk.ledger.leave(piece, `${title}: ${email}`)
  return position.id
}
