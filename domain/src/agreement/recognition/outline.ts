import type { Side } from '../../identity/side.ts'
import type { Piece } from './ledger.ts'
import type { Context, Passage } from './passages.ts'
import { readSection, readsLikeHeading, type SectionKind } from './sections.ts'
import { splitRunTogether, splitSentences } from './sentences.ts'
import type { Block, ListItemBlock, ParagraphBlock } from './source-document.ts'
import { fold, tidy, withoutNumber, wordCount } from './wording.ts'

interface Open {
  readonly level: number
  readonly text: string
  readonly section: SectionKind
}

/** A paragraph beyond this is no clause of an agreement, and patterns are not tried on it. */
const longest = 6000

/** A line such as "The Partner shall:" over a list, until the list is over. */
interface LeadIn {
  readonly piece: Piece
  used: boolean
}

/** How a text names one side and not the other; given by whoever knows the parties' names. */
export type SideIn = (text: string) => Side | undefined

/**
 * The blocks as passages, each in its context. Headings are those that the reader saw and lines that read like one;
 * a heading of unknown words inherits its parent's section.
 */
export function outlineOf(blocks: readonly Block[], sideIn: SideIn): Passage[] {
  const hasHeadings = blocks.some(
    (block) => block.kind === 'heading' && readSection(block.text) !== 'front',
  )
  // Boxes that nobody ticked are bullets; beside ticked ones they say what does not hold.
  const hasTicked = blocks.some((block) => block.kind === 'list-item' && /^[☑☒✅]/.test(block.text))
  const passages: Passage[] = []
  const open: Open[] = []
  let leadIn: LeadIn | undefined
  let itemNumber = 0
  const context = (): Context => {
    const section = open.at(-1)?.section ?? 'front'
    const announced = leadIn === undefined ? 'other' : readSection(leadIn.piece.text)
    const above = leadIn === undefined ? [] : [leadIn.piece.text]
    const trail = [...open.map((one) => one.text), ...above]
    // The title of a "Partner Agreement" says nothing of who owes what.
    const naming = [
      ...open.filter((one) => one.section !== 'front').map((one) => one.text),
      ...above,
    ]
    const side = naming.map(sideIn).findLast((one) => one !== undefined)
    return {
      section: announced === 'other' || announced === 'front' ? section : announced,
      trail,
      ...(side === undefined ? {} : { side }),
      ...(leadIn === undefined ? {} : { leadIn: leadIn.piece }),
    }
  }
  const heading = (level: number, text: string, source: string) => {
    if (text.length > longest) {
      passages.push({ kind: 'unread', piece: { source, text } })
      return
    }
    while ((open.at(-1)?.level ?? -1) >= level) open.pop()
    const parent = open.at(-1)?.section
    const isTitle = !passages.some((passage) => passage.kind === 'heading') && isTitleOf(text)
    const read = isTitle ? 'front' : readSection(text)
    const section = read === 'other' && parent !== undefined && parent !== 'front' ? parent : read
    open.push({ level, text: tidy(text), section })
    leadIn = undefined
    passages.push({ kind: 'heading', level, piece: { source, text } })
  }
  const line = (block: ParagraphBlock | ListItemBlock, text: string) => {
    if (text.length > longest) {
      passages.push({ kind: 'unread', piece: { source: block.source, text } })
      return
    }
    // "(a) becomes insolvent; or" under "… if the other:" is an item, whatever the reader made of it.
    const isItem =
      block.kind === 'list-item' ||
      (leadIn !== undefined && /^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s/.test(text))
    if (
      leadIn !== undefined &&
      !isItem &&
      leadIn.used &&
      !/^(?:[^:]{1,40}:\s?\S|\(?(?:\d{1,2}|[a-z])[.)]\s)/.test(text)
    )
      leadIn = undefined
    const bare = withoutNumber(hasTicked ? text : text.replace(/^(?:☐|\[ ?\])\s*/, ''))
    const leads = bare.endsWith(':') && !(isItem && (block.kind === 'paragraph' || !block.ordered))
    itemNumber = isItem ? itemNumber + 1 : 0
    const sentences = splitSentences(text).map((one) => ({ source: block.source, text: one }))
    if (leads && wordCount(bare) <= 8) {
      leadIn = { piece: { source: block.source, text }, used: false }
      passages.push({ kind: 'heading', level: 9, piece: leadIn.piece })
      return
    }
    const before = context()
    if (leadIn !== undefined) leadIn.used = true
    passages.push({
      kind: 'line',
      text: bare,
      source: block.source,
      sentences,
      isItem,
      isOrdered: isItem && (block.kind === 'paragraph' || block.ordered),
      number: itemNumber,
      context: before,
    })
    const [last] = sentences.slice(-1)
    if (leads && last !== undefined) leadIn = { piece: last, used: false }
  }
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') heading(block.level, block.text, block.source)
    else if (block.kind === 'table') {
      const rows = block.rows.map((row) => ({ source: row.source, text: rowText(row.cells) }))
      passages.push({ kind: 'table', table: block, rows, context: context() })
      if (leadIn !== undefined) leadIn.used = true
      itemNumber = 0
    } else if (isHeadingLine(block, blocks[index + 1])) {
      heading(hasHeadings ? 7 : levelOf(block.text), block.text, block.source)
    } else {
      // What was announced on the line of one paragraph goes on in its list, not in the next paragraph.
      if (block.kind === 'paragraph' && !isPlainPair(block.text, sideIn))
        while ((open.at(-1)?.level ?? 0) >= runInLevel) open.pop()
      const section = open.at(-1)?.section ?? 'front'
      const runIn = block.text.length > longest ? undefined : runInHeading(block.text, section)
      if (runIn !== undefined) heading(runInLevel, runIn.label, block.source)
      const rest = runIn?.rest ?? block.text
      const texts = rest.length > longest ? [rest] : splitRunTogether(rest)
      for (const text of texts) if (text !== '') line(block, text)
    }
  }
  return passages
}

