import type { Agreement } from '../agreement/agreement.ts'
import type { Finding } from '../agreement/finding.ts'
import type { Side } from '../identity/side.ts'
import type { PlainDate } from '../kernel/instant.ts'
import type { Holiday } from '../time/calendar-definition.ts'

/** What the audit cannot read from the agreement. */
export interface AuditContext {
  /** The date on which the question is asked; expiry and absence depend on it. */
  readonly today: PlainDate
  /** The rulebooks that exist, by id. Left out where nobody knows, for example on the command line. */
  readonly rulebookIds?: readonly string[] | undefined
  /** Public holidays of a place in whole years, the last one included; nothing for a place nobody knows. */
  readonly holidaysOf?: HolidaysOf | undefined
}

export interface HolidayPlace {
  readonly country: string
  readonly state?: string | undefined
  readonly region?: string | undefined
}

export type HolidaysOf = (
  place: HolidayPlace,
  fromYear: number,
  toYear: number,
) => { readonly holidays: readonly Holiday[]; readonly resolvedUntil: PlainDate } | undefined

/** What a rule looks at. */
export interface Subject extends AuditContext {
  readonly agreement: Agreement
}

/** One or a few faults of one section. Pure: the same agreement on the same day gives the same findings. */
export type Rule = (subject: Subject) => readonly Finding[]

/** How a sentence calls a side: by its name, or "the vendor" while it has none. */
export const sideName = ({ parties }: Agreement, side: Side): string =>
  parties[side].name ?? `the ${side}`

/** The same at the beginning of a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** "one row", "3 rows". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count === 1 ? 'one' : count} ${count === 1 ? one : many}`
