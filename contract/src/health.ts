import { z } from 'zod'

/** `GET /healthz`: the process answers; nothing else is promised by it. */
export const health = {
  method: 'GET',
  path: '/healthz',
  response: z.strictObject({ status: z.literal('ok'), version: z.string() }),
} as const
