import type { SourceNote } from './source-document.ts'

/** A part of the document that is accounted for as one: a sentence, a list item, a row of a table. */
export interface Piece {
  readonly source: string
  readonly text: string
}

/** What a value of the draft was taken from. `path` is a JSON Pointer into the draft. */
export interface Taken {
  readonly path: string
  readonly from: string
  readonly words: string
}

export interface Doubt {
  readonly source: string
  readonly text: string
  readonly path?: string | undefined
}

/**
 * The account of every piece: taken, read as structure (headings), left open by the document itself, or not
 * understood. A piece that nothing claimed is not understood when the ledger closes, so nothing can be dropped.
 */
export interface Ledger {
  take(piece: Piece, path: string): void
  doubt(piece: Pick<Piece, 'source'>, text: string, path?: string): void
  leave(piece: Pick<Piece, 'source'>, text: string): void
  /** The whole piece in clearer words, instead of its own. */
  leaveAs(piece: Piece, text: string): void
  gap(piece: Pick<Piece, 'source'>, text: string): void
  structure(piece: Piece): void
  isOpen(piece: Piece): boolean
  close(all: readonly Piece[]): Account
}

export interface Account {
  readonly taken: readonly Taken[]
  readonly unsure: readonly Doubt[]
  readonly notUnderstood: readonly SourceNote[]
  readonly notFilledIn: readonly SourceNote[]
  readonly headings: readonly SourceNote[]
}

export function openLedger(): Ledger {
  const settled = new Set<Piece>()
  const taken: Taken[] = []
  const unsure: Doubt[] = []
  const left = new Map<string, SourceNote>()
  const gaps: SourceNote[] = []
  const headings: SourceNote[] = []
  const leave = (source: string, text: string) => {
    if (text.trim() !== '') left.set(`${source}\n${text}`, { source, text })
  }
  return {
    take(piece, path) {
      settled.add(piece)
      taken.push({ path, from: piece.source, words: piece.text })
    },
    doubt(piece, text, path) {
      const known = unsure.some((one) => one.source === piece.source && one.text === text)
      if (!known)
        unsure.push({ source: piece.source, text, ...(path === undefined ? {} : { path }) })
    },
    leave: (piece, text) => leave(piece.source, text),
    leaveAs(piece, text) {
      settled.add(piece)
      leave(piece.source, text)
    },
    gap(piece, text) {
      if ('text' in piece) settled.add(piece as Piece)
      gaps.push({ source: piece.source, text })
    },
    structure(piece) {
      settled.add(piece)
      headings.push({ source: piece.source, text: piece.text })
    },
    isOpen: (piece) => !settled.has(piece),
    close(all) {
      for (const piece of all) if (!settled.has(piece)) leave(piece.source, piece.text)
      return { taken, unsure, notUnderstood: [...left.values()], notFilledIn: gaps, headings }
    },
  }
}
