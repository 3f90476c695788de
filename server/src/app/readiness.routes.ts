// GET /readyz: whether requests can be served now. A request that meets an absent database gets the same problem.
import { readiness } from '@entente/contract/health.ts'
import type { Problem } from '@entente/contract/problem.ts'
import type { FastifyInstance } from 'fastify'
import type { Database } from './database/database.ts'
import { DatabaseUnavailable } from './database/unreachable.ts'

export function readinessRoutes(http: FastifyInstance, database: Pick<Database, 'answers'>): void {
  http.get(readiness.path, async () => {
    if (!(await database.answers())) throw new DatabaseUnavailable('it does not answer')
    return { status: 'ready' } as const
  })
  http.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof DatabaseUnavailable)) return reply.send(error)
    return reply
      .status(503)
      .header('retry-after', '1')
      .type('application/problem+json')
      .send(unavailable(error.mayHaveCommitted))
  })
}

const unavailable = (mayHaveCommitted: boolean): Problem => ({
  type: 'urn:entente:database.unavailable',
  title: 'The database is away',
  status: 503,
  detail: mayHaveCommitted
    ? 'What you sent may have been stored or not. Look before you send it again.'
    : 'Nothing was stored. Try again in a moment.',
})
