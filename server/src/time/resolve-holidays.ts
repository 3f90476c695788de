import Holidays, { type HolidaysTypes } from 'date-holidays'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import { nearest } from '@entente/domain/kernel/nearest.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import type { Holiday } from '@entente/domain/time/calendar-definition.ts'

/**
 * Holidays of a country, state and region as plain dates, from the library that the world maintains. They are resolved
 * once, when a version is made; the calendar then holds dates only, so a later library changes nothing that was
 * signed. Substitute days for holidays on a weekend are dates like any other.
 */
export interface HolidayRequest {
  /** Two letters of ISO 3166: `DE`. */
  readonly country: string
  /** The library's code: `HH`, `ENG`. */
  readonly state?: string | undefined
  /** A region of the state; without a state it names the state itself, as people expect of `--region HH`. */
  readonly region?: string | undefined
  readonly fromYear: number
  /** Included. */
  readonly toYear: number
  /** Public holidays where nothing else is asked. */
  readonly types?: readonly HolidaysTypes.HolidayType[] | undefined
  /** ISO 639 code for the names; English where the library has it. */
  readonly language?: string | undefined
}

export interface ResolvedHolidays {
  /** By date, each date once. */
  readonly holidays: readonly Holiday[]
  /** The last day of `toYear`. */
  readonly resolvedUntil: PlainDate
  /** What the library knows but a calendar of whole days cannot hold. */
  readonly skipped: readonly {
    readonly date: PlainDate
    readonly name: string
    readonly reason: string
  }[]
}

export interface HolidayRefusal extends Refusal {
  readonly code: 'holidays.unknown-place' | 'holidays.unusable-years' | 'holidays.none'
  readonly field: 'country' | 'state' | 'region' | 'years'
  readonly value: string
}

const years = { first: 1970, last: 2100, most: 50 }

export const resolveHolidays = (
  request: HolidayRequest,
): Result<ResolvedHolidays, HolidayRefusal> => {
  const { fromYear, toYear } = request
  const usable = [fromYear, toYear].every(
    (year) => Number.isInteger(year) && year >= years.first && year <= years.last,
  )
  if (!usable || toYear < fromYear || toYear - fromYear >= years.most) {
    return refused({
      code: 'holidays.unusable-years',
      field: 'years',
      value: `${fromYear} to ${toYear}`,
      sentence: `Holidays cannot be resolved from ${fromYear} to ${toYear}.`,
      fix: `Give two years between ${years.first} and ${years.last}, the earlier first, at most ${years.most} years.`,
    })
  }
  const place = placeOf(request)
  if (!place.ok) return place
  const library = new Holidays(place.value, { types: [...(request.types ?? ['public'])] })
  const named = new Map<PlainDate, string[]>()
  const skipped: { date: PlainDate; name: string; reason: string }[] = []
  for (let year = fromYear; year <= toYear; year += 1) {
    for (const found of library.getHolidays(year, request.language ?? 'en')) {
      const first = found.date.slice(0, 10) as PlainDate
      if (found.date.slice(11, 19) !== '00:00:00') {
        const reason = `begins at ${found.date.slice(11, 16)}, so the day is not closed as a whole`
        skipped.push({ date: first, name: found.name, reason })
      } else for (const date of datesOf(found, first)) addName(named, date, found.name)
    }
  }
  if (named.size === 0) return refused(noHolidays(request))
  const holidays = [...named]
    .map(([date, names]): Holiday => ({ date, name: names.join(', ') }))
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  return accepted({ holidays, resolvedUntil: `${toYear}-12-31` as PlainDate, skipped })
}

/** The states of a country that the library knows, by code. */
export const statesOf = (country: string): Readonly<Record<string, string>> =>
  new Holidays().getStates(country) ?? {}

const placeOf = (request: HolidayRequest): Result<HolidaysTypes.Country, HolidayRefusal> => {
  const countries = new Holidays().getCountries('en')
  const country = codeOf(request.country, countries)
  if (country === undefined) return refused(unknownPlace('country', request.country, countries))
  if (request.state === undefined && request.region === undefined) return accepted({ country })
  const states = statesOf(country)
  const [stateField, askedState] =
    request.state === undefined
      ? (['region', request.region ?? ''] as const)
      : (['state', request.state] as const)
  const state = codeOf(askedState, states)
  if (state === undefined) return refused(unknownPlace(stateField, askedState, states))
  if (request.state === undefined || request.region === undefined)
    return accepted({ country, state })
  const regions = new Holidays().getRegions(country, state) ?? {}
  const region = codeOf(request.region, regions)
  if (region === undefined) return refused(unknownPlace('region', request.region, regions))
  return accepted({ country, state, region })
}

const codeOf = (asked: string, known: Readonly<Record<string, string>>): string | undefined =>
  Object.keys(known).find((code) => code.toLowerCase() === asked.toLowerCase())

/** A holiday of several days counts on each; the library gives its length by start and end. */
const datesOf = (found: HolidaysTypes.Holiday, first: PlainDate): PlainDate[] => {
  const length = Math.round((found.end.getTime() - found.start.getTime()) / 86_400_000)
  const start = Temporal.PlainDate.from(first)
  return Array.from(
    { length: Math.max(1, length) },
    (_, i) => start.add({ days: i }).toString() as PlainDate,
  )
}

const addName = (named: Map<PlainDate, string[]>, date: PlainDate, name: string): void => {
  const names = named.get(date) ?? []
  if (!names.includes(name)) named.set(date, [...names, name])
}

const unknownPlace = (
  field: HolidayRefusal['field'],
  value: string,
  known: Readonly<Record<string, string>>,
): HolidayRefusal => {
  const codes = Object.entries(known)
  const byName = nearest(value, Object.values(known))
  const code = codes.find(([, name]) => name === byName)?.[0] ?? nearest(value, Object.keys(known))
  const list = codes.length > 40 ? 'Use the two letters of ISO 3166, like "DE".' : listText(codes)
  return {
    code: 'holidays.unknown-place',
    field,
    value,
    sentence: `"${value}" is not a ${field} whose holidays are known.`,
    fix: code === undefined ? list : `Did you mean "${code}" (${known[code]})?`,
  }
}

const listText = (codes: readonly (readonly [string, string])[]): string =>
  codes.length === 0
    ? 'The country is not divided here: leave it out.'
    : `Use one of ${codes.map(([code, name]) => `${code} (${name})`).join(', ')}.`

const noHolidays = ({ country, types }: HolidayRequest): HolidayRefusal => ({
  code: 'holidays.none',
  field: 'country',
  value: country,
  sentence: `No ${(types ?? ['public']).join(' or ')} holidays are known for ${country} in these years.`,
  fix: 'Give the holidays by hand, or from an ICS file.',
})
