import type { Recognition } from '@entente/domain/agreement/recognition/recognise.ts'
import type {
  Block,
  SourceDocument,
} from '@entente/domain/agreement/recognition/source-document.ts'
import { tidy } from '@entente/domain/agreement/recognition/wording.ts'

/** Words of a document that no list of the account holds at their place; none, or something was dropped. */
export function unaccountedWords(document: SourceDocument, recognition: Recognition): string[] {
  const held = new Map<string, Set<string>>()
  const hold = (source: string, text: string) => {
    const words = held.get(source) ?? new Set()
    for (const word of wordsOf(text)) words.add(word)
    held.set(source, words)
  }
  for (const { from, words } of recognition.taken) hold(from, words)
  for (const { source, text } of [
    ...recognition.notUnderstood,
    ...recognition.notFilledIn,
    ...recognition.headings,
  ])
    hold(source, text)
  return document.blocks.flatMap(partsOf).flatMap(({ source, text }) =>
    wordsOf(text)
      .filter((word) => held.get(source)?.has(word) !== true)
      .map((word) => `${source}: ${word}`),
  )
}

const partsOf = (block: Block): { readonly source: string; readonly text: string }[] =>
  block.kind === 'table'
    ? block.rows.map((row) => ({ source: row.source, text: row.cells.join(' | ') }))
    : [block]

const wordsOf = (text: string): string[] => tidy(text).match(/[\p{L}\p{N}]+/gu) ?? []
