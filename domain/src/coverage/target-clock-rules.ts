import { pointer } from '../agreement/pointer.ts'
import { describeKind } from '../commitment/kind.ts'
import { hour } from '../kernel/instant.ts'
import { targetText, type SettledTarget } from '../time/target.ts'
import { calendarsOfRow, isAlwaysOpen, usualWeekOf } from './calendar-of-side.ts'
import { finding } from './catalogued-finding.ts'
import { standardBreachCost, standardPauses, standardWarning } from '../agreement/standard-times.ts'
import { defaultStart } from './default-terms.ts'
import { set } from './edit.ts'
import { capitalised, type Rule } from './subject.ts'
import { longestWait, startText } from './target-comparison.ts'

/** What starts, stops, pauses and warns a clock, and what a breach costs. */
export const auditClockRules: Rule = (subject) => [
  ...starts(subject),
  ...ends(subject),
  ...lateWarnings(subject),
  ...pauses(subject),
  ...urgentInOfficeHours(subject),
  ...costOfBreach(subject),
]

const starts: Rule = ({ agreement }) =>
  (agreement.targets ?? []).flatMap((row, index) => {
    if (row.startsAt !== undefined || row.percentile !== undefined || row.recurring !== undefined)
      return []
    const usual = defaultStart(row.kind)
    return [
      finding('targets.start-missing', {
        path: pointer(['targets', index]),
        what: `${row.kind}: nothing says what starts the clock.`,
        fix: `Write startsAt: ${usual}, or another start that both sides can see.`,
        patch: set(agreement, ['targets', index, 'startsAt'], usual),
      }),
    ]
  })

const ends: Rule = ({ agreement }) =>
  (agreement.targets ?? []).flatMap((row, index) => {
    if (row.metBy !== undefined || row.percentile !== undefined) return []
    const { metBy } = describeKind(row.kind)
    return [
      finding('targets.end-missing', {
        path: pointer(['targets', index]),
        what: `${row.kind}: nothing says which act keeps the promise.`,
        fix: `Write metBy: [${metBy.join(', ')}].`,
        patch: set(agreement, ['targets', index, 'metBy'], [...metBy]),
      }),
    ]
  })

const lateWarnings: Rule = ({ agreement }) =>
  (agreement.targets ?? []).flatMap((row, index) =>
    row.warnAt === undefined || row.warnAt < 100
      ? []
      : [
          finding('targets.warning-too-late', {
            path: pointer(['targets', index, 'warnAt']),
            what: `${row.kind}: the warning comes at ${row.warnAt} % of the time.`,
            fix: `Warn at ${standardWarning} of the time.`,
            patch: set(agreement, ['targets', index, 'warnAt'], standardWarning),
          }),
        ],
  )

const pauses: Rule = ({ agreement }) => {
  const pausing = (agreement.targets ?? []).filter((row) => describeKind(row.kind).pauses)
  const first = pausing.find(
    ({ kind }) =>
      !(agreement.pauses ?? []).some(
        (rule) => rule.kinds === undefined || rule.kinds.includes(kind),
      ),
  )
  if (first === undefined) return []
  return [
    finding('targets.pause-rules-missing', {
      path: '/pauses',
      what: `${describeKind(first.kind).label} can wait for others, but no reason for a pause is agreed.`,
      fix: 'Name the reasons for which a clock may stand still: waiting for the customer, waiting for an answer of the other side.',
      patch:
        (agreement.pauses ?? []).length > 0
          ? []
          : set(
              agreement,
              ['pauses'],
              standardPauses.map(({ reason, label }) => ({ reason, label })),
            ),
    }),
  ]
}

/** The most urgent priority, in real hours: what "4 business hours" means on a Friday afternoon. */
const urgentInOfficeHours: Rule = ({ agreement }) => {
  const [urgent] = agreement.priorities ?? []
  if (urgent === undefined) return []
  return (agreement.targets ?? []).flatMap((row, index) => {
    const target = row.byPriority?.[urgent.id]
    if (row.kind !== 'case.response' || target?.basis !== 'business') return []
    const settled: SettledTarget = { ...target, basis: 'business' }
    const [worst] = calendarsOfRow(agreement, row)
      .filter((calendar) => !isAlwaysOpen(calendar))
      .flatMap((calendar) => usualWeekOf(calendar) ?? [])
      .flatMap((calendar) => longestWait(settled, calendar) ?? [])
      .toSorted((a, b) => b.wait - a.wait)
    if (worst === undefined) return []
    const hours = Math.round((worst.wait / hour) * 10) / 10
    if (target.unit !== 'days' && hours <= 24) return []
    const place = ['targets', index, 'byPriority', urgent.id]
    const elapsed = { ...settled, basis: 'elapsed' as const }
    return [
      finding('targets.critical-business-only', {
        path: pointer(place),
        what: `A ${urgent.label.toLowerCase()} case opened ${startText(worst.example)} waits up to ${hours} hours for its first response.`,
        fix: `${capitalised(targetText(elapsed))} would count nights and weekends; leave it if both sides mean business hours.`,
        choices: [
          {
            id: 'elapsed',
            label: `Count all hours: ${targetText(elapsed)}`,
            patch: set(agreement, place, targetText(elapsed)),
          },
        ],
      }),
    ]
  })
}

const costOfBreach: Rule = ({ agreement }) => {
  const { breachCost } = agreement
  if ((agreement.targets ?? []).length === 0) return []
  if (breachCost === undefined) {
    return [
      finding('targets.breach-cost-missing', {
        path: '/breachCost',
        what: 'Nothing says what a breach costs.',
        fix: 'Say that a breach is discussed in the quarterly review, or agree a service credit.',
        patch: set(agreement, ['breachCost'], standardBreachCost),
      }),
    ]
  }
  if (breachCost.mode !== 'service-credit' || (breachCost.credits ?? []).length > 0) return []
  return [
    finding('targets.credit-without-amount', {
      path: '/breachCost',
      what: 'A breach gives a service credit, but no amount is agreed.',
      fix: 'List the credits: for which kind and priority, how many percent of what.',
    }),
  ]
}
