import type { Agreement } from '../agreement/agreement.ts'
import type { AgreementCalendar } from '../agreement/calendars.ts'
import type { TargetRow } from '../agreement/targets.ts'
import type { Side } from '../identity/side.ts'
import { accepted, refused, type Result } from '../kernel/result.ts'
import { compileCalendar, type BusinessCalendar } from '../time/business-calendar.ts'
import { weekdays } from '../time/calendar-definition.ts'
import type { SettledTarget } from '../time/target.ts'
import type { Remarks } from './remarks.ts'
import type { SimulationRefusal } from './simulation-refusal.ts'

/**
 * The calendar in which a row of targets counts: the one it names, else that of the side that owes. Business time
 * without a calendar is refused. Calendar days need no more than a time zone, elapsed time not even that: without a
 * calendar of the agreement they count around the clock.
 */
export function replayCalendar(
  agreement: Agreement,
  { row, index }: { readonly row: TargetRow; readonly index: number },
  side: Side,
  targets: readonly SettledTarget[],
  timeZone: string,
  remarks: Remarks,
): Result<BusinessCalendar, SimulationRefusal> {
  const calendars = agreement.calendars ?? []
  if (row.calendar !== undefined) {
    const named = calendars.find((calendar) => calendar.id === row.calendar)
    if (named !== undefined) return compiled(agreement, named, remarks)
    return refused({
      code: 'simulation.unknown-calendar',
      path: `/targets/${index}/calendar`,
      value: row.calendar,
      sentence: `The targets of ${row.kind} count in the calendar "${row.calendar}", which the agreement does not have.`,
      fix: `Write one of its calendars (${calendars.map(({ id }) => id).join(', ') || 'there is none yet'}), or add it under calendars.`,
    })
  }
  const own = calendars.find((calendar) => calendar.side === side)
  if (own !== undefined) return compiled(agreement, own, remarks)
  const shared = calendars.filter((calendar) => calendar.side === undefined)
  if (shared.length === 1 && shared[0] !== undefined) {
    remarks.assume(`No calendar is marked as the ${side}'s: "${shared[0].id}" is taken.`)
    return compiled(agreement, shared[0], remarks)
  }
  if (targets.some((target) => target.basis === 'business')) {
    return refused(noCalendar(row, index, side))
  }
  if (targets.some((target) => target.basis === 'calendar')) {
    remarks.assume(
      `No calendar of the ${side}: calendar days are counted in ${timeZone}, the log's zone.`,
    )
  }
  return aroundTheClock(timeZone)
}

const noCalendar = (row: TargetRow, index: number, side: Side): SimulationRefusal => ({
  code: 'simulation.no-calendar',
  path: '/calendars',
  value: null,
  sentence: `${row.kind} is owed in business time, and the agreement has no calendar of the ${side}, so nobody knows when its hours are.`,
  fix: `Add a calendar with "side: ${side}" under calendars, or name one in targets[${index}].calendar; "entente fix AGREEMENT" writes one to fill in.`,
})

function compiled(
  agreement: Agreement,
  calendar: AgreementCalendar,
  remarks: Remarks,
): Result<BusinessCalendar, SimulationRefusal> {
  const hours = weekdays.map((day) => [day, calendar.week[day] ?? []] as const)
  const result = compileCalendar({
    timeZone: calendar.timeZone,
    week: Object.fromEntries(hours),
    holidays: calendar.holidays ?? [],
    exceptions: calendar.exceptions ?? [],
    holidaysResolvedUntil: calendar.holidaysResolvedUntil,
  })
  if (result.ok) {
    remarks.useCalendar(calendar.id, calendar.holidays ?? [], calendar.holidaysResolvedUntil)
    return result
  }
  const { code, sentence, fix } = result.refusal
  const place = (agreement.calendars ?? []).indexOf(calendar)
  return refused({ code, sentence, fix, path: `/calendars/${place}`, value: calendar.id })
}

function aroundTheClock(timeZone: string): Result<BusinessCalendar, SimulationRefusal> {
  const week = Object.fromEntries(weekdays.map((day) => [day, ['00:00-24:00']]))
  const result = compileCalendar({ timeZone, week, holidays: [], exceptions: [] })
  if (result.ok) return accepted(result.value)
  const { code, sentence, fix } = result.refusal
  return refused({ code, sentence, fix, path: '/timeZone', value: timeZone })
}
