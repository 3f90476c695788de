/**
 * An agreement as a file for signature: PDF or Word, both made from the same AgreementDocument and so with the same
 * words, both carrying version and hash on every page. The same agreement gives the same bytes, today and next year:
 * neither form holds the time of its making.
 */
import { fileURLToPath } from 'node:url'
import type { Agreement } from '@entente/domain/agreement/agreement.ts'
import {
  describeAgreement,
  type DocumentSettings,
} from '@entente/domain/agreement/document/agreement-document.ts'
import { agreementHash } from '@entente/domain/agreement/hash.ts'
import { usualPaper, type Paper } from './paper.ts'

export interface PrintSettings extends Omit<DocumentSettings, 'hash'> {
  /** Left out: US Letter between parties of the United States and Canada, else A4. */
  readonly paper?: Paper | undefined
}

export interface Print {
  readonly bytes: Uint8Array
  readonly hash: string
  readonly paper: Paper
  /** Known for PDF alone: Word counts its pages when it opens a file. */
  readonly pages: number | undefined
  /** Characters that no font has, printed as their code points, `‹U+20BB7›`. */
  readonly undrawable: readonly string[]
}

/** A tagged PDF, PDF/UA-1. */
export async function printPdf(agreement: Agreement, settings: PrintSettings = {}): Promise<Print> {
  const { typesetPdf } = await import('../document/typst.ts')
  const hash = agreementHash(agreement)
  const document = describeAgreement(agreement, { ...settings, hash })
  const paper = settings.paper ?? usualPaper(agreement)
  const { vendor, partner } = agreement.parties
  const { pdf, pages, undrawable } = await typesetPdf({
    template,
    data: { document, paper },
    language: document.language,
    countries: [partner.country, vendor.country].filter((country) => country !== undefined),
  })
  return { bytes: pdf, hash, paper, pages, undrawable }
}

/** A Word document (.docx) with real headings, header rows and page numbers. */
export async function printWord(
  agreement: Agreement,
  settings: PrintSettings = {},
): Promise<Print> {
  const { wordAgreement } = await import('./word-agreement.ts')
  const hash = agreementHash(agreement)
  const paper = settings.paper ?? usualPaper(agreement)
  const document = describeAgreement(agreement, { ...settings, hash })
  const bytes = await wordAgreement(document, paper)
  return { bytes, hash, paper, pages: undefined, undrawable: [] }
}

const template = fileURLToPath(new URL('print-agreement.typ', import.meta.url))
