import { type Desk, takeSentence } from './desk.ts'
import { type DateFound, findDates, findPeriods, type PeriodFound } from './date-words.ts'
import type { Piece } from './ledger.ts'
import type { LinePassage } from './passages.ts'
import { fold, wordCount } from './wording.ts'

const startWords =
  /\b(?:effective(?: (?:date|from|as of|on))?|commenc\w*|starts?|starting|begins?|beginning|start date|from|in force|(?:comes?|enters?) into (?:force|effect)|takes? effect|valid(?: from)?(?! (?:until|to)\b)|dated|as of|with effect from)\b|beginn|inkrafttreten|in kraft|gilt ab|\bab dem\b|gültig ab|\bvom\b/
const endWords =
  /\b(?:expir\w*|ends?|ending|end date|until|through|t\/m|terminates? on|valid (?:until|to)|to)\b|\bende\b|endet|\bbis\b|läuft.*aus|gültig bis|vertragsende/
const openEnded =
  /\b(?:indefinite(?:ly)?|open[- ]ended|no fixed (?:end|term)|until terminated|unlimited (?:term|duration))\b|unbefristet|auf unbestimmte zeit/
const initial =
  /\b(?:initial(?: term| period)?|fixed|for a (?:term|period|duration)|term (?:of|is)|duration(?: of| is|:)|(?:remains?|continues?|runs?|shall be)(?: in (?:full )?force(?: and effect)?)? for|term:|initial term:?|minimum term)\b|laufzeit|vertragsdauer|erstlaufzeit/

/** When the agreement begins and ends: dates, an initial term, or no end on purpose. */
export function readTermDates(text: string, piece: Piece, line: LinePassage, desk: Desk): boolean {
  const words = fold(text)
  const { section, trail } = line.context
  const isOwn =
    section === 'term' ||
    /\b(?:we|it|this|the (?:agreement|contract|partnership)) (?:\p{L}+ )?(?:starts?|begins?|ends?|runs?|expires?)\b/u.test(
      words,
    ) ||
    /^(?:starts?|ends?|expires?|effective|commences?|valid|in force)\b/.test(words) ||
    (section === 'front' && /date|effective|commenc|term|\bdatum\b|agreement|vertrag/.test(words))
  if (!isOwn) return false
  const paths: string[] = []
  const above = trail.at(-1) ?? ''
  for (const date of findDates(text)) {
    const path = takeDate(
      date,
      `${fold(above)} ${words.slice(0, date.start)}`,
      words.slice(0, date.start),
      piece,
      desk,
    )
    if (path !== undefined) paths.push(path)
  }
  if (openEnded.test(words) && !/(?:thereafter|afterwards|danach),? until terminated/.test(words)) {
    desk.draft.term.openEnded = true
    paths.push('/term/openEnded')
  }
  const length = /renew|verlänger|notice|kündig/.test(
    words.slice(0, Math.max(words.search(initial), 0)),
  )
    ? undefined
    : termLength(words)
  if (length !== undefined) paths.push(...takeLength(length, text, piece, desk))
  if (paths.length === 0) return false
  keepTermText(desk, text)
  for (const path of paths) takeSentence(desk, line, piece, path)
  return true
}

function takeDate(
  date: DateFound,
  before: string,
  near: string,
  piece: Piece,
  desk: Desk,
): string | undefined {
  if (date.value === undefined) {
    if (date.doubt !== undefined) {
      desk.ledger.doubt(piece, date.doubt)
      desk.ledger.leave(piece, piece.text)
    }
    return undefined
  }
  const end = lastIndex(near, endWords)
  const start = lastIndex(near, startWords)
  const isEnd =
    end > start || (end < 0 && start < 0 && endWords.test(before) && !startWords.test(before))
  if (isEnd) {
    desk.draft.term.endsOn = date.value
    return '/term/endsOn'
  }
  if (
    start < 0 &&
    end < 0 &&
    /\b(?:made|entered into|concluded|signed|geschlossen|vom)\b/.test(near)
  ) {
    const { value, words } = date
    desk.later.push(() => takeDocumentDate(value, words, piece, desk))
    return undefined
  }
  const isDateLine = /^\s*(?:date|datum|dated)?\s*[:|]?\s*$/.test(near)
  if (start < 0 && !startWords.test(before) && !isDateLine) return undefined
  if (isDateLine && start < 0 && !/effective|start|commenc|beginn/.test(before)) {
    desk.ledger.doubt(
      piece,
      `"${date.words}" stands as the date of the document; taken as the date it takes effect`,
      '/effectiveOn',
    )
  } else desk.draft.term.startsOn ??= date.value
  desk.draft.effectiveOn ??= date.value
  return desk.draft.term.startsOn === date.value ? '/term/startsOn' : '/effectiveOn'
}

/** The day on which it was made is the day it takes effect, unless the document names another. */
export function takeDocumentDate(value: string, words: string, piece: Piece, desk: Desk): void {
  if (desk.draft.effectiveOn !== undefined) return
  desk.draft.effectiveOn = value
  desk.ledger.take(piece, '/effectiveOn')
  desk.ledger.doubt(
    piece,
    `"${words}" stands as the date of the document; taken as the date it takes effect`,
    '/effectiveOn',
  )
}

function lastIndex(text: string, form: RegExp): number {
  return [...text.matchAll(new RegExp(form.source, 'g'))].at(-1)?.index ?? -1
}

function termLength(words: string): PeriodFound | undefined {
  if (!initial.test(words)) return undefined
  const at = words.search(initial)
  return findPeriods(words).find(
    (period) =>
      period.start >= at &&
      !/^\s*(?:'s?)?\s*(?:prior |advance )?(?:written )?notice/.test(words.slice(period.end)),
  )
}

/** An initial term gives the last day where the first is known; else it stays words. */
function takeLength(length: PeriodFound, text: string, piece: Piece, desk: Desk): string[] {
  const { term } = desk.draft
  const start = term.startsOn ?? desk.draft.effectiveOn
  if (term.endsOn !== undefined) {
    addTermText(desk, text)
    return ['/term/text']
  }
  if (start === undefined) {
    addTermText(desk, text)
    desk.ledger.doubt(
      piece,
      `a term of ${length.text} from a day that is not given yet`,
      '/term/text',
    )
    return ['/term/text']
  }
  const end = Temporal.PlainDate.from(start)
    .add({ [length.unit]: length.amount })
    .subtract({ days: 1 })
  term.endsOn = end.toString()
  desk.ledger.doubt(
    piece,
    `${length.text} from ${start} make ${term.endsOn} the last day`,
    '/term/endsOn',
  )
  return ['/term/endsOn']
}

/** Prose of the term stays in its own words beside the values; a bare label and value does not need to. */
export function keepTermText(desk: Desk, text: string): void {
  const isPair = /^[^:]{1,40}:\s/.test(text) && wordCount(text) < 9
  if (wordCount(text) >= 5 && !isPair) addTermText(desk, text)
}

function addTermText(desk: Desk, text: string): void {
  const { term } = desk.draft
  if (term.text?.includes(text) === true) return
  const words = term.text === undefined ? text : `${term.text} ${text}`
  if (words.length <= 20_000) term.text = words
}
