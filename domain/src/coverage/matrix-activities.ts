import type { Choice } from '../agreement/finding.ts'
import { sides } from '../identity/side.ts'
import { subjectOf } from '../commitment/kind.ts'
import { isActivity, usualActivities, type UsualActivity } from './activities.ts'
import { finding } from './catalogued-finding.ts'
import { standardPositions, standardResponsibilities } from '../agreement/standard-positions.ts'
import { append, set } from './edit.ts'
import { positionOf } from './roster.ts'
import { sideName, type Rule, type Subject } from './subject.ts'
import { firstOrUsualPosition } from './usual-positions.ts'

/** Which work the matrix names: all that is promised, and the six activities that partnerships usually have. */
export const auditActivities: Rule = (subject) => {
  const { agreement } = subject
  const rows = agreement.responsibilities ?? []
  if (rows.length === 0) {
    return [
      finding('responsibilities.missing', {
        path: '/responsibilities',
        what: 'The agreement does not say who does what.',
        fix: `Add a row for each activity (${usualActivities.map((one) => one.label.toLowerCase()).join(', ')}) with the position that does it and the one position that answers for it.`,
        choices: standardMatrix(subject),
      }),
    ]
  }
  return usualActivities
    .filter((usual) => !rows.some((row) => isActivity(row, usual) || keeps(row, usual)))
    .map((usual) => ({ usual, promised: isPromised(subject, usual) }))
    .filter(({ usual, promised }) => promised || !isExcluded(subject, usual))
    .map(({ usual, promised }) => {
      return finding(
        promised ? 'responsibilities.activity-without-row' : 'responsibilities.activity-missing',
        {
          path: '/responsibilities',
          what: promised
            ? `The agreement promises times for ${usual.label.toLowerCase()}, but the matrix has no row for it.`
            : `The matrix has no row for ${usual.label.toLowerCase()}.`,
          fix: `Add a row for ${usual.label.toLowerCase()}, or say in the exclusions that it is no part of the partnership.`,
          choices: sides.map((side) => rowFor(subject, usual, side)),
        },
      )
    })
}

/** The matrix of the template with the positions it names; a decision about people, so a choice and no patch. */
function standardMatrix({ agreement }: Subject): readonly Choice[] {
  const positions = standardPositions ?? []
  const isTaken = positions.some(({ id, side }) => {
    const existing = positionOf(agreement, id)
    return existing !== undefined && existing.side !== side
  })
  if (isTaken) return []
  const promised = new Set<string>(agreement.targets?.map(({ kind }) => kind))
  const rows = (standardResponsibilities ?? []).map(({ commitments = [], ...row }) => {
    const kept = commitments.filter((kind) => promised.has(kind))
    return kept.length === 0 ? row : Object.assign(row, { commitments: kept })
  })
  const missing = positions.filter(({ id }) => positionOf(agreement, id) === undefined)
  return [
    {
      id: 'standard',
      label: 'Begin with the standard matrix and its positions',
      patch: [
        ...append(agreement, ['positions'], missing),
        ...set(agreement, ['responsibilities'], rows),
      ],
    },
  ]
}

const keeps = (
  row: NonNullable<Subject['agreement']['responsibilities']>[number],
  usual: UsualActivity,
): boolean => (row.commitments ?? []).some((kind) => usual.subjects.includes(subjectOf(kind)))

const isPromised = ({ agreement }: Subject, { id, subjects }: UsualActivity): boolean =>
  (agreement.targets ?? []).some((row) => subjects.includes(subjectOf(row.kind))) ||
  (id === 'delivery' && agreement.delivery !== undefined) ||
  (id === 'renewals' && agreement.customerRenewals !== undefined)

/** An activity that the scope excludes is decided, not forgotten. */
const isExcluded = ({ agreement }: Subject, usual: UsualActivity): boolean =>
  (agreement.scope?.exclusions ?? []).some((exclusion) => usual.words.test(exclusion))

function rowFor(subject: Subject, usual: UsualActivity, side: (typeof sides)[number]): Choice {
  const position = firstOrUsualPosition(subject, side)
  const row = {
    activity: usual.id,
    label: usual.label,
    responsible: [position.id],
    accountable: position.id,
  }
  return {
    id: side,
    label: `${sideName(subject.agreement, side)} does it and answers for it`,
    patch: [...position.patch, ...append(subject.agreement, ['responsibilities'], [row])],
  }
}
