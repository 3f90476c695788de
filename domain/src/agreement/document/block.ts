/** The building blocks of a printed agreement. Plain words only: no markup, so nothing in them can be read as a command. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone: Tone }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | Table
  | Matrix

/** `missing` marks what the sides have not agreed; `quiet` explains and agrees nothing. */
export type Tone = 'plain' | 'quiet' | 'missing'

export interface Fact {
  readonly term: string
  readonly text: string
  readonly tone: Tone
}

export interface Table {
  readonly kind: 'table'
  /** What the table shows, for readers who do not see it. */
  readonly label: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Column {
  readonly title: string
  /** Share of the width beside the other columns. */
  readonly share: number
}

export interface Cell {
  readonly text: string
  /** Smaller lines below the text. */
  readonly details: readonly string[]
  readonly tone: Tone
}

/** Activities by positions, the positions grouped by side. Each row has one letter cell for each column of each group. */
export interface Matrix {
  readonly kind: 'matrix'
  readonly label: string
  readonly corner: string
  readonly groups: readonly { readonly title: string; readonly columns: readonly string[] }[]
  readonly rows: readonly { readonly head: Cell; readonly cells: readonly string[] }[]
}

export const notAgreed = 'Not agreed.'

export const paragraph = (text: string, tone: Tone = 'plain'): Block => ({
  kind: 'paragraph',
  text,
  tone,
})

/** Prose as people wrote it: an empty line begins a paragraph, a single line break stays. */
export const paragraphs = (text: string): Block[] =>
  text
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph(part))

export const missing = (text: string = notAgreed): Block => paragraph(text, 'missing')

export const heading = (text: string): Block => ({ kind: 'heading', text })

export const list = (items: readonly string[]): Block => ({ kind: 'list', items })

/** A fact whose text is left out is printed as not agreed. */
export const fact = (term: string, text: string | undefined): Fact =>
  text === undefined || text === ''
    ? { term, text: notAgreed, tone: 'missing' }
    : { term, text, tone: 'plain' }

export const facts = (...rows: readonly (Fact | undefined)[]): Block => ({
  kind: 'facts',
  rows: rows.filter((row) => row !== undefined),
})

export const cell = (text: string | undefined, ...details: readonly string[]): Cell =>
  text === undefined || text === ''
    ? { text: notAgreed, details, tone: 'missing' }
    : { text, details, tone: 'plain' }

export const quietCell = (text: string): Cell => ({ text, details: [], tone: 'quiet' })

/** `columns` are written as title and share: `['Level', 1]`. */
export const table = (
  label: string,
  columns: readonly (readonly [title: string, share: number])[],
  rows: readonly (readonly Cell[])[],
): Table => ({
  kind: 'table',
  label,
  columns: columns.map(([title, share]) => ({ title, share })),
  rows,
})
