import { flattened } from './row-text.ts'

/** Why a row of the log took no part. Each code is documented in docs/simulation.md. */
export const unusedCodes = [
  'row.wrong-column-count',
  'row.broken-quotes',
  'row.no-case',
  'row.no-time',
  'row.unreadable-time',
  'row.unknown-state',
  'row.unknown-priority',
  'row.unknown-side',
  'row.before-opening',
  'row.after-until',
  'row.duplicate',
] as const

export type UnusedCode = (typeof unusedCodes)[number]

export interface UnusedRow {
  /** Counted from 1, the header apart. */
  readonly row: number
  /** The line of the file on which the row begins, the header being line 1. */
  readonly line: number
  readonly case: string
  readonly column: string
  readonly value: string
  readonly code: UnusedCode
  /** One sentence for a person. */
  readonly reason: string
}

/** Collects rows that could not be used: all are counted, a limited number of each code is kept. */
export class UnusedRows {
  readonly #limit: number
  readonly #kept: UnusedRow[] = []
  readonly #counts = new Map<UnusedCode, number>()

  constructor(limitPerCode: number) {
    this.#limit = limitPerCode
  }

  add(unused: UnusedRow): void {
    const count = this.#counts.get(unused.code) ?? 0
    this.#counts.set(unused.code, count + 1)
    if (count < this.#limit) this.#kept.push(short(unused))
  }

  /** In the order of the file. */
  list(): readonly UnusedRow[] {
    return this.#kept.toSorted((a, b) => a.row - b.row)
  }

  counts(): Readonly<Partial<Record<UnusedCode, number>>> {
    return Object.fromEntries(this.#counts)
  }

  get total(): number {
    let total = 0
    for (const count of this.#counts.values()) total += count
    return total
  }
}

const longest = 120

/** A cell may hold a whole mail; what is listed is enough to find it. Built anew, so that no chunk of the file is kept. */
const short = (unused: UnusedRow): UnusedRow => ({
  ...unused,
  case: cut(unused.case),
  value: cut(unused.value),
})

const cut = (text: string): string =>
  flattened(text.length > longest ? `${text.slice(0, longest)}…` : text)
