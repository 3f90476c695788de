/**
 * The coverage audit: what an agreement leaves out, contradicts or has outlived, each finding with its reason and,
 * where a sane default exists, the patch that mends it. It includes what the reference check reports.
 *
 * An error means that the version cannot be proposed, a warning that it will hurt, a hint that somebody should have
 * decided it. Findings stand by section, the gravest first, so that two audits of one agreement are equal.
 *
 * The surprising rule: the audit depends on the day. An agreement that was whole in spring has expired holidays,
 * leavers and a missed date for notice in autumn, without a change of one word.
 */
import type { Agreement } from '../agreement/agreement.ts'
import { coverageElements, type Finding } from '../agreement/finding.ts'
import { checkReferences } from '../agreement/references.ts'
import { auditAcceptance } from './acceptance.ts'
import { auditCalendars } from './calendars.ts'
import { auditDelivery } from './delivery.ts'
import { auditLadders } from './ladders.ts'
import { auditPeople } from './people.ts'
import { auditPlaceholders } from './placeholders.ts'
import { auditReporting } from './reporting.ts'
import { auditResponsibilities } from './responsibilities.ts'
import { auditRulebook } from './rulebook.ts'
import { auditScope } from './scope.ts'
import type { AuditContext, Rule } from './subject.ts'
import { auditTargets } from './targets.ts'
import { auditTerm } from './term.ts'

export type { AuditContext } from './subject.ts'

const rules: readonly Rule[] = [
  auditPlaceholders,
  auditScope,
  auditResponsibilities,
  auditTargets,
  auditCalendars,
  auditLadders,
  auditPeople,
  auditDelivery,
  auditReporting,
  auditTerm,
  auditAcceptance,
  auditRulebook,
]

/** Every finding of one agreement on one day, by section. Pure, and never refuses: any readable draft has an audit. */
export function auditAgreement(agreement: Agreement, context: AuditContext): readonly Finding[] {
  const subject = { ...context, agreement }
  const found = [...checkReferences(agreement), ...rules.flatMap((rule) => rule(subject))]
  return found.toSorted((a, b) => placeOf(a) - placeOf(b) || gravityOf(a) - gravityOf(b))
}

const placeOf = ({ element }: Finding): number => coverageElements.indexOf(element)

const gravityOf = ({ severity }: Finding): number => ['error', 'warning', 'hint'].indexOf(severity)
