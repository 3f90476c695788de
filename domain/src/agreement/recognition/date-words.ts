import { fold } from './wording.ts'

/** A date as a document writes it. An ambiguous one has no value: 01/02/2027 is January or February by country. */
export interface DateFound {
  readonly value?: string | undefined
  readonly words: string
  readonly start: number
  readonly end: number
  readonly doubt?: string | undefined
}

const months: readonly (readonly [RegExp, number])[] = [
  [/^(?:jan|jän)/, 1],
  [/^feb/, 2],
  [/^(?:mar|mär|mrz)/, 3],
  [/^apr/, 4],
  [/^(?:may|mai)/, 5],
  [/^jun/, 6],
  [/^jul/, 7],
  [/^aug/, 8],
  [/^sep/, 9],
  [/^(?:oct|okt)/, 10],
  [/^nov/, 11],
  [/^(?:dec|dez)/, 12],
]
const monthName =
  '(?:jan(?:uary|uar)?|jän(?:ner)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|mrz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\\.?'
const forms = new RegExp(
  [
    '(?<iso>\\d{4}[-/]\\d{1,2}[-/]\\d{1,2})',
    `(?<day1>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: day)?(?: of)?[ -]*(?<month1>${monthName}),?[ -]*(?<year1>\\d{4})`,
    `(?<month2>${monthName}) (?<day2>\\d{1,2})(?:st|nd|rd|th)?,? (?<year2>\\d{4})`,
    '(?<dot>\\d{1,2}\\. ?\\d{1,2}\\. ?\\d{4})',
    '(?<slash>\\d{1,2}[/-]\\d{1,2}[/-]\\d{4})',
  ]
    .map((form) => `(?:${form})`)
    .join('|')
    .replace(/^/, '(?<![\\p{L}\\p{N}])(?:')
    .concat(')(?![\\p{N}])'),
  'giu',
)

/** Every date in a text, from left to right. */
export function findDates(text: string): DateFound[] {
  const words = fold(text)
  return [...words.matchAll(forms)].map((match) => {
    const place = { words: match[0], start: match.index, end: match.index + match[0].length }
    return Object.assign(place, readForm(match.groups ?? {}))
  })
}

function readForm(parts: Record<string, string | undefined>): Pick<DateFound, 'value' | 'doubt'> {
  if (parts['iso'] !== undefined) {
    const [year = 0, month = 0, day = 0] = numbersIn(parts['iso'])
    return real(year, month, day)
  }
  const name = parts['month1'] ?? parts['month2']
  if (name !== undefined) {
    const month = months.find(([start]) => start.test(name))?.[1] ?? 0
    const day = Number(parts['day1'] ?? parts['day2'])
    return real(Number(parts['year1'] ?? parts['year2']), month, day)
  }
  if (parts['dot'] !== undefined) {
    const [day = 0, month = 0, year = 0] = numbersIn(parts['dot'])
    return real(year, month, day)
  }
  const [first = 0, second = 0, year = 0] = numbersIn(parts['slash'] ?? '')
  if (first > 12) return real(year, second, first)
  if (second > 12 || first === second) return real(year, first, second)
  const one = real(year, second, first).value
  const other = real(year, first, second).value
  return {
    doubt: `"${parts['slash']}" can be ${one} (day first) or ${other} (month first); write the one that is meant`,
  }
}

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number)

function real(year: number, month: number, day: number): Pick<DateFound, 'value' | 'doubt'> {
  try {
    return {
      value: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString(),
    }
  } catch {
    return { doubt: `there is no day ${day} of month ${month} in ${year}` }
  }
}

/** A length of contract time: `12 months`, `90 days`, "two (2) years", "ein Jahr". */
export interface PeriodFound {
  readonly amount: number
  readonly unit: 'days' | 'weeks' | 'months' | 'years'
  readonly text: string
  readonly start: number
  readonly end: number
}

const numberNames: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const germanNames: readonly string[] =
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')
const tens = new Map([
  ['fourteen', 14],
  ['fifteen', 15],
  ['eighteen', 18],
  ['twenty-four', 24],
  ['thirty', 30],
  ['thirty-six', 36],
  ['forty-five', 45],
  ['sixty', 60],
  ['ninety', 90],
  ['dreißig', 30],
  ['sechzig', 60],
  ['neunzig', 90],
])
const countWord = [
  ...numberNames.slice(1),
  ...germanNames.slice(2),
  ...tens.keys(),
  'eine[mnrs]?',
  'ein',
  'an?',
].join('|')
const periodForm = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?<count>\\d{1,3}|${countWord})(?:\\s*\\(\\s*(?<digits>\\d{1,3})\\s*\\)|\\s*\\([a-zäöü -]+\\))?[\\s-]*(?:full |calendar |business |kalender)?(?<unit>days?|tagen?|tage?|weeks?|wochen?|months?|monate?n?|years?|jahre?n?)(?![\\p{L}])`,
  'giu',
)

/** Every period in a text, from left to right. A period of business days is not one: contract time is calendar time. */
export function findPeriods(text: string): PeriodFound[] {
  return [...fold(text).matchAll(periodForm)].flatMap((match) => {
    const { count = '', digits, unit: word = '' } = match.groups ?? {}
    if (match[0].includes('business')) return []
    const amount = digits === undefined ? countOf(count) : Number(digits)
    if (!Number.isInteger(amount) || amount < 1 || amount > 1200) return []
    const unit = /^(?:d|t)/.test(word)
      ? 'days'
      : word.startsWith('w')
        ? 'weeks'
        : word.startsWith('m')
          ? 'months'
          : 'years'
    const spoken = amount === 1 ? unit.slice(0, -1) : unit
    const place = { start: match.index, end: match.index + match[0].length }
    return [{ amount, unit, text: `${amount} ${spoken}`, ...place } as const]
  })
}

function countOf(word: string): number {
  if (/^\d/.test(word)) return Number(word)
  if (/^(?:an?|eine?[mnrs]?)$/.test(word)) return 1
  const english = numberNames.indexOf(word)
  if (english > 0) return english
  const german = germanNames.indexOf(word)
  return german > 0 ? german : (tens.get(word) ?? Number.NaN)
}
