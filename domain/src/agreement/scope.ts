import { z } from 'zod'
import { line, prose } from './identifier.ts'

/** Section 1. What the partnership covers; it gates cases, deals and leads. */
export const scope = z.strictObject({
  summary: prose.optional(),
  products: z.array(line).max(500).optional(),
  territories: z
    .array(line)
    .max(500)
    .optional()
    .describe('Countries or regions, as both sides name them.'),
  segments: z.array(line).max(200).optional(),
  exclusions: z.array(line).max(200).optional().describe('What is expressly not covered.'),
})

export type Scope = z.output<typeof scope>
