import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import type { AddedHolidays } from './chosen-calendar.ts'

interface Place {
  readonly country?: string
  readonly state?: string
  readonly region?: string
}

/** A deadline may lie in a later year than its start. */
const yearsAhead = 3

/** The public holidays of `--country`, for the years of the dates given and some after; nothing without a country. */
export async function placeHolidays(
  { country, state, region }: Place,
  dates: readonly (string | undefined)[],
): Promise<Result<AddedHolidays | undefined, Refusal>> {
  if (country === undefined) {
    if (state === undefined && region === undefined) return accepted(undefined)
    return refused({
      code: 'arguments.region-without-country',
      sentence: `"${region ?? state}" alone names no place.`,
      fix: 'Add --country, for example --country DE --region HH.',
    })
  }
  const years = dates.map((date) => Number(date?.trim().slice(0, 4))).filter((year) => year > 0)
  // Without a date the question is refused where it is read.
  if (years.length === 0) return accepted(undefined)
  const { resolveHolidays } = await import('@entente/server/time/resolve-holidays.ts')
  const resolved = resolveHolidays({
    country,
    state,
    region,
    fromYear: Math.min(...years),
    toYear: Math.max(...years) + yearsAhead,
  })
  if (!resolved.ok) return resolved
  return accepted({
    holidays: resolved.value.holidays,
    resolvedUntil: resolved.value.resolvedUntil satisfies PlainDate,
  })
}
