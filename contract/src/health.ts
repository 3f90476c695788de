import { z } from 'zod'

/** `GET /healthz`: the process answers; nothing else is promised by it. */
export const health = {
  method: 'GET',
  path: '/healthz',
  response: z.strictObject({ status: z.literal('ok'), version: z.string() }),
} as const

/** `GET /readyz`: requests can be served now; 503 with a problem while the database is away. */
export const readiness = {
  method: 'GET',
  path: '/readyz',
  response: z.strictObject({ status: z.literal('ready') }),
} as const
