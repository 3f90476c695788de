import type { CoverageElement, Severity } from '../../agreement/finding.ts'

/** What is always true of a code, whatever the agreement: how grave it is, and what goes wrong in practice. */
export interface CatalogueEntry {
  readonly severity: Severity
  readonly element: CoverageElement
  /** The fault as a heading, without facts of an agreement. */
  readonly title: string
  /** What goes wrong if it stays so. */
  readonly why: string
  /** What the cell of the coverage table says when it is not simply an error or a warning. */
  readonly state?: 'expired' | 'waiting'
}

export type Catalogue = Readonly<Record<string, CatalogueEntry>>
