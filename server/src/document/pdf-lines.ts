import type { Segment } from './aligned-table.ts'

/** A run of text on a page. Points from the left and from the bottom. */
export interface PdfRun {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** The name by which the page knows its font. */
  readonly font?: string | undefined
  /** The marked content it belongs to, in a tagged PDF. */
  readonly mark?: string | undefined
}

/** Runs on one height, as segments kept apart by white space. */
export interface PdfLine {
  readonly segments: readonly Segment[]
  readonly text: string
  readonly y: number
  readonly size: number
  readonly page: number
  readonly number: number
}

/** The lines of a page, from top to bottom. */
export function linesOf(runs: readonly PdfRun[], page: number): PdfLine[] {
  const sorted = runs
    .filter((run) => run.text.trim() !== '')
    .toSorted((one, other) => other.y - one.y || one.x - other.x)
  const groups: PdfRun[][] = []
  for (const run of sorted) {
    const last = groups.at(-1)
    const first = last?.[0]
    if (
      last !== undefined &&
      first !== undefined &&
      Math.abs(first.y - run.y) < Math.min(first.size, run.size) * 0.45
    )
      last.push(run)
    else groups.push([run])
  }
  return groups.map((group, index) => {
    const segments = segmentsOf(group)
    const size = Math.max(...group.map((run) => run.size))
    return {
      segments,
      text: segments.map((one) => one.text).join('  '),
      y: group[0]?.y ?? 0,
      size,
      page,
      number: index + 1,
    }
  })
}

/** Runs side by side joined into segments; a gap as wide as a letter is high parts columns. */
export function segmentsOf(runs: readonly PdfRun[]): Segment[] {
  const segments: Segment[] = []
  for (const run of runs.toSorted((one, other) => one.x - other.x)) {
    const last = segments.at(-1)
    const end = run.x + run.width
    if (last === undefined || run.x - last.end > run.size)
      segments.push({ text: run.text.trim(), start: run.x, end })
    else {
      const isApart =
        run.x - last.end > run.size * 0.12 || /\s$/.test(last.text) || /^\s/.test(run.text)
      const text = `${last.text}${isApart ? ' ' : ''}${run.text.trim()}`.replace(/\s+/g, ' ')
      segments[segments.length - 1] = { text, start: last.start, end: Math.max(last.end, end) }
    }
  }
  return segments.filter((segment) => segment.text !== '')
}

/** Lines at the head or foot of pages that repeat, apart from numbers: not the agreement's words. */
export function runningLines(pages: readonly (readonly PdfLine[])[], height: number): Set<PdfLine> {
  const edges = pages.flat().filter((line) => line.y < height * 0.09 || line.y > height * 0.91)
  const key = (line: PdfLine) => `${Math.round(line.y / 3)} ${line.text.replace(/\d+/g, '#')}`
  const counts = new Map<string, number>()
  for (const line of edges) counts.set(key(line), (counts.get(key(line)) ?? 0) + 1)
  const isNumber = (line: PdfLine) =>
    /^(?:page|seite)?\s*\d+\s*(?:(?:of|von|\/)\s*\d+)?$/i.test(line.text)
  const enough = Math.max(2, pages.length / 2)
  return new Set(edges.filter((line) => isNumber(line) || (counts.get(key(line)) ?? 0) >= enough))
}
