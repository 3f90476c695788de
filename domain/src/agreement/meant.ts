import { z } from 'zod'
import { line } from './identifier.ts'

/**
 * A warning or a hint of the audit that both sides know and leave as it is. It is part of the terms, and so of the
 * hash: whoever accepts them has read the reason. Places name items of lists by what they are called, because their
 * position means nothing.
 */
export const meantPoint = z.strictObject({
  code: z
    .string()
    .regex(
      /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/,
      'a finding has a code like "targets.one-sided"',
    )
    .max(100)
    .describe('The code of the finding, for example "targets.critical-business-only".'),
  at: z
    .string()
    .regex(/^(?:\/[^/]+)+$/, 'a place is written like "/targets/case.response/byPriority/critical"')
    .max(500)
    .optional()
    .describe(
      'Only at this place, items of lists by their names: "/targets/case.response"; left out, everywhere.',
    ),
  because: line.describe('Why it is meant so.'),
})

export type MeantPoint = z.output<typeof meantPoint>
