import { describeKind } from '../../commitment/kind.ts'
import type { Agreement } from '../agreement.ts'
import { cell, fact, facts, missing, paragraphs, table, type Block } from './block.ts'
import { namesOf } from './names.ts'
import { percentText } from './wording.ts'

const modes = {
  none: 'Nothing: a breach has no price, by agreement.',
  'service-credit': 'A service credit.',
  fee: 'A fee.',
  review: 'A review of the cause by both sides.',
} as const

/** What the side that breaks its word owes for it. */
export function breachCostBlocks(agreement: Agreement): Block[] {
  const cost = agreement.breachCost
  if (!cost) return [missing()]
  const names = namesOf(agreement)
  const credits = cost.credits ?? []
  return [
    facts(
      fact('A breach costs', modes[cost.mode]),
      cost.capPercent === undefined ? undefined : fact('At most', percentText(cost.capPercent)),
    ),
    ...(cost.text === undefined ? [] : paragraphs(cost.text)),
    ...(credits.length === 0
      ? []
      : [
          table(
            'Credits for a breach',
            [
              ['Commitment', 3],
              ['Priority', 1.5],
              ['Credit', 2.5],
            ],
            credits.map((credit) => [
              cell(describeKind(credit.kind).label),
              cell(credit.priority === undefined ? 'Every one' : names.priority(credit.priority)),
              cell(
                `${percentText(credit.percent)}${credit.of === undefined ? '' : ` of ${credit.of}`}`,
              ),
            ]),
          ),
        ]),
  ]
}
