/**
 * Import: a document that people already have becomes a draft agreement, with an account of what was taken from
 * where, what is unsure, what was left open and what was not understood. Nothing is written here.
 *
 * The surprising rule: an import seldom refuses. A document of which nothing is recognised is refused, because an
 * empty draft would look like success; one of which a single row was recognised is a draft with many notes.
 */
import {
  recogniseAgreement,
  type Recognition,
} from '@entente/domain/agreement/recognition/recognise.ts'
import { slug } from '@entente/domain/agreement/recognition/wording.ts'
import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import { basename } from 'node:path'
import type { FileRefusal } from '../document/file-refusal.ts'
import { readDocument } from '../document/read-document.ts'

export interface ImportWish {
  /** The id of the draft, where it is not to be made of the parties or the file's name. */
  readonly id?: string | undefined
  /** What the document calls the vendor, where it does not say which party that is. */
  readonly vendor?: readonly string[] | undefined
  /** Keeps a draft of a document in which nothing was recognised: all its words are notes. */
  readonly evenIfEmpty?: boolean | undefined
}

/** Reads a document (.md, .docx, .pdf, .txt, .html) into a draft with its account. */
export async function importAgreement(
  file: string,
  wish: ImportWish = {},
): Promise<Result<Recognition, FileRefusal>> {
  const document = await readDocument(file)
  if (!document.ok) return document
  const recognition = recogniseAgreement(document.value, {
    ...(wish.id === undefined ? {} : { id: wish.id }),
    ...(wish.vendor === undefined ? {} : { vendor: wish.vendor }),
    fallbackId: slug(basename(file).replace(/\.[^.]*$/, ''), 'imported-agreement'),
  })
  if (recognition.values > 0 || recognition.notFilledIn.length > 1 || wish.evenIfEmpty === true)
    return accepted(recognition)
  return refused({
    code: 'import.nothing-recognised',
    file,
    sentence: `Nothing of an agreement was recognised in ${file}: no parties, no responsibilities, no response times, no escalation, no reports, no term.`,
    fix: 'Check that it is the right document. Tables need a header ("Activity | Vendor | Partner", "Priority | Response | Resolution"); "--force" keeps all its words as notes of a draft.',
  })
}