const runInLevel = 8

/** "Renewals: Vantage" goes on with what was announced before; "Term: 12 months" announces something itself. */
function isPlainPair(text: string, sideIn: SideIn): boolean {
  const [, label = '', value = ''] = /^([^:.]{2,40}):\s+(\S.*)$/.exec(text) ?? []
  const announced = readSection(label)
  return (
    label !== '' &&
    text.length <= 60 &&
    (announced === 'other' || announced === 'front' || sideIn(value) !== undefined)
  )
}

/** "How fast: Sev A 1 hour. Deal registrations within 48 hours." – a heading on the line of its own paragraph. */
function runInHeading(
  text: string,
  section: SectionKind,
): { readonly label: string; readonly rest: string } | undefined {
  if (section !== 'front' && section !== 'other') return undefined
  const [, label, rest] = /^([^:.]{3,40}:)\s+(\S.*)$/.exec(tidy(text)) ?? []
  if (label === undefined || rest === undefined) return undefined
  const isMore = splitSentences(rest).length > 1 || /:\s|→|->|,.*,/.test(rest)
  return isMore && runIns.has(readSection(label)) ? { label, rest } : undefined
}

const runIns: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'responsibilities',
  'targets',
  'escalation',
  'reporting',
  'delivery',
  'breach-cost',
])

/** The first heading is the document's title, unless it opens a section. */
const isTitleOf = (text: string): boolean =>
  readSection(text) === 'other' ||
  (/agreement|contract|vertrag|vereinbarung|policy|\bsla\b|terms\b/i.test(text) &&
    !/^\d/.test(text))

function isHeadingLine(block: ParagraphBlock | ListItemBlock, next: Block | undefined): boolean {
  if (block.text.length > 200) return false
  if (block.kind === 'paragraph') return readsLikeHeading(tidy(block.text))
  // Automatic numbering makes a list item of a heading; what follows such an item is not another item.
  const isLast = next !== undefined && (next.kind !== 'list-item' || next.depth > block.depth)
  return (
    block.ordered &&
    block.depth === 0 &&
    isLast &&
    readsLikeHeading(`1. ${withoutNumber(block.text)}`)
  )
}

function levelOf(text: string): number {
  const number = /^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s/.exec(tidy(text))?.[1]
  if (number !== undefined) return number.replace(/\.0$/, '').split('.').length
  return text === text.toUpperCase() ? 1 : 2
}

/** The words of a row as people see them; a row merged into one cell once. */
export function rowText(cells: readonly string[]): string {
  const words = cells.map(tidy)
  if (words.every((word) => word === words[0])) return words[0] ?? ''
  return words.join(' | ').replace(/(?:\s*\|)+\s*$/, '')
}

/** Whether the words above a passage match, in small letters. */
export const isUnder = (context: Context, wording: RegExp): boolean =>
  context.trail.some((text) => wording.test(fold(text)))
