import type { Block, SourceNote } from '@entente/domain/agreement/recognition/source-document.ts'
import { getDocumentProxy } from 'unpdf'
import { blocksByLayout } from './pdf-layout.ts'
import { linesOf, type PdfLine, type PdfRun, runningLines } from './pdf-lines.ts'
import { blocksByTags, type TagNode } from './pdf-tags.ts'
import { joinedPages } from './pdf-pages.ts'
import { symbolIn } from './symbol-fonts.ts'
import type { GuardedAnswer } from './read-guarded.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>
type Content = Awaited<ReturnType<Page['getTextContent']>>

const mostPages = 300

/**
 * A PDF with text as blocks: by its tags where it has them, else by the places and sizes of its words, and then every
 * table is listed as unsure. May throw on a damaged file; `readGuarded` makes a refusal of that.
 */
export async function readPdf(bytes: Uint8Array): Promise<GuardedAnswer> {
  const pdf = await opened(bytes)
  if (pdf === undefined) return { ok: false, code: 'document.password' }
  if (pdf.numPages > mostPages) return { ok: false, code: 'document.too-long' }
  const pages: {
    readonly runs: PdfRun[]
    readonly tree: TagNode | null
    readonly height: number
  }[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const tree = (await page.getStructTree().catch(() => null)) as TagNode | null
    pages.push({
      runs: await withTicks(page, runsOf(content)),
      tree,
      height: page.getViewport({ scale: 1 }).height,
    })
  }
  const letters = pages.reduce(
    (sum, page) => sum + page.runs.reduce((one, run) => one + run.text.trim().length, 0),
    0,
  )
  if (letters < 20) return { ok: false, code: 'document.no-text' }
  const read = pages.every((page) => isTagged(page.runs, page.tree))
    ? byTags(pages)
    : byLayout(pages)
  return { ok: true, document: { format: 'pdf', ...read } }
}

async function opened(bytes: Uint8Array): Promise<Pdf | undefined> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return undefined
    throw error
  }
}

function runsOf(content: Content): PdfRun[] {
  const marks: (string | undefined)[] = []
  return content.items.flatMap((item): PdfRun[] => {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') marks.pop()
      else marks.push(item.id ?? undefined)
      return []
    }
    const [, skew = 0, , scale = 0, x = 0, y = 0] = item.transform as number[]
    const size = Math.hypot(skew, scale) || item.height
    const mark = marks.findLast((one) => one !== undefined)
    return item.str.trim() === ''
      ? []
      : [
          {
            text: item.str,
            x,
            y,
            width: item.width,
            size,
            font: item.fontName,
            ...(mark === undefined ? {} : { mark }),
          },
        ]
  })
}

const isSuspect = (run: PdfRun): boolean => /^[3-8lnopqrPROS¨ûüýþ§]{1,2}$/.test(run.text.trim())

/** Ticks drawn as letters of a symbol font; which font it is, the page knows only once its drawing has been read. */
async function withTicks(page: Page, runs: readonly PdfRun[]): Promise<PdfRun[]> {
  if (!runs.some(isSuspect)) return [...runs]
  await page.getOperatorList()
  return runs.map((run) => {
    if (run.font === undefined || !isSuspect(run) || !page.commonObjs.has(run.font)) return run
    const { name = '' } = page.commonObjs.get(run.font) as { readonly name?: string }
    const text = Array.from(run.text.trim())
      .map((letter) => symbolIn(name, letter) ?? letter)
      .join('')
    return { ...run, text }
  })
}

const letterCount = (runs: readonly PdfRun[]): number =>
  runs.reduce((sum, run) => sum + run.text.length, 0)

/** Tags are trusted where they hold nearly all letters of the page. */
function isTagged(runs: readonly PdfRun[], tree: TagNode | null): boolean {
  if (tree === null) return runs.length === 0
  const ids = new Set<string>()
  const collect = (node: TagNode): void => {
    if (node.type === 'content' && node.id !== undefined) ids.add(node.id)
    for (const child of node.children ?? []) collect(child)
  }
  collect(tree)
  return letterCount(runs.filter((run) => ids.has(run.mark ?? ''))) >= letterCount(runs) * 0.7
}

function byTags(pages: readonly { readonly runs: PdfRun[]; readonly tree: TagNode | null }[]): {
  blocks: Block[]
  unsure: SourceNote[]
} {
  const blocks = pages.map((page, index) =>
    page.tree === null ? [] : blocksByTags(page.tree, page.runs, index + 1),
  )
  return { blocks: joinedPages(blocks), unsure: [] }
}

function byLayout(pages: readonly { readonly runs: PdfRun[]; readonly height: number }[]): {
  blocks: Block[]
  unsure: SourceNote[]
} {
  const lines = pages.map((page, index) => linesOf(page.runs, index + 1))
  const running = runningLines(lines, pages[0]?.height ?? 842)
  const kept = lines.flat().filter((line) => !running.has(line))
  const read = blocksByLayout(kept)
  return { blocks: read.blocks, unsure: [...read.unsure, ...leftOut(running)] }
}

/** Heads and feet of pages are left out, and said once each. */
function leftOut(running: ReadonlySet<PdfLine>): SourceNote[] {
  const texts = new Map<string, PdfLine>()
  for (const line of running)
    if (/\p{L}{3}/u.test(line.text)) texts.set(line.text.replace(/\d+/g, '#'), line)
  return [...texts.values()].map((line) => ({
    source: `page ${line.page}`,
    text: `"${line.text}" is the head or foot of a page and was left out`,
  }))
}
