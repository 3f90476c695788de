import type { CoverageElement } from './finding.ts'

/** The section that a field of the agreement belongs to, where its name does not say it. */
const elementOfField = {
  scope: 'scope',
  people: 'people',
  positions: 'people',
  responsibilities: 'responsibilities',
  priorities: 'targets',
  targets: 'targets',
  pauses: 'targets',
  breachCost: 'targets',
  calendars: 'calendars',
  ladders: 'ladders',
  delivery: 'delivery',
  customerRenewals: 'delivery',
  reports: 'reporting',
  term: 'term',
  acceptances: 'acceptance',
  rulebook: 'rulebook',
} as const satisfies Readonly<Record<string, CoverageElement>>

/** Nothing for what stands about the sections: the id, the parties, the notes. */
export const elementOf = (field: string): CoverageElement | undefined =>
  Object.hasOwn(elementOfField, field)
    ? elementOfField[field as keyof typeof elementOfField]
    : undefined
