import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'

/** An option that is a number of things, from 1; undefined stays undefined. */
export function readCount(
  option: string,
  text: string | undefined,
): Result<number | undefined, Refusal & { readonly value: string }> {
  if (text === undefined) return accepted(undefined)
  const digits = text.replaceAll(/[_,](?=\d{3})/g, '')
  const count = Number(digits)
  if (/^\d+$/.test(digits) && count >= 1 && Number.isSafeInteger(count)) return accepted(count)
  return refused({
    code: 'arguments.not-a-count',
    value: text,
    sentence: `--${option} takes a whole number from 1, not "${text}".`,
    fix: `Write for example --${option} 500000.`,
  })
}
