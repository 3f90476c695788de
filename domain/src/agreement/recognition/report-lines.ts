import { type Desk, takeLine } from './desk.ts'
import { addReport } from './report-entries.ts'
import type { Piece } from './ledger.ts'
import type { LinePassage } from './passages.ts'
import { gapsIn } from './placeholders.ts'
import { readCadence, readDue, withoutCadence } from './report-words.ts'
import { readSubject } from './sides.ts'
import { isTitle } from './contact-words.ts'
import { fold, sentenceCase, wordCount } from './wording.ts'

const isReport =
  /report|review|meeting|\bcall|statistic|\bstats\b|forecast|dashboard|summary|update|\bqbr\b|check-?in|newsletter|scorecard|figures|numbers|bericht|besprechung|auswertung|statistik|gespräch|termin|runde|analyse|abstimmung|prognose|pipeline|plan(?:ning)?\b|governance|survey|audit|standup|stand-up|sync\b/

/** "Weekly: call stats", "Pipeline review (monthly)", "The Partner shall send a monthly sales report by the 5th business day." */
export function readReportLine(line: LinePassage, desk: Desk): boolean {
  return line.sentences.length === 1 && readReport(line.text, line, line.sentences, desk)
}

/** The same for one sentence among others. */
export function readReportSentence(
  text: string,
  piece: Piece,
  line: LinePassage,
  desk: Desk,
): boolean {
  return isSentence(text) && readReport(text, line, [piece], desk)
}

function readReport(
  text: string,
  line: LinePassage,
  pieces: readonly Piece[],
  desk: Desk,
): boolean {
  const cadence = readCadence(text)
  const isOwn = line.context.section === 'reporting'
  const isLabelled =
    /^(?:daily|weekly|monthly|quarterly|half-?yearly|yearly|annual(?:ly)?)\b/i.test(text)
  if (cadence === undefined || cadence === 'unknown' || gapsIn(text).length > 0) return false
  const isSaid = isSentence(text) && /\b(?:hold|meet|send|provide|deliver|share|submit)/i.test(text)
  const isShort = isLabelled && wordCount(text) <= 10
  if (!isOwn && !((isShort || isSaid) && isReport.test(fold(text)))) return false
  const subject = readSubject(text, desk.names)
  const parts = isSentence(text) ? fromSentence(text) : fromLabel(text)
  if (parts === undefined || (isSentence(text) && !isReport.test(fold(text)))) return false
  const owes = subject?.side === 'vendor' || subject?.side === 'partner' ? subject.side : undefined
  const due = readDue(text)
  if (
    isSentence(text) &&
    (text.match(/\b(?:daily|weekly|monthly|quarterly|yearly|annual)/gi) ?? []).length > 1
  ) {
    desk.ledger.doubt(
      line,
      'more than one rhythm in one sentence; only the first became a report, the sentence is its text',
    )
  }
  const path = addReport(
    desk,
    {
      title: parts.title,
      cadence,
      ...(parts.owner === undefined
        ? owes === undefined
          ? {}
          : { owner: owes }
        : { owner: parts.owner }),
      ...(due === undefined ? {} : { due }),
      ...(isSentence(text) || parts.kept ? { text: text } : {}),
    },
    line,
    line.context.side,
  )
  return takeLine(desk, { ...line, sentences: pieces }, path)
}

const isSentence = (text: string): boolean =>
  /\b(?:shall|will|must|are|is|provides?|sends?|delivers?|hold|meet|erstellt|liefert|findet|finden)\b/i.test(
    text,
  ) && wordCount(text) > 5

interface Parts {
  readonly title: string
  readonly owner?: string | undefined
  /** Whether the line says more than title, rhythm and owner. */
  readonly kept: boolean
}

function fromLabel(text: string): Parts | undefined {
  const bare = withoutCadence(text).replace(/[.;]$/, '')
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
  const whole = isOwner && inside !== null ? bare.slice(0, inside.index).trim() : bare
  const [title = whole, ...more] = whole.split(/\s*(?::\s|[–—]\s|\s-\s|,\s)\s*/)
  if (title === '' || title.length > 120) return undefined
  return {
    title: title.replace(/[,:;–—-]+$/, '').trim() || whole,
    ...(isOwner ? { owner: named } : {}),
    kept: more.length > 0 || inside !== null,
  }
}

function fromSentence(text: string): Parts | undefined {
  const named =
    /\b(?:daily|weekly|monthly|quarterly|half-?yearly|semi-?annual|yearly|annual|wöchentlich\w*|monatlich\w*|vierteljährlich\w*|jährlich\w*)\s+((?:[\p{L}&-]+\s){0,4}?(?:reports?|reviews?|meetings?|calls?|statistics|stats|forecasts?|updates?|summar(?:y|ies)|scorecards?|bericht|besprechung|check-?in))\b/iu.exec(
      text,
    )?.[1]
  const other =
    /\b(?:an?|the|its|their|einen?|eine)\s+((?:[\p{L}&-]+\s){0,4}?(?:reports?|reviews?|meetings?|forecasts?|statistics|summary|scorecard|bericht|besprechung))\b/iu.exec(
      text,
    )?.[1]
  const title =
    named ??
    (other === undefined ? undefined : withoutCadence(other)) ??
    /\bqbrs?\b/i.exec(text)?.[0]
  return title === undefined ? undefined : { title: sentenceCase(title), kept: true }
}
