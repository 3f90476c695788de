import { z } from 'zod'
import { line } from './identifier.ts'

/** One of the two organisations. A draft from a template may not name it yet; the audit asks. */
const party = z.strictObject({
  name: line.optional().describe('The name people use, for example "Larkfield Robotics".'),
  legalName: line.optional().describe('The name in the commercial register.'),
  registration: line.optional().describe('Register and number, or tax id.'),
  address: line.optional().describe('Street, postal code, town.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'use the two capital letters of ISO 3166, like "DE"')
    .optional()
    .describe('The two capital letters of ISO 3166, for example "NO".'),
})

const share = z.number().min(0).max(100).optional()

/** How the partner earns: shares in percent that add up to 100, because real partners mix the models. */
const modelMix = z.strictObject({
  service: share.describe('Earns by services around the product, in percent.'),
  development: share.describe('Earns by building its own solution on the product, in percent.'),
  transaction: share.describe('Earns by the margin of resale, in percent.'),
  ecosystem: share.describe('Earns by influence and referral, in percent.'),
})

export const parties = z.strictObject({
  vendor: party.describe('The organisation whose products the partnership is about.'),
  partner: party
    .extend({
      models: modelMix
        .optional()
        .describe('How the partner earns: shares in percent that add up to 100.'),
    })
    .describe('The organisation that sells, delivers or supports them.'),
})

export type Parties = z.output<typeof parties>
