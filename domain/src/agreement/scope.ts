import { z } from 'zod'
import { line, prose } from './identifier.ts'

/** Section 1. What the partnership covers; it gates cases, deals and leads. */
export const scope = z.strictObject({
  summary: prose.optional().describe('What the partnership covers, in a sentence or two.'),
  products: z.array(line).max(500).optional().describe('Products and services that are covered.'),
  territories: z
    .array(line)
    .max(500)
    .optional()
    .describe('Countries or regions, as both sides name them.'),
  segments: z
    .array(line)
    .max(200)
    .optional()
    .describe('Kinds of customers, for example warehouses or hospitals.'),
  exclusions: z.array(line).max(200).optional().describe('What is expressly not covered.'),
})

export type Scope = z.output<typeof scope>
