import type { Responsibility } from '../agreement/responsibilities.ts'
import type { CommitmentKind } from '../commitment/kind.ts'
import { describeKind, subjectOf } from '../commitment/kind.ts'
import { pointer } from '../agreement/pointer.ts'
import { otherSide, type Side } from '../identity/side.ts'
import { usualActivityOf } from './activities.ts'
import { finding } from './catalogued-finding.ts'
import { append, set } from './edit.ts'
import { boundRow } from './default-terms.ts'
import { sideOf, titleOf } from './roster.ts'
import { sideName, type Rule, type Subject } from './subject.ts'

/** Whether the side that answers for a row is the side that owes its promises, and whether the two sides of a row are bound to each other. */
export const auditMatrixSides: Rule = (subject) => [
  ...accountableNotOwing(subject),
  ...splitWithoutCommitment(subject),
]

const accountableNotOwing: Rule = (subject) => {
  const { agreement } = subject
  return (agreement.responsibilities ?? []).flatMap((row, index) => {
    const [accountable, ...others] = row.accountable ?? []
    if (accountable === undefined || others.length > 0) return []
    const side = sideOf(agreement, accountable)
    if (side === undefined) return []
    return kindsOf(subject, row).flatMap((kind) => {
      const owing = owingSides(subject, kind)
      const [owner] = owing
      if (owner === undefined || owing.has(side)) return []
      const responsible = (row.responsible ?? []).find((id) => sideOf(agreement, id) === owner)
      return [
        finding('responsibilities.accountable-not-owing', {
          path: pointer(['responsibilities', index, 'accountable']),
          what: `${row.label}: ${titleOf(agreement, accountable)} of ${sideName(agreement, side)} answers for it, but ${describeKind(kind).label.toLowerCase()} (${kind}) is owed by ${sideName(agreement, owner)}.`,
          fix: `Make a position of ${sideName(agreement, owner)} accountable, or let ${sideName(agreement, side)} owe it.`,
          choices: [
            ...(responsible === undefined
              ? []
              : [
                  {
                    id: owner,
                    label: `${titleOf(agreement, responsible)} of ${sideName(agreement, owner)} answers for it`,
                    patch: set(agreement, ['responsibilities', index, 'accountable'], responsible),
                  },
                ]),
            {
              id: side,
              label: `${sideName(agreement, side)} owes it`,
              patch: owedBy(subject, kind, side),
            },
          ],
        }),
      ]
    })
  })
}

/** Whether a side may answer for a row: it owes, or nobody does, whatever is promised under the row. */
export const mayAnswer = (subject: Subject, row: Responsibility, side: Side): boolean =>
  kindsOf(subject, row).every((kind) => {
    const owing = owingSides(subject, kind)
    return owing.size === 0 || owing.has(side)
  })

/**
 * The kinds a row names; where it names none, those that usually belong to its activity and that have a target.
 * Accepting a delivery is promised by the side that receives it, so it says nothing about who answers for delivering.
 */
function kindsOf({ agreement }: Subject, row: Responsibility): readonly CommitmentKind[] {
  if (row.commitments !== undefined && row.commitments.length > 0) return row.commitments
  const usual = usualActivityOf(row)
  if (usual === undefined) return []
  const kinds = (agreement.targets ?? [])
    .map((target) => target.kind)
    .filter((kind) => kind !== 'delivery.acceptance')
  const own = [...new Set(kinds.filter((kind) => usual.subjects.includes(subjectOf(kind))))]
  const renewal = usual.id === 'renewals' && agreement.customerRenewals?.owedBy !== undefined
  return renewal && own.length === 0 ? ['renewal.start'] : own
}

/** The sides that owe a kind; none where the agreement does not promise it. */
function owingSides({ agreement }: Subject, kind: CommitmentKind): ReadonlySet<Side> {
  const rows = (agreement.targets ?? []).filter((row) => row.kind === kind)
  const renewal = kind === 'renewal.start' ? agreement.customerRenewals?.owedBy : undefined
  if (rows.length === 0) return new Set(renewal === undefined ? [] : [renewal])
  return new Set(
    rows.flatMap(({ owedBy: owes = 'both' }): Side[] =>
      owes === 'both' ? ['vendor', 'partner'] : [owes],
    ),
  )
}

function owedBy({ agreement }: Subject, kind: CommitmentKind, side: Side) {
  const index = (agreement.targets ?? []).findIndex((row) => row.kind === kind)
  return index === -1
    ? set(agreement, ['customerRenewals', 'owedBy'], side)
    : set(agreement, ['targets', index, 'owedBy'], side)
}

/** R on one side, A on the other: what they owe each other in between is a request, unless the row says more. */
const splitWithoutCommitment: Rule = ({ agreement }) =>
  (agreement.responsibilities ?? []).flatMap((row, index) => {
    const [accountable] = row.accountable ?? []
    const side = accountable === undefined ? undefined : sideOf(agreement, accountable)
    const doing = (row.responsible ?? []).flatMap((id) => sideOf(agreement, id) ?? [])
    const isSplit = side !== undefined && doing.length > 0 && !doing.includes(side)
    if (!isSplit || (row.commitments ?? []).length > 0) return []
    const targets = agreement.targets ?? []
    const isTimed = targets.length === 0 || targets.some((one) => one.kind === 'request.answer')
    const usual = boundRow(agreement, 'request.answer')
    return [
      finding('responsibilities.sides-split-without-commitment', {
        path: pointer(['responsibilities', index]),
        what: `${row.label}: ${sideName(agreement, otherSide(side))} does it, ${sideName(agreement, side)} answers for it, and nothing is promised between them.`,
        fix: 'Name the kind of commitment between them; a request that the other side answers in time is the usual one.',
        patch: [
          ...set(agreement, ['responsibilities', index, 'commitments'], ['request.answer']),
          ...(isTimed || usual === undefined ? [] : append(agreement, ['targets'], [usual])),
        ],
      }),
    ]
  })
