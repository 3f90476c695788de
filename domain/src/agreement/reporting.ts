import { z } from 'zod'
import { identifier, line, prose } from './identifier.ts'
import { target } from './targets.ts'

/** Section 5. One report or review that is owed at a fixed rhythm. */
export const report = z.strictObject({
  id: identifier.describe('The name in short, for example "monthly-pipeline-review".'),
  title: line.describe('The name as it is printed.'),
  cadence: z
    .enum(['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'])
    .describe('How often it is owed.'),
  owner: identifier.optional().describe('The position that delivers it.'),
  audience: z.array(identifier).max(50).optional().describe('The positions that receive it.'),
  contents: z.array(line).max(100).optional().describe('What it contains, in its order.'),
  due: target.optional().describe('How long after the end of the period it is due.'),
  text: prose.optional().describe('What the fields cannot say.'),
})

export type Report = z.output<typeof report>
