import { z } from 'zod'
import type { Refusal, Result } from '../kernel/result.ts'

/** For a `transform` whose text a reader of the domain reads: its value, or its refusal as a fault with the fix. */
export const readInto =
  <Value>(read: (text: string) => Result<Value, Refusal>) =>
  (text: string, context: z.core.$RefinementCtx): Value => {
    const result = read(text)
    if (result.ok) return result.value
    const { sentence, fix } = result.refusal
    context.addIssue({ code: 'custom', message: sentence, params: { fix } })
    return z.NEVER
  }
