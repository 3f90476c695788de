import type { AgreementCalendar } from '../agreement/calendars.ts'
import { pointer } from '../agreement/pointer.ts'
import type { PlainDate } from '../kernel/instant.ts'
import { isAlwaysOpen } from './calendar-of-side.ts'
import { finding } from './catalogued-finding.ts'
import { set } from './edit.ts'
import type { FindingCode } from './findings-catalogue.ts'
import { daysBetween, plusPeriod } from './local-day.ts'
import type { HolidayPlace, Rule, Subject } from './subject.ts'

/**
 * Holidays as dates, known long enough. A calendar that never closes needs none. Dates come from a library that the
 * domain does not have; where the caller gives it, a fix fills in the public holidays of the country.
 */
export const auditHolidays: Rule = (subject) =>
  (subject.agreement.calendars ?? []).flatMap((calendar, index) => {
    const fault = isAlwaysOpen(calendar) ? undefined : faultOf(subject, calendar)
    if (fault === undefined) return []
    const country = placeOf(subject, calendar)?.country
    const command = `entente calendar holidays --country ${country ?? 'COUNTRY'}`
    return [
      finding(fault.code, {
        path: pointer(['calendars', index, fault.field]),
        what: fault.what,
        fix: `Add them as dates${country === undefined ? '' : `, those of ${country} and of your region`}; "${command} --from ${subject.today.slice(0, 4)}" prints them.`,
        patch: datesFor(subject, calendar, index),
      }),
    ]
  })

interface Fault {
  readonly code: FindingCode
  readonly field: 'holidays' | 'holidaysResolvedUntil'
  readonly what: string
}

function faultOf({ agreement, today }: Subject, calendar: AgreementCalendar): Fault | undefined {
  const { id, holidaysResolvedUntil: resolved, holidays = [], holidaySources = [] } = calendar
  if (holidays.length === 0 && resolved === undefined) {
    return holidaySources.length > 0
      ? {
          code: 'calendars.holidays-not-resolved',
          field: 'holidays',
          what: `The holidays of "${id}" are named by their source only.`,
        }
      : {
          code: 'calendars.holidays-missing',
          field: 'holidays',
          what: `The calendar "${id}" has no holidays.`,
        }
  }
  const last =
    resolved ??
    holidays
      .map((one) => one.date)
      .toSorted()
      .at(-1)
  if (last !== undefined && last < today) {
    return {
      code: 'calendars.holidays-past',
      field: 'holidays',
      what: `The holidays of "${id}" are known until ${last} only.`,
    }
  }
  const end = agreement.term?.endsOn
  if (resolved === undefined || end === undefined || resolved >= end) return undefined
  return {
    code: 'calendars.holidays-end-before-term',
    field: 'holidaysResolvedUntil',
    what: `The holidays of "${id}" are known until ${resolved}, the agreement runs until ${end}.`,
  }
}

/** The one country that the calendar names as its source, else the country of its side. */
function placeOf(
  { agreement }: Subject,
  { holidaySources = [], side }: AgreementCalendar,
): HolidayPlace | undefined {
  const [source, ...others] = holidaySources
  if (source !== undefined) return 'country' in source && others.length === 0 ? source : undefined
  const country = side === undefined ? undefined : agreement.parties[side].country
  return country === undefined ? undefined : { country }
}

/** What is known stays as it was signed; dates after it are added until the end of the term, or for two more years. */
function datesFor(subject: Subject, calendar: AgreementCalendar, index: number) {
  const { agreement, today, holidaysOf } = subject
  const place = placeOf(subject, calendar)
  if (place === undefined || holidaysOf === undefined) return []
  const known = calendar.holidays ?? []
  const after =
    calendar.holidaysResolvedUntil ??
    known
      .map((one) => one.date)
      .toSorted()
      .at(-1)
  const { startsOn, endsOn } = agreement.term ?? {}
  const isRecent = startsOn !== undefined && daysBetween(startsOn, today) < longAgo
  const begin = after ?? (isRecent ? startsOn : today)
  const later = plusPeriod(today, { amount: 2, unit: 'years' })
  const end = endsOn !== undefined && endsOn > today ? endsOn : later
  const found = holidaysOf(place, yearOf(begin), yearOf(end))
  if (found === undefined) return []
  const given = new Set(known.map(({ date }) => date))
  const added = found.holidays.filter(
    ({ date }) => (after === undefined || date > after) && !given.has(date),
  )
  return [
    ...set(agreement, ['calendars', index, 'holidays'], [...known, ...added]),
    ...set(agreement, ['calendars', index, 'holidaysResolvedUntil'], found.resolvedUntil),
  ]
}

/** Days after which the first years of a term no longer matter to open work. */
const longAgo = 3 * 366

const yearOf = (date: PlainDate): number => Number(date.slice(0, 4))
