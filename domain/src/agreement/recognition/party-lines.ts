import { findDates } from './date-words.ts'
import { type Desk, takeLine, takeSentence } from './desk.ts'
import type { Piece } from './ledger.ts'
import { type PartyFound, partiesIn } from './parties-words.ts'
import { hasLegalForm, splitPreamble } from './party-clause.ts'
import type { LinePassage } from './passages.ts'
import { takeDocumentDate } from './term-dates.ts'
import { clipLine, fold, tidy } from './wording.ts'

/** The lines that name the parties: labels ("Between:", "Vendor:") and preambles of contracts. */
export function readPartyLine(line: LinePassage, desk: Desk): boolean {
  const { section } = line.context
  // "Between:" may stand alone above the name.
  const above =
    /^(?:between|and|zwischen|und|vendor|partner|supplier|provider|reseller|distributor)\s*:$/i.exec(
      line.context.leadIn?.text ?? '',
    )?.[0]
  const text = above === undefined ? line.text : `${above} ${line.text}`
  if (line.sentences.length > 1 && splitPreamble(text) !== undefined) return false
  const isLabel = /^(?:between|and|zwischen|und)\s*:/i.test(text) || namesCompany(text)
  if (section !== 'front' && section !== 'parties' && !isLabel && !/\bbetween\b/i.test(text))
    return false
  const found = partiesIn(text, desk.names)
  const fresh = found.filter((party) =>
    takeParty(party, { source: line.source, text: line.text }, desk),
  )
  if (fresh.length === 0) return false
  if (fresh.length === 2) takePreambleDate(text, line, desk)
  return takeLine(desk, line, fresh.length === 2 ? '/parties' : `/parties/${fresh[0]?.side}`)
}

/** "This Agreement is entered into as of 1 March 2027 by and between …": one sentence of a longer paragraph. */
export function readPreamble(text: string, piece: Piece, line: LinePassage, desk: Desk): boolean {
  if (splitPreamble(text) === undefined) return false
  const fresh = partiesIn(text, desk.names).filter((party) => takeParty(party, piece, desk))
  if (fresh.length < 2) return false
  takePreambleDate(text, piece, desk)
  return takeSentence(desk, line, piece, '/parties')
}

/** A preamble that names one date names the day of the agreement; "as of" and "effective" say that it begins then. */
function takePreambleDate(text: string, piece: Piece, desk: Desk): void {
  const dates = findDates(text)
  const [date] = dates
  if (date === undefined || dates.length > 1) {
    for (const one of dates) desk.ledger.leave(piece, one.words)
    return
  }
  if (date.value === undefined) {
    desk.ledger.doubt(piece, date.doubt ?? `"${date.words}" is no date`)
    desk.ledger.leave(piece, date.words)
    return
  }
  const said = tidy(text).slice(date.start, date.end)
  const around = `${fold(text).slice(0, date.start)} | ${fold(text).slice(date.end, date.end + 40)}`
  if (/\bas of\b|effective|commenc|with effect|in force|mit wirkung|in kraft/.test(around)) {
    desk.draft.term.startsOn ??= date.value
    desk.ledger.take({ source: piece.source, text: said }, '/term/startsOn')
  } else {
    const { value, words } = date
    desk.later.push(() =>
      takeDocumentDate(value, words, { source: piece.source, text: said }, desk),
    )
    return
  }
  desk.draft.effectiveOn ??= date.value
  desk.ledger.take({ source: piece.source, text: said }, '/effectiveOn')
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
