import type {
  Block,
  SourceDocument,
} from '@entente/domain/agreement/recognition/source-document.ts'
import { forbiddenControl } from './utf8-text.ts'

/**
 * The document without what no agreement file may hold: control characters and halves of characters. Converters leave
 * them behind (a bell, a form feed inside a line); they say nothing, and a draft with one in it could not be read again.
 */
export const plainBlocks = (document: SourceDocument): SourceDocument => ({
  ...document,
  blocks: document.blocks.map(plainBlock),
})

function plainBlock(block: Block): Block {
  if (block.kind !== 'table') return { ...block, text: plain(block.text) }
  const rows = block.rows.map(({ cells, source }) => ({ cells: cells.map(plain), source }))
  return { ...block, rows }
}

const everyControl = new RegExp(forbiddenControl, 'g')

const plain = (text: string): string => text.toWellFormed().replace(everyControl, ' ')
