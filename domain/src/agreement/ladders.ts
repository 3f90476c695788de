import { z } from 'zod'
import { readTrigger, type Trigger } from '../commitment/ladder.ts'
import { identifier, line } from './identifier.ts'
import { side } from './people.ts'
import { commitmentKind } from './targets.ts'

/** When a level is called: `75 %`, `at breach`, `2 hours before due`, `1 day after due`, `1 hour without acknowledgement`. */
const trigger = z
  .string()
  .describe('When this level is called, for example "75 %", "at breach" or "2 hours after due".')
  .transform((text, context): Trigger => {
    const read = readTrigger(text)
    if (read.ok) return read.value
    context.addIssue({
      code: 'custom',
      message: read.refusal.sentence,
      params: { fix: read.refusal.fix },
    })
    return z.NEVER
  })

const level = z.strictObject({
  level: z.int().min(1).max(20),
  position: identifier.optional(),
  trigger: trigger.optional(),
  channels: z
    .array(z.enum(['in-app', 'email', 'sms', 'phone', 'webhook']))
    .max(5)
    .optional(),
  mustAcknowledge: z.boolean().optional(),
  outsideHours: z
    .boolean()
    .optional()
    .describe('Whether this level may be called outside working hours.'),
  note: line.optional(),
})

/** Section 4. Who is called, in which order and when, if the owing side does not keep its word. */
export const ladder = z.strictObject({
  side: side.describe('The owing side: a ladder climbs inside the side that is late.'),
  kinds: z.array(commitmentKind).max(50).optional().describe('Left out: for every kind.'),
  levels: z.array(level).max(20),
})

export type AgreementLadder = z.output<typeof ladder>
