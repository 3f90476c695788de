import type { Agreement } from '../agreement/agreement.ts'
import type { PatchOperation } from '../agreement/finding.ts'
import { agreementHash } from '../agreement/hash.ts'
import { drop, set } from './edit.ts'

/**
 * The operations that turn an agreement into one that may be edited. A draft stays as it is. A proposal goes back to
 * draft under its number, because an edit voids what was accepted. What both sides have accepted is never edited:
 * the next version begins, which names the one it amends by number and hash and keeps the deadlines of open work.
 */
export function operationsForDraft(agreement: Agreement): readonly PatchOperation[] {
  const { status = 'draft', version = 1 } = agreement
  const withoutConsent = drop(agreement, ['acceptances'])
  if (!isSigned(agreement)) {
    const back = status === 'proposed' ? set(agreement, ['status'], 'draft') : []
    return status === 'template' ? [] : [...back, ...withoutConsent]
  }
  const kinds = [...new Set((agreement.targets ?? []).map(({ kind }) => kind))]
  return [
    ...set(agreement, ['version'], version + 1),
    ...set(agreement, ['status'], 'draft'),
    ...drop(agreement, ['effectiveOn']),
    ...set(agreement, ['amends'], {
      version,
      hash: agreementHash(agreement),
      openWork: kinds.map((kind) => ({ kind, apply: 'keep' })),
    }),
    ...withoutConsent,
  ]
}

/** Both sides have accepted, whether or not the status says so yet. */
export const isSigned = ({ status = 'draft', acceptances = [] }: Agreement): boolean =>
  ['accepted', 'in-force', 'expiring', 'ended'].includes(status) ||
  new Set(acceptances.map(({ side }) => side)).size === 2
