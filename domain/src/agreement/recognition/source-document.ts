/**
 * A document that people already have, in the one neutral form every reader produces: a row of blocks, each with the
 * place it stands at, so that whatever is taken from it can be shown where it was written.
 *
 * The surprising rule: a reader never decides what a block means and never leaves one out. Merged cells are repeated in
 * every place they cover, so a word that spans "You" and "Partner" is said of both.
 */
export interface SourceDocument {
  readonly format: DocumentFormat
  readonly blocks: readonly Block[]
  /** What the reader itself had to guess: an encoding, a table drawn by spaces, a change that was tracked. */
  readonly unsure: readonly SourceNote[]
}

export type DocumentFormat = 'markdown' | 'word' | 'pdf' | 'html' | 'text'

export type Block = HeadingBlock | ParagraphBlock | ListItemBlock | TableBlock

export interface HeadingBlock {
  readonly kind: 'heading'
  /** 1 for the outermost. */
  readonly level: number
  readonly text: string
  readonly source: string
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly text: string
  readonly source: string
}

export interface ListItemBlock {
  readonly kind: 'list-item'
  readonly text: string
  /** 0 for the outermost list. */
  readonly depth: number
  readonly ordered: boolean
  readonly source: string
}

export interface TableBlock {
  readonly kind: 'table'
  readonly rows: readonly TableRow[]
  /** How many of the first rows are headers; undefined where the document does not say. */
  readonly headerRows?: number | undefined
  readonly source: string
}

export interface TableRow {
  readonly cells: readonly string[]
  readonly source: string
}

/** One remark about a place: `line 12`, `page 2, line 4`, `paragraph 7`. */
export interface SourceNote {
  readonly source: string
  readonly text: string
}
