import { accepted, refused, type Refusal, type Result } from '../kernel/result.ts'

export type PointerRefusal = Refusal & { readonly code: 'patch.pointer-unreadable' }

/**
 * Reads the JSON Pointer (RFC 6901) of a patch into its segments, trusting nothing. Refuses what does not start with a slash, a lone tilde, and the names by
 * which JavaScript objects can be poisoned.
 */
export function readPointer(text: string): Result<readonly string[], PointerRefusal> {
  if (text === '') return accepted([])
  if (!text.startsWith('/') || /~(?![01])/.test(text)) {
    return unreadable(text, 'Begin with "/", write "~" as "~0" and "/" inside a name as "~1".')
  }
  const segments = text
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
  const poisonous = segments.find((segment) => forbidden.has(segment))
  return poisonous === undefined
    ? accepted(segments)
    : unreadable(text, `No agreement has a field "${poisonous}"; leave it out.`)
}

const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const unreadable = (text: string, fix: string) =>
  refused<PointerRefusal>({
    code: 'patch.pointer-unreadable',
    sentence: `"${text}" is not a place in an agreement.`,
    fix,
  })
