/** The words of a target in the field's language, and what each means. Abbreviations included, case already folded. */
export type TargetUnit = 'minutes' | 'hours' | 'days'
export type TargetBasis = 'business' | 'elapsed' | 'calendar'

export type WordMeaning =
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'unit'; readonly unit: TargetUnit }
  | { readonly kind: 'basis'; readonly basis: TargetBasis }
  | { readonly kind: 'filler' }

const named = <T>(value: T, words: string): [string, T][] => words.split(' ').map((w) => [w, value])

const units = new Map<string, TargetUnit>([
  ...named<TargetUnit>('minutes', 'minutes minute mins min m'),
  ...named<TargetUnit>('hours', 'hours hour hrs hr h'),
  ...named<TargetUnit>('days', 'days day d'),
])

const bases = new Map<string, TargetBasis>([
  ...named<TargetBasis>('business', 'business working work office'),
  ...named<TargetBasis>('elapsed', 'elapsed 24x7 24/7'),
  ...named<TargetBasis>('calendar', 'calendar'),
])

const numbers = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 1])
    .concat([
      ['a', 1],
      ['an', 1],
      ['next', 1],
    ]),
)

const fillers = new Set(['within', 'in', 'and', 'of', 'time', '(', ')', ','])

/** Longer names first, so that a slip is mended to the plain word and not to an abbreviation. */
export const knownWords = [...units.keys(), ...bases.keys()].filter((word) => word.length > 2)

export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .match(/24[x/]7|[-−]?\d+(?:[.,]\d+)*|[\p{L}]+|[^\s\p{L}\d]/gu) ?? []

export const meaningOf = (word: string): WordMeaning | undefined => {
  const unit = units.get(word)
  if (unit) return { kind: 'unit', unit }
  const basis = bases.get(word)
  if (basis) return { kind: 'basis', basis }
  const amount = numbers.get(word)
  if (amount !== undefined) return { kind: 'amount', amount }
  if (fillers.has(word)) return { kind: 'filler' }
  return /^[-−]?\d+(\.\d+)?$/.test(word)
    ? { kind: 'amount', amount: Number(word.replace('−', '-')) }
    : undefined
}
