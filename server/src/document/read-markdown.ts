import type {
  Block,
  SourceDocument,
  SourceNote,
  TableRow,
} from '@entente/domain/agreement/recognition/source-document.ts'
import MarkdownIt, { type Token } from 'markdown-it'
import { blocksOfHtml } from './html-blocks.ts'
import { inlineLines, isBoldWhole } from './markdown-inline.ts'
import { blocksOfLines } from './read-text.ts'
import { joinWrapped, type TextLine } from './wrapped-lines.ts'

const parser = new MarkdownIt({ html: true }).enable('table')

/**
 * A Markdown text as blocks: CommonMark with pipe tables, HTML tables, front matter. Code is read as plain text,
 * because people keep ASCII tables there. Never throws.
 */
export function readMarkdown(text: string, unsure: readonly SourceNote[] = []): SourceDocument {
  const { front, body, lines } = withoutFrontMatter(text.replace(/\r\n?/g, '\n'))
  const tokens = parser.parse(body, {})
  return { format: 'markdown', blocks: [...front, ...blocksOfTokens(tokens, lines)], unsure }
}

interface Cursor {
  readonly blocks: Block[]
  readonly lists: { readonly ordered: boolean }[]
  readonly offset: number
}

function blocksOfTokens(tokens: readonly Token[], offset: number): Block[] {
  const cursor: Cursor = { blocks: [], lists: [], offset }
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      cursor.lists.push({ ordered: token.type === 'ordered_list_open' })
    } else if (/^(?:bullet|ordered)_list_close$/.test(token.type)) cursor.lists.pop()
    else if (token.type === 'heading_open') heading(token, tokens[index + 1], cursor)
    else if (token.type === 'paragraph_open') paragraph(token, tokens[index + 1], cursor)
    else if (token.type === 'table_open') index = table(tokens, index, cursor)
    else if (token.type === 'html_block') html(token, cursor)
    else if (token.type === 'fence' || token.type === 'code_block') code(token, cursor)
  }
  return cursor.blocks
}

const placeOf = (token: Token, cursor: Cursor, below = 0): string =>
  `line ${(token.map?.[0] ?? 0) + 1 + below + cursor.offset}`

function heading(token: Token, inline: Token | undefined, cursor: Cursor): void {
  const text = inlineLines(inline).join(' ')
  if (text !== '')
    cursor.blocks.push({
      kind: 'heading',
      level: Number(token.tag.slice(1)),
      text,
      source: placeOf(token, cursor),
    })
}

function paragraph(token: Token, inline: Token | undefined, cursor: Cursor): void {
  const lines = inlineLines(inline).map((text, index): TextLine => ({
    text,
    source: placeOf(token, cursor, index),
  }))
  const list = cursor.lists.at(-1)
  const [only] = lines
  // Pandoc draws tables with signs, which to other readers of Markdown are a paragraph.
  if (/^\+[-=:+]{3,}\+$/.test(only?.text.trim() ?? '')) {
    const first = (token.map?.[0] ?? 0) + 1 + cursor.offset
    cursor.blocks.push(...blocksOfLines(rawLines(inline), first).blocks)
    return
  }
  if (
    list === undefined &&
    only !== undefined &&
    lines.length === 1 &&
    isBoldWhole(inline) &&
    !/[.:;,]$|:\s/.test(only.text) &&
    only.text.length <= 80
  ) {
    cursor.blocks.push({ kind: 'heading', level: 6, text: only.text, source: only.source })
    return
  }
  for (const line of joinWrapped(lines)) {
    if (list === undefined) cursor.blocks.push({ kind: 'paragraph', ...line })
    else
      cursor.blocks.push({
        kind: 'list-item',
        ...line,
        depth: cursor.lists.length - 1,
        ordered: list.ordered,
      })
  }
}

const rawLines = (inline: Token | undefined): string[] => (inline?.content ?? '').split('\n')

function table(tokens: readonly Token[], from: number, cursor: Cursor): number {
  const rows: TableRow[] = []
  let cells: string[] = []
  let index = from
  for (; index < tokens.length && tokens[index]?.type !== 'table_close'; index += 1) {
    const token = tokens[index] as Token
    if (token.type === 'tr_open') cells = []
    if (token.type === 'inline') cells.push(inlineLines(token).join('\n'))
    if (token.type === 'tr_close') rows.push({ cells, source: rowPlace(tokens, index, cursor) })
  }
  const first = tokens[from] as Token
  const filled = rows.filter((row) => row.cells.some((cell) => cell !== ''))
  if (filled.length > 0)
    cursor.blocks.push({
      kind: 'table',
      rows: filled,
      headerRows: 1,
      source: placeOf(first, cursor),
    })
  return index
}

function rowPlace(tokens: readonly Token[], close: number, cursor: Cursor): string {
  for (let index = close; index >= 0; index -= 1) {
    const token = tokens[index]
    if (token?.type === 'tr_open' && token.map !== null) return placeOf(token, cursor)
    if (token?.type === 'inline' && token.map !== null) return placeOf(token, cursor)
  }
  return 'line 1'
}

function html(token: Token, cursor: Cursor): void {
  const source = placeOf(token, cursor)
  let row = 0
  cursor.blocks.push(
    ...blocksOfHtml(token.content, {
      paragraph: () => source,
      table: () => ({ source, row: () => `${source}, row ${(row += 1)}` }),
    }),
  )
}

function code(token: Token, cursor: Cursor): void {
  const first = (token.map?.[0] ?? 0) + (token.type === 'fence' ? 2 : 1) + cursor.offset
  const lines = token.content.replace(/\n$/, '').split('\n')
  cursor.blocks.push(...blocksOfLines(lines, first).blocks)
}

/** YAML front matter holds what its writer thought of as fields: one paragraph for each line. */
function withoutFrontMatter(text: string): {
  readonly front: Block[]
  readonly body: string
  readonly lines: number
} {
  const match = /^---\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)\n/.exec(text)
  if (match?.[1] === undefined || !/^[\w -]+:/m.test(match[1]))
    return { front: [], body: text, lines: 0 }
  const front = match[1].split('\n').flatMap((line, index): Block[] => {
    const plain = line.trim()
    if (plain === '' || plain.startsWith('#')) return []
    return [
      {
        kind: 'paragraph',
        text: plain.replace(/^([\w -]+:\s*)["'](.*)["']$/, '$1$2'),
        source: `line ${index + 2}`,
      },
    ]
  })
  return { front, body: text.slice(match[0].length), lines: match[0].split('\n').length - 1 }
}
