/**
 * Recognition: from the blocks of a document that people already have to a draft agreement, with an account of every
 * word. *Taken* says which value came from where, *unsure* what had to be assumed, *not filled in* which gaps the
 * document left open, *not understood* what no section could hold; the last goes into the draft's notes as well.
 *
 * The surprising rule: what is not said is not invented. "4 hours" becomes a target without a basis, a tick matrix
 * stays ticks, a ladder without triggers has none. The coverage audit asks for the rest, because asking is its work
 * and guessing would hide the question.
 */
import type { AgreementFile } from '../agreement.ts'
import type { Desk } from './desk.ts'
import { draftFile, emptyDraft } from './draft.ts'
import { type Account, openLedger, type Piece } from './ledger.ts'
import { addPendingCalendars } from './calendar-sentences.ts'
import { readTextLine } from './line-readers.ts'
import { outlineOf } from './outline.ts'
import { partiesOfTitle, readParties, sideNamedIn } from './parties-words.ts'
import { takeParty } from './party-lines.ts'
import { type Passage, piecesOf } from './passages.ts'
import { orderPriorities } from './priority-words.ts'
import type { SourceDocument } from './source-document.ts'
import { soundDraft } from './sound-draft.ts'
import { readTable } from './table-readers.ts'
import { clipLine, slug } from './wording.ts'

export interface Recognition extends Account {
  readonly draft: AgreementFile
  /** How many values were taken that an agreement holds; 0 means that nothing was recognised. */
  readonly values: number
}

export interface RecognitionOptions {
  /** The id of the draft; left out it is made of the parties' names, and `fallbackId` where those are missing. */
  readonly id?: string | undefined
  readonly fallbackId?: string | undefined
  /** The names or words for the vendor, where the document leaves open which party that is. */
  readonly vendor?: readonly string[] | undefined
}

/** Reads a document into a draft. Never refuses: a document that says nothing gives a draft that says nothing. */
export function recogniseAgreement(
  document: SourceDocument,
  options: RecognitionOptions = {},
): Recognition {
  const names = readParties(document.blocks, options.vendor ?? [])
  const desk: Desk = {
    draft: emptyDraft(),
    ledger: openLedger(),
    names,
    hours: { waiting: [] },
    later: [],
  }
  const passages = outlineOf(document.blocks, (text) => sideNamedIn(text, names))
  for (const note of document.unsure) desk.ledger.doubt(note, note.text)
  for (const passage of passages) readPassage(passage, desk)
  const title = passages.find((passage) => passage.kind === 'heading')
  if (title !== undefined) readTitleParties(title.piece, desk)
  for (const read of desk.later) read()
  addPendingCalendars(desk)
  orderPriorities(desk.draft)
  const account = desk.ledger.close(passages.flatMap(piecesOf))
  const file = draftFile(desk.draft, options.id ?? identifierOf(desk, options.fallbackId))
  const sound = soundDraft(file, account.notUnderstood)
  return {
    ...account,
    ...sound,
    values: account.taken.filter((one) => one.path !== '/title').length,
  }
}

function readPassage(passage: Passage, desk: Desk): void {
  if (passage.kind === 'heading') readHeading(passage.piece, passage.level, desk)
  else if (passage.kind === 'table') readTable(passage, desk)
  else if (passage.kind === 'line') readTextLine(passage, desk)
}

const titleWords =
  /agreement|contract|\bsla\b|policy|vertrag|vereinbarung|charter|terms of|playbook|schedule|handbook/i

function readHeading(piece: Piece, level: number, desk: Desk): void {
  if (desk.draft.title === undefined && level <= 2 && titleWords.test(piece.text)) {
    desk.draft.title = clipLine(piece.text)
    desk.ledger.take(piece, '/title')
  } else desk.ledger.structure(piece)
}

/** Where no line names the parties, the title may: "Playbook – Kestrel Analytics x Bluefin Consulting". */
function readTitleParties(piece: Piece, desk: Desk): void {
  const { vendor, partner } = desk.draft.parties
  if (vendor.name !== undefined || partner.name !== undefined) return
  for (const party of partiesOfTitle(piece.text, desk.names))
    if (takeParty(party, piece, desk)) desk.ledger.take(piece, `/parties/${party.side}`)
}

function identifierOf(desk: Desk, fallback = 'imported-agreement'): string {
  const { vendor, partner } = desk.draft.parties
  const named = [vendor.name, partner.name].filter((name) => name !== undefined)
  return slug(named.length === 2 ? named.join(' ') : fallback, 'imported-agreement')
}
