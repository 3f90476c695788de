import type { PlainDate } from '../kernel/instant.ts'
import { inForceFrom, validAcceptances } from './acceptance.ts'
import type { Agreement } from './agreement.ts'
import type { Period } from './dates.ts'

export type AgreementState = NonNullable<Agreement['status']>

export type AgreementAction =
  | 'copy'
  | 'edit'
  | 'propose'
  | 'withdraw'
  | 'accept'
  | 'amend'
  | 'renew'
  | 'give-notice'
  | 'wind-down'

/** What each state allows. Whoever shows an agreement shows this, so that a missing button explains itself. */
export const agreementActions: Readonly<Record<AgreementState, readonly AgreementAction[]>> = {
  template: ['copy', 'edit'],
  draft: ['copy', 'edit', 'propose'],
  // An edit of proposed terms voids every acceptance, and makes a draft again.
  proposed: ['copy', 'edit', 'accept', 'withdraw'],
  accepted: ['copy', 'amend', 'give-notice'],
  'in-force': ['copy', 'amend', 'give-notice'],
  expiring: ['copy', 'amend', 'renew', 'give-notice'],
  ended: ['copy', 'wind-down'],
}

export const mayInState = (state: AgreementState, action: AgreementAction): boolean =>
  agreementActions[state].includes(action)

/** Reminded this long before the end where the agreement does not say: the standard notice. */
const usualReminder: Period = { amount: 90, unit: 'days' }

/**
 * The state of one version on a date, from its acceptances and dates; `status` in the file only tells what those
 * cannot: a template, or a proposal that nobody has accepted yet.
 */
export function stateOn(agreement: Agreement, date: PlainDate): AgreementState {
  if (agreement.status === 'template') return 'template'
  const from = inForceFrom(agreement)
  if (from === undefined) {
    const consented = Object.keys(validAcceptances(agreement)).length > 0
    return consented || agreement.status === 'proposed' ? 'proposed' : 'draft'
  }
  if (agreement.status === 'ended') return 'ended'
  const last = lastDay(agreement, date)
  if (last !== undefined && date > last) return 'ended'
  if (date < from) return 'accepted'
  return last !== undefined && date >= reminderDay(agreement, last) ? 'expiring' : 'in-force'
}

/** The last day of the term that runs on a date, automatic renewals included; undefined while none is agreed. */
export function lastDay(agreement: Agreement, date: PlainDate): PlainDate | undefined {
  const { endsOn, renewal, openEnded } = agreement.term ?? {}
  if (endsOn === undefined || openEnded === true) return undefined
  const length = renewal?.mode === 'automatic' ? renewal.for : undefined
  if (length === undefined || date <= endsOn) return endsOn
  // The term after n renewals is counted from the first end, so that the 31st does not wear down to the 28th.
  const days = Temporal.PlainDate.from(endsOn).until(date).days
  let count = Math.max(1, Math.floor(days / (length.amount * longestDays[length.unit])))
  while (later(endsOn, length, count) < date) count += 1
  return later(endsOn, length, count)
}

const longestDays: Readonly<Record<Period['unit'], number>> = {
  days: 1,
  weeks: 7,
  months: 31,
  years: 366,
}

const reminderDay = ({ term }: Agreement, last: PlainDate): PlainDate =>
  later(last, term?.renewal?.remindBefore ?? term?.notice?.period ?? usualReminder, -1)

const later = (date: PlainDate, { amount, unit }: Period, times: number): PlainDate =>
  Temporal.PlainDate.from(date)
    .add({ [unit]: amount * times })
    .toString() as PlainDate
