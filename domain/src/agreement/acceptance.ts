import { sides, type Side } from '../identity/side.ts'
import type { PlainDate } from '../kernel/instant.ts'
import { accepted, refused, type Refusal, type Result } from '../kernel/result.ts'
import type { Agreement } from './agreement.ts'
import { agreementHash } from './hash.ts'

export type Acceptance = NonNullable<Agreement['acceptances']>[number]

/** The consent that counts: of each side the earliest to exactly these terms. Consent to an edited text is void. */
export function validAcceptances(
  agreement: Agreement,
): Readonly<Partial<Record<Side, Acceptance>>> {
  const hash = agreementHash(agreement)
  const valid = (agreement.acceptances ?? [])
    .filter((acceptance) => acceptance.hash === hash)
    .toSorted((a, b) => instantOf(a) - instantOf(b))
  return Object.fromEntries(
    sides.flatMap((side) => {
      const first = valid.find((acceptance) => acceptance.side === side)
      return first === undefined ? [] : [[side, first]]
    }),
  )
}

/**
 * The first day in force: the later of the second acceptance and the effective date. An acceptance is of the day
 * that it shows in its own offset. Undefined until both sides have accepted the same terms.
 */
export function inForceFrom(agreement: Agreement): PlainDate | undefined {
  const { vendor, partner } = validAcceptances(agreement)
  if (vendor === undefined || partner === undefined) return undefined
  const second = instantOf(vendor) > instantOf(partner) ? vendor : partner
  const acceptedOn = second.at.slice(0, 10) as PlainDate
  const effectiveOn = agreement.effectiveOn ?? agreement.term?.startsOn
  return effectiveOn !== undefined && effectiveOn > acceptedOn ? effectiveOn : acceptedOn
}

export interface AcceptanceRefusal extends Refusal {
  readonly code:
    | 'acceptance.not-proposed'
    | 'acceptance.accepted-already'
    | 'acceptance.unknown-person'
    | 'acceptance.other-side'
}

/**
 * Adds one side's consent to the terms as they stand. Accepting again changes nothing and is refused, so that the
 * date that counts is the first one.
 */
export function acceptTerms(
  agreement: Agreement,
  consent: Omit<Acceptance, 'hash'>,
): Result<Agreement, AcceptanceRefusal> {
  const { side, person } = consent
  if (agreement.status === 'template' || (agreement.status ?? 'draft') === 'draft') {
    return refusal(
      'acceptance.not-proposed',
      `Only proposed terms can be accepted, and these are a ${agreement.status ?? 'draft'}.`,
      'Propose this version first.',
    )
  }
  const known = agreement.people?.find(({ id }) => id === person)
  if (known === undefined) {
    return refusal(
      'acceptance.unknown-person',
      `"${person}" is not among the people of the agreement.`,
      'Name a signatory that the agreement knows.',
    )
  }
  if (known.side !== side) {
    return refusal(
      'acceptance.other-side',
      `${known.name} belongs to the ${known.side} and cannot accept for the ${side}.`,
      `Let a signatory of the ${side} accept.`,
    )
  }
  if (validAcceptances(agreement)[side] !== undefined) {
    return refusal(
      'acceptance.accepted-already',
      `The ${side} has accepted these terms already.`,
      'Nothing is to be done.',
    )
  }
  const acceptance = { ...consent, hash: agreementHash(agreement) }
  const acceptances = [...(agreement.acceptances ?? []), acceptance]
  const next: Agreement = { ...agreement, acceptances }
  const both = inForceFrom(next) !== undefined
  return accepted({ ...next, status: both ? 'accepted' : 'proposed' })
}

const instantOf = ({ at }: Acceptance): number => Temporal.Instant.from(at).epochMilliseconds

const refusal = (
  code: AcceptanceRefusal['code'],
  sentence: string,
  fix: string,
): Result<never, AcceptanceRefusal> => refused({ code, sentence, fix })
