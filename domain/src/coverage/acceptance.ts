import type { Agreement } from '../agreement/agreement.ts'
import { agreementHash } from '../agreement/hash.ts'
import { pointer } from '../agreement/pointer.ts'
import { sides } from '../identity/side.ts'
import type { PlainDate } from '../kernel/instant.ts'
import { finding } from './catalogued-finding.ts'
import { set } from './edit.ts'
import { isSigned } from './next-draft.ts'
import { holdersOn, personOf } from './roster.ts'
import { sideName, type Rule } from './subject.ts'

/** Consent of both sides to the same terms. A draft that nobody has accepted is no fault; it is a draft. */
export const auditAcceptance: Rule = (subject) => [
  ...missingSides(subject),
  ...otherTerms(subject),
  ...passedDate(subject),
  ...signatories(subject),
  ...openWork(subject),
]

/** Consent is owed once the terms have been proposed, and once one side has given it. */
const isProposed = ({ status = 'draft', acceptances = [] }: Agreement): boolean =>
  (status !== 'draft' && status !== 'template') || acceptances.length > 0

const accepted = (agreement: Agreement): ReadonlySet<string> =>
  new Set((agreement.acceptances ?? []).map((acceptance) => acceptance.side))

const missingSides: Rule = ({ agreement }) =>
  isProposed(agreement) && agreement.status !== 'ended'
    ? sides
        .filter((side) => !accepted(agreement).has(side))
        .map((side) =>
          finding('acceptance.side-missing', {
            path: '/acceptances',
            what: `${sideName(agreement, side)} has not accepted.`,
            fix: `Ask the authorised signatory of ${sideName(agreement, side)} to accept these terms.`,
          }),
        )
    : []

const otherTerms: Rule = ({ agreement }) => {
  const acceptances = agreement.acceptances ?? []
  if (acceptances.length === 0) return []
  const hash = agreementHash(agreement)
  return acceptances.flatMap((acceptance, index) =>
    acceptance.hash === hash
      ? []
      : [
          finding('acceptance.different-terms', {
            path: pointer(['acceptances', index, 'hash']),
            what: `${sideName(agreement, acceptance.side)} accepted ${short(acceptance.hash)}, and these terms are ${short(hash)}.`,
            fix: 'Take the edit back, or propose the edited terms as a new version; an edit voids both acceptances.',
          }),
        ],
  )
}

const short = (hash: string): string => hash.slice(0, 'sha256:'.length + 8)

const passedDate: Rule = ({ agreement, today }) => {
  const { effectiveOn } = agreement
  const isOver = agreement.status === 'ended' || agreement.status === 'template'
  if (effectiveOn === undefined || isOver || today <= effectiveOn) return []
  if (sides.every((side) => accepted(agreement).has(side))) return []
  return [
    finding('acceptance.effective-date-passed', {
      path: '/effectiveOn',
      what: `It was to be in force from ${effectiveOn}, and both sides have not accepted.`,
      fix: 'Let both sides accept; it is then in force from the later acceptance.',
    }),
  ]
}

const signatories: Rule = ({ agreement }) =>
  (agreement.acceptances ?? []).flatMap((acceptance, index) => {
    const person = personOf(agreement, acceptance.person)
    if (person?.side !== acceptance.side) return []
    const on = acceptance.at.slice(0, 10) as PlainDate
    const holds = (agreement.positions ?? []).some(
      (position) =>
        position.side === acceptance.side &&
        (acceptance.position === undefined || acceptance.position === position.id) &&
        holdersOn(position, on).some((holder) => holder.person === person.id),
    )
    if (holds) return []
    return [
      finding('acceptance.signatory-without-position', {
        path: pointer(['acceptances', index, 'person']),
        what: `${person.name} accepted for ${sideName(agreement, acceptance.side)} on ${on} and held no ${acceptance.position === undefined ? 'position' : `position "${acceptance.position}"`} then.`,
        fix: 'Name the position that allows this person to sign, or let the authorised signatory accept.',
      }),
    ]
  })

/**
 * An amendment says for each kind whether open work keeps its deadline; "keep" surprises nobody. What both have
 * accepted cannot say it any more: the next draft amends that version, and what it says concerns its own change.
 */
const openWork: Rule = ({ agreement }) => {
  const { amends } = agreement
  if (amends === undefined) return []
  const decided = new Set<string>((amends.openWork ?? []).map(({ kind }) => kind))
  const kinds = [...new Set((agreement.targets ?? []).map(({ kind }) => kind))]
  const open = kinds.filter((kind) => !decided.has(kind))
  if (open.length === 0) return []
  return [
    finding('acceptance.open-work-undecided', {
      path: '/amends/openWork',
      what: `The amendment does not say what happens to open work of ${open.length === kinds.length ? 'any kind' : open.join(', ')}.`,
      fix: 'Let open work keep the deadlines with which it began.',
      patch: isSigned(agreement)
        ? []
        : set(
            agreement,
            ['amends', 'openWork'],
            [...(amends.openWork ?? []), ...open.map((kind) => ({ kind, apply: 'keep' }))],
          ),
    }),
  ]
}
