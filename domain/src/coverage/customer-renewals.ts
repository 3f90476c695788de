import type { Agreement } from '../agreement/agreement.ts'
import { standardRenewals } from '../agreement/standard-term.ts'
import { sides, type Side } from '../identity/side.ts'
import { isActivity, usualActivities } from './activities.ts'
import { finding } from './catalogued-finding.ts'
import { set } from './edit.ts'
import { sideOf } from './roster.ts'
import { sideName, type Rule } from './subject.ts'

/** Renewals of the customers' contracts: which side owes them, and how long before their date they begin. */
export const auditCustomerRenewals: Rule = ({ agreement }) => {
  const { customerRenewals: renewals } = agreement
  const owner = answeringSide(agreement)
  const { startBefore } = standardRenewals
  if (renewals === undefined) {
    return [
      finding('renewals.missing', {
        path: '/customerRenewals',
        what: 'Nothing is agreed about customers’ renewals.',
        fix: `Say which side starts a renewal, and how long before its date; ${startBefore} is usual.`,
        patch: set(agreement, ['customerRenewals'], {
          ...(owner !== undefined && { owedBy: owner }),
          startBefore,
        }),
      }),
    ]
  }
  const promised = agreement.targets?.some((row) => row.kind === 'renewal.start') ?? false
  return [
    ...(renewals.owedBy === undefined
      ? [
          finding('renewals.owner-missing', {
            path: '/customerRenewals/owedBy',
            what: 'Nothing says which side starts a customer’s renewal.',
            fix:
              owner === undefined
                ? 'Name the side that owes it.'
                : `Let ${sideName(agreement, owner)} owe it, who answers for renewals in the matrix.`,
            ...(owner === undefined
              ? {
                  choices: sides.map((side) => ({
                    id: side,
                    label: `${sideName(agreement, side)} starts renewals`,
                    patch: set(agreement, ['customerRenewals', 'owedBy'], side),
                  })),
                }
              : { patch: set(agreement, ['customerRenewals', 'owedBy'], owner) }),
          }),
        ]
      : []),
    ...(renewals.startBefore === undefined && !promised
      ? [
          finding('renewals.start-missing', {
            path: '/customerRenewals/startBefore',
            what: 'Nothing says how long before its date a renewal is started.',
            fix: `Start it ${startBefore} before its date.`,
            patch: set(agreement, ['customerRenewals', 'startBefore'], startBefore),
          }),
        ]
      : []),
  ]
}

/** The side of the one position that answers for renewals in the matrix. */
function answeringSide(agreement: Agreement): Side | undefined {
  const usual = usualActivities.find((one) => one.id === 'renewals')
  const row = (agreement.responsibilities ?? []).find(
    (one) => usual !== undefined && isActivity(one, usual),
  )
  const [accountable, ...others] = row?.accountable ?? []
  return accountable === undefined || others.length > 0 ? undefined : sideOf(agreement, accountable)
}
