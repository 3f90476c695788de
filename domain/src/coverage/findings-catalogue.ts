import { acceptanceCatalogue } from './catalogue/acceptance.ts'
import { calendarsCatalogue } from './catalogue/calendars.ts'
import { deliveryCatalogue } from './catalogue/delivery.ts'
import type { CatalogueEntry } from './catalogue/entry.ts'
import { laddersCatalogue } from './catalogue/ladders.ts'
import { meantCatalogue } from './catalogue/meant.ts'
import { peopleCatalogue } from './catalogue/people.ts'
import { reportingCatalogue } from './catalogue/reporting.ts'
import { responsibilitiesCatalogue } from './catalogue/responsibilities.ts'
import { rulebookCatalogue } from './catalogue/rulebook.ts'
import { scopeCatalogue } from './catalogue/scope.ts'
import { targetsCatalogue } from './catalogue/targets.ts'
import { termCatalogue } from './catalogue/term.ts'

/**
 * Every code the audit knows, by section. A rule can report only what stands here: a code without an entry does not
 * compile. docs/findings.md is written from it.
 */
export const findingsCatalogue = {
  ...scopeCatalogue,
  ...responsibilitiesCatalogue,
  ...targetsCatalogue,
  ...calendarsCatalogue,
  ...laddersCatalogue,
  ...peopleCatalogue,
  ...deliveryCatalogue,
  ...reportingCatalogue,
  ...termCatalogue,
  ...acceptanceCatalogue,
  ...rulebookCatalogue,
  ...meantCatalogue,
} as const

export type FindingCode = keyof typeof findingsCatalogue

/** What the catalogue says of a code; nothing for a code of the reference check, which has its own. */
export const catalogueEntry = (code: string): CatalogueEntry | undefined =>
  Object.hasOwn(findingsCatalogue, code) ? findingsCatalogue[code as FindingCode] : undefined
