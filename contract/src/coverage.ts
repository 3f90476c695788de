import { coverageElements } from '@entente/domain/agreement/finding.ts'
import { z } from 'zod'

/** `POST /api/coverage/audit`: what is missing in an agreement file. Nothing is stored. */
export const auditAgreement = {
  method: 'POST',
  path: '/api/coverage/audit',
  request: z.strictObject({
    name: z.string().min(1).max(200).describe('The name of the file, for its refusals.'),
    text: z.string().max(2_000_000).describe('The agreement as YAML or JSON.'),
  }),
  response: z.strictObject({
    hash: z.string(),
    title: z.string(),
    findings: z.array(
      z.strictObject({
        code: z.string(),
        severity: z.enum(['error', 'warning', 'hint']),
        element: z.enum(coverageElements),
        path: z.string(),
        line: z.int().optional(),
        what: z.string(),
        why: z.string(),
        fix: z.string(),
        answers: z.array(z.string()).describe('The usual answers where only people can decide.'),
      }),
    ),
    meant: z
      .array(z.strictObject({ code: z.string(), what: z.string(), because: z.string() }))
      .describe('What would be a warning or a hint, and both sides mean so.'),
  }),
} as const

export type AuditedAgreement = z.output<typeof auditAgreement.response>
