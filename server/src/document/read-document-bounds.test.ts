import { recogniseAgreement } from '@entente/domain/agreement/recognition/recognise.ts'
import { expect, test } from 'vitest'
import { readDocumentBytes } from './read-document.ts'

/** Texts that make careless patterns slow, or that are longer than any agreement. */
const texts: readonly (readonly [string, string])[] = [
  ['one endless word', 'a'.repeat(3_000_000)],
  ['one endless line', 'lorem ipsum '.repeat(200_000)],
  ['nothing but brackets', '['.repeat(200_000)],
  ['white space', `x${' '.repeat(2_000_000)}y`],
  [
    'a list that only goes deeper',
    Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n'),
  ],
  [
    'one promise, sixty thousand times',
    'The Partner shall respond within 4 hours. '.repeat(60_000),
  ],
  [
    'a table of nine thousand rows',
    `| Activity | Vendor | Partner |\n|---|---|---|\n${'| Sales | x | |\n'.repeat(9000)}`,
  ],
  [
    'a table of ten thousand columns',
    `|${' a |'.repeat(10_000)}\n|${'---|'.repeat(10_000)}\n|${' x |'.repeat(10_000)}`,
  ],
]

test.each(texts)('%s is read or refused in bounded time', async (_, text) => {
  for (const name of ['a.md', 'a.txt']) {
    const started = performance.now()
    const read = await readDocumentBytes(Buffer.from(text), name)
    const said = read.ok ? recogniseAgreement(read.value).draft.format : read.refusal.code
    expect(['entente/agreement@1', 'document.too-long']).toContain(said)
    expect(performance.now() - started).toBeLessThan(12_000)
  }
})

test('more rows than an agreement may have: the first are taken, every other is a note', async () => {
  const rows = Array.from({ length: 320 }, (_, index) => `| Task ${index + 1} | x | |`).join('\n')
  const read = await readDocumentBytes(
    Buffer.from(`| Activity | Vendor | Partner |\n|---|---|---|\n${rows}\n`),
    'a.md',
  )
  if (!read.ok) throw new Error(read.refusal.code)
  const { draft } = recogniseAgreement(read.value)
  expect(draft.responsibilities?.length).toBe(300)
  expect(draft.notes?.length).toBe(20)
})
