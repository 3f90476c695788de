import type { Block, TableRow } from '@entente/domain/agreement/recognition/source-document.ts'
import { parseDocument } from 'htmlparser2'
import { isLayout, tableRows } from './html-table.ts'
import { elementsIn, type HtmlElement, type HtmlNode, isElement, textLines } from './html-text.ts'

/** Names the place of each block: `line 12` in Markdown, `paragraph 7` in Word. */
export interface Places {
  paragraph(): string
  table(): { readonly source: string; row(index: number): string }
}

/**
 * The blocks of an HTML text: headings, paragraphs (apart at line breaks), list items, tables with merged cells
 * repeated. A paragraph that is bold as a whole is a heading, because that is how many people make one.
 */
export function blocksOfHtml(html: string, places: Places): Block[] {
  const blocks: Block[] = []
  walk(parseDocument(html).children, blocks, places, 0)
  const hasHeadings = blocks.some((block) => block.kind === 'heading' && block.level < boldLevel)
  return hasHeadings
    ? blocks
    : blocks.map((block) =>
        block.kind === 'heading'
          ? { kind: 'heading', level: 2, text: block.text, source: block.source }
          : block,
      )
}

const boldLevel = 6
const deepest = 60

function walk(nodes: readonly HtmlNode[], blocks: Block[], places: Places, depth: number): void {
  if (depth > deepest) return
  for (const node of nodes) {
    if (!isElement(node)) {
      for (const text of textLines([node]))
        blocks.push({ kind: 'paragraph', text, source: places.paragraph() })
      continue
    }
    const { name } = node
    if (/^h[1-6]$/.test(name)) heading(node, Number(name.slice(1)), blocks, places)
    else if (name === 'p') paragraph(node, blocks, places)
    else if (name === 'ul' || name === 'ol') list(node, blocks, places, 0)
    else if (name === 'table') table(node, blocks, places, depth)
    else if (!/^(?:script|style|head|title|svg|noscript)$/.test(name)) {
      if (hasBlocks(node)) walk(node.children, blocks, places, depth + 1)
      else
        for (const text of textLines([node]))
          blocks.push({ kind: 'paragraph', text, source: places.paragraph() })
    }
  }
}

const blockNames = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'table',
  'section',
  'article',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'dl',
])
const hasBlocks = (node: HtmlElement): boolean =>
  elementsIn(node).some((child) => blockNames.has(child.name) || hasBlocks(child))

function heading(node: HtmlElement, level: number, blocks: Block[], places: Places): void {
  const text = textLines([node]).join(' ')
  if (text !== '') blocks.push({ kind: 'heading', level, text, source: places.paragraph() })
}

function paragraph(node: HtmlElement, blocks: Block[], places: Places): void {
  const lines = textLines([node])
  const [only, ...more] = lines
  const source = places.paragraph()
  if (only !== undefined && more.length === 0 && isBoldHeading(node, only)) {
    blocks.push({ kind: 'heading', level: boldLevel, text: only, source })
    return
  }
  for (const text of lines) blocks.push({ kind: 'paragraph', text, source })
}

function isBoldHeading(node: HtmlElement, text: string): boolean {
  const bold = elementsIn(node).filter((child) => child.name === 'strong' || child.name === 'b')
  const isWhole =
    bold.length > 0 && textLines(bold).join('').replace(/\s/g, '') === text.replace(/\s/g, '')
  return isWhole && text.length <= 80 && !/[.:;,]$|:\s/.test(text) && /\p{L}/u.test(text)
}

const isNested = (child: HtmlNode): boolean =>
  isElement(child) && /^(?:ul|ol|table)$/.test(child.name)

function list(node: HtmlElement, blocks: Block[], places: Places, depth: number): void {
  for (const item of elementsIn(node)) {
    if (item.name === 'ul' || item.name === 'ol') list(item, blocks, places, depth + 1)
    if (item.name !== 'li') continue
    const inner = item.children
    for (const text of textLines(inner.filter((child) => !isNested(child)))) {
      blocks.push({
        kind: 'list-item',
        text,
        depth,
        ordered: node.name === 'ol',
        source: places.paragraph(),
      })
    }
    for (const child of inner) {
      if (!isElement(child) || depth > deepest) continue
      if (child.name === 'ul' || child.name === 'ol') list(child, blocks, places, depth + 1)
      else if (child.name === 'table') table(child, blocks, places, depth + 1)
    }
  }
}

function table(node: HtmlElement, blocks: Block[], places: Places, depth: number): void {
  const { rows, headerRows } = tableRows(node)
  if (isLayout(rows)) {
    // One cell around text is a frame, not a table.
    for (const row of rows)
      for (const cell of row) walk(cell.element.children, blocks, places, depth + 1)
    return
  }
  const place = places.table()
  const filled = rows.map((row, index): TableRow => ({
    cells: row.map((cell) => cell.text),
    source: place.row(index),
  }))
  const used = filled.filter((row) => row.cells.some((cell) => cell !== ''))
  if (used.length > 0) {
    blocks.push({
      kind: 'table',
      rows: used,
      ...(headerRows > 0 ? { headerRows } : {}),
      source: place.source,
    })
  }
}
