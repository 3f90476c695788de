import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import { health } from '@entente/contract/health.ts'
import fastify, { type FastifyInstance } from 'fastify'
import { auditRoutes } from '../coverage/audit.routes.ts'
import { version } from './version.ts'

const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url))

// No inline script or style, nothing from elsewhere, no frame around it.
const contentSecurityPolicy =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

/** The HTTP face: the API and, when it has been built, the web. It does not listen yet. */
export function createHttp(): FastifyInstance {
  const http = fastify({ bodyLimit: 4_194_304, logger: false })

  http.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', contentSecurityPolicy)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
  })

  http.get(health.path, () => ({ status: 'ok', version }) as const)
  http.register(auditRoutes)
  if (existsSync(webFolder)) http.register(fastifyStatic, { root: webFolder })
  return http
}
