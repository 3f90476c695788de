import { fold } from './wording.ts'

/** A length of time as a document writes it, in the form a target is written in. */
export interface DurationFound {
  /** `4 hours`, `5 business days`: what `readTarget` reads. No basis unless the words name one. */
  readonly target: string
  readonly amount: number
  readonly unit: 'minutes' | 'hours' | 'days'
  readonly basis?: DurationBasis | undefined
  /** Where the words stand in the folded text. */
  readonly start: number
  readonly end: number
  /** What had to be assumed. */
  readonly doubt?: string | undefined
}

export type DurationBasis = 'business' | 'elapsed' | 'calendar'

/** What the surroundings say, for example a column headed "Response (hours)" over the cell "4". */
export interface DurationSetting {
  readonly unit?: 'minutes' | 'hours' | 'days' | undefined
  readonly basis?: DurationBasis | undefined
}

const numberWords =
  'half|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|twenty-four|thirty|forty-eight|sixty|ninety|ein|eine[mnrs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierzehn|dreißig'
const amounts = new Map<string, number>([
  ['half', 0.5],
  ...'an a one ein eine einem einen einer eines'
    .split(' ')
    .map((word): [string, number] => [word, 1]),
  ...'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 2]),
  ...'zwei drei vier fünf sechs sieben acht neun zehn'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 2]),
  ['zwölf', 12],
  ['vierzehn', 14],
  ['fifteen', 15],
  ['twenty', 20],
  ['twenty-four', 24],
  ['thirty', 30],
  ['dreißig', 30],
  ['forty-eight', 48],
  ['sixty', 60],
  ['ninety', 90],
])

const basisWords =
  'business|bus\\.|working|work|office|support|service|elapsed|clock|consecutive|calendar|kalender|arbeits|geschäfts|werk|service'
const unitWords =
  'minutes?|mins?\\.?|minuten?|hours?|hrs?\\.?|std\\.?|stunden?|days?|tagen?|tage?s?|weeks?|wks?\\.?|wochen?|bds?|wds?|cds?|bhs?|bhrs?|h|d|m'

const duration = new RegExp(
  `(?<![\\p{L}\\p{N}.,/:])(?:(?<low>\\d+(?:[.,]\\d+)?)\\s*(?:-|–|—|to|bis)\\s*)?` +
    `(?<amount>\\d+(?:[.,]\\d+)?|½|${numberWords})(?:\\s*\\(\\s*(?:\\d+|[a-z-]+)\\s*\\))?` +
    `(?:\\s+full)?[\\s-]*(?<basis>${basisWords})?[\\s-]*(?<unit>${unitWords})(?![\\p{L}\\p{N}])(?:\\(s\\))?` +
    `(?:\\s*(?:and|und|,)?\\s*(?<minutes>\\d{1,2})\\s*(?:minutes?|mins?|minuten))?`,
  'giu',
)
const nextDay =
  /(?<![\p{L}])(?:nbd|(?:by (?:the )?|the )?(?:end of (?:the )?)?next (?:business|working) day|(?:bis zum |am )?nächste[rnm]? (?:werktag|arbeitstag|geschäftstag))(?![\p{L}])/giu

