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
import { idlePoints, sortMeant, type MeantFinding } from './meant.ts'
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

/** What is open, and what both sides know and mean so, each by section. */
export interface Audit {
  readonly findings: readonly Finding[]
  readonly meant: readonly MeantFinding[]
}

/** The audit of one agreement on one day. Pure, and never refuses: any readable draft has an audit. */
export function auditInFull(agreement: Agreement, context: AuditContext): Audit {
  const subject = { ...context, agreement }
  const found = [...checkReferences(agreement), ...rules.flatMap((rule) => rule(subject))]
  const { open, meant } = sortMeant(agreement, found)
  return {
    findings: [...open, ...idlePoints(agreement, found)].toSorted(bySection),
    meant: meant.toSorted((a, b) => bySection(a.finding, b.finding)),
  }
}

/** Every open finding of one agreement on one day, by section. */
export const auditAgreement = (agreement: Agreement, context: AuditContext): readonly Finding[] =>
  auditInFull(agreement, context).findings

const bySection = (a: Finding, b: Finding): number =>
  placeOf(a) - placeOf(b) || gravityOf(a) - gravityOf(b)

const placeOf = ({ element }: Finding): number => coverageElements.indexOf(element)

const gravityOf = ({ severity }: Finding): number => ['error', 'warning', 'hint'].indexOf(severity)
