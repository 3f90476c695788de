import type { Agreement } from '../agreement/agreement.ts'
import type { AgreementCalendar } from '../agreement/calendars.ts'
import { pointer } from '../agreement/pointer.ts'
import { standardWeek } from '../agreement/standard-times.ts'
import { otherSide, sides, type Side } from '../identity/side.ts'
import { calendarOfSide, sidesThatCount } from './calendar-of-side.ts'
import { auditHolidays } from './calendar-holidays.ts'
import { finding } from './catalogued-finding.ts'
import { append, set } from './edit.ts'
import { homeZone } from './home-zone.ts'
import { listed, sideName, type Rule, type Subject } from './subject.ts'

/** The opening hours in which business time is counted: one calendar for each side that owes, with its holidays. */
export const auditCalendars: Rule = (subject) => [
  ...sidesWithoutCalendar(subject),
  ...severalForSide(subject),
  ...neverOpen(subject),
  ...unused(subject),
  ...auditHolidays(subject),
]

const sidesWithoutCalendar: Rule = (subject) => {
  const { agreement } = subject
  return [...sidesThatCount(agreement)]
    .filter((side) => calendarOfSide(agreement, side) === undefined)
    .map((side) => {
      const name = sideName(agreement, side)
      return finding('calendars.missing', {
        path: '/calendars',
        what: `No calendar says when ${name} is open, and ${name} owes answers in business time.`,
        fix: `Add the opening hours, the time zone and the holidays of ${name}.`,
        ...calendarFix(subject, side),
      })
    })
}

/** A calendar that only lacks its side; else office hours in the zone of the country; else a choice. */
function calendarFix({ agreement }: Subject, side: Side) {
  const orphans = (agreement.calendars ?? []).flatMap((one, index) =>
    one.side === undefined ? [{ one, index }] : [],
  )
  const [orphan, ...others] = orphans
  if (orphan !== undefined && others.length === 0 && sidesThatCount(agreement).size === 1) {
    return { patch: set(agreement, ['calendars', orphan.index, 'side'], side) }
  }
  const zone = homeZone(agreement.parties[side].country)
  const office = (timeZone: string) =>
    append(
      agreement,
      ['calendars'],
      [{ id: freeId(agreement, side), side, timeZone, week: standardWeek }],
    )
  if (zone !== undefined) return { patch: office(zone) }
  const other = calendarOfSide(agreement, otherSide(side))
  return {
    choices: [
      ...orphans.map(({ one, index }) => ({
        id: one.id,
        label: `The calendar "${one.title ?? one.id}" is that of ${sideName(agreement, side)}`,
        patch: set(agreement, ['calendars', index, 'side'], side),
      })),
      ...(other === undefined
        ? []
        : [
            {
              id: 'same-zone',
              label: `Monday to Friday, 9:00 to 17:00, ${other.timeZone}, as ${sideName(agreement, otherSide(side))}`,
              patch: office(other.timeZone),
            },
          ]),
      { id: 'utc', label: 'Monday to Friday, 9:00 to 17:00, UTC', patch: office('UTC') },
    ],
  }
}

function freeId(agreement: Agreement, side: Side): string {
  const taken = new Set(agreement.calendars?.map((one) => one.id))
  const wanted = `${side}-office`
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`
    if (!taken.has(id)) return id
  }
}

const severalForSide: Rule = ({ agreement }) =>
  sides.flatMap((side) => {
    const own = (agreement.calendars ?? []).filter((one) => one.side === side)
    if (own.length < 2) return []
    return [
      finding('calendars.several-for-side', {
        path: '/calendars',
        what: `${listed(own.map((one) => `"${one.id}"`))} all claim to be the calendar of ${sideName(agreement, side)}.`,
        fix: 'Leave the side with one of them; let the rows that mean another one name it.',
        choices: own.map((kept) => ({
          id: kept.id,
          label: `"${kept.title ?? kept.id}" is the calendar of ${sideName(agreement, side)}`,
          patch: own
            .filter((one) => one !== kept)
            .map((one) => ({
              op: 'remove' as const,
              path: pointer(['calendars', agreement.calendars?.indexOf(one) ?? 0, 'side']),
            })),
        })),
      }),
    ]
  })

const neverOpen: Rule = ({ agreement }) =>
  (agreement.calendars ?? []).flatMap((calendar, index) => {
    const opens = Object.values(calendar.week).some((hours) => (hours ?? []).length > 0)
    if (opens) return []
    return [
      finding('calendars.never-opens', {
        path: pointer(['calendars', index, 'week']),
        what: `The calendar "${calendar.id}" has no opening hours.`,
        fix: 'Write the opening hours; Monday to Friday, 9:00 to 17:00, are the usual ones.',
        patch: set(agreement, ['calendars', index, 'week'], standardWeek),
      }),
    ]
  })

const unused: Rule = ({ agreement }) => {
  const named = new Set((agreement.targets ?? []).flatMap((row) => row.calendar ?? []))
  return (agreement.calendars ?? []).flatMap((calendar: AgreementCalendar, index) =>
    calendar.side !== undefined || named.has(calendar.id)
      ? []
      : [
          finding('calendars.unused', {
            path: pointer(['calendars', index]),
            what: `No side and no time uses the calendar "${calendar.id}".`,
            fix: 'Write whose calendar it is (side), name it in the times that count in it, or delete it.',
          }),
        ],
  )
}
