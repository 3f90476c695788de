import { z } from 'zod'
import { commitmentKind } from './targets.ts'
import { identifier, line, prose } from './identifier.ts'
import { side } from './people.ts'

/**
 * Section 2. One activity of the matrix, in RACI: who does it (responsible), who answers for it (accountable, exactly
 * one), who is asked (consulted), who is told (informed). All name positions.
 *
 * `ticked` holds what a tick matrix says before anyone has named positions: a row ticked by both sides is the first
 * classic failure, because each assumes the other will do it.
 */
export const responsibility = z.strictObject({
  activity: identifier.describe(
    'The name of the activity in short, for example "lead-generation".',
  ),
  label: line.describe('The activity as it is printed, for example "Lead generation".'),
  responsible: z
    .array(identifier)
    .max(20)
    .optional()
    .describe('R: the positions that do it; the first gets new work.'),
  accountable: z
    .union([identifier.transform((one) => [one]), z.array(identifier).max(20)])
    .optional()
    .describe(
      'A: the one position that answers for it. Two are possible in a draft; the audit asks.',
    ),
  consulted: z.array(identifier).max(20).optional().describe('C: positions that are asked before.'),
  informed: z.array(identifier).max(20).optional().describe('I: positions that are told after.'),
  ticked: z
    .array(side)
    .max(2)
    .optional()
    .describe('Which sides a tick matrix ticked, before anybody named positions.'),
  commitments: z
    .array(commitmentKind)
    .max(20)
    .optional()
    .describe('Kinds of commitment that come from this activity, for example case.response.'),
  note: prose.optional().describe('What the letters cannot say.'),
})

export type Responsibility = z.output<typeof responsibility>
