/**
 * Turns a document into the other formats, for the tests of import: Word by the docx library, PDF set by Typst
 * (tagged), PDF drawn word by word (untagged, as older programs make it), and plain text. The conversions know blocks
 * only, nothing of agreements.
 */
import type {
  Block,
  SourceDocument,
  TableBlock,
} from '@entente/domain/agreement/recognition/source-document.ts'
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { fileURLToPath } from 'node:url'
import { typesetPdf } from '../document/typst.ts'
import { drawnPdf, type DrawnWord } from './import-agreement-drawn-pdf.ts'

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
]

export async function asWord(document: SourceDocument): Promise<Uint8Array> {
  const children = document.blocks.map((block) => {
    if (block.kind === 'table')
      return new Table({
        rows: block.rows.map(
          (row) =>
            new TableRow({
              children: row.cells.map(
                (cell) =>
                  new TableCell({ children: cell.split('\n').map((text) => new Paragraph(text)) }),
              ),
            }),
        ),
      })
    if (block.kind === 'heading')
      return new Paragraph({
        text: block.text,
        heading: levels[block.level] ?? HeadingLevel.HEADING_6,
      })
    return new Paragraph(
      block.kind === 'list-item' && !block.ordered
        ? { text: block.text, bullet: { level: block.depth } }
        : { text: numbered(block, document.blocks) },
    )
  })
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

/** Undefined where the fonts lack a sign of the document, which would then be another document. */
export async function asTaggedPdf(document: SourceDocument): Promise<Uint8Array | undefined> {
  // A tagged PDF begins with a heading of the first level and skips none.
  const used = document.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  const ranks = [...new Set(used)].toSorted((one, other) => one - other)
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'heading') return { ...block, level: ranks.indexOf(block.level) + 1 }
    return block.kind === 'list-item' && block.ordered
      ? { ...block, text: numbered(block, document.blocks) }
      : block
  })
  const template = fileURLToPath(new URL('./import-agreement-conversions.typ', import.meta.url))
  const set = await typesetPdf({ template, data: { blocks }, language: 'en', countries: [] })
  return set.undrawable.length === 0 ? set.pdf : undefined
}

export function asText(document: SourceDocument): string {
  return document.blocks
    .map((block) => `${textOf(block, document.blocks)}\n`)
    .join('\n')
    .replace(/\n\n(?=- |\d+\. )/g, '\n')
}

function textOf(block: Block, blocks: readonly Block[]): string {
  if (block.kind === 'heading')
    return `${block.text}\n${(block.level === 1 ? '=' : '-').repeat(block.text.length)}`
  if (block.kind === 'table') return alignedText(block)
  return block.kind === 'list-item' && !block.ordered
    ? `${'  '.repeat(block.depth)}- ${block.text}`
    : numbered(block, blocks)
}

function alignedText(table: TableBlock): string {
  const widths = columnWidths(table)
  return table.rows
    .map((row) =>
      row.cells
        .map((cell, column) => cell.replace(/\n/g, ' ').padEnd((widths[column] ?? 0) + 3))
        .join('')
        .trimEnd(),
    )
    .join('\n')
}

const columnWidths = (table: TableBlock): number[] =>
  (table.rows[0]?.cells ?? []).map((_, column) =>
    Math.max(...table.rows.map((row) => row.cells[column]?.length ?? 0)),
  )

/** An untagged PDF: words at places, headings larger, page numbers and a running head. */
export function asDrawnPdf(document: SourceDocument): Uint8Array {
  const words: DrawnWord[] = []
  let down = 60
  let page = 1
  const below = (step: number) => {
    down += step
    if (down <= 760) return
    down = 80
    page += 1
  }
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      below(10)
      const widths = columnWidths(block)
      const starts = widths.map(
        (_, column) =>
          70 + widths.slice(0, column).reduce((sum, width) => sum + width * 5.6 + 24, 0),
      )
      for (const row of block.rows) {
        below(20)
        for (const [column, text] of row.cells.entries())
          if (text !== '') words.push({ page, x: starts[column] ?? 70, down, size: 10, text })
      }
      below(14)
    } else {
      const size = block.kind === 'heading' ? 18 - block.level * 2 : 10
      below(block.kind === 'heading' ? 28 : 15)
      const bullet = block.kind === 'list-item' && !block.ordered ? '- ' : ''
      const lines = wrapped(bullet + numbered(block, document.blocks), size > 12 ? 50 : 90)
      for (const [index, text] of lines.entries()) {
        if (index > 0) below(12)
        words.push({ page, x: 70, down, size, text })
      }
    }
  }
  for (let number = 1; number <= page; number += 1) {
    words.push(
      { page: number, x: 70, down: 30, size: 8, text: 'Confidential draft' },
      { page: number, x: 280, down: 815, size: 8, text: `Page ${number} of ${page}` },
    )
  }
  return drawnPdf(words)
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** An item of a numbered list with its number, counted from the head of its list. */
function numbered(block: Exclude<Block, TableBlock>, blocks: readonly Block[]): string {
  if (block.kind !== 'list-item' || !block.ordered || /^\d/.test(block.text)) return block.text
  let number = 1
  for (let index = blocks.indexOf(block) - 1; blocks[index]?.kind === 'list-item'; index -= 1)
    number += 1
  return `${number}. ${block.text}`
}
