import { type Desk, takeLine } from './desk.ts'
import { addReport } from './report-entries.ts'
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
  const cadence = readCadence(line.text)
  const isOwn = line.context.section === 'reporting'
  const isLabelled =
    /^(?:daily|weekly|monthly|quarterly|half-?yearly|yearly|annual(?:ly)?)\b/i.test(line.text)
  if (cadence === undefined || cadence === 'unknown' || gapsIn(line.text).length > 0) return false
  if (!isOwn && !(isLabelled && isReport.test(fold(line.text)) && wordCount(line.text) <= 10))
    return false
  const subject = readSubject(line.text, desk.names)
  const parts = isSentence(line.text) ? fromSentence(line.text) : fromLabel(line.text)
  if (parts === undefined || (isSentence(line.text) && !isReport.test(fold(line.text))))
    return false
  const owes = subject?.side === 'vendor' || subject?.side === 'partner' ? subject.side : undefined
  const due = readDue(line.text)
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
      ...(isSentence(line.text) || parts.kept ? { text: line.text } : {}),
    },
    line,
    line.context.side,
  )
  return takeLine(desk, line, path)
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
