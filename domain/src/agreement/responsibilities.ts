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
  activity: identifier,
  label: line,
  responsible: z.array(identifier).max(20).optional(),
  accountable: z
    .union([identifier.transform((one) => [one]), z.array(identifier).max(20)])
    .optional()
    .describe('One position. Two are possible in a draft and reported by the audit.'),
  consulted: z.array(identifier).max(20).optional(),
  informed: z.array(identifier).max(20).optional(),
  ticked: z.array(side).max(2).optional(),
  commitments: z
    .array(commitmentKind)
    .max(20)
    .optional()
    .describe('Kinds of commitment that come from this activity, for example case.response.'),
  note: prose.optional(),
})

export type Responsibility = z.output<typeof responsibility>
