/**
 * The canonical form of JSON data, RFC 8785 (JCS): one text for one value, so that a hash of the text is a hash of
 * the value. Keys are ordered by UTF-16 code units, numbers and text are written as ECMAScript does, nothing is
 * spaced. A field that is undefined does not exist. Data that JSON cannot hold (NaN, a function, half a surrogate
 * pair) is a bug of the caller and throws.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return canonicalText(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') return canonicalObject(value as Readonly<Record<string, unknown>>)
  throw new TypeError(`a value of type ${typeof value} has no canonical form`)
}

function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  const fields = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .toSorted(byCodeUnits)
    .map((key) => `${canonicalText(key)}:${canonicalJson(value[key])}`)
  return `{${fields.join(',')}}`
}

function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('half a surrogate pair has no canonical form')
  return JSON.stringify(text)
}

/** The order of RFC 8785, and of `<` on strings: never that of a language. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
