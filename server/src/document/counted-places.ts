import type { Places } from './html-blocks.ts'

/** Places of a document without line numbers: `paragraph 7`, `table 2, row 3`. */
export function countedPlaces(): Places {
  let paragraphs = 0
  let tables = 0
  return {
    paragraph: () => `paragraph ${(paragraphs += 1)}`,
    table() {
      const source = `table ${(tables += 1)}`
      return { source, row: (index) => `${source}, row ${index + 1}` }
    },
  }
}
