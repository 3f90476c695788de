import type { Side } from '../../identity/side.ts'
import type { Piece } from './ledger.ts'
import type { SectionKind } from './sections.ts'
import type { TableBlock } from './source-document.ts'

/** Where a passage stands: the section its headings announce, and the side they name. */
export interface Context {
  readonly section: SectionKind
  /** Headings above it and the sentence that leads in to its list, outermost first. */
  readonly trail: readonly string[]
  readonly side?: Side | undefined
  /** "Either party may terminate if:" over a list; settled with the first item that is taken. */
  readonly leadIn?: Piece | undefined
}

/** A paragraph or list item without its clause number, with its sentences as the pieces to account for. */
export interface LinePassage {
  readonly kind: 'line'
  readonly text: string
  readonly source: string
  readonly sentences: readonly Piece[]
  readonly isItem: boolean
  readonly isOrdered: boolean
  /** Its place in its list, from 1; 0 outside lists. */
  readonly number: number
  readonly context: Context
}

export interface TablePassage {
  readonly kind: 'table'
  readonly table: TableBlock
  readonly rows: readonly Piece[]
  readonly context: Context
}

export interface HeadingPassage {
  readonly kind: 'heading'
  readonly level: number
  readonly piece: Piece
}

/** Too long to be read; its words become a note. */
export interface UnreadPassage {
  readonly kind: 'unread'
  readonly piece: Piece
}

export type Passage = LinePassage | TablePassage | HeadingPassage | UnreadPassage

export const piecesOf = (passage: Passage): readonly Piece[] =>
  passage.kind === 'line'
    ? passage.sentences
    : passage.kind === 'table'
      ? passage.rows
      : [passage.piece]
