import { z } from 'zod'
import type { LocalInterval } from '../time/calendar-definition.ts'
import { plainDate } from './dates.ts'
import { identifier, line } from './identifier.ts'
import { side } from './people.ts'

const interval = z
  .string()
  .regex(
    /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/,
    'write opening hours as "09:00-17:00"; the end may be "24:00" or lie past midnight',
  )
  .transform((text): LocalInterval => text)

const dayHours = z.array(interval).max(12)

const holiday = z.strictObject({ date: plainDate, name: line })

/** Where the dates of the holidays came from; kept so that they can be resolved again in a later version. */
const holidaySource = z.union([
  z.strictObject({
    country: z.string().regex(/^[A-Z]{2}$/, 'use the two capital letters of ISO 3166, like "DE"'),
    state: line.optional(),
    region: line.optional(),
  }),
  z.strictObject({ ics: line }),
])

/** Opening hours of one side, or of a desk. Signed with its holidays as dates. */
export const calendar = z.strictObject({
  id: identifier,
  title: line.optional(),
  side: side
    .optional()
    .describe('The side whose calendar this is; used by default when that side owes.'),
  timeZone: line.describe('An IANA name, for example "Europe/Berlin".'),
  week: z.strictObject({
    mon: dayHours.optional(),
    tue: dayHours.optional(),
    wed: dayHours.optional(),
    thu: dayHours.optional(),
    fri: dayHours.optional(),
    sat: dayHours.optional(),
    sun: dayHours.optional(),
  }),
  holidaySources: z.array(holidaySource).max(20).optional(),
  holidays: z.array(holiday).max(2000).optional(),
  holidaysResolvedUntil: plainDate.optional(),
  exceptions: z
    .array(z.strictObject({ date: plainDate, open: dayHours, reason: line.optional() }))
    .max(1000)
    .optional(),
})

export type AgreementCalendar = z.output<typeof calendar>
