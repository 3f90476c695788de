import type { Block, SourceNote } from '@entente/domain/agreement/recognition/source-document.ts'
import type { PdfLine } from './pdf-lines.ts'
import { guessTable } from './pdf-tables.ts'
import { blocksOfLines } from './read-text.ts'

/** Blocks guessed from positions and sizes, for a PDF that does not say what its parts are. */
export function blocksByLayout(lines: readonly PdfLine[]): {
  readonly blocks: Block[]
  readonly unsure: SourceNote[]
} {
  const body = bodySize(lines)
  const sizes = [
    ...new Set(
      lines.filter((line) => line.size > body * 1.12).map((line) => Math.round(line.size)),
    ),
  ].toSorted((one, other) => other - one)
  const blocks: Block[] = []
  const unsure: SourceNote[] = []
  let waiting: PdfLine[] = []
  const flush = () => {
    blocks.push(...paragraphsOf(waiting))
    waiting = []
  }
  for (let index = 0; index < lines.length;) {
    const line = lines[index] as PdfLine
    const source = `page ${line.page}, line ${line.number}`
    const isHeading =
      line.size > body * 1.12 && line.segments.length === 1 && line.text.length <= 100
    const table = isHeading ? undefined : guessTable(lines, index)
    if (isHeading) {
      flush()
      blocks.push({
        kind: 'heading',
        level: Math.min(sizes.indexOf(Math.round(line.size)) + 1, 6),
        text: line.text,
        source,
      })
      index += 1
    } else if (table === undefined) {
      waiting.push(line)
      index += 1
    } else {
      flush()
      blocks.push(table.block)
      unsure.push({
        source,
        text: `a table of ${table.block.rows.length} rows and ${table.block.rows[0]?.cells.length} columns, guessed from the places of its words; compare it`,
      })
      index += table.lines
    }
  }
  flush()
  return { blocks, unsure }
}

/** The size most letters have. */
function bodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>()
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2
    letters.set(size, (letters.get(size) ?? 0) + line.text.length)
  }
  return [...letters].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 10
}

/** Text between headings and tables, read as plain text is; a wide step down begins a new paragraph. */
function paragraphsOf(lines: readonly PdfLine[]): Block[] {
  const texts: string[] = []
  const places: string[] = []
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1]
    const isApart =
      above !== undefined && above.page === line.page && above.y - line.y > line.size * 1.75
    if (isApart) {
      texts.push('')
      places.push('')
    }
    texts.push(line.segments.map((one) => one.text).join(' '))
    places.push(`page ${line.page}, line ${line.number}`)
  }
  return blocksOfLines(texts, 1).blocks.map((block) =>
    Object.assign(block, {
      source: places[Number(/\d+/.exec(block.source)?.[0]) - 1] ?? block.source,
    }),
  )
}
