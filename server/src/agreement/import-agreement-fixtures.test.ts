import { readForm } from '@entente/domain/agreement/form.ts'
import { checkReferences } from '@entente/domain/agreement/references.ts'
import { recogniseAgreement } from '@entente/domain/agreement/recognition/recognise.ts'
import type { SourceDocument } from '@entente/domain/agreement/recognition/source-document.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocumentBytes } from '../document/read-document.ts'
import { unaccountedWords } from './import-agreement-accounting.ts'
import { asTaggedPdf, asText, asWord } from './import-agreement-conversions.ts'

/** Documents as people write them, each with the draft it must give, read and checked by hand. */
const folder = new URL('./import-fixtures/', import.meta.url)
const fixtures = readdirSync(folder).filter((name) => /\.(?:md|txt)$/.test(name))

async function read(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const document = await readDocumentBytes(bytes, name)
  if (!document.ok) throw new Error(document.refusal.sentence)
  return document.value
}

const shown = (notes: readonly { readonly source: string; readonly text: string }[]): string[] =>
  notes.map((one) => `${one.source}: ${one.text}`)

describe.each(fixtures)('%s', (name) => {
  const bytes = readFileSync(new URL(name, folder))
  const expected = JSON.parse(
    readFileSync(new URL(name.replace(/\.\w+$/, '.json'), folder), 'utf8'),
  ) as unknown

  test('gives its values, and says what is unsure and what is left open', async () => {
    const { draft, unsure, notFilledIn } = recogniseAgreement(await read(bytes, name))
    expect({ draft, unsure: shown(unsure), notFilledIn: shown(notFilledIn) }).toEqual(expected)
  })

  test('accounts for every word, and holds together', async () => {
    const document = await read(bytes, name)
    const recognition = recogniseAgreement(document)
    expect(unaccountedWords(document, recognition)).toEqual([])
    const form = readForm(recognition.draft)
    expect(
      form.ok && checkReferences(form.value).filter((one) => one.severity === 'error'),
    ).toEqual([])
  })

  test('gives the same as Word, as tagged PDF and as plain text', async () => {
    const document = await read(bytes, name)
    const { notes: _, ...terms } = recogniseAgreement(document).draft
    const pdf = await asTaggedPdf(document)
    const others = [
      await read(await asWord(document), 'x.docx'),
      await read(Buffer.from(asText(document)), 'x.txt'),
      ...(pdf === undefined ? [] : [await read(pdf, 'x.pdf')]),
    ]
    for (const other of others) {
      const { notes: __, ...same } = recogniseAgreement(other).draft
      expect(same).toEqual(terms)
    }
  })
})
