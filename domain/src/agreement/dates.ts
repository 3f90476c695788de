import { z } from 'zod'
import type { PlainDate } from '../kernel/instant.ts'

/** A date of the Gregorian calendar, `2026-11-20`; the 30th of February is refused. */
export const plainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, {
    message: 'write a date as year-month-day, like "2026-11-20"',
    abort: true,
  })
  .meta({ format: 'date' })
  .refine(isRealDate, {
    message: 'there is no such day.',
    params: { fix: 'Check the day and the month; a date is year-month-day.' },
  })
  .transform((text) => text as PlainDate)

/** A length of contract time, counted on the calendar of dates: `90 days`, `12 months`. */
export interface Period {
  readonly amount: number
  readonly unit: 'days' | 'weeks' | 'months' | 'years'
}

const periodObject = z.strictObject({
  amount: z.int().min(1).max(1200).describe('How many.'),
  unit: z.enum(['days', 'weeks', 'months', 'years']).describe('Of what.'),
})

/** `90 days`, `3 months`, or the same as an object. */
export const period = z
  .union([
    z
      .string()
      .regex(
        /^\s*[1-9]\d{0,3}\s+(?:day|week|month|year)s?\s*$/i,
        'write a period as a number and days, weeks, months or years, like "90 days"',
      )
      // JSON Schema knows no flag for either case.
      .meta({
        pattern: String.raw`^\s*[1-9]\d{0,3}\s+(?:[Dd][Aa][Yy]|[Ww][Ee]{2}[Kk]|[Mm][Oo][Nn][Tt][Hh]|[Yy][Ee][Aa][Rr])[Ss]?\s*$`,
      }),
    periodObject,
  ])
  .transform((value): Period => {
    if (typeof value !== 'string') return value
    const [amount = '', unit = ''] = value.trim().toLowerCase().split(/\s+/)
    return { amount: Number(amount), unit: `${unit.replace(/s$/, '')}s` as Period['unit'] }
  })

export const periodText = (value: Period): string =>
  `${value.amount} ${value.amount === 1 ? value.unit.slice(0, -1) : value.unit}`

function isRealDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}
