import { z } from 'zod'
import { plainDate } from './dates.ts'
import { identifier, line } from './identifier.ts'

export const side = z.enum(['vendor', 'partner'])

const absence = z.strictObject({
  from: plainDate.describe('The first day away.'),
  until: plainDate.describe('The last day away, included.'),
  reason: line.optional().describe('Why, if it is to be known.'),
})

/** A person either side names. The agreement names people so that it can be judged alone, years later. */
export const person = z.strictObject({
  id: identifier.describe(
    'How other parts of the agreement name this person, for example "ada-berg".',
  ),
  name: line.describe('The name as it is spoken and printed.'),
  side: side.describe('The side for which this person acts.'),
  email: z.email().optional().describe('Where this person is told and called.'),
  absences: z.array(absence).max(100).optional().describe('Days on which the deputy acts.'),
})

const holder = z.strictObject({
  person: identifier.describe('The id of a person of the same side.'),
  deputy: identifier.optional().describe('Who acts while the person is absent.'),
  from: plainDate.optional().describe('The first day; left out, always so far.'),
  until: plainDate.optional().describe('The last day, included; left out, until further notice.'),
})

/** What responsibilities, ladders and rules name. People hold positions; positions do not change with people. */
export const position = z.strictObject({
  id: identifier.describe(
    'How other parts of the agreement name this position, for example "channel-manager".',
  ),
  side: side.describe('The side to which the position belongs.'),
  title: line.describe('What the position is called, for example "Channel manager".'),
  team: z.boolean().optional().describe('True for a team or a shared desk rather than one person.'),
  holders: z.array(holder).max(50).optional().describe('Who holds it, first who acts first.'),
})

export type Person = z.output<typeof person>
export type Position = z.output<typeof position>
