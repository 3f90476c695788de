import { auditAgreement, type AuditedAgreement } from '@entente/contract/coverage.ts'
import { problem, type Problem } from '@entente/contract/problem.ts'

export type AuditAnswer =
  | { readonly state: 'audited'; readonly audited: AuditedAgreement }
  | { readonly state: 'refused'; readonly problem: Problem }

/** Sends one file to the audit. Refusals come back as values; a broken connection is a refusal too. */
export async function audit(file: File): Promise<AuditAnswer> {
  try {
    const response = await fetch(auditAgreement.path, {
      method: auditAgreement.method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: file.name, text: await file.text() }),
    })
    const body: unknown = await response.json()
    if (response.ok) return { state: 'audited', audited: auditAgreement.response.parse(body) }
    return { state: 'refused', problem: problem.parse(body) }
  } catch {
    return {
      state: 'refused',
      problem: {
        type: 'urn:entente:unreachable',
        title: 'The server did not answer',
        status: 503,
        detail: 'Nothing was stored. Check that Entente is running, then choose the file again.',
      },
    }
  }
}
