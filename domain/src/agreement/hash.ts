import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../kernel/canonical.ts'
import type { Agreement } from './agreement.ts'
import { withoutOrder } from './list-order.ts'

export type AgreementHash = `sha256:${string}`

/**
 * Identifies the terms: two files have one hash exactly when they say the same, whether YAML or JSON, in short or
 * long forms, whatever the order of their fields and of lists whose order has no meaning. Nothing is filled in: what
 * is left out and a default that is written are two texts that people signed differently.
 */
export const agreementHash = (agreement: Agreement): AgreementHash =>
  `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalTerms(agreement))))}`

/** The text that is hashed: the canonical form (RFC 8785) of the terms. */
export const canonicalTerms = (agreement: Agreement): string =>
  canonicalJson(withoutOrder(termsOf(agreement), ''))

/** An agreement without what is about its terms and not of them. */
export type AgreementTerms = Omit<Agreement, '$schema' | 'status' | 'acceptances'>

/**
 * What two sides accept. Left out are where an editor finds the schema, the state, the acceptances, and the
 * acknowledgements of the rulebook, which come after the signature.
 */
export function termsOf(agreement: Agreement): AgreementTerms {
  const { $schema: _schema, status: _status, acceptances: _acceptances, ...terms } = agreement
  if (terms.rulebook === undefined) return terms
  const { acknowledgements: _acknowledgements, ...rulebook } = terms.rulebook
  return { ...terms, rulebook }
}
