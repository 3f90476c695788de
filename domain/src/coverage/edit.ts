import type { Agreement } from '../agreement/agreement.ts'
import type { PatchOperation } from '../agreement/finding.ts'
import { pointer } from '../agreement/pointer.ts'

type Segments = readonly (string | number)[]

/**
 * Operations for one change of an agreement whose upper levels may be missing: setting `term.notice.period` of an
 * agreement without a term adds the term. They are written against the agreement as it stands; two edits that would
 * both add the same missing level do not go into one patch.
 */
export function set(
  agreement: Agreement,
  path: Segments,
  value: unknown,
): readonly PatchOperation[] {
  const depth = existingDepth(agreement, path)
  if (depth === path.length) return [{ op: 'replace', path: pointer(path), value }]
  const wrapped = path
    .slice(depth + 1)
    .toReversed()
    .reduce<unknown>((inner, segment) => ({ [segment]: inner }), value)
  return [{ op: 'add', path: pointer(path.slice(0, depth + 1)), value: wrapped }]
}

/** Adds elements to the end of a list that may be missing. */
export function append(
  agreement: Agreement,
  path: Segments,
  values: readonly unknown[],
): readonly PatchOperation[] {
  if (values.length === 0) return []
  if (existingDepth(agreement, path) < path.length) return set(agreement, path, values)
  return values.map((value) => ({ op: 'add', path: pointer([...path, '-']), value }))
}

/** Takes away what exists; nothing otherwise. */
export function drop(agreement: Agreement, path: Segments): readonly PatchOperation[] {
  return existingDepth(agreement, path) === path.length
    ? [{ op: 'remove', path: pointer(path) }]
    : []
}

/** How many segments of the path lead to something. */
function existingDepth(agreement: Agreement, path: Segments): number {
  let at: unknown = agreement
  for (const [depth, segment] of path.entries()) {
    if (typeof at !== 'object' || at === null) return depth
    at = (at as Readonly<Record<string | number, unknown>>)[segment]
    if (at === undefined) return depth
  }
  return path.length
}
