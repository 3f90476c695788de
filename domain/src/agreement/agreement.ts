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
import { meantPoint } from './meant.ts'
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
  version: z.int().min(1).describe('The number of the version before.'),
  hash: contentHash.optional().describe('Its hash, so that nobody can edit it afterwards.'),
  openWork: z
    .array(
      z.strictObject({
        kind: commitmentKind.describe('A kind of commitment.'),
        apply: z
          .enum(['keep', 'retarget'])
          .describe('Whether open work keeps its old target or gets the new one.'),
      }),
    )
    .max(50)
    .optional()
    .describe('What happens to work that is open when this version takes effect.'),
})

/** Consent of one side's authorised signatory to one hash. Not part of the terms, so not part of the hash. */
const acceptance = z.strictObject({
  side: side.describe('The side that accepts.'),
  person: identifier.describe('Its signatory.'),
  position: identifier.optional().describe('The position in which the signatory acts.'),
  hash: contentHash.describe('The terms that are accepted.'),
  at: z.iso.datetime({ offset: true }).describe('When, for example "2026-12-01T10:00:00+01:00".'),
})

const rulebookReference = z.strictObject({
  id: line.describe('The name of the rulebook.'),
  version: line.optional().describe('Which version of it.'),
  acknowledgements: z
    .array(
      z.strictObject({
        side: side.describe('The side of the person.'),
        person: identifier.describe('Who has read it.'),
        on: plainDate.describe('When.'),
      }),
    )
    .max(500)
    .optional()
    .describe('Who has acknowledged the rulebook. That is not consent to it.'),
})

/** The agreement as a file, YAML or JSON. */
export const agreementFile = z.strictObject({
  $schema: z.string().optional().describe('Where an editor finds the JSON Schema.'),
  format: z.literal(agreementFormat).describe('Says that the file is an agreement of this form.'),
  id: identifier.describe('The name of the agreement, the same in all its versions.'),
  title: line.optional().describe('What stands on the first page.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'use a language tag like "en" or "de-AT"')
    .optional()
    .describe('The language of the text, for example "en".'),
  version: z.int().min(1).max(100_000).optional().describe('1 for the first; left out it is 1.'),
  status: z
    .enum(['template', 'draft', 'proposed', 'accepted', 'in-force', 'expiring', 'ended'])
    .optional()
    .describe('The state, as far as acceptances and dates do not say it.'),
  effectiveOn: plainDate
    .optional()
    .describe('In force from this day, or from the second acceptance if that is later.'),
  amends: amendment.optional().describe('The version that this one replaces.'),
  parties: parties.describe('The two sides.'),
  scope: scope.optional().describe('1. What the partnership covers.'),
  people: z.array(person).max(1000).optional().describe('People of both sides.'),
  positions: z
    .array(position)
    .max(200)
    .optional()
    .describe('Positions that matrix, ladders and reports name, and who holds them.'),
  responsibilities: z
    .array(responsibility)
    .max(300)
    .optional()
    .describe('2. Who does what: RACI for each activity.'),
  priorities: z.array(priority).max(20).optional().describe('Most urgent first.'),
  targets: z
    .array(targetRow)
    .max(200)
    .optional()
    .describe('3. How fast each kind of commitment is owed.'),
  pauses: z.array(pauseRule).max(50).optional().describe('Why a clock may stand still.'),
  breachCost: breachCost.optional().describe('What a breach costs.'),
  calendars: z.array(calendar).max(50).optional().describe('When time counts.'),
  ladders: z
    .array(ladder)
    .max(20)
    .optional()
    .describe('4. Who is called, and when; one for each side.'),
  delivery: delivery.optional().describe('Handover, acceptance, delay, change.'),
  customerRenewals: customerRenewals
    .optional()
    .describe("Who starts the renewal of a customer's contract, and how early."),
  reports: z.array(report).max(100).optional().describe('5. Reports and reviews that are owed.'),
  term: term.optional().describe('6. From when to when, how it goes on, how it ends.'),
  rulebook: rulebookReference.optional().describe('The rules of engagement that apply beside it.'),
  notes: z
    .array(
      z.strictObject({
        source: line.optional().describe('Where the words stood.'),
        text: prose.describe('The words.'),
      }),
    )
    .max(1000)
    .optional()
    .describe('Words of an imported document that no section holds, kept as they were.'),
  meant: z
    .array(meantPoint)
    .max(200)
    .optional()
    .describe('Warnings and hints of the audit that both sides know and mean so.'),
  acceptances: z
    .array(acceptance)
    .max(20)
    .optional()
    .describe('Consent of each side to the hash of these terms.'),
})

/** What a person writes: short forms such as "4 business hours" allowed. */
export type AgreementFile = z.input<typeof agreementFile>

/** What the product works on: every short form read, every reference still by name. */
export type Agreement = z.output<typeof agreementFile>
