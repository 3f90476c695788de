import type { Draft } from './draft.ts'
import { clipLine, fold, freeIdentifier, slug, tidy } from './wording.ts'

/** A priority as a row or a sentence names it. */
export interface PriorityWords {
  readonly label: string
  /** The name other parts of the agreement use: the plain word where there is one, else the code. */
  readonly id: string
  /** 1 is the most urgent; undefined where the words give no order. */
  readonly rank?: number | undefined
  readonly definition?: string | undefined
}

const ranks: readonly (readonly [RegExp, number])[] = [
  [/^(?:emergency|blocker|showstopper|notfall)$/, 0.5],
  [/^(?:critical|kritisch(?:e[nrs]?)?|highest|very high|sehr hoch)$/, 1],
  [/^(?:urgent|dringend(?:e[nrs]?)?)$/, 1.5],
  [
    /^(?:high|hoch|hohe[nrs]?|major|severe|schwer(?:e[nrs]?)?|schwerwiegend(?:e[nrs]?)?|important)$/,
    2,
  ],
  [
    /^(?:medium|mittel|mittlere[nrs]?|moderate|normal(?:e[nrs]?)?|standard|average|significant)$/,
    3,
  ],
  [/^(?:low|niedrig(?:e[nrs]?)?|gering(?:e[nrs]?)?|minor|leicht(?:e[nrs]?)?)$/, 4],
  [
    /^(?:lowest|very low|trivial|cosmetic|informational|information|planning|question|planned|service request|sehr niedrig)$/,
    5,
  ],
]
const word =
  'very high|very low|sehr hoch|sehr niedrig|emergency|blocker|showstopper|notfall|critical|highest|urgent|high|hoch|hohe[nrs]?|major|severe|medium|mittel|mittlere[nrs]?|moderate|standard|average|significant|low|minor|lowest|trivial|cosmetic|informational|planning|(?:kritisch|dringend|schwerwiegend|schwer|normal|niedrig|gering|leicht)(?:e[nrs]?)?'
const code =
  '(?:p(?:rio(?:rity|rität)?)?|s(?:ev(?:erity)?)?|severity level|priority level|urgency|category|class|klasse|stufe|kategorie)[ .#:-]*[0-5]|(?:sev(?:erity)?|priority|prio|class|category)[ -][a-e]|[0-5]'
const wordForm = new RegExp(`^(?:${word})$`)
const codeForm = new RegExp(`^(?:${code})$`)
const whole = new RegExp(
  `^(?:(?<code>${code})(?:\\s*[-–—:/.(=,|]+\\s*|\\s+)(?<word>${word})\\)?|(?<word2>${word})(?:\\s*[-–—:/(=,|]+\\s*|\\s+)(?<code2>${code})\\)?|(?<word3>${word})|(?<code3>${code}))(?:\\s+(?:priority|severity|prio|issues?|cases?|incidents?|tickets?|priorität|impact))?(?:\\s*(?:[:–—(]|-\\s|\\.\\s)\\s*(?<rest>.*?)\\)?)?$`,
)

/** The priority that a whole cell names: "P1 – Critical", "Severity 1", "High: a function fails". */
export function readPriority(text: string, allowsBareNumber = false): PriorityWords | undefined {
  const plain = tidy(text)
    .replace(/^\*+|\*+$/g, '')
    .trim()
  const match = whole.exec(fold(plain))
  if (match?.groups === undefined) return undefined
  const { rest } = match.groups
  const named = match.groups['word'] ?? match.groups['word2'] ?? match.groups['word3']
  const coded = match.groups['code'] ?? match.groups['code2'] ?? match.groups['code3']
  if (named === undefined && coded !== undefined && /^\d$/.test(coded) && !allowsBareNumber)
    return undefined
  const definition =
    rest === undefined || rest === ''
      ? undefined
      : plain.slice(plain.length - rest.length - (plain.endsWith(')') ? 1 : 0)).replace(/\)$/, '')
  const label =
    definition === undefined
      ? plain
      : plain.slice(0, plain.length - definition.length).replace(/[\s:–—(.-]+$/, '')
  return {
    label: label === '' ? plain : label,
    id: named === undefined ? codeId(coded ?? '') : slug(plainForm(named), 'priority'),
    ...rankOf(named, coded),
    ...(definition === undefined ? {} : { definition }),
  }
}

