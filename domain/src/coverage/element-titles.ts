import type { CoverageElement } from '../agreement/finding.ts'

/** The parts of an agreement as headings. */
export const elementTitles: Readonly<Record<CoverageElement, string>> = {
  scope: 'Parties and scope',
  responsibilities: 'Responsibilities',
  targets: 'Response times',
  calendars: 'Calendars',
  ladders: 'Escalation',
  people: 'People',
  delivery: 'Delivery and renewals',
  reporting: 'Reporting',
  term: 'Term and termination',
  acceptance: 'Acceptance',
  rulebook: 'Rulebook',
}
