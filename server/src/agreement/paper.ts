import type { Agreement } from '@entente/domain/agreement/agreement.ts'

export type Paper = 'a4' | 'us-letter'

export const papers: readonly Paper[] = ['a4', 'us-letter']

const letterCountries: ReadonlySet<string> = new Set(['US', 'CA'])

/** US Letter where both parties sit in the United States or Canada, else A4. */
export function usualPaper({ parties }: Agreement): Paper {
  const both = [parties.vendor.country, parties.partner.country]
  return both.every((country) => country !== undefined && letterCountries.has(country))
    ? 'us-letter'
    : 'a4'
}
