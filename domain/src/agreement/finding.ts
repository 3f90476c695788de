/**
 * What the checks and the audit report: one thing that is missing, contradictory, expired or unclear.
 * `path` is a JSON Pointer into the agreement, pointing at the nearest place that exists or would exist.
 */
export interface Finding {
  /** Dotted and stable: `responsibilities.both-sides-without-accountable`. */
  readonly code: string
  readonly severity: Severity
  /** The part of the agreement it concerns: a column of the coverage table. */
  readonly element: CoverageElement
  /** JSON Pointer, RFC 6901. */
  readonly path: string
  /** One sentence with the facts: what is wrong here. */
  readonly what: string
  /** One or two sentences: what goes wrong in practice if it stays so. */
  readonly why: string
  readonly fix: Fix
}

export type Severity = 'error' | 'warning' | 'hint'

export interface Fix {
  /** What to do, as a person would be told. */
  readonly sentence: string
  /** JSON Patch, RFC 6902, on the file as people write it; absent where only people can decide. */
  readonly patch?: readonly PatchOperation[] | undefined
  /** Where only people can decide: the usual answers, each ready to apply once somebody has chosen. */
  readonly choices?: readonly Choice[] | undefined
}

export interface Choice {
  /** Short and stable within its finding, for a command line: `vendor`, `partner`, `exchange`. */
  readonly id: string
  /** The answer in words: "Larkfield Robotics answers for it". */
  readonly label: string
  readonly patch: readonly PatchOperation[]
}

export type PatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move' | 'copy'; readonly from: string; readonly path: string }

/** The six sections and what stands around them, in the order of the coverage table. */
export const coverageElements = [
  'scope',
  'responsibilities',
  'targets',
  'calendars',
  'ladders',
  'people',
  'delivery',
  'reporting',
  'term',
  'acceptance',
  'rulebook',
] as const

export type CoverageElement = (typeof coverageElements)[number]
