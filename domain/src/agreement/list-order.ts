import { byCodeUnits, canonicalJson } from '../kernel/canonical.ts'

/**
 * Lists whose order says something: urgency, climbing, who is first, numbering in print. All others are sets, so that
 * two people who write the same calendars in another order have written the same agreement. Places are the names of
 * fields on the way, without the positions in lists.
 */
const orderedLists = new Set([
  '/priorities',
  '/ladders/levels',
  '/responsibilities/responsible',
  '/responsibilities/accountable',
  '/positions/holders',
  '/delivery/acceptance/criteria',
  '/reports/contents',
  '/notes',
])

export const isOrderedList = (place: string): boolean => orderedLists.has(place)

/** Data with its sets in one order: two values that say the same become equal. */
export function withoutOrder(value: unknown, place: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => withoutOrder(item, place))
    return orderedLists.has(place) ? items : sortedByForm(items)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, withoutOrder(field, `${place}/${key}`)]),
  )
}

/** One text for all values at a place that say the same. `undefined`, a field that is left out, is an empty text. */
export const meaningOf = (value: unknown, place: string): string =>
  value === undefined ? '' : canonicalJson(withoutOrder(value, place))

const sortedByForm = (items: readonly unknown[]): readonly unknown[] =>
  items
    .map((item) => ({ item, form: canonicalJson(item) }))
    .toSorted((a, b) => byCodeUnits(a.form, b.form))
    .map(({ item }) => item)
