import { z } from 'zod'
import type { CommitmentKind } from '../commitment/kind.ts'
import { readTarget } from '../time/target.ts'
import { identifier, line, prose } from './identifier.ts'
import { readInto } from './own-words.ts'
import { side } from './people.ts'

export const commitmentKind = z
  .string()
  .regex(
    /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/,
    'a kind is subject.promise, like "case.response"',
  )
  .transform((text) => text as CommitmentKind)

const targetObject = z.strictObject({
  amount: z.number().positive().max(1_000_000).describe('How many.'),
  unit: z.enum(['minutes', 'hours', 'days']).describe('Of what.'),
  basis: z
    .enum(['business', 'elapsed', 'calendar'])
    .optional()
    .describe(
      'business: open time of the calendar; elapsed: all time; calendar: dates, with days only.',
    ),
})

/**
 * For editors: text that names a unit. The reader of targets says more precisely what it cannot read, and says it in
 * words, so this pattern is no check of its own.
 */
const unitPattern = String.raw`(?:[Mm](?:[Ii][Nn](?:[Uu][Tt][Ee])?[Ss]?)?|[Hh](?:[Oo][Uu])?(?:[Rr][Ss]?)?|[Dd](?:[Aa][Yy][Ss]?)?)(?![A-Za-z])`

/** `4 business hours`, `30 elapsed minutes`, `5 business days`, `10 calendar days`, or the same as an object. */
export const target = z
  .union([z.string().meta({ pattern: unitPattern }), targetObject])
  .describe(
    'A time such as "4 business hours", "24 elapsed hours", "5 business days" or "10 calendar days".',
  )
  .transform((value) =>
    typeof value === 'string'
      ? value
      : `${value.amount} ${value.basis ?? ''} ${value.unit}`.replace(/\s+/g, ' '),
  )
  .transform(readInto(readTarget))

/** A share of the budget: `75 %` or 0.75 as a number of percent. */
const percent = z
  .union([
    z.number().gt(0).max(1000),
    z
      .string()
      .regex(/^\s*\d+(?:\.\d+)?\s*%\s*$/, 'write a percentage, like "75 %"')
      .transform((text) => Number.parseFloat(text)),
  ])
  .describe('Percent of the budget, for example "75 %".')

/** Section 3. How fast one kind of commitment is owed, by priority. */
export const targetRow = z.strictObject({
  kind: commitmentKind.describe(
    'What is promised, for example case.response or registration.decision.',
  ),
  owedBy: z
    .enum(['vendor', 'partner', 'both'])
    .optional()
    .describe(
      'Which side owes it; "both" (the default) binds each side when it is the one that owes.',
    ),
  target: target.optional().describe('One target whatever the priority.'),
  byPriority: z
    .record(identifier, target)
    .optional()
    .describe('A target for each priority of the agreement.'),
  calendar: identifier.optional().describe('Left out, the calendar of the side that owes counts.'),
  warnAt: percent.optional(),
  startsAt: z
    .enum(['opening', 'assignment', 'approval', 'submission', 'period-end'])
    .optional()
    .describe('What starts the clock.'),
  metBy: z
    .array(identifier)
    .max(20)
    .optional()
    .describe('The acts that stop the clock, for example public-reply.'),
  recurring: z
    .enum(['while-they-wait', 'while-open'])
    .optional()
    .describe(
      'For updates: owed while the other side waits for us, or as long as the work is open.',
    ),
  handover: z
    .enum(['keep', 'restart'])
    .optional()
    .describe('What handing the work to another owner does to the clock.'),
  percentile: z
    .strictObject({
      share: z.number().gt(0).max(100).describe('Percent of the work.'),
      within: target,
    })
    .optional()
    .describe('A measure rather than a promise: this share of the work within this time.'),
  text: prose.optional().describe('What the fields cannot say.'),
})

export const priority = z.strictObject({
  id: identifier.describe('The name in short, for example "critical".'),
  label: line.describe('The name as it is printed.'),
  definition: prose
    .optional()
    .describe('When work has this priority, so that both sides choose the same.'),
})

/** Why a clock may stand still. A pause needs a reason that is written here. */
export const pauseRule = z.strictObject({
  reason: identifier.describe('The reason in short, for example "waiting-for-customer".'),
  label: line.describe('The reason as both sides read it.'),
  kinds: z
    .array(commitmentKind)
    .max(50)
    .optional()
    .describe(
      'Left out: every kind that pauses by nature (resolution, completion, update), never a response.',
    ),
  at: z.array(side).max(2).optional().describe('Which side may ask for this pause.'),
})

export const breachCost = z.strictObject({
  mode: z
    .enum(['none', 'service-credit', 'fee', 'review'])
    .describe('Nothing, a credit, a fee, or a word in the next review.'),
  text: prose.optional().describe('The clause in words.'),
  credits: z
    .array(
      z.strictObject({
        kind: commitmentKind.describe('The kind of commitment that was broken.'),
        priority: identifier.optional().describe('Left out: whatever the priority.'),
        percent: z.number().gt(0).max(100).describe('How much is credited for one breach.'),
        of: line.optional().describe('Of what, for example "the monthly fee".'),
      }),
    )
    .max(100)
    .optional()
    .describe('What each breach costs.'),
  capPercent: z
    .number()
    .gt(0)
    .max(100)
    .optional()
    .describe('The most that all breaches together cost, in percent.'),
})

export type TargetRow = z.output<typeof targetRow>
export type Priority = z.output<typeof priority>
export type PauseRule = z.output<typeof pauseRule>
export type BreachCost = z.output<typeof breachCost>
