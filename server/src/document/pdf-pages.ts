import type { Block } from '@entente/domain/agreement/recognition/source-document.ts'

/** The blocks of all pages; a table that goes on over a page break is one again, its repeated header once. */
export function joinedPages(pages: readonly (readonly Block[])[]): Block[] {
  const blocks: Block[] = []
  for (const page of pages) {
    const [first, ...rest] = page
    const last = blocks.at(-1)
    const goesOn =
      last?.kind === 'table' &&
      first?.kind === 'table' &&
      last.rows[0]?.cells.length === first.rows[0]?.cells.length
    if (goesOn) {
      const header = last.rows[0]?.cells.join('|')
      const repeated = first.rows[0]?.cells.join('|') === header
      blocks[blocks.length - 1] = {
        ...last,
        rows: [...last.rows, ...first.rows.slice(repeated ? 1 : 0)],
      }
      blocks.push(...rest)
    } else blocks.push(...page)
  }
  return blocks
}
