/** JSON Pointers (RFC 6901), by which findings, faults and changes name a place in an agreement. */

/** `['targets', 0, 'byPriority']` as `/targets/0/byPriority`; no steps is the whole, an empty text. */
export const pointer = (steps: readonly PropertyKey[]): string =>
  steps.map((step) => `/${escapedStep(String(step))}`).join('')

/** The steps of a pointer, numbers as text. */
export const stepsOf = (text: string): readonly string[] =>
  text
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

/** What stands at a place of data that nobody has checked; nothing where the way there does not exist. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}

const escapedStep = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1')