/** Every length of time in a text, from left to right. */
export function findDurations(text: string, setting: DurationSetting = {}): DurationFound[] {
  const words = fold(text)
  const found: DurationFound[] = []
  for (const match of words.matchAll(duration)) {
    const read = readMatch(match, words, setting)
    if (read !== undefined) found.push(read)
  }
  for (const match of words.matchAll(nextDay)) {
    found.push({
      ...made(1, 'days', 'business'),
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  return found.sort((one, other) => one.start - other.start)
}

function readMatch(
  match: RegExpExecArray,
  words: string,
  setting: DurationSetting,
): DurationFound | undefined {
  const { amount = '', unit: unitWord = '', basis: basisWord, minutes, low } = match.groups ?? {}
  const start = match.index
  const end = start + match[0].length
  if (unitWord === 'm' && !/\dm$/.test(match[0])) return undefined
  if (/^an?$/.test(amount) && basisWord === undefined && unitWord.length === 1) return undefined
  const number = amount === '½' ? 0.5 : (amounts.get(amount) ?? Number(amount.replace(',', '.')))
  if (!(number > 0) || number > 100_000) return undefined
  const named = basisOf(basisWord, unitWord) ?? basisBehind(words.slice(end)) ?? setting.basis
  const doubts: string[] = []
  if (low !== undefined) doubts.push(`a range; the longer time, ${amount}, was taken`)
  const base = { start, end }
  const doubt = () => (doubts.length === 0 ? {} : { doubt: doubts.join('; ') })
  const letter = unitWord
    .replace(/^(?:std|stunde).*/, 'h')
    .replace(/^tag.*/, 'd')
    .replace(/^woche.*/, 'w')
  if (letter.startsWith('w') && !letter.startsWith('wd')) {
    const isBusiness = named === 'business'
    if (!isBusiness) doubts.push('weeks are counted here as 7 calendar days each')
    const days = number * (isBusiness ? 5 : 7)
    return { ...made(days, 'days', isBusiness ? 'business' : 'calendar'), ...base, ...doubt() }
  }
  if (letter.startsWith('m')) return { ...made(number, 'minutes', named), ...base, ...doubt() }
  if (/^(?:h|bh)/.test(letter)) {
    const basis = named === 'calendar' ? 'elapsed' : named
    const hours =
      minutes === undefined
        ? made(number, 'hours', basis)
        : made(number * 60 + Number(minutes), 'minutes', basis)
    return { ...hours, ...base, ...doubt() }
  }
  return { ...made(number, 'days', named), ...base, ...doubt() }
}

/** A cell that holds a bare number under a header with a unit: `4` under "Response (hours)". */
export function readBareNumber(text: string, setting: DurationSetting): DurationFound | undefined {
  const match = /^(?:<|≤|<=|up to)?\s*(\d{1,5}(?:[.,]\d+)?)$/.exec(fold(text))
  const number = Number(match?.[1]?.replace(',', '.'))
  if (match === null || setting.unit === undefined || !(number > 0)) return undefined
  return { ...made(number, setting.unit, setting.basis), start: 0, end: fold(text).length }
}

/** The unit and the basis that a header names: "Response time (business hours)". */
export function readSetting(header: string): DurationSetting {
  const words = fold(header)
  const unit = /\b(?:minutes|mins?|minuten)\b/.test(words)
    ? 'minutes'
    : /\b(?:hours|hrs?|h|stunden|std)\b/.test(words)
      ? 'hours'
      : /\b(?:days|tagen?)\b|(?:arbeits|werk|kalender)tage/.test(words)
        ? 'days'
        : undefined
  const basis = basisIn(words)
  return { ...(unit === undefined ? {} : { unit }), ...(basis === undefined ? {} : { basis }) }
}

export function basisIn(words: string): DurationBasis | undefined {
  if (
    /24\s*[x/]\s*7|round the clock|around the clock|rund um die uhr|elapsed|clock hours/.test(words)
  )
    return 'elapsed'
  if (
    /(?:business|working|office|support|service) (?:hours?|days?|time)|arbeits(?:tag|stund|zeit)|geschäftszeit|geschäftsstund|servicezeit|werktag|\b\d+\s*x\s*5\b|\bbh\b|\bbd\b/.test(
      words,
    )
  )
    return 'business'
  if (/calendar days?|kalendertag/.test(words)) return 'calendar'
  return undefined
}

function basisOf(word: string | undefined, unit: string): DurationBasis | undefined {
  if (/^(?:bd|wd|bh)/.test(unit)) return 'business'
  if (unit.startsWith('cd')) return 'calendar'
  if (word === undefined) return undefined
  if (/^(?:elapsed|clock)$/.test(word)) return 'elapsed'
  if (/^(?:calendar|kalender|consecutive)$/.test(word)) return 'calendar'
  return 'business'
}

/** A basis said right behind the time: "4 hours (24x7)", "4 hours during business hours". */
function basisBehind(rest: string): DurationBasis | undefined {
  const near =
    /^\s*(?:\(([^()]{0,40})\)|,?\s*(?:of|during|in|within|measured in|innerhalb der|während der)\s+(?:the\s+)?((?:\p{L}+[\s-]?){1,3})|,?\s*(24\s*[x/]\s*7|a?round the clock|rund um die uhr))/u.exec(
      rest,
    )
  const words = near?.[1] ?? near?.[2] ?? near?.[3]
  if (words === undefined) return undefined
  if (/^\s*(?:business|working|bh)\s*$/.test(words)) return 'business'
  return basisIn(words)
}

function made(amount: number, unit: DurationFound['unit'], basis?: DurationBasis) {
  const settled = unit !== 'days' && basis === 'calendar' ? 'elapsed' : basis
  const plain = Number(amount.toFixed(2))
  const name = plain === 1 ? unit.slice(0, -1) : unit
  return {
    target: settled === undefined ? `${plain} ${name}` : `${plain} ${settled} ${name}`,
    amount: plain,
    unit,
    basis: settled,
  }
}
