import { agreementFile } from '@entente/domain/agreement/agreement.ts'
import { readForm } from '@entente/domain/agreement/form.ts'
import { checkReferences } from '@entente/domain/agreement/references.ts'
import { recogniseAgreement } from '@entente/domain/agreement/recognition/recognise.ts'
import type { SourceDocument } from '@entente/domain/agreement/recognition/source-document.ts'
import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readMarkdown } from '../document/read-markdown.ts'
import { readText } from '../document/read-text.ts'
import { unaccountedWords } from './import-agreement-accounting.ts'

const folder = new URL('./import-fixtures/', import.meta.url)
const fixtures = readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/.test(name))
  .map((name) => ({ name, lines: readFileSync(new URL(name, folder), 'utf8').split('\n') }))

/** What is wrong with an import, whatever the document: form, references, words that no list accounts for. */
function faultsOf(document: SourceDocument): string[] {
  const recognition = recogniseAgreement(document)
  const { draft, notUnderstood } = recognition
  const form = readForm(draft)
  const references = form.ok
    ? checkReferences(form.value).filter((one) => one.severity === 'error')
    : []
  return [
    ...(agreementFile.safeParse(draft).error?.issues ?? []).map((issue) => issue.message),
    ...notUnderstood.filter((note) => note.source === 'the draft').map((note) => note.text),
    ...references.map((finding) => finding.what),
    ...unaccountedWords(document, recognition),
  ]
}

test('lines deleted, repeated, exchanged or mixed between documents: sound, and never a throw', () => {
  const pick = fc.constantFrom(...fixtures)
  const edits = fc.array(
    fc.record({
      at: fc.nat(200),
      do: fc.constantFrom('delete', 'repeat', 'swap', 'foreign'),
      other: pick,
      line: fc.nat(200),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(pick, edits, (fixture, changes) => {
      const lines = [...fixture.lines]
      for (const change of changes) {
        const at = change.at % Math.max(lines.length, 1)
        if (change.do === 'delete') lines.splice(at, 1)
        else if (change.do === 'repeat') lines.splice(at, 0, lines[at] ?? '')
        else if (change.do === 'swap') lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '')
        else lines.splice(at, 0, change.other.lines[change.line % change.other.lines.length] ?? '')
      }
      const text = lines.join('\n')
      expect(faultsOf(fixture.name.endsWith('.md') ? readMarkdown(text) : readText(text))).toEqual(
        [],
      )
    }),
    { numRuns: 250 },
  )
})

test('cells emptied, exchanged and filled with anything: sound', () => {
  const words = fixtures
    .flatMap(({ lines }) => lines.flatMap((line) => line.split('|')))
    .map((text) => text.trim())
  const cell = fc.oneof(
    fc.constantFrom(...words, '', 'R/A', '✓', '4 hours', '[x]', 'P1'),
    fc.string({ maxLength: 30 }),
  )
  const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 7,
    }),
  )
  const heading = fc.constantFrom(
    'Responsibilities',
    'Response times',
    'Escalation',
    'Reporting',
    'Term',
    'Scope',
    'Contacts',
    'Anything',
  )
  fc.assert(
    fc.property(heading, table, (title, rows) => {
      const document: SourceDocument = {
        format: 'text',
        blocks: [
          { kind: 'heading', level: 1, text: title, source: 'line 1' },
          {
            kind: 'table',
            rows: rows.map((cells, index) => ({ cells, source: `line ${index + 2}` })),
            source: 'line 2',
          },
        ],
        unsure: [],
      }
      expect(faultsOf(document)).toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('any text at all, read as Markdown and as plain text: sound', () => {
  const line = fc.oneof(
    fc.constantFrom(...fixtures.flatMap(({ lines }) => lines)),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ maxLength: 60 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      expect(faultsOf(readMarkdown(lines.join('\n')))).toEqual([])
      expect(faultsOf(readText(lines.join('\n')))).toEqual([])
    }),
    { numRuns: 150 },
  )
})
