import type { Block, SourceNote } from '@entente/domain/agreement/recognition/source-document.ts'
import mammoth from 'mammoth'
import { countedPlaces } from './counted-places.ts'
import { openDocx } from './docx-package.ts'
import { blocksOfHtml } from './html-blocks.ts'
import type { GuardedAnswer } from './read-guarded.ts'

const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='heading 7'] => h6:fresh",
  "p[style-name='heading 8'] => h6:fresh",
]

/** A Word document (.docx) as blocks. May throw on a damaged one; `readGuarded` makes a refusal of that. */
export async function readDocx(bytes: Uint8Array): Promise<GuardedAnswer> {
  const opened = openDocx(bytes)
  if (typeof opened === 'string') return { ok: false, code: opened }
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(opened.bytes) },
    {
      styleMap: styles,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  )
  const blocks = blocksOfHtml(value, countedPlaces())
  const margins = opened.margins.map(({ source, text }): Block => ({
    kind: 'paragraph',
    text,
    source,
  }))
  const unsure: SourceNote[] = []
  if (opened.hasTrackedChanges)
    unsure.push({
      source: 'the file',
      text: 'the document has tracked changes; it was read with insertions and without deletions',
    })
  if (opened.hasTextBoxes)
    unsure.push({
      source: 'the file',
      text: 'the document has text boxes, whose place in the text is uncertain',
    })
  if (value.includes('<s>'))
    unsure.push({
      source: 'the file',
      text: 'some words are struck through; they were read as if they stood',
    })
  if (blocks.length === 0) return { ok: false, code: 'document.empty' }
  return { ok: true, document: { format: 'word', blocks: [...blocks, ...margins], unsure } }
}
