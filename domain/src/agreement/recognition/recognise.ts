/**
 * Recognition: from the blocks of a document that people already have to a draft agreement, with an account of every
 * word. *Taken* says which value came from where, *unsure* what had to be assumed, *not filled in* which gaps the
 * document left open, *not understood* what no section could hold; the last goes into the draft's notes as well.
 *
 * The surprising rule: what is not said is not invented. "4 hours" becomes a target without a basis, a tick matrix
 * stays ticks, a ladder without triggers has none. The coverage audit asks for the rest, because asking is its work
 * and guessing would hide the question.
 */
import { agreementFile, type AgreementFile } from '../agreement.ts'
import type { Desk } from './desk.ts'
import { draftFile, emptyDraft } from './draft.ts'
import { type Account, openLedger } from './ledger.ts'
import { addPendingCalendars } from './calendar-sentences.ts'
import { readTextLine } from './line-readers.ts'
import { outlineOf } from './outline.ts'
import { readParties, sideNamedIn } from './parties-words.ts'
import { type Passage, piecesOf } from './passages.ts'
import { orderPriorities } from './priority-words.ts'
import type { SourceDocument } from './source-document.ts'
import { readTable } from './table-readers.ts'
import { clipLine, slug, tidy } from './wording.ts'

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
  const desk: Desk = { draft: emptyDraft(), ledger: openLedger(), names, hours: { waiting: [] } }
  const passages = outlineOf(document.blocks, (text) => sideNamedIn(text, names))
  for (const note of document.unsure) desk.ledger.doubt(note, note.text)
  for (const passage of passages) readPassage(passage, desk)
  addPendingCalendars(desk)
  orderPriorities(desk.draft)
  const account = desk.ledger.close(passages.flatMap(piecesOf))
  const file = draftFile(desk.draft, options.id ?? identifierOf(desk, options.fallbackId))
  return { ...account, ...withNotes(file, account), values: account.taken.length }
}

function readPassage(passage: Passage, desk: Desk): void {
  if (passage.kind === 'heading') readHeading(passage.piece.text, passage.level, desk)
  if (passage.kind === 'heading') desk.ledger.structure(passage.piece)
  else if (passage.kind === 'table') readTable(passage, desk)
  else readTextLine(passage, desk)
}

function readHeading(text: string, level: number, desk: Desk): void {
  if (
    desk.draft.title === undefined &&
    level <= 2 &&
    /agreement|contract|sla\b|vertrag|vereinbarung|charter/i.test(text)
  ) {
    desk.draft.title = clipLine(text)
  }
}

function identifierOf(desk: Desk, fallback = 'imported-agreement'): string {
  const { vendor, partner } = desk.draft.parties
  const named = [vendor.name, partner.name].filter((name) => name !== undefined)
  return slug(named.length === 2 ? named.join(' ') : fallback, 'imported-agreement')
}

/**
 * The draft with its notes. A value that the form refuses although a reader took it becomes a note too: a draft that
 * cannot be opened would lose everything for the sake of one word.
 */
function withNotes(
  file: AgreementFile,
  account: Account,
): Pick<Recognition, 'draft' | 'notUnderstood'> {
  const notes = account.notUnderstood.slice(0, 1000).map(({ source, text }) => ({
    source: clipLine(source),
    text: text.slice(0, 20_000),
  }))
  const draft = notes.length === 0 ? file : { ...file, notes }
  const checked = agreementFile.safeParse(draft)
  if (checked.success) return { draft, notUnderstood: account.notUnderstood }
  const [issue] = checked.error.issues
  const section = issue?.path[0] as keyof AgreementFile | undefined
  if (issue === undefined || section === undefined || section === 'id' || section === 'format') {
    throw new Error(`a draft of a form nobody foresaw: ${issue?.path.join('.')}: ${issue?.message}`)
  }
  return withNotes(...withoutValue(file, account, issue.path as (string | number)[], issue.message))
}

function withoutValue(
  file: AgreementFile,
  account: Account,
  path: readonly (string | number)[],
  message: string,
): [AgreementFile, Account] {
  const copy = JSON.parse(JSON.stringify(file)) as Record<string, unknown>
  let parent: unknown = copy
  for (const key of path.slice(0, -1)) parent = (parent as Record<string, unknown>)[key]
  const key = path.at(-1) as string
  const value = (parent as Record<string, unknown>)[key]
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else delete (parent as Record<string, unknown>)[key]
  const text = `${path.join('.')}: ${tidy(JSON.stringify(value ?? null))} (${message})`
  return [
    copy as unknown as AgreementFile,
    { ...account, notUnderstood: [...account.notUnderstood, { source: 'the draft', text }] },
  ]
}
