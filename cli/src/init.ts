/**
 * `entente init`: a new draft from the standard template, with what the command line says of the two sides. Holidays
 * are resolved to dates here, because only dates can be signed.
 */
import { standardDraft, type TemplateSide } from '@entente/domain/agreement/standard-template.ts'
import { plainDate } from '@entente/domain/agreement/dates.ts'
import { line } from '@entente/domain/agreement/identifier.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { openZone } from '@entente/domain/time/zone.ts'
import { today } from '@entente/server/app/clock.ts'
import { writeAgreement } from '@entente/server/agreement/write-agreement.ts'
import { readArguments, type ReadArguments } from './arguments.ts'
import { asTyped, onOneLine, type CliOutput } from './output.ts'
import { exitCode, refuse } from './refusals.ts'

const form = {
  command: 'init',
  options: {
    vendor: { type: 'string' },
    partner: { type: 'string' },
    'vendor-zone': { type: 'string' },
    'partner-zone': { type: 'string' },
    'vendor-country': { type: 'string' },
    'partner-country': { type: 'string' },
    country: { type: 'string' },
    'starts-on': { type: 'string' },
    force: { type: 'boolean', short: 'f' },
  },
  operands: { name: 'FILE', required: 0, most: 1 },
} as const

type Values = ReadArguments<(typeof form)['options']>['values']

/** Years of holidays that a draft holds: the first year of the term and two more. */
const yearsOfHolidays = 3

export async function run(argv: string[], out: CliOutput): Promise<number> {
  const read = readArguments(argv, form)
  if (!read.ok) return refuse(out, [read.refusal])
  const { values, operands } = read.value
  const file = operands[0] ?? 'agreement.yaml'
  const startsOn = readStart(values['starts-on'])
  if (!startsOn.ok) return refuse(out, [startsOn.refusal])
  const firstYear = Number((startsOn.value ?? today()).slice(0, 4))
  const vendor = await sideOf('vendor', values, firstYear)
  if (!vendor.ok) return refuse(out, [vendor.refusal])
  const partner = await sideOf('partner', values, firstYear)
  if (!partner.ok) return refuse(out, [partner.refusal])
  const draft = standardDraft({
    id: idFrom(values.vendor, values.partner),
    vendor: vendor.value,
    partner: partner.value,
    startsOn: startsOn.value,
  })
  const written = await writeAgreement(file, draft, { force: values.force ?? false })
  if (!written.ok) return refuse(out, [written.refusal])
  if (out.json) out.stdout(`${JSON.stringify({ file, id: draft.id }, null, 2)}\n`)
  else out.stdout(`${out.colour.green('written')} ${onOneLine(file)}\n\n${nextSteps(file, values)}`)
  return exitCode.holds
}

function nextSteps(file: string, values: Values): string {
  const zones =
    values['vendor-zone'] === undefined || values['partner-zone'] === undefined
      ? '  A side without --vendor-zone or --partner-zone has no calendar yet.\n'
      : ''
  return `${zones}Next:\n  entente audit ${asTyped(file)}     what the two sides must still decide\n  entente render ${asTyped(file)} -o agreement.pdf     read it on paper\n`
}

async function sideOf(
  side: 'vendor' | 'partner',
  values: Values,
  firstYear: number,
): Promise<Result<TemplateSide, Refusal>> {
  const unreadable = unreadableName(side, values[side])
  if (unreadable !== undefined) return refused(unreadable)
  const timeZone = values[`${side}-zone`]
  if (timeZone !== undefined) {
    const zone = openZone(timeZone)
    if (!zone.ok) return refused({ ...zone.refusal, fix: `--${side}-zone: ${zone.refusal.fix}` })
  }
  const country = values[`${side}-country`] ?? values.country
  const named = { name: values[side], timeZone }
  if (country === undefined) return accepted(named)
  const { resolveHolidays } = await import('@entente/server/time/resolve-holidays.ts')
  const resolved = resolveHolidays({
    country: country.toUpperCase(),
    fromYear: firstYear,
    toYear: firstYear + yearsOfHolidays - 1,
  })
  if (!resolved.ok) return resolved
  return accepted({
    ...named,
    country: country.toUpperCase(),
    holidays: resolved.value.holidays,
    holidaysResolvedUntil: resolved.value.resolvedUntil,
  })
}

/** A draft that nobody can read is not written. */
function unreadableName(side: string, name: string | undefined): Refusal | undefined {
  if (name === undefined || (line.safeParse(name).success && !/\p{Cc}/u.test(name)))
    return undefined
  return {
    code: 'arguments.not-a-name',
    sentence: `--${side} ${JSON.stringify(name.slice(0, 60))} is not a name.`,
    fix: 'Write the name of the organisation on one line, of at most 300 characters.',
  }
}

function readStart(text: string | undefined): Result<string | undefined, Refusal> {
  if (text === undefined || plainDate.safeParse(text).success) return accepted(text)
  return refused({
    code: 'arguments.not-a-date',
    sentence: `--starts-on "${text}" is not a date.`,
    fix: 'Write year-month-day, like --starts-on 2027-01-01.',
  })
}

/** `larkfield-robotics-brevik-automation`: letters and digits of both names, as far as they are Latin. */
function idFrom(...names: readonly (string | undefined)[]): string {
  const words = names
    .map((name) => name ?? '')
    .join(' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const id = (words ?? []).join('-').slice(0, 64).replace(/-$/, '')
  return id === '' || id === 'constructor' ? 'agreement' : id
}
