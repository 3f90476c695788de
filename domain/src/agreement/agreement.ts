/**
 * The agreement: what a vendor and a partner owe each other, as data. Six sections (scope, responsibilities, response
 * times, escalation, reporting, term) and delivery, plus what they need to be judged alone: parties, people, positions,
 * priorities, calendars with their holidays as dates.
 *
 * The surprising rule: almost everything may be missing. A draft is what people have, not what they should have; the
 * form (`agreementFile`) says what is readable, the references (`references.ts`) what holds together, and the coverage
 * audit what is missing. A version that the audit calls wrong cannot be proposed, but it can always be read and saved.
 */
import { z } from 'zod'
import { calendar } from './calendars.ts'
import { plainDate } from './dates.ts'
import { customerRenewals, delivery } from './delivery.ts'
import { identifier, line, prose } from './identifier.ts'
import { ladder } from './ladders.ts'
import { parties } from './parties.ts'
import { person, position, side } from './people.ts'
import { report } from './reporting.ts'
import { responsibility } from './responsibilities.ts'
import { scope } from './scope.ts'
import { breachCost, commitmentKind, pauseRule, priority, targetRow } from './targets.ts'
import { term } from './term.ts'

export const agreementFormat = 'entente/agreement@1'

const contentHash = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'a hash is "sha256:" and 64 hexadecimal digits')

/** The version this one amends, by number and hash, and what happens to work that is open when it takes effect. */
const amendment = z.strictObject({
  version: z.int().min(1),
  hash: contentHash.optional(),
  openWork: z
    .array(z.strictObject({ kind: commitmentKind, apply: z.enum(['keep', 'retarget']) }))
    .max(50)
    .optional(),
})

/** Consent of one side's authorised signatory to one hash. Not part of the terms, so not part of the hash. */
const acceptance = z.strictObject({
  side,
  person: identifier,
  position: identifier.optional(),
  hash: contentHash,
  at: z.iso.datetime({ offset: true }),
})

const rulebookReference = z.strictObject({
  id: line,
  version: line.optional(),
  acknowledgements: z
    .array(z.strictObject({ side, person: identifier, on: plainDate }))
    .max(500)
    .optional(),
})

/** The agreement as a file, YAML or JSON. */
export const agreementFile = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(agreementFormat),
  id: identifier,
  title: line.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'use a language tag like "en" or "de-AT"')
    .optional(),
  version: z.int().min(1).max(100_000).optional().describe('1 for the first; left out it is 1.'),
  status: z
    .enum(['template', 'draft', 'proposed', 'accepted', 'in-force', 'expiring', 'ended'])
    .optional(),
  effectiveOn: plainDate.optional(),
  amends: amendment.optional(),
  parties,
  scope: scope.optional(),
  people: z.array(person).max(1000).optional(),
  positions: z.array(position).max(200).optional(),
  responsibilities: z.array(responsibility).max(300).optional(),
  priorities: z.array(priority).max(20).optional().describe('Most urgent first.'),
  targets: z.array(targetRow).max(200).optional(),
  pauses: z.array(pauseRule).max(50).optional(),
  breachCost: breachCost.optional(),
  calendars: z.array(calendar).max(50).optional(),
  ladders: z.array(ladder).max(20).optional(),
  delivery: delivery.optional(),
  customerRenewals: customerRenewals.optional(),
  reports: z.array(report).max(100).optional(),
  term: term.optional(),
  rulebook: rulebookReference.optional(),
  notes: z
    .array(z.strictObject({ source: line.optional(), text: prose }))
    .max(1000)
    .optional()
    .describe('Words of an imported document that no section holds, kept as they were.'),
  acceptances: z.array(acceptance).max(20).optional(),
})

/** What a person writes: short forms such as "4 business hours" allowed. */
export type AgreementFile = z.input<typeof agreementFile>

/** What the product works on: every short form read, every reference still by name. */
export type Agreement = z.output<typeof agreementFile>
