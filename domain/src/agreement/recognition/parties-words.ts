import type { Side } from '../../identity/side.ts'
import {
  hasLegalForm,
  type PartyClause,
  readPartyClause,
  splitPreamble,
  withoutLegalForm,
} from './party-clause.ts'
import { partiesInTitle } from './party-title.ts'
import { readSection, readsLikeHeading, type SectionKind } from './sections.ts'
import { splitRunTogether } from './sentences.ts'
import { readSide, type SideNames } from './sides.ts'
import type { Block } from './source-document.ts'
import { fold, tidy, withoutNumber } from './wording.ts'

/** One party found in one text: which side it is, and whether only its order says so. */
export interface PartyFound extends PartyClause {
  readonly side: Side
  readonly byOrder: boolean
}

const firstLabel =
  /^(?:(?:by and )?between|zwischen|party (?:a|1|one)|first party)\s*(?::|\s)\s*(.+)$/i
const secondLabel = /^(?:and|und|party (?:b|2|two)|second party)\s*(?::|\s)\s*(.+)$/i
const nobody: SideNames = { vendor: [], partner: [] }

/** The parties that one line or cell pair names; none in most. `names` holds what is already known of them. */
export function partiesIn(text: string, names: SideNames = nobody): PartyFound[] {
  const words = withoutNumber(text)
  const both = splitPreamble(words)
  if (both !== undefined) {
    const [first, second] = both.map(readPartyClause)
    if (first !== undefined && second !== undefined) return inOrder(first, second, names)
    return []
  }
  const label = /^([^:]{2,40}?)(?:\s*\((?:the )?["']?[A-Za-z ]{1,30}["']?\))?\s*:\s*(.+)$/.exec(
    words,
  )
  const side = readSide(label?.[1] ?? '', names)
  if (side === 'vendor' || side === 'partner') {
    const clause = readPartyClause(label?.[2] ?? '')
    return clause === undefined || !looksLikeName(clause.name)
      ? []
      : [{ ...clause, side, byOrder: false }]
  }
  for (const [form, expected] of [
    [firstLabel, 'vendor'],
    [secondLabel, 'partner'],
  ] as const) {
    const clause = readPartyClause(form.exec(words)?.[1] ?? '')
    if (clause === undefined || !looksLikeName(clause.name)) continue
    const said = sideOf(clause, names)
    return [{ ...clause, side: said ?? expected, byOrder: said === undefined }]
  }
  const clause = /\((?:[^()]*)["'][^"']+["'][^()]*\)/.test(words)
    ? readPartyClause(words)
    : undefined
  const said = clause === undefined ? undefined : sideOf(clause, names)
  return clause === undefined || said === undefined
    ? []
    : [{ ...clause, side: said, byOrder: false }]
}

const looksLikeName = (name: string): boolean =>
  /\p{Lu}|\p{Lo}/u.test(name.slice(0, 30)) && !/^(?:yes|no|x)$/i.test(name)

function inOrder(first: PartyClause, second: PartyClause, names: SideNames): PartyFound[] {
  const said = [sideOf(first, names), sideOf(second, names)] as const
  const isSwapped = said[0] === 'partner' || (said[0] === undefined && said[1] === 'vendor')
  const byOrder = said[0] === undefined && said[1] === undefined
  return [
    { ...first, side: isSwapped ? 'partner' : 'vendor', byOrder },
    { ...second, side: isSwapped ? 'vendor' : 'partner', byOrder },
  ]
}

function sideOf(clause: PartyClause, names: SideNames): Side | undefined {
  for (const alias of [clause.name, ...clause.aliases]) {
    const side = readSide(alias, names)
    if (side === 'vendor' || side === 'partner') return side
    if (side === 'customer') return 'partner'
    if (/^(?:you|sie)$/i.test(alias)) return 'partner'
  }
  return undefined
}

/**
 * What the document calls its two sides, read before anything else because columns and sentences use these names.
 * `vendor` are the user's own words for the vendor; the party they name is the vendor whatever the order.
 */
export function readParties(blocks: readonly Block[], vendor: readonly string[]): SideNames {
  const names: SideNames = { vendor: vendor.map(fold), partner: [] }
  let section: SectionKind = 'front'
  for (const block of blocks.slice(0, 200)) {
    section = sectionAt(block) ?? section
    const isNaming = namingSections.has(section)
    for (const text of textsOf(block)) {
      for (const party of partiesIn(text, names)) {
        // "Vendor: Support desk" under "Escalation" names nobody.
        if (isNaming || hasLegalForm(party.name) || party.aliases.length > 0) learn(party, names)
      }
    }
  }
  if (names.vendor.length === vendor.length && names.partner.length === 0) {
    const title = blocks.find((block) => block.kind === 'heading')
    if (title !== undefined)
      for (const party of partiesOfTitle(title.text, names)) learn(party, names)
  }
  const clash = new Set(names.vendor.filter((name) => names.partner.includes(name)))
  const keep = (name: string) => !clash.has(name) || vendor.map(fold).includes(name)
  return {
    ...names,
    vendor: names.vendor.filter(keep),
    partner: names.partner.filter((name) => !clash.has(name)),
  }
}

/** The parties of a document's title, where nothing else names them. */
export function partiesOfTitle(title: string, names: SideNames): PartyFound[] {
  const [first, second] = partiesInTitle(title)
  return first === undefined || second === undefined ? [] : inOrder(first, second, names)
}

const namingSections: ReadonlySet<SectionKind> = new Set<SectionKind>(['front', 'parties', 'other'])

/** The section that a block opens, where it is a heading or reads like one. */
function sectionAt(block: Block): SectionKind | undefined {
  if (block.kind === 'table') return undefined
  const isHeading = block.kind === 'heading' || readsLikeHeading(tidy(block.text))
  return isHeading ? readSection(block.text) : undefined
}

/** Nobody names a party in a paragraph of pages. */
const longestText = 5000

function textsOf(block: Block): string[] {
  if (block.kind === 'heading' || (block.kind !== 'table' && block.text.length > longestText))
    return []
  if (block.kind !== 'table') return splitRunTogether(block.text)
  return block.rows
    .filter((row) => row.cells.length === 2)
    .map((row) => `${row.cells[0]?.replace(/\s*:\s*$/, '')}: ${row.cells[1]}`)
}

function learn(party: PartyFound, names: SideNames): void {
  if (party.byOrder) names.isByOrder = true
  const full = fold(party.name)
  const short = fold(withoutLegalForm(tidy(party.name)))
  const [first = ''] = short.split(' ')
  const generic =
    /^(?:the|global|united|first|new|general|international|deutsche|north|south|east|west)$/
  const terms = party.aliases.map(fold).map((alias) => alias.replace(/^(?:the|der|die) /, ''))
  const known = names[party.side]
  for (const name of [
    full,
    short,
    ...(first.length > 3 && !generic.test(first) ? [first] : []),
    ...terms,
  ]) {
    if (/^(?:we|us|our|wir)$/.test(name)) names.we = party.side
    else if (!known.includes(name) && name !== 'party' && name !== 'parties') known.push(name)
  }
}

/** The one side that a heading or lead-in names: "Vendor escalation", "Tasks of Brightwater". */
export function sideNamedIn(text: string, names: SideNames): Side | undefined {
  const words = fold(text)
  if (
    /\b(?:to|for|from|with|between|by) (?:the |our |its )?(?:channel )?partners?\b/.test(words) &&
    words.length > 30
  )
    return undefined
  const named = (side: Side, pattern: RegExp) =>
    pattern.test(words) ||
    names[side].some(
      (name) =>
        name.length > 2 &&
        new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'u').test(words),
    )
  const vendor = named(
    'vendor',
    /\b(?:vendor|supplier|provider|principal|manufacturer|hersteller|anbieter)(?:'s|s)?\b|^(?:our|we)\b/,
  )
  const partner = named(
    'partner',
    /\b(?:partner(?!ship| (?:manager|account|program))|reseller|distributor|dealer|integrator|vertriebspartner|händler)(?:'s|s)?\b/,
  )
  if (/^your\b/.test(words)) return vendor ? 'partner' : partner ? 'vendor' : undefined
  return vendor === partner ? undefined : vendor ? 'vendor' : 'partner'
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
