import { auditTargetBasis } from './target-basis.ts'
import { auditClockRules } from './target-clock-rules.ts'
import { auditTargetOrder } from './target-order.ts'
import { auditTargetPresence } from './target-presence.ts'
import { auditTargetPriorities } from './target-priorities.ts'
import type { Rule } from './subject.ts'

/** Section 3: what is owed by when, and how the time is counted. */
export const auditTargets: Rule = (subject) => [
  ...auditTargetPresence(subject),
  ...auditTargetPriorities(subject),
  ...auditTargetOrder(subject),
  ...auditTargetBasis(subject),
  ...auditClockRules(subject),
]
