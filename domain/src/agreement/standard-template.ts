/**
 * The standard template: the usual service level agreement of six sections and delivery, with a default for
 * everything that has a sensible one. A draft from it is complete where a default can be, and silent where only the
 * two sides can know: who holds a position, what is covered, when it starts. The audit asks for exactly those.
 *
 * The surprising rule: times are business time, and so a draft without time zones has no calendars either, because a
 * guessed zone would be signed unseen.
 */
import { agreementFormat, type AgreementFile } from './agreement.ts'
import {
  standardLadders,
  standardPositions,
  standardResponsibilities,
} from './standard-positions.ts'
import {
  standardDelivery,
  standardRenewals,
  standardReports,
  standardTerm,
} from './standard-term.ts'
import {
  standardBreachCost,
  standardPauses,
  standardPriorities,
  standardTargets,
  standardWeek,
} from './standard-times.ts'

export interface TemplateSide {
  readonly name?: string | undefined
  /** IANA name, for example `Europe/Oslo`. */
  readonly timeZone?: string | undefined
  /** ISO 3166, two capital letters. */
  readonly country?: string | undefined
  readonly holidays?: readonly { readonly date: string; readonly name: string }[] | undefined
  readonly holidaysResolvedUntil?: string | undefined
}

export interface TemplateChoices {
  readonly id: string
  readonly vendor: TemplateSide
  readonly partner: TemplateSide
  /** The first day, `2027-01-01`; the term is then twelve months. */
  readonly startsOn?: string | undefined
}

/** A first draft, in the form in which people write it. */
export function standardDraft(choices: TemplateChoices): AgreementFile {
  const { vendor, partner } = choices
  const calendars = [
    ...officeCalendar('vendor', 'vendor-office', vendor),
    ...officeCalendar('partner', 'partner-office', partner),
  ]
  return structuredCloneOf({
    format: agreementFormat,
    id: choices.id,
    title: 'Service level agreement',
    language: 'en',
    version: 1,
    status: 'draft',
    parties: { vendor: partyOf(vendor), partner: partyOf(partner) },
    positions: standardPositions,
    responsibilities: standardResponsibilities,
    priorities: standardPriorities,
    targets: standardTargets,
    pauses: standardPauses,
    breachCost: standardBreachCost,
    ...(calendars.length === 0 ? {} : { calendars }),
    ladders: standardLadders,
    delivery: standardDelivery,
    customerRenewals: standardRenewals,
    reports: standardReports,
    term: { ...datesFrom(choices.startsOn), ...standardTerm },
  })
}

function partyOf(side: TemplateSide): AgreementFile['parties']['vendor'] {
  return {
    ...(side.name === undefined ? {} : { name: side.name }),
    ...(side.country === undefined ? {} : { country: side.country }),
  }
}

function officeCalendar(
  owner: 'vendor' | 'partner',
  id: string,
  side: TemplateSide,
): NonNullable<AgreementFile['calendars']> {
  if (side.timeZone === undefined) return []
  return [
    {
      id,
      title: `${side.name ?? (owner === 'vendor' ? 'Vendor' : 'Partner')}, office hours`,
      side: owner,
      timeZone: side.timeZone,
      week: standardWeek,
      ...(side.country === undefined ? {} : { holidaySources: [{ country: side.country }] }),
      ...(side.holidays === undefined ? {} : { holidays: [...side.holidays] }),
      ...(side.holidaysResolvedUntil === undefined
        ? {}
        : { holidaysResolvedUntil: side.holidaysResolvedUntil }),
    },
  ]
}

/** Twelve months: the last day is the day before the same date a year later. */
function datesFrom(startsOn: string | undefined): AgreementFile['term'] {
  if (startsOn === undefined) return {}
  const start = Temporal.PlainDate.from(startsOn)
  return { startsOn, endsOn: start.add({ months: 12 }).subtract({ days: 1 }).toString() }
}

/** A draft of its own: whoever edits it must not edit the template. */
const structuredCloneOf = (draft: AgreementFile): AgreementFile =>
  JSON.parse(JSON.stringify(draft)) as AgreementFile
