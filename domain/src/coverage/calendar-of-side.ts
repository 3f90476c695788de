import type { Agreement } from '../agreement/agreement.ts'
import type { AgreementCalendar } from '../agreement/calendars.ts'
import { standardWeek } from '../agreement/standard-times.ts'
import type { TargetRow } from '../agreement/targets.ts'
import { sides, type Side } from '../identity/side.ts'
import { compileCalendar, type BusinessCalendar } from '../time/business-calendar.ts'

/** Which calendar counts, and that calendar in a usual week: without holidays and exceptions. */
export const calendarOfSide = (agreement: Agreement, side: Side): AgreementCalendar | undefined =>
  agreement.calendars?.find((one) => one.side === side)

export const owingSides = ({ owedBy = 'both' }: TargetRow): readonly Side[] =>
  owedBy === 'both' ? sides : [owedBy]

/** The calendars that a row of targets counts in: the one it names, else those of the sides that owe. */
export function calendarsOfRow(agreement: Agreement, row: TargetRow): readonly AgreementCalendar[] {
  if (row.calendar !== undefined) {
    return agreement.calendars?.filter((one) => one.id === row.calendar) ?? []
  }
  return owingSides(row).flatMap((side) => calendarOfSide(agreement, side) ?? [])
}

/**
 * The sides that owe something in business time, or in time not yet settled, by a row that names no calendar of its
 * own. Before anything is promised both need one.
 */
export function sidesThatCount({ targets = [] }: Agreement): ReadonlySet<Side> {
  if (targets.length === 0) return new Set(sides)
  return new Set(
    targets
      .filter((row) => row.calendar === undefined)
      .filter((row) =>
        [row.target, row.percentile?.within, ...Object.values(row.byPriority ?? {})].some(
          (target) => target !== undefined && target.basis !== 'elapsed',
        ),
      )
      .flatMap(owingSides),
  )
}

/** The sides that owe anything; before anything is promised, both. */
export const sidesThatOwe = ({ targets = [] }: Agreement): ReadonlySet<Side> =>
  targets.length === 0 ? new Set(sides) : new Set(targets.flatMap(owingSides))

/** Every hour of every day, on weekly hours alone. */
export const isAlwaysOpen = (calendar: AgreementCalendar): boolean => {
  const days = Object.values(calendar.week)
  return days.length === 7 && days.every((hours) => hours?.includes('00:00-24:00') ?? false)
}

const usualWeeks = new WeakMap<AgreementCalendar, BusinessCalendar | undefined>()

/** Compiled once for each calendar; nothing where its zone or its hours cannot be read. */
export function usualWeekOf(calendar: AgreementCalendar): BusinessCalendar | undefined {
  if (!usualWeeks.has(calendar)) {
    const compiled = compileCalendar({
      timeZone: calendar.timeZone,
      week: weekOf(calendar),
      holidays: [],
      exceptions: [],
    })
    usualWeeks.set(calendar, compiled.ok ? compiled.value : undefined)
  }
  return usualWeeks.get(calendar)
}

/** Where an agreement has no calendar yet, times are compared as an office would: Monday to Friday, nine to five. */
export const officeWeek = (): BusinessCalendar => {
  const compiled = compileCalendar({
    timeZone: 'UTC',
    week: standardWeek,
    holidays: [],
    exceptions: [],
  })
  if (!compiled.ok) throw new Error(compiled.refusal.sentence)
  return compiled.value
}

const weekOf = ({ week }: AgreementCalendar): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(week).flatMap(([name, hours]) => (hours ? [[name, hours]] : [])),
  )
