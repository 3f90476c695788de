import type { Term } from '../agreement/term.ts'
import type { PlainDate } from '../kernel/instant.ts'
import { finding } from './catalogued-finding.ts'
import { drop, set } from './edit.ts'
import { daysBetween, plusDays, plusPeriod } from './local-day.ts'
import type { Rule } from './subject.ts'

/** Start and end: that there are some, that they make sense, and how far away the end is today. */
export const auditTermDates: Rule = (subject) => [
  ...start(subject),
  ...end(subject),
  ...order(subject),
  ...distance(subject),
]

const start: Rule = ({ agreement, today }) => {
  if (agreement.term?.startsOn !== undefined) return []
  const { effectiveOn } = agreement
  const endsOn = agreement.term?.endsOn
  const fits = effectiveOn !== undefined && (endsOn === undefined || effectiveOn < endsOn)
  const month = firstOfNextMonth(today)
  return [
    finding('term.start-missing', {
      path: '/term/startsOn',
      what: 'Nothing says when the agreement starts.',
      fix: fits ? `Start it on its effective date, ${effectiveOn}.` : 'Write the first day.',
      ...(fits
        ? { patch: set(agreement, ['term', 'startsOn'], effectiveOn) }
        : {
            choices: [today, month]
              .filter((date) => endsOn === undefined || date < endsOn)
              .map((date) => ({
                id: date,
                label: date === today ? `It starts today, ${date}` : `It starts on ${date}`,
                patch: set(agreement, ['term', 'startsOn'], date),
              })),
          }),
    }),
  ]
}

const end: Rule = ({ agreement, today }) => {
  const { startsOn, endsOn, openEnded } = agreement.term ?? {}
  if (endsOn !== undefined || openEnded === true) return []
  const usual = startsOn === undefined ? undefined : endAfter(startsOn, agreement.term)
  const fits = usual !== undefined && usual > today
  return [
    finding('term.end-missing', {
      path: '/term/endsOn',
      what: 'Nothing says when the agreement ends.',
      fix: fits
        ? `Let it end after twelve months, on ${usual}, or say that it is open-ended.`
        : 'Write the last day, or say that it is open-ended.',
      ...(fits
        ? { patch: set(agreement, ['term', 'endsOn'], usual) }
        : {
            choices: [
              {
                id: 'open-ended',
                label: 'It is open-ended and ends by notice',
                patch: set(agreement, ['term', 'openEnded'], true),
              },
            ],
          }),
    }),
  ]
}

/** The day before the same date a year later, or after the time for which it renews itself. */
const endAfter = (startsOn: PlainDate, term: Term | undefined): PlainDate =>
  plusDays(plusPeriod(startsOn, term?.renewal?.for ?? { amount: 12, unit: 'months' }), -1)

const order: Rule = ({ agreement }) => {
  const { startsOn, endsOn, openEnded } = agreement.term ?? {}
  return [
    ...(startsOn !== undefined && endsOn !== undefined && endsOn < startsOn
      ? [
          finding('term.end-before-start', {
            path: '/term/endsOn',
            what: `It starts on ${startsOn} and ends on ${endsOn}.`,
            fix: 'Correct one of the two dates.',
            choices: [
              {
                id: 'exchange',
                label: `It starts on ${endsOn} and ends on ${startsOn}`,
                patch: [
                  ...set(agreement, ['term', 'startsOn'], endsOn),
                  ...set(agreement, ['term', 'endsOn'], startsOn),
                ],
              },
            ],
          }),
        ]
      : []),
    ...(endsOn !== undefined && openEnded === true
      ? [
          finding('term.open-ended-with-end', {
            path: '/term/openEnded',
            what: `It is open-ended and ends on ${endsOn}.`,
            fix: 'Decide which of the two holds.',
            choices: [
              {
                id: 'end',
                label: `It ends on ${endsOn}`,
                patch: drop(agreement, ['term', 'openEnded']),
              },
              {
                id: 'open-ended',
                label: 'It is open-ended',
                patch: drop(agreement, ['term', 'endsOn']),
              },
            ],
          }),
        ]
      : []),
  ]
}

const soonDays = 90

/** Ends that are near or passed. One that renews itself goes on; one that has been ended is known to have. */
const distance: Rule = ({ agreement, today }) => {
  const { startsOn, endsOn, renewal } = agreement.term ?? {}
  if (endsOn === undefined || renewal?.mode === 'automatic' || agreement.status === 'ended')
    return []
  if (startsOn !== undefined && endsOn < startsOn) return []
  if (endsOn < today) {
    return [
      finding('term.expired', {
        path: '/term/endsOn',
        what: `The agreement ended on ${endsOn}.`,
        fix: 'Renew it by an amendment, or end it and run the wind-down.',
      }),
    ]
  }
  const days = daysBetween(today, endsOn)
  if (days > soonDays) return []
  return [
    finding('term.expiry-near', {
      path: '/term/endsOn',
      what: `The agreement ends on ${endsOn}, ${days === 0 ? 'today' : `in ${days} ${days === 1 ? 'day' : 'days'}`}.`,
      fix: 'Decide now whether it is renewed, and under which terms.',
    }),
  ]
}

function firstOfNextMonth(today: PlainDate): PlainDate {
  const next = plusPeriod(`${today.slice(0, 8)}01` as PlainDate, { amount: 1, unit: 'months' })
  return next
}
