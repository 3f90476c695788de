import { pointer } from '../agreement/pointer.ts'
import { standardDelivery } from '../agreement/standard-term.ts'
import { finding } from './catalogued-finding.ts'
import { auditCustomerRenewals } from './customer-renewals.ts'
import { set } from './edit.ts'
import type { FindingCode } from './findings-catalogue.ts'
import type { Rule } from './subject.ts'

/** Delivery: handover, acceptance, silence, delay and change, and the customers' renewals. */
export const auditDelivery: Rule = (subject) => [
  ...auditTerms(subject),
  ...milestones(subject),
  ...auditCustomerRenewals(subject),
]

const auditTerms: Rule = ({ agreement }) => {
  const { delivery } = agreement
  if (delivery === undefined || Object.keys(delivery).length === 0) {
    return [
      finding('delivery.missing', {
        path: '/delivery',
        what: 'Nothing is agreed about delivery.',
        fix: 'Say what is handed over, when it counts as accepted, what silence means, who bears a delay and what counts as a change.',
        patch: set(agreement, ['delivery'], standardDelivery),
      }),
    ]
  }
  const missing = (
    code: FindingCode,
    path: readonly string[],
    words: { readonly what: string; readonly fix: string },
    usual: unknown,
  ) =>
    finding(code, {
      path: pointer(['delivery', ...path]),
      ...words,
      patch: set(agreement, ['delivery', ...path], usual),
    })
  const usual = standardDelivery
  return [
    ...(delivery.handover === undefined
      ? [
          missing(
            'delivery.handover-missing',
            ['handover'],
            {
              what: 'Nothing says what is handed over, by whom and in which form.',
              fix: 'Describe the handover.',
            },
            usual.handover,
          ),
        ]
      : []),
    ...((delivery.acceptance?.criteria ?? []).length === 0
      ? [
          missing(
            'delivery.criteria-missing',
            ['acceptance', 'criteria'],
            {
              what: 'Nothing says when a delivery is good.',
              fix: 'List what must hold for a delivery to be accepted.',
            },
            usual.acceptance?.criteria,
          ),
        ]
      : []),
    ...(delivery.acceptance?.onSilence === undefined
      ? [
          missing(
            'delivery.silence-undefined',
            ['acceptance', 'onSilence'],
            {
              what: 'Nothing says what happens when a delivery is neither accepted nor refused.',
              fix: 'Let silence count as acceptance after a notice.',
            },
            usual.acceptance?.onSilence,
          ),
        ]
      : []),
    ...(delivery.delayBorneBy === undefined
      ? [
          missing(
            'delivery.delay-unassigned',
            ['delayBorneBy'],
            {
              what: 'Nothing says who bears a delay.',
              fix: 'Let the side bear it that causes it.',
            },
            usual.delayBorneBy,
          ),
        ]
      : []),
    ...(delivery.change === undefined
      ? [
          missing(
            'delivery.change-undefined',
            ['change'],
            {
              what: 'Nothing says what counts as a change and who decides on it.',
              fix: 'Say that whatever is not in the order is a change, and who accepts it.',
            },
            usual.change,
          ),
        ]
      : []),
  ]
}

const milestones: Rule = ({ agreement }) =>
  (agreement.delivery?.milestones ?? []).flatMap((milestone, index) => {
    const path = pointer(['delivery', 'milestones', index])
    const { dueOn, within } = milestone
    if (dueOn === undefined) {
      return within === undefined
        ? [
            finding('delivery.milestone-without-date', {
              path,
              what: `The milestone "${milestone.title}" is due at no time.`,
              fix: 'Write a date (dueOn), or a time after the order (within).',
            }),
          ]
        : []
    }
    const { startsOn, endsOn } = agreement.term ?? {}
    const isBefore = startsOn !== undefined && dueOn < startsOn
    const isAfter = endsOn !== undefined && dueOn > endsOn
    if (!isBefore && !isAfter) return []
    return [
      finding('delivery.milestone-outside-term', {
        path: `${path}/dueOn`,
        what: `The milestone "${milestone.title}" is due on ${dueOn}, the agreement ${isBefore ? `starts on ${startsOn}` : `ends on ${endsOn}`}.`,
        fix: 'Move the milestone into the term, or change the term.',
      }),
    ]
  })
