import type { Agreement } from '../agreement/agreement.ts'
import { describeKind, type CommitmentKind } from '../commitment/kind.ts'
import { isActivity, usualActivities } from './activities.ts'
import { finding } from './catalogued-finding.ts'
import { boundRow } from './default-terms.ts'
import { append } from './edit.ts'
import type { Rule } from './subject.ts'

/** What the rest of the agreement expects by a time and the response times leave out. */
export const auditExpectedKinds: Rule = ({ agreement }) => {
  const promised = new Set<string>(agreement.targets?.map((row) => row.kind))
  return [...expectedKinds(agreement)]
    .filter(([kind]) => !promised.has(kind))
    .map(([kind, because]) => {
      const usual = boundRow(agreement, kind)
      const time = usual?.target
      return finding('targets.kind-without-target', {
        path: '/targets',
        what: `${describeKind(kind).label} (${kind}) has no time, ${because}.`,
        fix: `Add a row for ${kind}${typeof time === 'string' ? `, for example "${time}"` : ''}.`,
        patch: usual === undefined ? [] : append(agreement, ['targets'], [usual]),
      })
    })
}

/** Kinds and the half sentence that says why each is expected. Some are promised in a section of their own. */
function expectedKinds(agreement: Agreement): ReadonlyMap<CommitmentKind, string> {
  const expected = new Map<CommitmentKind, string>()
  const rows = agreement.responsibilities ?? []
  const elsewhere = new Set<CommitmentKind>(['case.response', 'case.resolution', 'renewal.start'])
  const acceptanceHasTime = agreement.delivery?.acceptance?.within !== undefined
  if (acceptanceHasTime) elsewhere.add('delivery.acceptance')
  for (const row of rows) {
    for (const kind of row.commitments ?? []) {
      if (!elsewhere.has(kind)) expected.set(kind, `although the row "${row.label}" names it`)
    }
  }
  const delivery = usualActivities.find((usual) => usual.id === 'delivery')
  const delivers = delivery !== undefined && rows.some((row) => isActivity(row, delivery))
  if (delivers && !acceptanceHasTime) {
    expected.set('delivery.acceptance', 'although delivery is in the matrix')
  }
  if (rows.length > 0) {
    expected.set('request.answer', 'although each side asks the other for help under the matrix')
  }
  return expected
}
