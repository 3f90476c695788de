import type { PatchOperation } from '../agreement/finding.ts'
import { accepted, refused, type Refusal, type Result } from '../kernel/result.ts'
import { readPointer, type PointerRefusal } from './patch-pointer.ts'
import { isSameJson, type Json } from './json.ts'

export type PatchRefusal =
  | PointerRefusal
  | (Refusal & {
      readonly code:
        | 'patch.place-missing'
        | 'patch.not-an-index'
        | 'patch.test-failed'
        | 'patch.moved-into-itself'
        | 'patch.unknown-operation'
    })

/**
 * Applies a JSON Patch (RFC 6902) and gives the new value; the given one stays as it was. All or nothing: the first
 * operation that cannot be applied refuses the whole patch. Own code rather than a library, because those at hand
 * change their argument in place and walk past the names that poison objects instead of refusing them.
 */
export function applyPatch(
  document: Json,
  patch: readonly PatchOperation[],
): Result<Json, PatchRefusal> {
  let current = document
  for (const operation of patch) {
    const next = applyOperation(current, operation)
    if (!next.ok) return next
    current = next.value
  }
  return accepted(current)
}

function applyOperation(document: Json, operation: PatchOperation): Result<Json, PatchRefusal> {
  const path = readPointer(operation.path)
  if (!path.ok) return path
  switch (operation.op) {
    case 'add':
      return insert(document, path.value, operation.value as Json, operation.path)
    case 'remove':
      return change(document, path.value, () => undefined, operation.path)
    case 'replace':
      return change(document, path.value, () => operation.value as Json, operation.path)
    case 'test': {
      const found = read(document, path.value)
      return found !== undefined && isSameJson(found, operation.value as Json)
        ? accepted(document)
        : refused({
            code: 'patch.test-failed',
            sentence: `${operation.path} does not hold ${JSON.stringify(operation.value)}.`,
            fix: 'Audit again: the agreement has changed since this fix was proposed.',
          })
    }
    case 'move':
    case 'copy': {
      const from = readPointer(operation.from)
      if (!from.ok) return from
      const value = read(document, from.value)
      if (value === undefined) return missing(operation.from)
      if (operation.op === 'copy') return insert(document, path.value, value, operation.path)
      if (operation.from === operation.path) return accepted(document)
      if (operation.path.startsWith(`${operation.from}/`)) {
        return refused({
          code: 'patch.moved-into-itself',
          sentence: `${operation.from} cannot be moved into itself.`,
          fix: 'Name a place outside it.',
        })
      }
      const without = change(document, from.value, () => undefined, operation.from)
      return without.ok ? insert(without.value, path.value, value, operation.path) : without
    }
    default:
      return refused({
        code: 'patch.unknown-operation',
        sentence: `"${String((operation as { op?: unknown }).op)}" is not an operation of a JSON Patch.`,
        fix: 'The operations are add, remove, replace, move, copy and test.',
      })
  }
}

const read = (document: Json, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((at, segment) => child(at, segment), document)

function child(at: Json | undefined, segment: string): Json | undefined {
  if (Array.isArray(at)) return isIndex(segment) ? at[Number(segment)] : undefined
  if (typeof at !== 'object' || at === null) return undefined
  return Object.hasOwn(at, segment) ? (at as Record<string, Json>)[segment] : undefined
}

const isIndex = (segment: string): boolean => /^(?:0|[1-9]\d*)$/.test(segment)

/** Replaces what stands at a place that exists, or takes it away where `to` gives nothing. */
function change(
  document: Json,
  path: readonly string[],
  to: () => Json | undefined,
  written: string,
): Result<Json, PatchRefusal> {
  const [first, ...rest] = path
  if (first === undefined) return accepted(to() ?? null)
  const old = child(document, first)
  if (old === undefined) return missing(written)
  const inner: Result<Json | undefined, PatchRefusal> =
    rest.length === 0 ? accepted(to()) : change(old, rest, to, written)
  if (!inner.ok) return inner
  if (Array.isArray(document)) {
    const index = Number(first)
    return accepted(
      inner.value === undefined ? document.toSpliced(index, 1) : document.with(index, inner.value),
    )
  }
  const { [first]: _, ...others } = document as Record<string, Json>
  if (inner.value === undefined) return accepted(others)
  return accepted({ ...(document as Record<string, Json>), [first]: inner.value })
}

/** Adds as the RFC says: a member of an object is set, an element of a list is inserted, "-" stands for its end. */
function insert(
  document: Json,
  path: readonly string[],
  value: Json,
  written: string,
): Result<Json, PatchRefusal> {
  const [first, ...rest] = path
  if (first === undefined) return accepted(value)
  if (rest.length > 0) {
    const old = child(document, first)
    if (old === undefined) return missing(written)
    const inner = insert(old, rest, value, written)
    return inner.ok ? change(document, [first], () => inner.value, written) : inner
  }
  if (Array.isArray(document)) {
    const index = first === '-' ? document.length : Number(first)
    if (first !== '-' && !isIndex(first)) {
      return refused({
        code: 'patch.not-an-index',
        sentence: `"${first}" is not a position in the list at ${written}.`,
        fix: 'Write a number from 0, or "-" for the end.',
      })
    }
    return index > document.length
      ? missing(written)
      : accepted(document.toSpliced(index, 0, value))
  }
  if (typeof document !== 'object' || document === null) return missing(written)
  return accepted({ ...(document as Record<string, Json>), [first]: value })
}

const missing = (path: string) =>
  refused<PatchRefusal>({
    code: 'patch.place-missing',
    sentence: `There is nothing at ${path}.`,
    fix: 'Audit again: the agreement has changed since this fix was proposed.',
  })
