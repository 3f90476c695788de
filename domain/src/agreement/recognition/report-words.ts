import { findDurations } from './duration-words.ts'
import { fold, tidy } from './wording.ts'

export type Cadence = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly'

const cadences: readonly (readonly [Cadence | undefined, RegExp])[] = [
  // Every two weeks and twice a week are no rhythms an agreement holds; they are found first so that they are not "weekly".
  [
    undefined,
    /\bbi-?weekly|fortnight|every (?:two|2|second|other) weeks?|twice (?:a|per) (?:week|month)|semi-?(?:weekly|monthly)|bi-?monthly|every (?:two|2|other) months|alle (?:zwei|2) (?:wochen|monate)|14-?tägig|zweiwöchentlich/,
  ],
  [
    'half-yearly',
    /half-?\s?yearly|semi-?annual(?:ly)?|bi-?annual(?:ly)?|every (?:six|6) months|twice (?:a|per) year|(?:two|2) times (?:a|per) year|halbjährlich|alle (?:sechs|6) monate/,
  ],
  [
    'quarterly',
    /quarter(?:ly)?\b|\bqbrs?\b|every (?:three|3) months|vierteljährlich|quartal(?:sweise)?|\bq[1-4]\b/,
  ],
  [
    'monthly',
    /\bmonthly|(?:per|each|every|a|of the) (?:calendar )?month\b|\bmbrs?\b|month-end|monatlich|pro monat|jeden monat|monats/,
  ],
  [
    'weekly',
    /\bweekly|(?:per|each|every|a|once a) week\b|every (?:mon|tues|wednes|thurs|fri)day|wöchentlich|pro woche|jede woche|jeden (?:montag|freitag)/,
  ],
  ['daily', /\bdaily|(?:per|each|every) (?:business |working )?day\b|täglich/],
  ['yearly', /\byearly|annual(?:ly)?|(?:per|each|every|a) year\b|jährlich|pro jahr/],
]

/** The rhythm that a text names; `unknown` for one that an agreement does not hold, such as every two weeks. */
export function readCadence(text: string): Cadence | 'unknown' | undefined {
  const words = fold(text)
  const found = cadences.find(([, form]) => form.test(words))
  return found === undefined ? undefined : (found[0] ?? 'unknown')
}

/** The title of a report: the words without the rhythm, "Pipeline review (monthly)" → "Pipeline review". */
export function withoutCadence(text: string): string {
  // "Quarterly Business Review" is a name, not a review that happens to be quarterly.
  if (/^(?:quarterly|annual|monthly) business review/i.test(tidy(text))) return tidy(text)
  const bare = tidy(text)
    .replace(
      /\s*\((?:daily|weekly|monthly|quarterly|half-?yearly|semi-?annual(?:ly)?|yearly|annual(?:ly)?|wöchentlich|monatlich|quartalsweise|vierteljährlich|halbjährlich|jährlich|täglich)\)/i,
      '',
    )
    .replace(
      /^(?:(?:on a )?(?:daily|weekly|monthly|quarterly|half-?yearly|semi-?annual(?:ly)?|yearly|annual(?:ly)?|each week|every week|each month|every month|each quarter|every quarter|wöchentlich(?:er?s?)?|monatlich(?:er?s?)?|quartalsweise[rs]?|vierteljährlich(?:er?s?)?|halbjährlich(?:er?s?)?|jährlich(?:er?s?)?|täglich(?:er?s?)?)(?: basis)?)\s*[:,–—-]?\s*/i,
      '',
    )
    .replace(
      /\s*[,:–—-]?\s*(?:(?:on a )?(?:daily|weekly|monthly|quarterly|half-?yearly|semi-?annual(?:ly)?|yearly|annual(?:ly)?)(?: basis)?|(?:each|every|per) (?:week|month|quarter|year)|wöchentlich|monatlich|quartalsweise|vierteljährlich|halbjährlich|jährlich|täglich)\.?$/i,
      '',
    )
    .trim()
  return bare === '' ? tidy(text) : bare
}

/** How long after the end of its period a report is due: "by the 5th business day", "within 10 days of month end". */
export function readDue(text: string): string | undefined {
  const words = fold(text)
  const ordinal =
    /(?:by|on|before|bis zum|until)\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?\s+(business|working|arbeits|werk)?\s*-?(?:day|tag)/.exec(
      words,
    )
  if (ordinal?.[1] !== undefined) {
    const amount = Number(ordinal[1])
    const basis = ordinal[2] === undefined ? 'calendar' : 'business'
    return amount < 1 ? undefined : `${amount} ${basis} ${amount === 1 ? 'day' : 'days'}`
  }
  const [span] = findDurations(words)
  const isAfter =
    /within|after|following|no later than|of (?:the )?(?:month|quarter|week|year|period)|innerhalb|nach/.test(
      words,
    )
  return span !== undefined && isAfter ? span.target : undefined
}
