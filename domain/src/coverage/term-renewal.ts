import { periodText, type Period } from '../agreement/dates.ts'
import { standardRenewal } from '../agreement/standard-term.ts'
import { finding } from './catalogued-finding.ts'
import { set } from './edit.ts'
import { fewestDays, minusPeriod, mostDays } from './local-day.ts'
import type { Rule } from './subject.ts'

/** What happens at the end, and whether somebody is reminded while notice can still be given. */
export const auditRenewalOfTerm: Rule = ({ agreement, today }) => {
  const { endsOn, renewal, notice } = agreement.term ?? {}
  const { for: length, remindBefore } = standardRenewal
  if (renewal === undefined) {
    if (endsOn === undefined) return []
    return [
      finding('term.renewal-missing', {
        path: '/term/renewal',
        what: `Nothing says what happens after ${endsOn}.`,
        fix: `Let it be renewed by consent of both sides, for ${length}, with a reminder ${remindBefore} before its end.`,
        patch: set(agreement, ['term', 'renewal'], {
          mode: 'by-consent',
          for: length,
          remindBefore,
        }),
      }),
    ]
  }
  if (renewal.mode !== 'automatic') return []
  const reminder = reminderAfter(notice?.period)
  const isTooLate =
    renewal.remindBefore !== undefined &&
    notice !== undefined &&
    fewestDays(renewal.remindBefore) <= mostDays(notice.period) &&
    !isLonger(renewal.remindBefore, notice.period)
  const lastDay =
    endsOn === undefined || notice === undefined ? undefined : minusPeriod(endsOn, notice.period)
  return [
    ...(renewal.for === undefined
      ? [
          finding('term.renewal-length-missing', {
            path: '/term/renewal/for',
            what: 'It renews itself, and nothing says for how long.',
            fix: `Let it renew itself for ${length}.`,
            patch: set(agreement, ['term', 'renewal', 'for'], length),
          }),
        ]
      : []),
    ...(renewal.remindBefore === undefined
      ? [
          finding('term.renewal-without-reminder', {
            path: '/term/renewal/remindBefore',
            what: 'It renews itself, and nobody is reminded before.',
            fix: `Remind both sides ${reminder} before the end.`,
            patch: set(agreement, ['term', 'renewal', 'remindBefore'], reminder),
          }),
        ]
      : []),
    ...(isTooLate && renewal.remindBefore !== undefined && notice !== undefined
      ? [
          finding('term.reminder-within-notice', {
            path: '/term/renewal/remindBefore',
            what: `The reminder comes ${periodText(renewal.remindBefore)} before the end, notice is ${periodText(notice.period)}.`,
            fix: `Remind both sides ${reminder} before the end.`,
            patch: set(agreement, ['term', 'renewal', 'remindBefore'], reminder),
          }),
        ]
      : []),
    ...(lastDay !== undefined && endsOn !== undefined && lastDay < today && today <= endsOn
      ? [
          finding('term.notice-window-passed', {
            path: '/term/notice',
            what: `Notice for ${endsOn} had to be given by ${lastDay}; the agreement renews itself.`,
            fix: 'Plan for the next term, or agree an amendment with the other side.',
          }),
        ]
      : []),
  ]
}

/** A month before the last day for notice. */
const reminderAfter = (notice: Period | undefined): string =>
  notice === undefined ? standardRenewal.remindBefore : `${mostDays(notice) + 30} days`

/** Longer in the same unit, where days would not decide: 4 months are longer than 3. */
const isLonger = (a: Period, b: Period): boolean => a.unit === b.unit && a.amount > b.amount
