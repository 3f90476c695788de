import { z } from 'zod'
import { plainDate } from './dates.ts'
import { identifier, line, prose } from './identifier.ts'
import { side } from './people.ts'
import { target } from './targets.ts'

/** Delivery: where partnerships break in practice, so handover, acceptance, delay and change are agreed too. */
export const delivery = z.strictObject({
  handover: prose.optional().describe('What is handed over, by whom and in which form.'),
  acceptance: z
    .strictObject({
      criteria: z.array(prose).max(100).optional(),
      within: target.optional().describe('How long the receiving side has to accept or refuse.'),
      onSilence: z.enum(['accepted-with-notice', 'escalate', 'refused']).optional(),
    })
    .optional(),
  delayBorneBy: z.enum(['vendor', 'partner', 'whoever-causes-it']).optional(),
  delayText: prose.optional(),
  change: prose.optional().describe('What counts as a change, and who decides on it.'),
  milestones: z
    .array(
      z.strictObject({
        id: identifier,
        title: line,
        owedBy: side,
        dueOn: plainDate.optional(),
        within: target.optional(),
      }),
    )
    .max(200)
    .optional(),
})

/** Customers' renewals, due before their dates. */
export const customerRenewals = z.strictObject({
  owedBy: side.optional(),
  startBefore: target
    .optional()
    .describe('How long before the renewal date the work starts, for example "90 calendar days".'),
  text: prose.optional(),
})

export type Delivery = z.output<typeof delivery>
export type CustomerRenewals = z.output<typeof customerRenewals>
