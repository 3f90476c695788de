import { readsLikeHeading } from '@entente/domain/agreement/recognition/sections.ts'
import type {
  Block,
  SourceDocument,
  SourceNote,
} from '@entente/domain/agreement/recognition/source-document.ts'
import { findTable } from './text-tables.ts'
import { joinWrapped, type TextLine } from './wrapped-lines.ts'

/** Plain text as blocks: underlined and capital headings, lists, and tables drawn with bars, tabs or spaces. */
export function readText(text: string, unsure: readonly SourceNote[] = []): SourceDocument {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\f/g, '\n').split('\n')
  const read = blocksOfLines(lines, 1)
  return { format: 'text', blocks: read.blocks, unsure: [...unsure, ...read.unsure] }
}

/** A longer line is neither heading, item nor row, and patterns are not tried on it. */
const longestLine = 5000

const itemForm =
  /^(\s*)([-*•·▪o–]|\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\(?[a-zA-Z]\)|\((?:[ivx]{1,4}|\d{1,2})\))\s+(\S.*)$/

/** The blocks of some lines; `firstNumber` is the number of the first in its file. */
export function blocksOfLines(
  lines: readonly string[],
  firstNumber: number,
): { readonly blocks: Block[]; readonly unsure: SourceNote[] } {
  const blocks: Block[] = []
  const unsure: SourceNote[] = []
  let waiting: TextLine[] = []
  const flush = () => {
    for (const line of joinWrapped(waiting)) blocks.push({ kind: 'paragraph', ...line })
    waiting = []
  }
  let index = 0
  while (index < lines.length) {
    const line = lines[index] ?? ''
    const source = `line ${firstNumber + index}`
    if (line.trim() === '') {
      flush()
      index += 1
      continue
    }
    if (line.length > longestLine) {
      flush()
      blocks.push({ kind: 'paragraph', text: line.trim(), source })
      index += 1
      continue
    }
    const heading = headingAt(lines, index, waiting.length === 0) ?? clauseHeadingAt(lines, index)
    const table = heading === undefined ? findTable(lines, index, firstNumber) : undefined
    const item = itemForm.exec(line)
    if (heading !== undefined) {
      flush()
      blocks.push({ kind: 'heading', level: heading.level, text: line.trim(), source })
      index += heading.lines
    } else if (table !== undefined) {
      flush()
      blocks.push({ kind: 'table', rows: table.rows, source })
      if (table.isGuess)
        unsure.push({
          source,
          text: 'a table whose columns are kept apart by white space alone; compare its cells',
        })
      index += table.lines
    } else if (item !== null) {
      flush()
      index = listItem(lines, index, item, source, blocks)
    } else {
      waiting.push({ text: line, source })
      index += 1
    }
  }
  flush()
  return { blocks, unsure }
}

function headingAt(
  lines: readonly string[],
  index: number,
  isFirst: boolean,
): { readonly level: number; readonly lines: number } | undefined {
  const text = lines[index]?.trim() ?? ''
  const under = lines[index + 1]?.trim() ?? ''
  const isUnderlined =
    /^(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})$/.test(under) &&
    text.length <= 90 &&
    !/[|+]| {3}|\t/.test(text) &&
    under.length >= text.length / 3
  const isExact = Math.abs(under.length - text.length) <= 1
  if (isUnderlined && (isFirst || isExact))
    return { level: under.startsWith('=') ? 1 : 2, lines: 2 }
  const isAlone = isFirst && under === ''
  const letters = text.replace(/[^\p{L}]/gu, '')
  const isCapitals =
    letters.length >= 5 && text === text.toUpperCase() && text.length <= 70 && !/[.:|]$/.test(text)
  return isAlone && isCapitals ? { level: 2, lines: 1 } : undefined
}

/** "1. SCOPE" over indented lines that are not the rest of its sentence. */
function clauseHeadingAt(
  lines: readonly string[],
  index: number,
): { readonly level: number; readonly lines: number } | undefined {
  const match = /^(\s*)(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)]|§ ?\d+)\s+(\S.*)$/.exec(
    lines[index] ?? '',
  )
  const [, indent = '', text = ''] = match ?? []
  const next = lines[index + 1] ?? ''
  const isIndented = /\S/.test(next) && (/^\s*/.exec(next)?.[0].length ?? 0) > indent.length
  if (match === null || !isIndented || /[.,;:]$| {2}|\t/.test(text.trim())) return undefined
  const letters = text.replace(/[^\p{L}]/gu, '')
  const isCapitals = letters.length >= 3 && text === text.toUpperCase() && text.length <= 70
  return isCapitals || readsLikeHeading(lines[index]?.trim() ?? '')
    ? { level: 2, lines: 1 }
    : undefined
}

/** A list item with the indented lines that go on with it. An ordinal stays in front: it may be a heading's number. */
function listItem(
  lines: readonly string[],
  from: number,
  item: RegExpExecArray,
  source: string,
  blocks: Block[],
): number {
  const [, indent = '', mark = '', text = ''] = item
  const parts = [text.trim()]
  let index = from + 1
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const isGoingOn =
      /^\s+\S/.test(line) &&
      (/^\s*/.exec(line)?.[0].length ?? 0) > indent.length &&
      !itemForm.test(line) &&
      !/ {4}\S.* {4}\S/.test(line.trimStart())
    if (!isGoingOn) break
    parts.push(line.trim())
  }
  const isOrdered = /\d|[a-z]\)|\(/i.test(mark) && mark !== 'o'
  // "2.1 The Supplier shall …" is a paragraph of a contract, not an item of a list.
  if (/^\d{1,2}\.\d/.test(mark)) {
    blocks.push({ kind: 'paragraph', text: `${mark} ${parts.join(' ')}`, source })
    return index
  }
  blocks.push({
    kind: 'list-item',
    text: `${/\d|\)/.test(mark) ? `${mark} ` : ''}${parts.join(' ')}`,
    depth: Math.min(Math.floor(indent.replace(/\t/g, '    ').length / 2), 10),
    ordered: isOrdered,
    source,
  })
  return index
}
