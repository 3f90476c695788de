import { weekdayNames, weekdays } from '../../time/calendar-definition.ts'
import type { Agreement } from '../agreement.ts'
import type { AgreementCalendar } from '../calendars.ts'
import { cell, fact, facts, heading, missing, paragraph, table, type Block } from './block.ts'
import { namesOf } from './names.ts'
import { capital, countryText, dateText, dayText, joined, sideWord } from './wording.ts'

/** The opening hours that business time is counted in. Holidays stand date by date in an annex. */
export function calendarsBlocks(agreement: Agreement): Block[] {
  const calendars = agreement.calendars ?? []
  if (calendars.length === 0) return [missing()]
  const names = namesOf(agreement)
  return calendars.flatMap((calendar) => [
    heading(names.calendar(calendar.id)),
    facts(
      fact('Belongs to', calendar.side === undefined ? 'No one side' : sideWord[calendar.side]),
      fact('Time zone', calendar.timeZone),
      ...weekRows(calendar.week).map(([days, hours]) => fact(days, hours)),
      fact('Holidays', holidaysLine(calendar)),
      fact(
        'Holidays known until',
        calendar.holidaysResolvedUntil && dateText(calendar.holidaysResolvedUntil),
      ),
    ),
  ])
}

/** Days with the same hours together: `Monday to Friday`, `Saturday and Sunday`. */
function weekRows(week: AgreementCalendar['week']): [days: string, hours: string][] {
  const runs: { days: string[]; hours: string }[] = []
  for (const day of weekdays) {
    const open = week[day] ?? []
    const hours = open.length === 0 ? 'Closed' : open.map(intervalText).join(', ')
    const last = runs.at(-1)
    if (last?.hours === hours) last.days.push(weekdayNames[day])
    else runs.push({ days: [weekdayNames[day]], hours })
  }
  return runs.map(({ days, hours }) => [
    days.length > 2 ? `${days[0]} to ${days.at(-1)}` : joined(days),
    hours,
  ])
}

const intervalText = (interval: string): string => interval.replace('-', '–')

function holidaysLine(calendar: AgreementCalendar): string | undefined {
  const sources = calendar.holidaySources?.map((source) =>
    'ics' in source
      ? `the calendar file ${source.ics}`
      : [`public holidays of ${countryText(source.country)}`, source.state, source.region]
          .filter((part) => part !== undefined)
          .join(', '),
  )
  const count = calendar.holidays?.length ?? 0
  const from = sources && sources.length > 0 ? `, from ${joined(sources)}` : ''
  if (count === 0 && from === '') return undefined
  return `${count === 0 ? 'No dates' : `${count} ${count === 1 ? 'date' : 'dates'}`}${from}${count === 0 ? '' : '; listed in the annex'}`
}

/** For the annex: every closed date by calendar and year, then the days with other hours. */
export function closedDatesBlocks(agreement: Agreement): Block[] {
  const names = namesOf(agreement)
  return (agreement.calendars ?? []).flatMap((calendar) =>
    closedDates(calendar, names.calendar(calendar.id)),
  )
}

function closedDates(calendar: AgreementCalendar, title: string): Block[] {
  const holidays = holidaysByYear(calendar)
  const exceptions = calendar.exceptions ?? []
  if (holidays.length === 0 && exceptions.length === 0) return []
  const blocks: Block[] = [heading(title)]
  if (holidays.length > 0) {
    blocks.push(
      paragraph(
        'Closed on these dates, whatever the day of the week. Later changes of a public calendar do not change them.',
        'quiet',
      ),
      table(
        `Holidays of ${title}`,
        [
          ['Year', 1],
          ['Closed on', 9],
        ],
        holidays.map(([year, days]) => [cell(year), cell(days)]),
      ),
    )
  }
  if (exceptions.length > 0) {
    blocks.push(
      table(
        `Days of ${title} with hours of their own`,
        [
          ['Date', 2],
          ['Open', 3],
          ['Reason', 4],
        ],
        exceptions.map((day) => [
          cell(dateText(day.date)),
          cell(day.open.length === 0 ? 'Closed' : day.open.map(intervalText).join(', ')),
          cell(capital(day.reason ?? 'No reason given')),
        ]),
      ),
    )
  }
  return blocks
}

function holidaysByYear(calendar: AgreementCalendar): [year: string, days: string][] {
  const years = new Map<string, string[]>()
  const inOrder = [...(calendar.holidays ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1))
  for (const { date, name } of inOrder) {
    const year = date.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), `${dayText(date)} ${name}`])
  }
  return [...years].map(([year, days]) => [year, days.join('; ')])
}
