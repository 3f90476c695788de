import type { Agreement } from '../agreement.ts'
import type { Delivery } from '../delivery.ts'
import { cell, fact, facts, heading, list, missing, table, type Block } from './block.ts'
import { capital, dateText, targetWords } from './wording.ts'

const silence = {
  'accepted-with-notice': 'Accepted, after a notice',
  escalate: 'Escalated',
  refused: 'Refused',
} as const

const delay = {
  vendor: 'The vendor',
  partner: 'The partner',
  'whoever-causes-it': 'Whoever causes it',
} as const

/** Section 7. Handover, acceptance, who bears a delay, what counts as a change. */
export function deliveryBlocks({ delivery }: Agreement): Block[] {
  if (!delivery) return [missing()]
  const acceptance = delivery.acceptance
  const criteria = acceptance?.criteria ?? []
  return [
    facts(
      fact('Handover', delivery.handover),
      fact('Time to accept', acceptance?.within && targetWords(acceptance.within)),
      fact('Silence means', acceptance?.onSilence && silence[acceptance.onSilence]),
      fact('Who bears a delay', delayText(delivery)),
      fact('What counts as a change', delivery.change),
    ),
    heading('Criteria of acceptance'),
    criteria.length === 0 ? missing() : list(criteria),
    ...milestonesBlocks(delivery),
  ]
}

function delayText(delivery: Delivery): string | undefined {
  const who = delivery.delayBorneBy && delay[delivery.delayBorneBy]
  if (who === undefined) return delivery.delayText
  return delivery.delayText === undefined ? who : `${who}. ${delivery.delayText}`
}

function milestonesBlocks(delivery: Delivery): Block[] {
  const milestones = delivery.milestones ?? []
  if (milestones.length === 0) return []
  return [
    heading('Milestones'),
    table(
      'Milestones',
      [
        ['Milestone', 4],
        ['Owed by', 1.5],
        ['Due', 2.5],
      ],
      milestones.map((one) => [
        cell(one.title),
        cell(capital(`the ${one.owedBy}`)),
        cell(
          [
            one.dueOn === undefined ? undefined : dateText(one.dueOn),
            one.within === undefined ? undefined : `within ${targetWords(one.within)}`,
          ]
            .filter((part) => part !== undefined)
            .join('; '),
        ),
      ]),
    ),
  ]
}

/** Section 8. Customers' renewals, due before their dates. */
export function customerRenewalsBlocks({ customerRenewals }: Agreement): Block[] {
  if (!customerRenewals) return [missing()]
  const { owedBy, startBefore, text } = customerRenewals
  return [
    facts(
      fact('Owed by', owedBy && capital(`the ${owedBy}`)),
      fact('Work starts', startBefore && `${targetWords(startBefore)} before the renewal date`),
      text === undefined ? undefined : fact('In words', text),
    ),
  ]
}
