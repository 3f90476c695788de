import type { Side } from '../../identity/side.ts'
import { fold, tidy } from './wording.ts'

/** What the document calls each side: its names and defined terms, in small letters. */
export interface SideNames {
  readonly vendor: string[]
  readonly partner: string[]
  /** Whom the document means by "we"; the vendor, unless it says otherwise. */
  we?: Side
  /** Whether only the order of the names says which party is which. */
  isByOrder?: boolean
}

export type SideWord = Side | 'both' | 'customer'

const vendorWords =
  /^(?:vendor|supplier|(?:service )?provider|principal|manufacturer|licensor|oem|company|isv|publisher|producer|software vendor|head ?quarters?|hq|hersteller|anbieter|lieferant|dienstleister|vendor company|your company|our company|auftragnehmer)$/
const partnerWords =
  /^(?:(?:channel|implementation|business|solution|delivery|sales|service|referral|certified|authori[sz]ed)? ?partner|partner company|(?:authori[sz]ed )?(?:re-?seller|distributor|dealer|agent)|sub-?distributor|var|msp|(?:system )?integrator|si|affiliate|licensee|implementer|händler|vertriebspartner|fachhändler|wiederverkäufer|distributor|vertragshändler)$/
const bothWords =
  /^(?:both(?: (?:parties|sides|companies))?|shared|joint(?:ly)?|both jointly|together|all|either|each(?: party)?|(?:the )?parties|beide(?: (?:parteien|seiten))?|gemeinsam|vendor (?:and|&|\/|\+) partner|partner (?:and|&|\/|\+) vendor)$/

/** The side a cell, a header or a label names as a whole; undefined for anything else, positions among it. */
export function readSide(text: string, names: SideNames): SideWord | undefined {
  const words = bare(text)
  if (words === '') return undefined
  if (names.vendor.includes(words)) return 'vendor'
  if (names.partner.includes(words)) return 'partner'
  for (const side of ['vendor', 'partner'] as const) {
    // "Tarn Valley" where the parties' list says "Tarn Valley Instruments Inc."
    if (words.length > 3 && names[side].some((name) => name.startsWith(`${words} `))) return side
  }
  if (vendorWords.test(words)) return 'vendor'
  if (partnerWords.test(words)) return 'partner'
  if (bothWords.test(words)) return 'both'
  if (/^(?:we|us|our|ours|ourselves|wir|uns|unsere?)$/.test(words)) return names.we ?? 'vendor'
  if (/^(?:they|them|their|theirs)$/.test(words)) return 'partner'
  if (/^(?:customer|client|end[- ](?:customer|user)|kunde)$/.test(words)) return 'customer'
  return undefined
}

const trailing =
  /(?:['’]s?)?[\s-]*(?:responsibilit(?:y|ies)|responsible|obligations?|duties|role|side|team|owns?|tasks|activities|aufgaben|pflichten|contacts?|contact person|position|level|representative|ansprechpartner|seite)$/

function bare(text: string): string {
  let words = fold(text)
    .replace(/[:*†]+$/, '')
    .replace(/^(?:the|der|die|das|dem|den|by|from) /, '')
    .replace(/^"(.*)"$/, '$1')
    .trim()
  words = words.replace(/\s*\((?:[^()]{0,40})\)$/, '') || words
  const shorter = words.replace(trailing, '').replace(/'s?$/, '').trim()
  return shorter === '' ? words : shorter
}

/**
 * Which side each column stands for. "You" is the vendor beside "Partner" and the partner beside "We"; a customer is
 * the partner only where nobody else is.
 */
export function readSideHeaders(
  headers: readonly string[],
  names: SideNames,
): (SideWord | undefined)[] {
  const read = headers.map((header) => readSide(header, names))
  const pronouns = headers.map((header) => /^(?:you|your|yours|sie|ihr|ihre)$/.test(bare(header)))
  const hasPartner = read.includes('partner')
  return read.map((side, index) => {
    if (pronouns[index] === true)
      return hasPartner ? 'vendor' : read.includes('vendor') ? 'partner' : undefined
    if (
      side === 'vendor' &&
      isWe(headers[index] ?? '') &&
      countOf(read, 'vendor') > 1 &&
      !hasPartner
    )
      return 'partner'
    if (side === 'customer' && !hasPartner && !pronouns.includes(true)) return 'partner'
    return side
  })
}

const isWe = (header: string): boolean => /^(?:we|us|our)$/.test(bare(header))
const countOf = (read: readonly (SideWord | undefined)[], side: SideWord): number =>
  read.filter((one) => one === side).length

/** The sides a "who" cell lists: "Vendor / Partner", "Partner and Vendor", "Both". */
export function readSideList(text: string, names: SideNames): Side[] | undefined {
  const whole = readSide(text, names)
  if (whole === 'both') return ['vendor', 'partner']
  if (whole === 'vendor' || whole === 'partner') return [whole]
  const parts = tidy(text).split(/\s*(?:[/,&+;]|\band\b|\bund\b|\bwith\b)\s*/i)
  if (parts.length < 2) return undefined
  const sides = parts.map((part) => readSide(part, names))
  if (!sides.every((side) => side === 'vendor' || side === 'partner')) return undefined
  return [...new Set(sides as Side[])]
}

/** The side that a sentence begins with, and what follows: "The Partner shall sell" → partner, "shall sell". */
export function readSubject(
  text: string,
  names: SideNames,
): { readonly side: SideWord; readonly rest: string } | undefined {
  const words = tidy(text)
  const verb =
    /(?<![\p{L}])(?:shall|will|must|is|are|agrees?|undertakes?|handles?|provides?|owns?|leads?|manages?|delivers?|may|commits?|ensures?|supports?|responds?|has|have|does|does not|runs?|takes?|looks?|answers?|sends?|ist|sind|übernimmt|verpflichtet|erbringt|stellt|leistet|liefert|sendet|erstellt|betreibt|führt|sorgt|do|take|look|run|answer|call|send)(?![\p{L}])/iu.exec(
      words,
    )
  if (verb === null || verb.index < 2 || verb.index > 90) return undefined
  const subject = words.slice(0, verb.index).trim()
  const side = readSide(subject, names) ?? (/^(?:you|sie)$/i.test(subject) ? 'partner' : undefined)
  return side === undefined ? undefined : { side, rest: words.slice(verb.index) }
}
