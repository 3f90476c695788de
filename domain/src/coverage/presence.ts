import type { Agreement } from '../agreement/agreement.ts'
import type { CoverageElement } from '../agreement/finding.ts'

const some = (list: readonly unknown[] | undefined): boolean =>
  list !== undefined && list.length > 0

const hasFields = (section: object | undefined): boolean =>
  section !== undefined && Object.values(section).some((value) => value !== undefined)

/** Whether an agreement says anything at all about an element: the difference between wrong and missing. */
const presences: Readonly<Record<CoverageElement, (agreement: Agreement) => boolean>> = {
  scope: ({ scope }) => hasFields(scope),
  responsibilities: ({ responsibilities }) => some(responsibilities),
  targets: ({ targets }) => some(targets),
  calendars: ({ calendars }) => some(calendars),
  ladders: ({ ladders }) => some(ladders),
  people: ({ people }) => some(people),
  delivery: ({ delivery, customerRenewals }) => hasFields(delivery) || hasFields(customerRenewals),
  reporting: ({ reports }) => some(reports),
  term: ({ term }) => hasFields(term),
  acceptance: ({ acceptances }) => some(acceptances),
  rulebook: ({ rulebook }) => rulebook !== undefined,
}

export const isPresent = (agreement: Agreement, element: CoverageElement): boolean =>
  presences[element](agreement)
