/**
 * A refusal is a value, a bug is thrown. Every function that may say no returns a `Result`; its refusal is a
 * member of the chapter's own union, with a dotted code and the facts a sentence needs.
 */
export type Result<T, R extends Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R }

/** What every refusal carries: a dotted code, one English sentence, and how to mend it. */
export interface Refusal {
  readonly code: string
  readonly sentence: string
  readonly fix: string
}

export const accepted = <T>(value: T): { readonly ok: true; readonly value: T } => ({
  ok: true,
  value,
})

export const refused = <R extends Refusal>(
  refusal: R,
): { readonly ok: false; readonly refusal: R } => ({ ok: false, refusal })
