import type { CustomTypesConfig } from 'pg'
import { types } from 'pg'

// How values of columns appear in the program: an `…_at` is a Temporal.Instant, an `…_on` a Temporal.PlainDate, whole
// numbers are numbers. The rest is as `pg` reads it.

const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, safeInteger],
  [types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text)],
  [types.builtins.DATE, (text) => Temporal.PlainDate.from(text)],
])

/** For the `types` of a pool. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: (id, format) =>
    (format === 'binary' ? undefined : parsers.get(id)) ?? types.getTypeParser(id, format),
}

/** A number that a double cannot hold exactly must not pass for one that it can. */
function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`)
  return value
}

/** A parameter as `pg` sends it; it would write a Temporal object as JSON, with quotes around it. */
export const asParameter = (value: unknown): unknown =>
  value instanceof Temporal.Instant || value instanceof Temporal.PlainDate
    ? value.toString()
    : value
