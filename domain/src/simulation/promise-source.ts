import { z } from 'zod'
import { line } from '../agreement/identifier.ts'

const value = z.string().max(300)
const values = z.union([value.transform((one) => [one]), z.array(value).min(1).max(200)])

/** What a column other than state and act may say. */
const columnSource = z.union([
  z.strictObject({ name: line, equals: values.describe('One of these values.') }),
  z.strictObject({
    name: line,
    filled: z.literal(true).describe('Any value that is not missing.'),
  }),
  z.strictObject({
    name: line,
    changed: z.literal(true).describe('Another value than in the first row of the case.'),
  }),
  z.strictObject({
    name: line,
    holds: z.literal('time').describe('The column holds the time at which the promise was kept.'),
  }),
])

/** Which rows keep a promise. Several sources mean: the first of any. The first act counts, repeats change nothing. */
export const promiseSource = z.strictObject({
  metBy: z.strictObject({
    states: values.optional().describe('States of the log, as the log writes them.'),
    acts: values.optional().describe('Values of the column `act`.'),
    column: columnSource.optional(),
  }),
})

export type PromiseSource = z.output<typeof promiseSource>
export type ColumnSource = z.output<typeof columnSource>
