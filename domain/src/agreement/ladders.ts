import { z } from 'zod'
import { readTrigger } from '../commitment/ladder.ts'
import { identifier, line } from './identifier.ts'
import { readInto } from './own-words.ts'
import { side } from './people.ts'
import { commitmentKind } from './targets.ts'

/** When a level is called: `75 %`, `at breach`, `2 hours before due`, `1 day after due`, `1 hour without acknowledgement`. */
const trigger = z
  .string()
  .meta({
    pattern: String.raw`%|[Pp][Ee][Rr]|[Bb][Rr][Ee][Aa][Cc][Hh]|[Dd][Uu][Ee]|[Dd][Ee][Aa][Dd][Ll][Ii][Nn][Ee]|[Aa][Cc][Kk][Nn][Oo][Ww]|[Aa][Nn][Ss][Ww][Ee][Rr]`,
  })
  .describe('When this level is called, for example "75 %", "at breach" or "2 hours after due".')
  .transform(readInto(readTrigger))

const level = z.strictObject({
  level: z.int().min(1).max(20).describe('1 is called first.'),
  position: identifier.optional().describe('Who is called: a position of the same side.'),
  trigger: trigger.optional(),
  channels: z
    .array(z.enum(['in-app', 'email', 'sms', 'phone', 'webhook']))
    .max(5)
    .optional()
    .describe('How this level is called.'),
  mustAcknowledge: z
    .boolean()
    .optional()
    .describe('Whether this level must say that it has taken over.'),
  outsideHours: z
    .boolean()
    .optional()
    .describe('Whether this level may be called outside working hours.'),
  note: line.optional().describe('What the fields cannot say.'),
})

/** Section 4. Who is called, in which order and when, if the owing side does not keep its word. */
export const ladder = z.strictObject({
  side: side.describe('The owing side: a ladder climbs inside the side that is late.'),
  kinds: z.array(commitmentKind).max(50).optional().describe('Left out: for every kind.'),
  levels: z.array(level).max(20).describe('In the order in which they are called.'),
})

export type AgreementLadder = z.output<typeof ladder>
