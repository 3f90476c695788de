import { compileCalendar } from '../time/business-calendar.ts'
import type { Agreement } from './agreement.ts'
import type { AgreementCalendar } from './calendars.ts'
import type { Finding } from './finding.ts'
import { referenceFinding, type Steps } from './named-things.ts'
import type { CalendarDefinition } from '../time/calendar-definition.ts'
import type { CalendarRefusal } from '../time/calendar-refusal.ts'

/** A calendar of an agreement as business time takes it. */
export const calendarDefinition = (calendar: AgreementCalendar): CalendarDefinition => ({
  timeZone: calendar.timeZone,
  week: Object.fromEntries(
    Object.entries(calendar.week).filter(([, hours]) => hours !== undefined),
  ),
  holidays: calendar.holidays ?? [],
  exceptions: calendar.exceptions ?? [],
  ...(calendar.holidaysResolvedUntil === undefined
    ? {}
    : { holidaysResolvedUntil: calendar.holidaysResolvedUntil }),
})

/** Every calendar that business time cannot use: unknown zones, hours that overlap, a date given twice. */
export const calendarFindings = (agreement: Agreement): readonly Finding[] =>
  (agreement.calendars ?? []).flatMap((calendar, index) => {
    const compiled = compileCalendar(calendarDefinition(calendar))
    if (compiled.ok) return []
    const { refusal } = compiled
    return [
      referenceFinding(
        refusal.code.replace('calendar.', 'calendars.'),
        'calendars',
        ['calendars', index, ...stepsInto(refusal)],
        {
          what: `Calendar "${calendar.id}": ${refusal.sentence}`,
          why: 'Without its calendar no time can be counted, so nothing falls due.',
          fix: refusal.fix,
        },
      ),
    ]
  })

/** `week.mon[0]` and `exceptions[2].date` as steps of a pointer. */
const stepsInto = ({ field }: CalendarRefusal): Steps =>
  field
    .split(/[.[\]/]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step))
