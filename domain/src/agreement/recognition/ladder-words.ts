import { findDurations } from './duration-words.ts'
import { fold, tidy } from './wording.ts'

/** A level as a line or cell names it: "Level 2: Sales Director" → 2, "Sales Director". */
export interface LevelWords {
  readonly level: number
  readonly rest: string
}

const numerals = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi']
const spoken: readonly RegExp[] = [
  /^$/,
  /^(?:one|first|1st|eins|erste)$/,
  /^(?:two|second|2nd|zwei|zweite)$/,
  /^(?:three|third|3rd|drei|dritte)$/,
  /^(?:four|fourth|4th|vier|vierte)$/,
  /^(?:five|fifth|5th|fünf|fünfte)$/,
  /^(?:six|sixth|6th|sechs|sechste)$/,
]
const front =
  /^(?:(?:escalation\s+)?(?:level|tier|stage|step|lvl|line|eskalations-?stufe|eskalations-?ebene|stufe|ebene)\s*[-#]?\s*(\d{1,2}|iv|v|i{1,3}|one|two|three|four|five|six)|l(\d)|(\d)\.\s+(?:stufe|ebene|eskalationsstufe)|(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|erste|zweite|dritte|vierte)\s+(?:level|tier|stage|line|step|escalation|stufe|ebene|eskalationsstufe)(?:\s+escalation)?)(?!\s*%)(?:\s*[:–—.)=|-]\s*|\s+|$)(.*)$/i

/** Reads a level in front of a text. Priorities ("Level 1 – 4 hours") are for the caller to tell apart. */
export function readLevel(text: string): LevelWords | undefined {
  const match = front.exec(tidy(text))
  if (match === null) return undefined
  // "First line support" and "L1 support" are tasks, not levels of a ladder.
  if (match[4] !== undefined && /^(?:support|maintenance|sales)\b/i.test(match[5] ?? ''))
    return undefined
  if (/^(?:\S+ )?\S+ (?:support|maintenance)$/i.test(tidy(text))) return undefined
  const level = numberOf(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
  return level === undefined || level < 1 || level > 20
    ? undefined
    : { level, rest: (match[5] ?? '').replace(/^(?:→|->|=>|>)\s*/, '').trim() }
}

/** The number of a level in a cell of its own: "1", "Level 2", "L3", "IV". */
export function readLevelCell(text: string): number | undefined {
  const plain = fold(text)
  const read = readLevel(plain)
  if (read !== undefined && read.rest === '') return read.level
  const number = numberOf(plain.replace(/[.)]$/, ''))
  return number !== undefined && number >= 1 && number <= 20 ? number : undefined
}

function numberOf(text: string): number | undefined {
  const plain = fold(text)
  if (/^\d{1,2}$/.test(plain)) return Number(plain)
  const roman = numerals.indexOf(plain)
  if (roman > 0) return roman
  const word = spoken.findIndex((form) => form.test(plain))
  return word > 0 ? word : undefined
}

export interface TriggerWords {
  /** In the form that `readTrigger` reads. */
  readonly trigger?: string | undefined
  /** Words about when that are no trigger a clock could run: "after 4 hours" does not say after what. */
  readonly note?: string | undefined
  /** What had to be left out. */
  readonly doubt?: string | undefined
}

const atBreach =
  /(?:^|\b(?:at|on|upon|when|if|after|once|in case of)\s+)(?:the\s+|a\s+|an\s+)?(?:sla |target |response |resolution |time |deadline )*(?:target |time |deadline |sla |has |have |is |was )*(?:breach(?:ed)?|missed|overdue|exceeded|expires?|not met|violat\w+|due)\b|\bat (?:the )?(?:expiry|end) of (?:the |that |such )?(?:period|time|target|deadline)|bei (?:überschreitung|verletzung|fristablauf)/
const share = /(\d{1,3})\s*(?:%|per ?cent|prozent)(?!\s*discount)/
const afterDue =
  /\b(?:after|past|beyond|following)\s+(?:the\s+|a\s+)?(?:sla |target |response |resolution |time )*(?:breach|deadline|due|target|overdue|expiry|missed|it is due|(?:(?:is|was|has been) )?(?:exceeded|over))|\boverdue\b|nach (?:überschreitung|fristablauf|verletzung)/
const beforeDue =
  /\bbefore\s+(?:the\s+|a\s+)?(?:sla |target |response |resolution |time )*(?:breach|deadline|due|target|expiry)|vor (?:ablauf|überschreitung)/
const silence =
  /\b(?:no|without|lack of|not|un)\s*-?(?:an?\s+|any\s+)?(?:acknowledg\w*|answer(?:ed)?|response|repl(?:y|ied)|responded)|keine (?:antwort|reaktion|rückmeldung)/

/** When a level is called, as the document says it. */
export function readTriggerWords(text: string): TriggerWords {
  const words = fold(text)
  const [span] = findDurations(words)
  const plain =
    span === undefined
      ? undefined
      : `${span.amount} ${span.amount === 1 ? span.unit.slice(0, -1) : span.unit}`
  const percent = Number(share.exec(words)?.[1] ?? Number.NaN)
  if (percent >= 1 && percent <= 999)
    return percent === 100 ? { trigger: 'at breach' } : { trigger: `${percent} %` }
  const doubt =
    span?.basis === undefined
      ? {}
      : { doubt: `"${span.basis}" was left out: a level is called by the calendar of its clock` }
  if (/\btwice the (?:target|agreed|time|response|resolution|period)/.test(words))
    return { trigger: '200 %' }
  if (plain !== undefined && beforeDue.test(words))
    return { trigger: `${plain} before due`, ...doubt }
  if (plain !== undefined && afterDue.test(words))
    return { trigger: `${plain} after due`, ...doubt }
  if (plain !== undefined && silence.test(words))
    return { trigger: `${plain} without acknowledgement`, ...doubt }
  if (plain === undefined && atBreach.test(words)) return { trigger: 'at breach' }
  return { note: tidy(text) }
}

const isCondition =
  /\b(?:no (?:answer|reply|response|progress)|if|when|after|not |un\w+ed|breach|wenn|nach|keine)\b|\d\s*%|\d\s*(?:h|hours?|days?|min)/i

/** Where a level line goes over from who to when: "Channel Manager, after 4 hours". */
export function splitWhen(text: string): {
  readonly who: string
  readonly when: string | undefined
} {
  const plain = tidy(text)
  // "No answer in 4 h → Head of Alliances" says when before it says who.
  const [, condition, target] = /^([^→>]{3,80}?)\s*(?:→|➔|-+>|=+>)\s*([^→>]+)$/.exec(plain) ?? []
  if (condition !== undefined && target !== undefined && isCondition.test(condition))
    return { who: target, when: condition }
  // "If there is no answer in time, call the duty manager."
  const [, first, second] =
    /^((?:if|when|wenn|falls)\b.{3,150}?),\s*(?:then\s+)?(.+)$/i.exec(plain) ?? []
  if (first !== undefined && second !== undefined)
    return { who: second.replace(/[.;]$/, ''), when: first }
  const cut =
    /\s*[,;:(–—-]*\s*\b(?:after|when|if|at (?:breach|\d|(?:the )?(?:expiry|end))|upon|on breach|within|once|in case|immediately|nach \d|bei|wenn|sofort|not resolved|unresolved|no (?:response|answer|acknowledg\w+)|(?:\d+\s*[-–—]\s*)?(?:\d+|one|two|four|eight)\s*(?:h|hrs?|hours?|days?|minutes?|min|business|working)\b)/i.exec(
      plain,
    ) ?? /\s*[,;:(–—-]+\s*\d+\s*%/.exec(plain)
  if (cut === null || cut.index === 0)
    return { who: plain.replace(/(?<=\p{Ll}{2})\.$/u, ''), when: undefined }
  const when = plain
    .slice(cut.index)
    .replace(/^[\s,;:(–—-]+/, '')
    .replace(/[;,.]\s*(?:(?:and|or|und|oder)\s*)?$/i, '')
    .replace(/\)$/, '')
  return { who: plain.slice(0, cut.index).trim(), when }
}
