import type { Desk } from './desk.ts'
import { takeLine } from './desk.ts'
import type { Piece } from './ledger.ts'
import { type PartyFound, partiesIn } from './parties-words.ts'
import { hasLegalForm } from './party-clause.ts'
import type { LinePassage } from './passages.ts'
import { clipLine, tidy } from './wording.ts'

/** The lines that name the parties: labels ("Between:", "Vendor:") and preambles of contracts. */
export function readPartyLine(line: LinePassage, desk: Desk): boolean {
  const { section } = line.context
  // "Between:" may stand alone above the name.
  const above =
    /^(?:between|and|zwischen|und|vendor|partner|supplier|provider|reseller|distributor)\s*:$/i.exec(
      line.context.leadIn?.text ?? '',
    )?.[0]
  const text = above === undefined ? line.text : `${above} ${line.text}`
  const isLabel = /^(?:between|and|zwischen|und)\s*:/i.test(text) || namesCompany(text)
  if (section !== 'front' && section !== 'parties' && !isLabel && !/\bbetween\b/i.test(text))
    return false
  const found = partiesIn(text, desk.names)
  const fresh = found.filter((party) =>
    takeParty(party, { source: line.source, text: line.text }, desk),
  )
  if (fresh.length === 0) return false
  return takeLine(desk, line, fresh.length === 2 ? '/parties' : `/parties/${fresh[0]?.side}`)
}

/** "Vendor: Solvane Software Ltd" names a party wherever it stands. */
const namesCompany = (text: string): boolean =>
  /^[^:]{3,40}:\s/.test(text) && text.length < 100 && hasLegalForm(text.replace(/[.,;]$/, ''))

/** Fills one party, unless another text has named it already. */
export function takeParty(party: PartyFound, piece: Piece, desk: Desk): boolean {
  const { side } = party
  const known = desk.draft.parties[side]
  if (known.name !== undefined && tidy(known.name) !== tidy(party.name)) return false
  desk.draft.parties[side] = {
    ...known,
    name: clipLine(party.name),
    ...(hasLegalForm(party.name) ? { legalName: clipLine(party.name) } : {}),
    ...(party.registration === undefined ? {} : { registration: clipLine(party.registration) }),
    ...(party.address === undefined ? {} : { address: clipLine(party.address) }),
  }
  if (party.byOrder || desk.names.isByOrder === true) {
    desk.ledger.doubt(
      piece,
      `"${party.name}" is taken as the ${side} by its place in the document alone`,
      `/parties/${side}`,
    )
  }
  if (party.rest !== '') desk.ledger.leave(piece, party.rest)
  return true
}
