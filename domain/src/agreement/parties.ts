import { z } from 'zod'
import { line } from './identifier.ts'

/** One of the two organisations. A draft from a template may not name it yet; the audit asks. */
const party = z.strictObject({
  name: line.optional().describe('The name people use, for example "Larkfield Robotics".'),
  legalName: line.optional().describe('The name in the commercial register.'),
  registration: line.optional().describe('Register and number, or tax id.'),
  address: line.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'use the two capital letters of ISO 3166, like "DE"')
    .optional(),
})

/** How the partner earns: shares in percent that add up to 100, because real partners mix the models. */
const modelMix = z.strictObject({
  service: z.number().min(0).max(100).optional(),
  development: z.number().min(0).max(100).optional(),
  transaction: z.number().min(0).max(100).optional(),
  ecosystem: z.number().min(0).max(100).optional(),
})

export const parties = z.strictObject({
  vendor: party,
  partner: party.extend({ models: modelMix.optional() }),
})

export type Parties = z.output<typeof parties>
