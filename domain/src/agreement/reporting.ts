import { z } from 'zod'
import { identifier, line, prose } from './identifier.ts'
import { target } from './targets.ts'

/** Section 5. One report or review that is owed at a fixed rhythm. */
export const report = z.strictObject({
  id: identifier,
  title: line,
  cadence: z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly']),
  owner: identifier.optional().describe('The position that delivers it.'),
  audience: z.array(identifier).max(50).optional(),
  contents: z.array(line).max(100).optional(),
  due: target.optional().describe('How long after the end of the period it is due.'),
  text: prose.optional(),
})

export type Report = z.output<typeof report>
