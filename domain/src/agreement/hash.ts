import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { byCodeUnits, canonicalJson } from '../kernel/canonical.ts'
import type { Agreement } from './agreement.ts'

export type AgreementHash = `sha256:${string}`

/**
 * Identifies the terms: two files have one hash exactly when they say the same, whether YAML or JSON, in short or
 * long forms, whatever the order of their fields and of lists whose order has no meaning. Nothing is filled in: what
 * is left out and a default that is written are two texts that people signed differently.
 *
 * Left out because they are about the terms and not of them: `$schema`, `status`, `acceptances`, and the rulebook's
 * acknowledgements, which come after the signature.
 */
export const agreementHash = (agreement: Agreement): AgreementHash =>
  `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalTerms(agreement))))}`

/** The text that is hashed: the canonical form (RFC 8785) of the terms. */
export function canonicalTerms(agreement: Agreement): string {
  const { $schema: _schema, status: _status, acceptances: _acceptances, ...terms } = agreement
  const { acknowledgements: _acknowledgements, ...rulebook } = terms.rulebook ?? {}
  return canonicalJson(
    withoutOrder(terms.rulebook === undefined ? terms : { ...terms, rulebook }, ''),
  )
}

/** Lists whose order says something: urgency, climbing, who is first, numbering in print. All others are sets. */
const orderedLists = new Set([
  '/priorities',
  '/ladders/levels',
  '/responsibilities/responsible',
  '/responsibilities/accountable',
  '/positions/holders',
  '/delivery/acceptance/criteria',
  '/reports/contents',
  '/notes',
])

/** `place` is the names on the way, without the positions in lists. */
function withoutOrder(value: unknown, place: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => withoutOrder(item, place))
    return orderedLists.has(place) ? items : sortedByForm(items)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, withoutOrder(field, `${place}/${key}`)]),
  )
}

const sortedByForm = (items: readonly unknown[]): readonly unknown[] =>
  items
    .map((item) => ({ item, form: canonicalJson(item) }))
    .toSorted((a, b) => byCodeUnits(a.form, b.form))
    .map(({ item }) => item)
