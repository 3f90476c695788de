import { periodText, type Period } from '../agreement/dates.ts'
import type { PlainDate } from '../kernel/instant.ts'

/** Arithmetic on dates without a zone. Dates compare as text, because they are written year first. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

export const plusDays = (date: PlainDate, days: number): PlainDate =>
  Temporal.PlainDate.from(date).add({ days }).toString() as PlainDate

export const minusPeriod = (date: PlainDate, { amount, unit }: Period): PlainDate =>
  Temporal.PlainDate.from(date)
    .subtract({ [unit]: amount })
    .toString() as PlainDate

export const plusPeriod = (date: PlainDate, { amount, unit }: Period): PlainDate =>
  Temporal.PlainDate.from(date)
    .add({ [unit]: amount })
    .toString() as PlainDate

/** The most days a period can have: a month counts 31, a year 366. For "is this at least as long as that". */
export const mostDays = ({ amount, unit }: Period): number =>
  amount * { days: 1, weeks: 7, months: 31, years: 366 }[unit]

/** The fewest days a period can have: a month counts 28, a year 365. */
export const fewestDays = ({ amount, unit }: Period): number =>
  amount * { days: 1, weeks: 7, months: 28, years: 365 }[unit]

export { periodText }
