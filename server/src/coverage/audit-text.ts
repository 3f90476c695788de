import type { AuditedAgreement } from '@entente/contract/coverage.ts'
import { agreementHash } from '@entente/domain/agreement/hash.ts'
import { auditInFull } from '@entente/domain/coverage/audit.ts'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import { accepted, type Result } from '@entente/domain/kernel/result.ts'
import { readAgreementText, type AgreementRefusal } from '../agreement/read-agreement.ts'

/** Reads an agreement from its text and audits it as of a date. Refuses what cannot be read, with every place. */
export function auditText(
  name: string,
  text: string,
  today: PlainDate,
): Result<AuditedAgreement, AgreementRefusal> {
  const read = readAgreementText(text, name)
  if (!read.ok) return read
  const { agreement, document } = read.value
  const { findings, meant } = auditInFull(agreement, { today })
  return accepted({
    hash: agreementHash(agreement),
    title: agreement.title ?? agreement.id,
    findings: findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      element: finding.element,
      path: finding.path,
      line: document.locate(finding.path).line,
      what: finding.what,
      why: finding.why,
      fix: finding.fix.sentence,
      answers: (finding.fix.choices ?? []).map(({ label }) => label),
    })),
    meant: meant.map(({ finding: { code, what }, because }) => ({ code, what, because })),
  })
}