/** "kritische" is the priority "kritisch". */
const plainForm = (named: string): string =>
  named
    .replace(/^hohe[nrs]?$/, 'hoch')
    .replace(/^mittlere[nrs]?$/, 'mittel')
    .replace(/^(kritisch|dringend|schwerwiegend|schwer|normal|niedrig|gering|leicht)e[nrs]?$/, '$1')

const codeId = (text: string): string =>
  slug(
    /^\d$/.test(text)
      ? `priority ${text}`
      : text.replace(/(\D)[ .#:-]*(\d)$/, (_, before: string, digit: string) =>
          before.length === 1 && /^[ps]/.test(text) && text.length <= 3
            ? `${before}${digit}`
            : `${before} ${digit}`,
        ),
    'priority',
  )

function rankOf(named: string | undefined, coded: string | undefined): { rank?: number } {
  const rank = named === undefined ? undefined : ranks.find(([form]) => form.test(named))?.[1]
  if (rank !== undefined) return { rank }
  const digit = /\d/.exec(coded ?? '')?.[0]
  return digit === undefined ? {} : { rank: Number(digit) }
}

/** The name of a priority inside a sentence, in small letters: "critical issues", "P1 tickets". */
export const priorityInSentence = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${word})(?=[\\s-]+(?:priority|severity|issues?|cases?|incidents?|tickets?|problems?|requests?|faults?|defects?|errors?|störung(?:en)?|fehler|mängel|fälle|anfragen|impact)|\\s*[:(–]|\\s+(?:\\d|<|≤|within))|(?:p|sev(?:erity)? ?|s|priority |prio(?:rität)? ?)[0-5](?![\\p{N}])|sev(?:erity)? [a-e](?![\\p{L}]))`,
  'giu',
)

export const isPriorityWord = (text: string): boolean =>
  wordForm.test(fold(text)) || codeForm.test(fold(text))

/** The priority of the draft that the words mean, added if new; a definition is kept. */
export function priorityIn(draft: Draft, words: PriorityWords): Draft['priorities'][number] {
  const known = draft.priorities.find(
    (one) =>
      fold(one.label) === fold(words.label) || (one.id === words.id && isSame(one.label, words)),
  )
  if (known !== undefined) {
    if (words.definition !== undefined) known.definition ??= words.definition
    return known
  }
  const isTaken = (id: string) => draft.priorities.some((one) => one.id === id)
  const id = isTaken(words.id) ? freeIdentifier(slug(words.label, words.id), isTaken) : words.id
  const priority = {
    id,
    label: clipLine(words.label),
    ...(words.definition === undefined ? {} : { definition: words.definition }),
  }
  draft.priorities.push(priority)
  return priority
}

/** "P1" and "P1 – Critical" are one; "P1 – High" and "P2 – High" are two. */
function isSame(label: string, words: PriorityWords): boolean {
  const [one, other] = [/\d/.exec(label)?.[0], /\d/.exec(words.label)?.[0]]
  return one === undefined || other === undefined || one === other
}

/** A priority already known by any part of its label: "P1" where the table says "P1 – Critical". */
export function knownPriority(
  draft: Draft,
  words: PriorityWords,
): Draft['priorities'][number] | undefined {
  return draft.priorities.find((one) => {
    const label = readPriority(one.label, true)
    return (
      one.id === words.id ||
      fold(one.label) === fold(words.label) ||
      (label?.rank !== undefined &&
        /\d/.test(words.label) &&
        /\d/.exec(one.label)?.[0] === /\d/.exec(words.label)?.[0])
    )
  })
}

/** Most urgent first, where every label gives an order; else as the document has them. */
export function orderPriorities(draft: Draft): void {
  const ranked = draft.priorities.map(
    (one) => [one.id === 'all-others' ? 9 : readPriority(one.label, true)?.rank, one] as const,
  )
  if (ranked.some(([rank]) => rank === undefined)) return
  ranked.sort(([one = 0], [other = 0]) => one - other)
  draft.priorities.splice(0, draft.priorities.length, ...ranked.map(([, one]) => one))
}
