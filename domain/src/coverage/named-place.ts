import type { Agreement } from '../agreement/agreement.ts'
import { itemName } from '../agreement/difference/list-identity.ts'
import { pointer, stepsOf } from '../agreement/pointer.ts'

/**
 * A JSON Pointer with the items of lists by their names: `/targets/case.response` for `/targets/0`. It says the same
 * in two files whose lists stand in another order, which a number does not. Items without a name keep their number.
 */
export function namedPlace(agreement: Agreement, path: string): string {
  let value: unknown = agreement
  let place = ''
  const steps = stepsOf(path).map((step) => {
    const isItem = Array.isArray(value)
    value = Object.hasOwn(Object(value), step) ? Reflect.get(Object(value), step) : undefined
    if (isItem) return itemName(place, value) ?? step
    place = `${place}/${step}`
    return step
  })
  return pointer(steps)
}
