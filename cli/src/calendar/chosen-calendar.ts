import type { AgreementCalendar } from '@entente/domain/agreement/calendars.ts'
import { nearest } from '@entente/domain/kernel/nearest.ts'
import { accepted, refused, type Result } from '@entente/domain/kernel/result.ts'
import { compileCalendar, type BusinessCalendar } from '@entente/domain/time/business-calendar.ts'
import type { CalendarDefinition, Holiday } from '@entente/domain/time/calendar-definition.ts'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import { eachRefusal } from '@entente/server/agreement/read-agreement.ts'
import { readCalendars } from '@entente/server/time/read-calendars.ts'
import type { LocatedRefusal } from '../refusals.ts'

export interface ChosenCalendar {
  readonly name: string
  readonly calendar: BusinessCalendar
}

/** Holidays to add to those of the file, for `--country`. */
export interface AddedHolidays {
  readonly holidays: readonly Holiday[]
  readonly resolvedUntil: PlainDate
}

/** The calendar of a file that `--calendar` names, or its only one, compiled. */
export async function chosenCalendar(
  file: string,
  id: string | undefined,
  added?: AddedHolidays,
): Promise<Result<ChosenCalendar, LocatedRefusals>> {
  const read = await readCalendars(file)
  if (!read.ok) return several(eachRefusal(read.refusal))
  const { calendars } = read.value
  const index =
    id === undefined && calendars.length === 1 ? 0 : calendars.findIndex((c) => c.id === id)
  const chosen = calendars[index]
  if (!chosen) return several([noSuchCalendar(file, id, calendars)])
  const compiled = compileCalendar(definitionOf(chosen, added))
  if (!compiled.ok) return several([read.value.locate(index, compiled.refusal)])
  return accepted({ name: chosen.title ?? chosen.id, calendar: compiled.value })
}

export interface LocatedRefusals extends LocatedRefusal {
  readonly refusals: readonly LocatedRefusal[]
}

const several = (refusals: readonly LocatedRefusal[]): Result<never, LocatedRefusals> =>
  refused({ code: 'calendar.file', sentence: '', fix: '', ...refusals[0], refusals })

const definitionOf = (calendar: AgreementCalendar, added?: AddedHolidays): CalendarDefinition => ({
  timeZone: calendar.timeZone,
  week: calendar.week as CalendarDefinition['week'],
  holidays: [...(calendar.holidays ?? []), ...(added?.holidays ?? [])],
  exceptions: calendar.exceptions ?? [],
  holidaysResolvedUntil: added?.resolvedUntil ?? calendar.holidaysResolvedUntil,
})

const noSuchCalendar = (
  file: string,
  id: string | undefined,
  calendars: readonly AgreementCalendar[],
): LocatedRefusal => {
  const ids = calendars.map((calendar) => calendar.id)
  const near = id === undefined ? undefined : nearest(id, ids)
  const list = `Name one with --calendar: ${ids.join(', ')}.`
  return {
    code: id === undefined ? 'calendar.not-chosen' : 'calendar.unknown',
    file,
    sentence:
      id === undefined
        ? `The file has ${ids.length === 0 ? 'no calendar' : `${ids.length} calendars`}.`
        : `The file has no calendar "${id}".`,
    fix:
      ids.length === 0
        ? 'Add one under "calendars", or give a file with timeZone and week alone.'
        : near === undefined
          ? list
          : `Did you mean --calendar ${near}?`,
  }
}
