/**
 * The versions of one agreement: 1, 2, 3 …, each immutable and identified by its hash, each naming the one before it
 * by number and hash. What applied on a date is always answerable.
 *
 * The surprising rule: a version counts from the day it is in force, not from the day it was written, so an amendment
 * that one side has not accepted changes nothing, and work of the days before stays under the version before.
 */
import type { PlainDate } from '../kernel/instant.ts'
import { accepted, refused, type Refusal, type Result } from '../kernel/result.ts'
import { inForceFrom } from './acceptance.ts'
import type { Agreement } from './agreement.ts'
import { stateOn, type AgreementState } from './agreement-state.ts'
import { agreementHash } from './hash.ts'

export interface ChainRefusal extends Refusal {
  readonly code:
    | 'versions.none'
    | 'versions.other-agreement'
    | 'versions.twice'
    | 'versions.missing'
    | 'versions.does-not-amend'
    | 'versions.edited'
  readonly version: number
}

/** Versions in their order, each proven to follow the one before it. */
export type VersionChain = readonly Agreement[]

const numberOf = (agreement: Agreement): number => agreement.version ?? 1

/** Puts versions in order and proves the chain: one agreement, no gap, every `amends` the hash of the one before. */
export function chainVersions(versions: readonly Agreement[]): Result<VersionChain, ChainRefusal> {
  const chain = versions.toSorted((a, b) => numberOf(a) - numberOf(b))
  const [first] = chain
  if (first === undefined) {
    return refused(refusal('versions.none', 0, 'There is no version.', 'Give at least one.'))
  }
  for (const [index, version] of chain.entries()) {
    const fault = linkFault(version, chain[index - 1], first, index)
    if (fault !== undefined) return refused(fault)
  }
  return accepted(chain)
}

function linkFault(
  version: Agreement,
  before: Agreement | undefined,
  first: Agreement,
  index: number,
): ChainRefusal | undefined {
  const number = numberOf(version)
  if (version.id !== first.id) {
    return refusal(
      'versions.other-agreement',
      number,
      `Version ${number} belongs to "${version.id}", the first to "${first.id}".`,
      'Give versions of one agreement.',
    )
  }
  if (before !== undefined && numberOf(before) === number) {
    return refusal(
      'versions.twice',
      number,
      `There are two versions ${number}.`,
      'Keep the one that both sides accepted.',
    )
  }
  if (number !== index + 1) {
    return refusal(
      'versions.missing',
      index + 1,
      `Version ${index + 1} is missing before version ${number}.`,
      'Add it: what applied on a date is answerable only with every version.',
    )
  }
  return before === undefined ? undefined : amendmentFault(version, before)
}

function amendmentFault(version: Agreement, before: Agreement): ChainRefusal | undefined {
  const number = numberOf(version)
  const hash = agreementHash(before)
  if (version.amends?.version !== numberOf(before) || version.amends.hash === undefined) {
    return refusal(
      'versions.does-not-amend',
      number,
      `Version ${number} does not say that it amends version ${numberOf(before)} by its hash.`,
      `Write amends: { version: ${numberOf(before)}, hash: ${hash} }.`,
    )
  }
  if (version.amends.hash === hash) return undefined
  return refusal(
    'versions.edited',
    number,
    `Version ${number} amends ${version.amends.hash}, but version ${numberOf(before)} now has the hash ${hash}.`,
    `Version ${numberOf(before)} was edited after it was signed; restore the text that was accepted.`,
  )
}

const refusal = (
  code: ChainRefusal['code'],
  version: number,
  sentence: string,
  fix: string,
): ChainRefusal => ({ code, version, sentence, fix })

export interface Applies {
  readonly version: Agreement
  readonly state: AgreementState
}

/** The version that applies on a date: the highest in force by then. Undefined before the first and after the end. */
export function versionOn(chain: VersionChain, date: PlainDate): Applies | undefined {
  const version = chain.findLast((candidate) => {
    const from = inForceFrom(candidate)
    return from !== undefined && from <= date
  })
  if (version === undefined) return undefined
  const state = stateOn(version, date)
  return state === 'ended' ? undefined : { version, state }
}

/** A draft of the next version: the same terms, unsigned, naming what it amends. */
export function nextDraft(agreement: Agreement): Agreement {
  const { acceptances: _acceptances, effectiveOn: _effectiveOn, ...terms } = agreement
  const version = numberOf(agreement)
  return {
    ...terms,
    version: version + 1,
    status: 'draft',
    amends: { version, hash: agreementHash(agreement) },
  }
}
