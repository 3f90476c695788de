import { z } from 'zod'
import type { LocalInterval } from '../time/calendar-definition.ts'
import { openZone } from '../time/zone.ts'
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

const dayHours = z
  .array(interval)
  .max(12)
  .describe('Intervals of local time, for example ["09:00-12:00", "13:00-17:00"].')

const holiday = z.strictObject({
  date: plainDate.describe('The day that is closed.'),
  name: line.describe('What it is called.'),
})

/** Where the dates of the holidays came from; kept so that they can be resolved again in a later version. */
const holidaySource = z.union([
  z.strictObject({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'use the two capital letters of ISO 3166, like "DE"')
      .describe('The two capital letters of ISO 3166, for example "DE".'),
    state: line.optional().describe('The code of a state, for example "BY".'),
    region: line.optional().describe('The code of a region within it.'),
  }),
  z.strictObject({ ics: line.describe('The name or address of an ICS file.') }),
])

/** An unknown zone is refused where it is read: no hour could be counted in it. */
const timeZone = line.superRefine((name, context) => {
  const zone = openZone(name)
  if (zone.ok) return
  const { sentence, fix } = zone.refusal
  context.addIssue({ code: 'custom', message: sentence, params: { fix } })
})

/** Opening hours of one side, or of a desk. Signed with its holidays as dates. */
export const calendar = z.strictObject({
  id: identifier.describe('How targets name this calendar, for example "vendor-office".'),
  title: line.optional().describe('What it is called in print.'),
  side: side
    .optional()
    .describe('The side whose calendar this is; used by default when that side owes.'),
  timeZone: timeZone.describe('An IANA name, for example "Europe/Berlin".'),
  week: z
    .strictObject({
      mon: dayHours.optional(),
      tue: dayHours.optional(),
      wed: dayHours.optional(),
      thu: dayHours.optional(),
      fri: dayHours.optional(),
      sat: dayHours.optional(),
      sun: dayHours.optional(),
    })
    .describe('Opening hours by day; a day that is left out is closed.'),
  holidaySources: z
    .array(holidaySource)
    .max(20)
    .optional()
    .describe('Where the holidays came from, to resolve them again in a later version.'),
  holidays: z
    .array(holiday)
    .max(2000)
    .optional()
    .describe('Closed days as dates. Only these are signed, never a rule.'),
  holidaysResolvedUntil: plainDate
    .optional()
    .describe('The last day for which holidays are known; past it only the weekly hours count.'),
  exceptions: z
    .array(
      z.strictObject({
        date: plainDate.describe('The day.'),
        open: dayHours.describe(
          'Its hours in place of the usual ones and of a holiday; an empty list is closed.',
        ),
        reason: line.optional().describe('Why.'),
      }),
    )
    .max(1000)
    .optional()
    .describe('Single days with hours of their own.'),
})

export type AgreementCalendar = z.output<typeof calendar>
