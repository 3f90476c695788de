import { z } from 'zod'
import { plainDate } from './dates.ts'
import { identifier, line } from './identifier.ts'

export const side = z.enum(['vendor', 'partner'])

const absence = z.strictObject({ from: plainDate, until: plainDate, reason: line.optional() })

/** A person either side names. The agreement names people so that it can be judged alone, years later. */
export const person = z.strictObject({
  id: identifier,
  name: line,
  side,
  email: z.email().optional(),
  absences: z.array(absence).max(100).optional(),
})

const holder = z.strictObject({
  person: identifier,
  deputy: identifier.optional().describe('Who acts while the person is absent.'),
  from: plainDate.optional(),
  until: plainDate.optional(),
})

/** What responsibilities, ladders and rules name. People hold positions; positions do not change with people. */
export const position = z.strictObject({
  id: identifier,
  side,
  title: line,
  team: z.boolean().optional().describe('True for a team or a shared desk rather than one person.'),
  holders: z.array(holder).max(50).optional(),
})

export type Person = z.output<typeof person>
export type Position = z.output<typeof position>
