import { z } from 'zod'
import { period, plainDate } from './dates.ts'
import { identifier, line, prose } from './identifier.ts'
import { side } from './people.ts'
import { commitmentKind, target } from './targets.ts'

/** A condition over a measure: three critical breaches by the partner in a quarter, revenue below target twice running. */
const condition = z.strictObject({
  measure: identifier.describe('A measure of the catalogue, for example breaches or compliance.'),
  side: side.optional().describe('Of which side; left out, of either.'),
  kind: commitmentKind.optional().describe('Of which kind of commitment.'),
  priority: identifier.optional().describe('Of which priority.'),
  is: z
    .enum(['at-least', 'more-than', 'at-most', 'less-than', 'below-target'])
    .describe('How the measure compares with the value, or with its own target.'),
  value: z.number().optional().describe('The number to compare with.'),
  window: z
    .enum(['month', 'quarter', 'half-year', 'year'])
    .optional()
    .describe('The span over which the measure is taken.'),
  running: z.int().min(1).max(20).optional().describe('In how many windows one after the other.'),
  lasting: period.optional().describe('How long the condition must hold, for example "60 days".'),
})

/** What lets a side end the agreement. It opens a decision with its evidence; it never terminates by itself. */
const terminationTrigger = z.strictObject({
  id: identifier.describe('The name in short.'),
  text: prose.describe('The trigger in words.'),
  by: z
    .enum(['vendor', 'partner', 'either'])
    .optional()
    .describe('Who may end the agreement by it.'),
  condition: condition.optional().describe('The trigger as a condition that is watched.'),
})

const windDownItem = z.strictObject({
  what: line.describe('What is brought to its end, for example "Protected deals".'),
  owner: identifier.optional().describe('The position that answers for it.'),
  within: target.optional(),
  kinds: z
    .array(commitmentKind)
    .max(50)
    .optional()
    .describe('Kinds of open work that run on under the last version.'),
})

/** Section 6. From when to when, how it goes on, and how it ends. */
export const term = z.strictObject({
  startsOn: plainDate.optional().describe('The first day.'),
  endsOn: plainDate.optional().describe('The last day, included.'),
  openEnded: z.boolean().optional().describe('True when no end is agreed on purpose.'),
  renewal: z
    .strictObject({
      mode: z
        .enum(['automatic', 'by-consent', 'none'])
        .describe('Whether it goes on by itself, only if both agree, or not.'),
      for: period.optional().describe('For how long each time, for example "12 months".'),
      remindBefore: period
        .optional()
        .describe('How long before the end both sides are reminded; longer than the notice.'),
    })
    .optional()
    .describe('How it goes on after its last day.'),
  notice: z
    .strictObject({
      period: period.describe('How long before the end notice is given, for example "90 days".'),
      form: line.optional().describe('In which form, for example "in writing".'),
    })
    .optional()
    .describe('How either side ends it without a trigger.'),
  triggers: z
    .array(terminationTrigger)
    .max(100)
    .optional()
    .describe(
      'What lets a side end it early. A trigger opens a decision; it never ends by itself.',
    ),
  windDown: z
    .array(windDownItem)
    .max(100)
    .optional()
    .describe('What is brought to its end after the last day, by whom and by when.'),
  text: prose.optional().describe('What the fields cannot say.'),
})

export type Term = z.output<typeof term>
