import { auditRenewalOfTerm } from './term-renewal.ts'
import { auditTermDates } from './term-dates.ts'
import { auditTermEnding } from './term-ending.ts'
import { auditTerminationTriggers } from './termination-triggers.ts'
import type { Rule } from './subject.ts'

/** Section 6: from when to when, how it goes on, and how it ends. */
export const auditTerm: Rule = (subject) => [
  ...auditTermDates(subject),
  ...auditRenewalOfTerm(subject),
  ...auditTermEnding(subject),
  ...auditTerminationTriggers(subject),
]
