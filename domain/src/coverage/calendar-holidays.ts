import type { AgreementCalendar } from '../agreement/calendars.ts'
import { pointer } from '../agreement/pointer.ts'
import { isAlwaysOpen } from './calendar-of-side.ts'
import { finding } from './catalogued-finding.ts'
import type { Rule, Subject } from './subject.ts'

/**
 * Holidays as dates, known long enough. A calendar that never closes needs none. Dates come from a library or a feed
 * that the domain does not have, so the fixes are sentences that name the command.
 */
export const auditHolidays: Rule = (subject) =>
  (subject.agreement.calendars ?? []).flatMap((calendar, index) =>
    isAlwaysOpen(calendar) ? [] : auditOne(subject, calendar, index),
  )

function auditOne({ agreement, today }: Subject, calendar: AgreementCalendar, index: number) {
  const path = pointer(['calendars', index, 'holidays'])
  const resolved = calendar.holidaysResolvedUntil
  const dates = calendar.holidays ?? []
  const country = agreement.parties[calendar.side ?? 'vendor'].country
  const command = `entente calendar holidays --country ${country ?? 'COUNTRY'} --from ${today.slice(0, 4)}`
  if (dates.length === 0 && resolved === undefined) {
    return (calendar.holidaySources ?? []).length > 0
      ? [
          finding('calendars.holidays-not-resolved', {
            path,
            what: `The holidays of "${calendar.id}" are named by their source only.`,
            fix: `Resolve them to dates: ${command}.`,
          }),
        ]
      : [
          finding('calendars.holidays-missing', {
            path,
            what: `The calendar "${calendar.id}" has no holidays.`,
            fix: `Add them as dates: "${command}" prints them to paste.`,
          }),
        ]
  }
  const last = resolved ?? lastOf(calendar)
  if (last === undefined) return []
  if (last < today) {
    return [
      finding('calendars.holidays-past', {
        path,
        what: `The holidays of "${calendar.id}" are known until ${last} only.`,
        fix: `Add those of the coming years in an amendment: ${command}.`,
      }),
    ]
  }
  const end = agreement.term?.endsOn
  if (resolved === undefined || end === undefined || resolved >= end) return []
  return [
    finding('calendars.holidays-end-before-term', {
      path: pointer(['calendars', index, 'holidaysResolvedUntil']),
      what: `The holidays of "${calendar.id}" are known until ${resolved}, the agreement runs until ${end}.`,
      fix: `Add the holidays until ${end}: ${command} --to ${end.slice(0, 4)}.`,
    }),
  ]
}

const lastOf = ({ holidays = [] }: AgreementCalendar) =>
  holidays
    .map((one) => one.date)
    .toSorted()
    .at(-1)
