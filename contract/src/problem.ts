import { z } from 'zod'

/** A refusal on the wire: problem details of RFC 9457, with every refusal of the request, not only the first. */
export const problem = z.strictObject({
  type: z.string().describe('The dotted code of the refusal, as a URN.'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  refusals: z
    .array(
      z.strictObject({
        code: z.string(),
        sentence: z.string(),
        fix: z.string(),
        line: z.int().optional(),
        column: z.int().optional(),
        path: z.string().optional(),
      }),
    )
    .optional(),
})

export type Problem = z.output<typeof problem>
