import { isTitle } from './contact-words.ts'
import { withoutCadence } from './report-words.ts'
import { fold, sentenceCase, wordCount } from './wording.ts'

export const isReport =
  /report|review|meeting|\bcall|statistic|\bstats\b|forecast|dashboard|summary|update|\bqbr\b|check-?in|newsletter|scorecard|figures|numbers|bericht|besprechung|auswertung|statistik|gespräch|termin|runde|analyse|abstimmung|prognose|pipeline|plan(?:ning)?\b|governance|survey|audit|standup|stand-up|sync\b/

/** Where a title ends and the words about when, by whom and with whom begin. */
const circumstance =
  /\s+(?:(?:due|within|with|no later than|hosted|prepared|chaired|led|sent|delivered|attended)\b|by (?:the\b|\d|\p{Lu})|from (?:the\b|\p{Lu})|to the\b|on the\b|(?:in|each|every) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$|before\b|after\b|bis zum\b|durch\b)/iu

const generic =
  /^(?:reviews?|reports?|meetings?|calls?|summary|updates?|plan|audit|check-?in|sync|bericht|besprechung)$/i

/** "… hosted by the Channel Manager", "… from the delivery lead": who delivers, where the words name somebody. */
export function ownerIn(text: string): string | undefined {
  const named =
    /\b(?:by|from|durch|von)\s+(?:the\s+|our\s+|der\s+|die\s+|dem\s+)?([\p{L}&'’-]+(?:\s[\p{L}&'’-]+){0,4}?)(?=[.,;:()]|$|\s(?:to|on|by|within|at|each|every|and|for|in|with|before|after|no|an|bis)\b)/giu
  for (const match of text.matchAll(named)) {
    const words = match[1] ?? ''
    if (isTitle(words) && !isReport.test(fold(words))) return words
  }
  return undefined
}

/** What a line or a sentence calls a report. */
export interface Parts {
  readonly title: string
  readonly owner?: string | undefined
  /** Whether the line says more than title, rhythm and owner. */
  readonly kept: boolean
}

/** The title and perhaps the owner of a line such as "Pipeline review (Channel Manager)". */
export function fromLabel(text: string): Parts | undefined {
  const whole = text.replace(/[.;]$/, '')
  const bare = withoutCadence(whole)
  const owner =
    /(?:\(|,\s*|[–—-]\s+|;\s*)(?:owner|by|from|responsible|prepared by|verantwortlich|durch)\s*:?\s+(?:the\s+)?([^(),;]+)\)?$/i.exec(
      bare,
    )
  const inside = owner ?? /\(([^()]+)\)$/.exec(bare)
  const named = inside?.[1]?.trim()
  const pair = /^([^:]{4,60}):\s+([^:]{2,60})$/.exec(bare)
  if (
    owner === null &&
    pair?.[1] !== undefined &&
    isReport.test(fold(pair[1])) &&
    isTitle(pair[2] ?? '') &&
    !isReport.test(fold(pair[2] ?? ''))
  ) {
    return { title: pair[1], owner: pair[2], kept: false }
  }
  const isOwner =
    owner !== null ||
    (named !== undefined && isTitle(named) && wordCount(named) <= 5 && !isReport.test(fold(named)))
  const rest = isOwner && inside !== null ? bare.slice(0, inside.index).trim() : bare
  const [first = rest, ...more] = rest.split(/\s*(?::\s|[–—]\s|\s-\s|,\s)\s*/)
  const title = first.slice(0, circumstance.exec(first)?.index).trim()
  if (title === '' || title.length > 120) return undefined
  const plain = title.replace(/[,:;–—-]+$/, '').trim() || rest
  // "Annual review" is a better name than "review".
  const rhythm = whole.endsWith(bare) ? whole.slice(0, whole.length - bare.length) : ''
  const isBare = generic.test(plain) && /^\p{L}+ $/u.test(rhythm)
  return {
    title: sentenceCase(isBare ? `${rhythm}${plain}` : plain),
    ...(isOwner ? { owner: named } : {}),
    kept: more.length > 0 || inside !== null || title !== first,
  }
}

/** The title inside a sentence: "The Partner shall send a monthly sales report." */
export function fromSentence(text: string): Parts | undefined {
  const named =
    /\b(?:daily|weekly|monthly|quarterly|half-?yearly|semi-?annual|yearly|annual|wöchentlich\w*|monatlich\w*|vierteljährlich\w*|jährlich\w*)\s+((?:[\p{L}&-]+\s){0,4}?(?:reports?|reviews?|meetings?|calls?|statistics|stats|forecasts?|updates?|summar(?:y|ies)|scorecards?|[\p{L}]*bericht|[\p{L}]*besprechung|check-?in))\b/iu.exec(
      text,
    )?.[1]
  const other =
    /(?<![\p{L}])(?:an?|the|its|their|einen?|eine)\s+((?:[\p{L}&-]+\s){0,4}?(?:reports?|reviews?|meetings?|forecasts?|statistics|summary|scorecard|[\p{L}]*bericht|[\p{L}]*besprechung))\b/iu.exec(
      text,
    )?.[1]
  const title =
    named ??
    (other === undefined ? undefined : withoutCadence(other)) ??
    /\bqbrs?\b/i.exec(text)?.[0] ??
    (/\bmeet\b/i.test(text) ? 'Meeting' : undefined)
  return title === undefined ? undefined : { title: sentenceCase(title), kept: true }
}
