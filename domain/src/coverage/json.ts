/** Data as JSON knows it: what a file holds once it is read, and what a patch changes. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json }

/** Equal as RFC 6902 compares: by value, objects whatever the order of their members. */
export function isSameJson(a: Json, b: Json): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isSameJson(item as Json, b[index] as Json))
    )
  }
  const [left, right] = [a as Record<string, Json>, b as Record<string, Json>]
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every(
      (name) => Object.hasOwn(right, name) && isSameJson(left[name] as Json, right[name] as Json),
    )
  )
}
