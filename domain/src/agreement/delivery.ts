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
      criteria: z
        .array(prose)
        .max(100)
        .optional()
        .describe('What must be true for a delivery to be accepted.'),
      within: target.optional().describe('How long the receiving side has to accept or refuse.'),
      onSilence: z
        .enum(['accepted-with-notice', 'escalate', 'refused'])
        .optional()
        .describe('What it means when nobody answers in that time.'),
    })
    .optional()
    .describe('How a delivery is accepted.'),
  delayBorneBy: z
    .enum(['vendor', 'partner', 'whoever-causes-it'])
    .optional()
    .describe('Who bears the cost of a delay.'),
  delayText: prose.optional().describe('How a delay is told and borne, in words.'),
  change: prose.optional().describe('What counts as a change, and who decides on it.'),
  milestones: z
    .array(
      z.strictObject({
        id: identifier.describe('The name in short.'),
        title: line.describe('What is reached.'),
        owedBy: side.describe('The side that owes it.'),
        dueOn: plainDate.optional().describe('The day by which it is due.'),
        within: target.optional(),
      }),
    )
    .max(200)
    .optional()
    .describe('Steps of the delivery, each a commitment.'),
})

/** Customers' renewals, due before their dates. */
export const customerRenewals = z.strictObject({
  owedBy: side.optional().describe('The side that starts the renewal.'),
  startBefore: target
    .optional()
    .describe('How long before the renewal date the work starts, for example "90 calendar days".'),
  text: prose.optional().describe('What the fields cannot say.'),
})

export type Delivery = z.output<typeof delivery>
export type CustomerRenewals = z.output<typeof customerRenewals>
