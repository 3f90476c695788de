/**
 * Whether an agreement holds together: every name leads to something, names are one of a kind, nothing contradicts
 * itself, every calendar can be counted with. What is merely missing is no matter of this check but of the audit,
 * which includes it.
 *
 * All findings are errors: a version with one cannot be run. A calendar that never opens is left to the audit, which
 * knows the side that waits for it.
 */
import type { Agreement } from './agreement.ts'
import { calendarFindings } from './calendar-findings.ts'
import { contradictions } from './contradictions.ts'
import { duplicateNames } from './duplicates.ts'
import type { Finding } from './finding.ts'
import { namedThings } from './named-things.ts'
import { personReferences } from './person-references.ts'
import { positionReferences } from './position-references.ts'
import { calendarReferences, priorityReferences } from './term-references.ts'

export function checkReferences(agreement: Agreement): readonly Finding[] {
  const named = namedThings(agreement)
  return [
    ...duplicateNames(agreement),
    ...positionReferences(agreement, named),
    ...personReferences(agreement, named),
    ...priorityReferences(agreement, named),
    ...calendarReferences(agreement, named),
    ...contradictions(agreement),
    ...calendarFindings(agreement).filter(({ code }) => code !== 'calendars.never-opens'),
  ]
}
