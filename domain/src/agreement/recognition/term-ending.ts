import { type Desk, takeSentence } from './desk.ts'
import { findPeriods, type PeriodFound } from './date-words.ts'
import type { Piece } from './ledger.ts'
import type { LinePassage } from './passages.ts'
import { isUnder } from './outline.ts'
import { gapsIn } from './placeholders.ts'
import { readSubject } from './sides.ts'
import { keepTermText, readTermDates } from './term-dates.ts'
import { clipLine, fold, freeIdentifier, slug, wordCount } from './wording.ts'

const renews =
  /\b(?:auto-?)?(?:renew(?:s|ed|al)?|extend(?:s|ed)?|prolong\w*|rolls? over)\b|verlänger/
const automatic =
  /\bauto(?:matic(?:ally)?)?\b|auto-?renew|unless (?:either|one|a) (?:party|side)|rolls? over|tacit(?:ly)?|stillschweigend|automatisch|sofern (?:nicht|keine)|wenn (?:er|sie) nicht/
const byConsent =
  /(?:mutual|written|by|joint)\s+(?:\w+\s+)?(?:agreement|consent)|by consent|both parties agree|einvernehmlich|zustimmung/
const never =
  /(?:(?:shall|will|does|do|is) not|doesn't|won't|isn't) (?:be )?(?:auto(?:matically)?[- ]?)?(?:renew|extend)|no auto-?renew|no (?:automatic )?renewal|keine (?:automatische )?verlängerung|verlängert sich nicht/
/** "It renews yearly": said of the agreement, without a "may" and without anybody who renews it. */
const byItself =
  /^(?:(?:it|this|the (?:agreement|contract|term|partnership)|this (?:agreement|contract)|thereafter it|er|(?:der|dieser) vertrag|die laufzeit)\s+)(?:then\s+|thereafter\s+)?(?:renews|extends|rolls over|verlängert sich)\b(?!.*\b(?:may|can|could|if|kann)\b)|^(?:renews|verlängert sich)\b(?!.*\b(?:may|can|could|if|kann)\b)/
/** "… for three years, and thereafter until terminated": it goes on by itself, without a further term. */
const goesOn =
  /\b(?:thereafter|afterwards|danach),? (?:shall continue )?(?:until|unless) terminated|thereafter (?:for an )?indefinite/
const customers = /customer|kunden|subscription|licen[cs]e|contract value|end user/

const aboutEnding =
  /agreement|contract|vertrag|terminat|kündig|notice period|auto-?renew|tacitly|\bcancell?able|(?:days?|weeks?|months?)(?:'s?)? (?:prior |advance )?(?:written )?notice/

/** How the agreement goes on and how it ends: renewal, notice, what lets a side terminate, and the wind-down. */
export function readEnding(text: string, piece: Piece, line: LinePassage, desk: Desk): boolean {
  const words = fold(text)
  const isOwn = line.context.section === 'term'
  const isAbout = isOwn || aboutEnding.test(words) || byItself.test(words)
  if (!isAbout) return false
  const paths = [
    ...readRenewal(words, isOwn, piece, desk),
    ...readNotice(words, piece, line, desk),
    ...readTrigger(text, words, line, desk),
    ...readWindDown(text, words, line, desk),
  ]
  if (paths.length === 0) return false
  readTermDates(text, piece, line, desk)
  if (!paths.every((path) => /triggers|windDown/.test(path))) keepTermText(desk, text)
  for (const path of paths) takeSentence(desk, line, piece, path)
  return true
}

function readRenewal(words: string, isOwn: boolean, piece: Piece, desk: Desk): string[] {
  const { term } = desk.draft
  if (
    !(renews.test(words) || goesOn.test(words)) ||
    term.renewal !== undefined ||
    (!isOwn && customers.test(words))
  )
    return []
  const mode = never.test(words)
    ? 'none'
    : automatic.test(words)
      ? 'automatic'
      : byConsent.test(words)
        ? 'by-consent'
        : byItself.test(words) || goesOn.test(words)
          ? 'automatic'
          : undefined
  if (mode === undefined) return []
  if (mode === 'automatic' && !automatic.test(words))
    desk.ledger.doubt(
      piece,
      'the document does not say that nobody has to agree; taken as renewed by itself',
      '/term/renewal',
    )
  const at = words.search(renews)
  if (at < 0) {
    term.renewal = { mode }
    return ['/term/renewal']
  }
  const periods = findPeriods(words).filter((one) => !isNoticeSpan(words, one))
  const span =
    periods.find((one) => one.start > at) ??
    (/renew\w*(?: term| period)?s?\s*(?::|\|)/.test(words) ? periods[0] : undefined)
  const each = /\b(?:yearly|annually|every year|each year|jährlich|jeweils um ein jahr)\b/.test(
    words,
  )
    ? '1 year'
    : undefined
  const length = span?.text ?? each
  term.renewal = { mode, ...(mode === 'none' || length === undefined ? {} : { for: length }) }
  return ['/term/renewal']
}

const isNoticeSpan = (words: string, span: PeriodFound): boolean =>
  /^\s*'?s?\s*(?:\([^)]*\)\s*)?(?:prior|advance|written|notice|before|in advance|vor|frist|zum)/.test(
    words.slice(span.end),
  ) ||
  /(?:notice of|kündigungsfrist von|frist von)\s*(?:at least |mindestens )?$/.test(
    words.slice(0, span.start),
  )

function readNotice(words: string, piece: Piece, line: LinePassage, desk: Desk): string[] {
  const isNamed =
    /notice|kündigungsfrist|kündig\w*.*frist|frist.*kündig|in writing.*before|cancel\w*.*before/.test(
      words,
    ) ||
    (isUnder(line.context, /notice|kündigungsfrist/) && findPeriods(words).length > 0)
  if (!isNamed || gapsIn(words).length > 0) return []
  // "not cured within 30 days of notice" is a trigger, not the period of notice.
  if (/\b(?:cure|cured|remed(?:y|ied)|breach)\w*\b.*\bwithin\b|abhilfe/.test(words)) return []
  const spans = findPeriods(words)
  const span =
    spans.find((one) => isNoticeSpan(words, one)) ??
    (/^[^:|]*(?:notice|kündigungsfrist)[^:|]*[:|]/.test(words) ||
    isUnder(line.context, /notice|kündigungsfrist/)
      ? spans[0]
      : /notice|kündigungsfrist/.test(words) && spans.length === 1
        ? spans[0]
        : undefined)
  if (span === undefined) return []
  const { term } = desk.draft
  if (term.notice !== undefined) {
    if (term.notice.period !== span.text)
      desk.ledger.doubt(
        piece,
        `a second period of notice, ${span.text}; the first stays`,
        '/term/notice',
      )
    return ['/term/text']
  }
  const form =
    /\b(?:written|in writing|schriftlich\w*|by registered (?:mail|letter)|by e-?mail|textform)\b/.exec(
      words,
    )?.[0]
  term.notice = {
    period: span.text,
    ...(form === undefined ? {} : { form: form.startsWith('writ') ? 'in writing' : form }),
  }
  if (renews.test(words) && !/terminat|kündig/.test(words))
    desk.ledger.doubt(
      piece,
      `this notice is about not renewing; taken as the period of notice`,
      '/term/notice',
    )
  return ['/term/notice']
}

const terminates =
  /terminat\w*|cancel\w*|end (?:this|the) (?:agreement|contract|partnership)|right to end|kündig\w*|beend\w*/
const ground =
  /\b(?:if|upon|in the event|in case|where|when|for (?:cause|convenience|good cause)|following|breach\w*|insolven\w*|bankrupt\w*|change of control|fails? to|immediately|wenn|falls|bei|aus wichtigem grund)\b/

function readTrigger(text: string, words: string, line: LinePassage, desk: Desk): string[] {
  const under = line.context.trail.at(-1) ?? ''
  const isListed =
    line.isItem &&
    (terminates.test(fold(under)) ||
      /triggers?|grounds|causes?\b|gründe|wichtiger grund/.test(fold(under))) &&
    line.context.section === 'term'
  const isLabelled = /^(?:(?:termination )?triggers?|grounds)\s*[:|]/.test(words)
  const isSaid =
    terminates.test(words) &&
    ground.test(words) &&
    /\b(?:may|can|shall|entitled|right|kann|darf|können|berechtigt)\b/.test(words)
  const isListable =
    isListed &&
    !/notice period|effective date|^renew|^term\b|^start|^end\b|initial term/.test(words) &&
    wordCount(words) > 2
  if ((!isSaid && !isListable && !isLabelled) || words.endsWith(':')) return []
  if (
    isSaid &&
    findPeriods(words).length > 0 &&
    !/if|breach|insolv|event|cause|where|wenn|wichtig/.test(words)
  )
    return []
  const triggers = desk.draft.term.triggers ?? []
  if (triggers.length >= 100) return []
  const subject = readSubject(isSaid ? text : (line.context.leadIn?.text ?? ''), desk.names)?.side
  const by = /either party|each party|both parties|jede partei|either side/.test(
    isSaid ? words : fold(line.context.leadIn?.text ?? ''),
  )
    ? 'either'
    : subject === 'vendor' || subject === 'partner'
      ? subject
      : undefined
  const isTaken = (id: string) => triggers.some((one) => one.id === id)
  const id = freeIdentifier(
    slug(
      words
        .replace(/[;,.]?\s*(?:and|or|und|oder)?$/, '')
        .replace(
          isSaid ? /^.*?\b(?:if|upon|in the event (?:of|that)|where|when|for)\b/ : /^[^:|]*[:|]/,
          '',
        )
        .split(' ')
        .slice(0, 7)
        .join(' '),
      `trigger-${triggers.length + 1}`,
    ),
    isTaken,
  )
  desk.draft.term.triggers = [
    ...triggers,
    {
      id,
      text: text.replace(/;(?:\s*(?:and|or|und|oder))?$/, ''),
      ...(by === undefined ? {} : { by }),
    },
  ]
  return [`/term/triggers/${triggers.length}`]
}

const windDown =
  /\b(?:upon|on|after|following) (?:the )?(?:termination|expiry|expiration|end of)|wind-?down|transition|hand-?over (?:at|on) (?:the )?end|nach (?:vertragsende|beendigung)|bei beendigung/

function readWindDown(text: string, words: string, line: LinePassage, desk: Desk): string[] {
  const isListed = line.isItem && isUnder(line.context, windDown)
  if (!(windDown.test(words) || isListed) || /\bmay terminate\b/.test(words) || text.length > 300)
    return []
  const items = desk.draft.term.windDown ?? []
  if (items.length >= 100) return []
  desk.draft.term.windDown = [...items, { what: clipLine(text) }]
  return [`/term/windDown/${items.length}`]
}
