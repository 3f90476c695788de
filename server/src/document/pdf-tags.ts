import type { Block, TableRow } from '@entente/domain/agreement/recognition/source-document.ts'
import { alignedRows, type Segment } from './aligned-table.ts'
import { linesOf, type PdfRun } from './pdf-lines.ts'
import { joinWrapped } from './wrapped-lines.ts'

/** A node of the structure that a tagged PDF carries. */
export interface TagNode {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly TagNode[]
}

/**
 * The blocks of one page by its tags: what is a heading, a list item, a row and a cell is said and not guessed. Only
 * the column of a cell comes from its place, because an empty cell leaves no trace in a row.
 */
export function blocksByTags(tree: TagNode, runs: readonly PdfRun[], page: number): Block[] {
  const marked = Map.groupBy(runs, (run) => run.mark ?? '')
  const blocks: Block[] = []
  let paragraphs = 0
  let tables = 0
  const runsIn = (node: TagNode): PdfRun[] =>
    node.type === 'content'
      ? (marked.get(node.id ?? '') ?? [])
      : (node.children ?? []).flatMap(runsIn)
  const place = () => `page ${page}, paragraph ${(paragraphs += 1)}`
  const textOf = (found: readonly PdfRun[]) =>
    linesOf(found, page).map((line) => line.segments.map((one) => one.text).join(' '))
  const walk = (node: TagNode, depth: number): void => {
    const role = node.role ?? ''
    if (node.type === 'content') return
    if (/^(?:H\d?|Title)$/.test(role)) {
      const text = textOf(runsIn(node)).join(' ')
      if (text !== '')
        blocks.push({ kind: 'heading', level: Number(role.slice(1)) || 1, text, source: place() })
    } else if (role === 'Table') table(node)
    else if (role === 'LI') {
      item(node, depth)
      for (const child of listsIn(node)) walk(child, depth + 1)
    } else if (isBlockless(node)) {
      const source = place()
      for (const line of joinWrapped(textOf(runsIn(node)).map((text) => ({ text, source }))))
        blocks.push({ kind: 'paragraph', ...line })
    } else for (const child of node.children ?? []) walk(child, depth)
  }
  const item = (node: TagNode, depth: number) => {
    const nested = new Set(listsIn(node).flatMap(runsIn))
    const label = (node.children ?? []).find((child) => child.role === 'Lbl')
    const mark = label === undefined ? '' : textOf(runsIn(label)).join('')
    const own = runsIn(node).filter(
      (run) => !nested.has(run) && !(label !== undefined && runsIn(label).includes(run)),
    )
    const source = place()
    const ordered = /^\(?[\da-z]{1,3}[.)]/i.test(mark)
    for (const { text } of joinWrapped(textOf(own).map((one) => ({ text: one, source })))) {
      const plain = text.replace(/^[•·▪‣–-]\s+/, '')
      blocks.push({
        kind: 'list-item',
        text: ordered ? `${mark} ${plain}` : plain,
        depth,
        ordered,
        source,
      })
    }
  }
  const table = (node: TagNode) => {
    const source = `page ${page}, table ${(tables += 1)}`
    const rows = rowsIn(node).map((row) =>
      (row.children ?? [])
        .filter((cell) => /^T[HD]$/.test(cell.role ?? ''))
        .flatMap((cell) => cellOf(runsIn(cell))),
    )
    const cells = alignedRows(rows, 2)
    const filled = cells.flatMap((row, index): TableRow[] =>
      row.some((cell) => cell !== '')
        ? [{ cells: row, source: `${source}, row ${index + 1}` }]
        : [],
    )
    const [first] = rowsIn(node)
    const hasHeader = (first?.children ?? []).every((cell) => cell.role === 'TH')
    if (filled.length > 0)
      blocks.push({ kind: 'table', rows: filled, ...(hasHeader ? { headerRows: 1 } : {}), source })
  }
  const cellOf = (found: readonly PdfRun[]): Segment[] => {
    const text = textOf(found).join(' ').trim()
    if (text === '') return []
    return [
      {
        text,
        start: Math.min(...found.map((run) => run.x)),
        end: Math.max(...found.map((run) => run.x + run.width)),
      },
    ]
  }
  walk(tree, 0)
  return blocks
}

const isBlock = (node: TagNode): boolean =>
  /^(?:Table|L|LI|P|H\d?|Sect|Div|Part|Document|Art|TOC|TOCI|BlockQuote|Title)$/.test(
    node.role ?? '',
  )
const isBlockless = (node: TagNode): boolean =>
  (node.children ?? []).length > 0 &&
  !(node.children ?? []).some((child) => isBlock(child) || (child.children ?? []).some(isBlock))

const rowsIn = (node: TagNode): TagNode[] =>
  (node.children ?? []).flatMap((child) =>
    child.role === 'TR' ? [child] : child.role === 'Table' ? [] : rowsIn(child),
  )
const listsIn = (node: TagNode): TagNode[] =>
  (node.children ?? []).flatMap((child) =>
    child.role === 'L' || child.role === 'Table' ? [child] : listsIn(child),
  )
