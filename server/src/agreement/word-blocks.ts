import { HeadingLevel, Paragraph, type FileChild } from 'docx'
import type { Block } from '@entente/domain/agreement/document/block.ts'
import { showFacts, showMatrix, showTable } from './word-table.ts'
import { toned, words } from './word-words.ts'

/** One piece of the document and whether its page is turned. */
export interface Leaf {
  readonly turned: boolean
  readonly child: FileChild
}

/** More positions than this do not fit across an upright page. */
const uprightColumns = 14

/** Blocks in their order; `room` is the width between the margins, in twentieths of a point. */
export function wordBlocks(
  blocks: readonly Block[],
  room: { readonly upright: number; readonly turned: number },
  heading: (typeof HeadingLevel)[keyof typeof HeadingLevel] = HeadingLevel.HEADING_2,
): Leaf[] {
  return blocks.flatMap((block): Leaf[] => {
    if (block.kind === 'matrix') {
      const columns = block.groups.reduce((sum, group) => sum + group.columns.length, 0)
      const turned = columns > uprightColumns
      const table = showMatrix(block, turned ? room.turned : room.upright)
      return [table, gap()].map((child) => ({ turned, child }))
    }
    return children(block, room.upright, heading).map((child) => ({ turned: false, child }))
  })
}

function children(
  block: Exclude<Block, { kind: 'matrix' }>,
  width: number,
  heading: (typeof HeadingLevel)[keyof typeof HeadingLevel],
): FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ children: toned(block.tone, block.text) })]
    case 'heading':
      return [new Paragraph({ heading, children: words(block.text) })]
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ bullet: { level: 0 }, children: words(item) }),
      )
    case 'facts':
      return [showFacts(block.rows, width), gap()]
    case 'table':
      return [showTable(block, width), gap()]
    default:
      return block satisfies never
  }
}

/** Two tables without a paragraph between them become one in Word. */
const gap = (): Paragraph => new Paragraph({ spacing: { after: 60, line: 160 }, children: [] })
