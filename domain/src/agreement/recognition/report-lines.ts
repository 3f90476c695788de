import { hasRoom } from './draft.ts'
import { type Desk, takeLine } from './desk.ts'
import { addReport } from './report-entries.ts'
import type { Piece } from './ledger.ts'
import type { LinePassage } from './passages.ts'
import { gapsIn } from './placeholders.ts'
import { readCadence, readDue } from './report-words.ts'
import { readSubject } from './sides.ts'
import { fromLabel, fromSentence, isReport, ownerIn } from './report-titles.ts'
import { fold, wordCount } from './wording.ts'

/** "Weekly: call stats", "Pipeline review (monthly)", "The Partner shall send a monthly sales report by the 5th business day." */
export function readReportLine(line: LinePassage, desk: Desk): boolean {
  if (line.sentences.length !== 1) return false
  const parts = line.text.replace(/\.$/, '').split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+/)
  const isRow =
    line.context.section === 'reporting' &&
    parts.length > 1 &&
    parts.every((part) => isRhythm(part) && wordCount(part) > 1 && wordCount(part) <= 6)
  // "Pipeline weekly, forecast monthly, QBR quarterly" are three.
  if (isRow) return parts.map((part) => readReport(part, line, line.sentences, desk)).includes(true)
  return readReport(line.text, line, line.sentences, desk)
}

function isRhythm(text: string): boolean {
  const cadence = readCadence(text)
  return cadence !== undefined && cadence !== 'unknown'
}

/** The same for one sentence among others. */
export function readReportSentence(
  text: string,
  piece: Piece,
  line: LinePassage,
  desk: Desk,
): boolean {
  const isOwn = line.context.section === 'reporting' && line.sentences.length > 1
  return (isOwn || isSentence(text)) && readReport(text, line, [piece], desk)
}

function readReport(
  text: string,
  line: LinePassage,
  pieces: readonly Piece[],
  desk: Desk,
): boolean {
  if (!hasRoom(desk.draft, 'reports')) return false
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
      owner: parts.owner ?? ownerIn(text) ?? owes,
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
