import { auditAccountability } from './matrix-accountability.ts'
import { auditActivities } from './matrix-activities.ts'
import { auditMatrixBalance } from './matrix-balance.ts'
import { auditMatrixSides } from './matrix-sides.ts'
import type { Rule } from './subject.ts'

/** Section 2: the matrix of responsibilities. */
export const auditResponsibilities: Rule = (subject) => [
  ...auditActivities(subject),
  ...auditAccountability(subject),
  ...auditMatrixSides(subject),
  ...auditMatrixBalance(subject),
]
