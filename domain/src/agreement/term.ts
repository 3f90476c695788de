import { z } from 'zod'
import { period, plainDate } from './dates.ts'
import { identifier, line, prose } from './identifier.ts'
import { side } from './people.ts'
import { commitmentKind, target } from './targets.ts'

/** A condition over a measure: three critical breaches by the partner in a quarter, revenue below target twice running. */
const condition = z.strictObject({
  measure: identifier.describe('A measure of the catalogue, for example breaches or compliance.'),
  side: side.optional(),
  kind: commitmentKind.optional(),
  priority: identifier.optional(),
  is: z.enum(['at-least', 'more-than', 'at-most', 'less-than', 'below-target']),
  value: z.number().optional(),
  window: z.enum(['month', 'quarter', 'half-year', 'year']).optional(),
  running: z.int().min(1).max(20).optional().describe('In how many windows one after the other.'),
  lasting: period.optional(),
})

/** What lets a side end the agreement. It opens a decision with its evidence; it never terminates by itself. */
const terminationTrigger = z.strictObject({
  id: identifier,
  text: prose,
  by: z.enum(['vendor', 'partner', 'either']).optional(),
  condition: condition.optional(),
})

const windDownItem = z.strictObject({
  what: line,
  owner: identifier.optional(),
  within: target.optional(),
  kinds: z
    .array(commitmentKind)
    .max(50)
    .optional()
    .describe('Kinds of open work that run on under the last version.'),
})

/** Section 6. From when to when, how it goes on, and how it ends. */
export const term = z.strictObject({
  startsOn: plainDate.optional(),
  endsOn: plainDate.optional(),
  openEnded: z.boolean().optional().describe('True when no end is agreed on purpose.'),
  renewal: z
    .strictObject({
      mode: z.enum(['automatic', 'by-consent', 'none']),
      for: period.optional(),
      remindBefore: period.optional(),
    })
    .optional(),
  notice: z.strictObject({ period, form: line.optional() }).optional(),
  triggers: z.array(terminationTrigger).max(100).optional(),
  windDown: z.array(windDownItem).max(100).optional(),
  text: prose.optional(),
})

export type Term = z.output<typeof term>
