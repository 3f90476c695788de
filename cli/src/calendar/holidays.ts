/**
 * `entente calendar holidays`: the holidays of a country, or of an ICS file, as dates to paste into a calendar.
 * Dates are what is signed; the library and the feed may change later without changing an agreement.
 */
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import type { Holiday } from '@entente/domain/time/calendar-definition.ts'
import { readArguments } from '../arguments.ts'
import type { CliOutput } from '../output.ts'
import { exitCode, refuse } from '../refusals.ts'

const form = {
  command: 'calendar holidays',
  operands: { name: '', required: 0, most: 0 },
  options: {
    country: { type: 'string' },
    state: { type: 'string' },
    region: { type: 'string' },
    language: { type: 'string' },
    ics: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
} as const

interface Found {
  readonly holidays: readonly Holiday[]
  readonly holidaysResolvedUntil: PlainDate
  /** What was left out, and why. */
  readonly skipped: readonly {
    readonly name: string
    readonly date?: string | undefined
    readonly reason: string
  }[]
}

export async function run(argv: string[], out: CliOutput): Promise<number> {
  const read = readArguments(argv, form)
  if (!read.ok) return refuse(out, [read.refusal])
  const { values } = read.value
  const years = readYears(values.from, values.to)
  if (!years.ok) return refuse(out, [years.refusal])
  if ((values.country === undefined) === (values.ics === undefined)) return refuse(out, [noSource])
  const found =
    values.ics === undefined
      ? await fromLibrary({ ...values, country: values.country ?? '' }, years.value)
      : await fromIcs(values.ics, years.value)
  if (!found.ok) return refuse(out, [found.refusal])
  const { skipped, ...calendar } = found.value
  if (out.json) {
    out.stdout(`${JSON.stringify(found.value, null, 2)}\n`)
    return exitCode.holds
  }
  out.stdout(yamlOf(calendar))
  for (const { name, date, reason } of skipped) {
    out.stderr(
      `${out.colour.yellow('left out:')} ${[date, name].filter(Boolean).join(' ')}: ${reason}\n`,
    )
  }
  return exitCode.holds
}

/** As the calendar of an agreement holds them; JSON strings are YAML strings. */
const yamlOf = ({ holidays, holidaysResolvedUntil }: Omit<Found, 'skipped'>): string =>
  [
    'holidays:',
    ...holidays.map(({ date, name }) => `  - { date: "${date}", name: ${JSON.stringify(name)} }`),
    `holidaysResolvedUntil: "${holidaysResolvedUntil}"`,
    '',
  ].join('\n')

interface Years {
  readonly from: number
  readonly to: number
}

const noSource: Refusal = {
  code: 'arguments.no-holiday-source',
  sentence: 'It takes either a country or an ICS file.',
  fix: 'Write --country DE --region HH --from 2026 --to 2028, or --ics FILE --from 2026 --to 2028.',
}

const readYears = (from: string | undefined, to: string | undefined): Result<Years, Refusal> => {
  for (const [option, text] of [
    ['from', from],
    ['to', to ?? from],
  ] as const) {
    if (text === undefined || !/^\d{4}$/.test(text)) {
      return refused({
        code: 'arguments.not-a-year',
        sentence:
          text === undefined ? `--${option} is missing.` : `--${option} "${text}" is not a year.`,
        fix: 'Write --from 2026 --to 2028.',
      })
    }
  }
  return accepted({ from: Number(from), to: Number(to ?? from) })
}

interface Place {
  readonly country: string
  readonly state?: string
  readonly region?: string
  readonly language?: string
}

const fromLibrary = async (place: Place, years: Years): Promise<Result<Found, Refusal>> => {
  const { resolveHolidays } = await import('@entente/server/time/resolve-holidays.ts')
  const resolved = resolveHolidays({ ...place, fromYear: years.from, toYear: years.to })
  if (!resolved.ok) return resolved
  const { holidays, resolvedUntil, skipped } = resolved.value
  return accepted({ holidays, holidaysResolvedUntil: resolvedUntil, skipped })
}

const fromIcs = async (file: string, years: Years): Promise<Result<Found, Refusal>> => {
  const { readTextFile } = await import('@entente/server/document/read-text-file.ts')
  const { readIcs } = await import('@entente/server/time/read-ics.ts')
  const text = await readTextFile(file)
  if (!text.ok) return text
  const until = `${years.to}-12-31` as PlainDate
  const read = readIcs(text.value, { from: `${years.from}-01-01` as PlainDate, to: until })
  if (!read.ok) return refused({ ...read.refusal, file } as Refusal)
  const skipped = read.value.skipped.map(({ summary, start, reason }) => ({
    name: summary,
    date: start,
    reason,
  }))
  return accepted({ holidays: read.value.holidays, holidaysResolvedUntil: until, skipped })
}
