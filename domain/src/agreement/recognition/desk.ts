import type { Side } from '../../identity/side.ts'
import { type Draft, type DraftPosition, positionIn } from './draft.ts'
import type { Ledger, Piece } from './ledger.ts'
import type { LinePassage } from './passages.ts'
import type { CasePromise } from './promise-words.ts'
import type { SectionKind } from './sections.ts'
import { readSide, type SideNames } from './sides.ts'
import { fold, sentenceCase, tidy } from './wording.ts'

/** What every part of the recognition works with: the draft, the account, and what the sides are called. */
export interface Desk {
  readonly draft: Draft
  readonly ledger: Ledger
  readonly names: SideNames
  /** Opening hours that wait for their time zone, which often stands in a line of its own. */
  readonly hours: PendingHours
  /** What can only be read when everything else has been: "all others" needs the others. */
  readonly later: (() => void)[]
  /** What the times of the last sentence were for, and the headings under which it stood. */
  promised?: { readonly under: string; readonly kinds: readonly CasePromise[] }
}

export interface PendingHours {
  zone?: ZoneFound
  /** The section in which the last opening hours stood. */
  under?: SectionKind
  readonly waiting: ((zone: ZoneFound | undefined) => void)[]
}

export interface ZoneFound {
  readonly zone: string
  readonly doubt?: string | undefined
}

/** Takes a whole line for a value. Its lead-in is settled with it. */
export function takeLine(desk: Desk, line: LinePassage, path: string): true {
  for (const sentence of line.sentences) desk.ledger.take(sentence, path)
  settleLeadIn(desk, line)
  return true
}

export function takeSentence(desk: Desk, line: LinePassage, sentence: Piece, path: string): true {
  desk.ledger.take(sentence, path)
  settleLeadIn(desk, line)
  return true
}

function settleLeadIn(desk: Desk, line: LinePassage): void {
  const { leadIn } = line.context
  if (leadIn !== undefined && desk.ledger.isOpen(leadIn)) desk.ledger.structure(leadIn)
}

/** "We" and "you" say who is meant only to those two; the vendor writes, unless the document says otherwise. */
export function doubtPronoun(desk: Desk, text: string, piece: Pick<Piece, 'source'>): void {
  const word = /^(?:we|our|you|your|wir|unsere)\b/i.exec(tidy(text))?.[0]
  if (word === undefined || desk.names.we !== undefined) return
  const side = /^y/i.test(word) ? 'partner' : 'vendor'
  desk.ledger.doubt(piece, `"${word}" is read as the ${side}`)
}

/** A whole side where the document names no position: the seat "Vendor", to be replaced by a real one. */
export function sidePosition(desk: Desk, side: Side, piece: Piece): DraftPosition {
  const position = positionIn(desk.draft, side, sentenceCase(side))
  desk.ledger.doubt(
    { source: piece.source },
    `the document names the ${side} here, not a position; "${position.id}" stands for the whole side`,
    `/positions/${desk.draft.positions.indexOf(position)}`,
  )
  return position
}

const vendorsOwn =
  /^(?:(?:channel )?partner (?:(?:account|success|development|relationship|program(?:me)?|operations|ops|enablement)\b.*|(?:(?:marketing|business|support) )?(?:managers?|director|desk|portal|helpdesk|help desk|care))|channel\b.*|[pc]am)\b/

/**
 * The position that a title names. Its side is what the title says ("Partner Sales", "Delivery Lead (Reseller)"), else
 * what the surroundings say, else that of a position already known by that title, else the vendor's, which is then said
 * to be unsure.
 */
export function holderPosition(
  desk: Desk,
  title: string,
  piece: Piece,
  side: Side | undefined,
): DraftPosition {
  const { words, side: own } = titleAndSide(title, desk)
  const whole = readSide(words, desk.names)
  if (whole === 'vendor' || whole === 'partner') return sidePosition(desk, whole, piece)
  const named = own ?? side ?? sideOfTitle(desk, words)
  if (named !== undefined) return positionIn(desk.draft, named, words)
  const [known, other] = desk.draft.positions.filter((one) => fold(one.title) === fold(words))
  if (known !== undefined) {
    if (other !== undefined)
      desk.ledger.doubt(
        { source: piece.source },
        `both sides have a "${words}"; taken as the ${known.side}'s`,
      )
    return known
  }
  const position = positionIn(desk.draft, 'vendor', words)
  desk.ledger.doubt(
    { source: piece.source },
    `the document does not say whose "${words}" it is; taken as the vendor's`,
    `/positions/${desk.draft.positions.indexOf(position)}`,
  )
  return position
}

/** "Ping the Partner Manager", "to the Service Manager": how somebody is called is not part of the title. */
const calling =
  /^(?:(?:please )?(?:ping|contact|call|phone|e-?mail|notify|inform|alert|page|tell|ask|raise (?:it )?with|reach out to|write to|turn to|escalate to|go to|talk to|speak to|refer to)\s+|to (?=the |our ))/i

/** A title without the side that stands behind or before it: "Delivery Lead (Reseller)", "Vendor – Delivery Lead". */
function titleAndSide(
  title: string,
  desk: Desk,
): { readonly words: string; readonly side?: Side | undefined } {
  const plain = tidy(title)
    .replace(calling, '')
    .replace(/^(?:the|a|an|our) /i, '')
  const match =
    /^(?<words>.+?)\s*(?:\((?<label>[^()]{2,60})\)|[,/]\s*(?<label2>[^,/]{2,60}))$/.exec(plain) ??
    /^(?<label>[^:–—]{2,60}?)\s*(?::|[–—]|\s-)\s+(?<words>.+)$/.exec(plain)
  const owned = /^(?<label>.{2,60}?)(?:'s|s')\s+(?<words>.+)$/.exec(plain)?.groups
  const owner = owned === undefined ? undefined : readSide(owned['label'] ?? '', desk.names)
  if (owned?.['words'] !== undefined && (owner === 'vendor' || owner === 'partner'))
    return { words: owned['words'], side: owner }
  const label = match?.groups?.['label'] ?? match?.groups?.['label2'] ?? ''
  const words = match?.groups?.['words'] ?? ''
  const side = readSide(label, desk.names)
  return (side === 'vendor' || side === 'partner') && readSide(words, desk.names) === undefined
    ? { words, side }
    : { words: plain }
}

/** The side that a title itself says it belongs to: "the Supplier's CEO", "CEO (Supplier)". */
export const ownSideOf = (title: string, desk: Desk): Side | undefined =>
  titleAndSide(title, desk).side

export function sideOfTitle(desk: Desk, title: string): Side | undefined {
  const own = titleAndSide(title, desk).side
  if (own !== undefined) return own
  const words = fold(title)
  if (vendorsOwn.test(words)) return 'vendor'
  for (const side of ['partner', 'vendor'] as const) {
    if (
      desk.names[side].some(
        (name) => words.startsWith(`${name} `) || words.startsWith(`${name}'s `),
      )
    )
      return side
  }
  if (/^(?:partner|reseller|distributor|dealer|integrator|msp|agent)(?:'s)?\s/.test(words))
    return 'partner'
  if (/^(?:vendor|supplier|provider|principal|manufacturer)(?:'s)?\s/.test(words)) return 'vendor'
  return undefined
}
