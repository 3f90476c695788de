import { triggerText, type Trigger } from '../commitment/ladder.ts'
import { targetText, type Target } from '../time/target.ts'
import type { Agreement, AgreementFile } from './agreement.ts'

/**
 * The agreement as people write it: "4 business hours" instead of amount, unit and basis; "75 %"; one accountable
 * position without a list. Reading it gives the same agreement again.
 */
export const shortForm = (agreement: Agreement): AgreementFile =>
  shortened(agreement, '') as AgreementFile

function shortened(value: unknown, name: string): unknown {
  if (name === 'warnAt' && typeof value === 'number') return `${value} %`
  if (Array.isArray(value)) {
    if (name === 'accountable' && value.length === 1) return value[0]
    return value.map((item) => shortened(item, ''))
  }
  if (typeof value !== 'object' || value === null) return value
  if (name === 'trigger') return triggerText(value as Trigger)
  if (isSpan(value)) return targetText(value)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, shortened(field, key)]),
  )
}

/** A target or a period: both are written as an amount and a unit, a target with its basis between. */
const isSpan = (value: object): value is Target =>
  'amount' in value && 'unit' in value && typeof value.amount === 'number'
