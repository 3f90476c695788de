// POST /api/coverage/audit: what is missing in an agreement file. Nothing is stored.
import { auditAgreement as route, type AuditedAgreement } from '@entente/contract/coverage.ts'
import type { Problem } from '@entente/contract/problem.ts'
import type { FastifyInstance } from 'fastify'
import { eachRefusal, type AgreementRefusal } from '../agreement/read-agreement.ts'
import { today } from '../app/clock.ts'
import { auditText } from './audit-text.ts'

export function auditRoutes(http: FastifyInstance): void {
  http.post(route.path, async (request, reply): Promise<AuditedAgreement | Problem> => {
    const body = route.request.safeParse(request.body)
    if (!body.success) {
      const [first] = body.error.issues
      const field = first?.path.join('.') ?? ''
      reply.status(400).type('application/problem+json')
      return {
        type: 'urn:entente:request.form',
        title: 'The request does not have the form of an audit',
        status: 400,
        detail: `${field === '' ? 'The body' : `"${field}"`}: ${first?.message ?? 'unreadable'}. Send { "name", "text" } as JSON.`,
      }
    }
    const audited = auditText(body.data.name, body.data.text, today())
    if (audited.ok) return audited.value
    reply.status(422).type('application/problem+json')
    return problemOf(body.data.name, audited.refusal)
  })
}

function problemOf(name: string, refusal: AgreementRefusal): Problem {
  return {
    type: `urn:entente:${refusal.code}`,
    title: `${name} cannot be read as an agreement`,
    status: 422,
    detail: 'Nothing was stored. Mend the places below and choose the file again.',
    refusals: eachRefusal(refusal).map(({ code, sentence, fix, line, column, path }) => ({
      code,
      sentence,
      fix,
      line,
      column,
      path,
    })),
  }
}
