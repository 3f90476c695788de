import { readBreachCost } from './breach-cost-sentences.ts'
import { readHours, readZoneLine } from './calendar-sentences.ts'
import { readContactLine } from './contact-lines.ts'
import { readDefinition, readDefinitionSentence } from './definition-lines.ts'
import { readCustomerRenewals, readDelivery } from './delivery-sentences.ts'
import type { Desk } from './desk.ts'
import { readLadderChain } from './ladder-chain.ts'
import { readLevelLine } from './ladder-lines.ts'
import type { Piece } from './ledger.ts'
import { readPartyLine, readPreamble } from './party-lines.ts'
import type { LinePassage } from './passages.ts'
import { readPause } from './pause-sentences.ts'
import { gapsIn, isOnlyGap } from './placeholders.ts'
import { readReportLine, readReportSentence } from './report-lines.ts'
import { readDutyList, readDutySentence, readWhoLine } from './responsibility-lines.ts'
import { readScopeLine, readScopeSentence } from './scope-lines.ts'
import type { SectionKind } from './sections.ts'
import { readTargets } from './target-sentences.ts'
import { readTermDates } from './term-dates.ts'
import { readEnding } from './term-ending.ts'
import { withoutNumber } from './wording.ts'

/** Reads a whole line, or refuses it without touching the draft. */
export type LineReader = (line: LinePassage, desk: Desk) => boolean

/** Reads one sentence of a line, given without its number. */
export type SentenceReader = (text: string, piece: Piece, line: LinePassage, desk: Desk) => boolean

const everywhere: readonly LineReader[] = [
  readLegend,
  readPartyLine,
  readZoneLine,
  readLevelLine,
  readChainLine,
]
const ownLines: Partial<Record<SectionKind, readonly LineReader[]>> = {
  responsibilities: [readWhoLine, readDutyList],
  delivery: [readDutyList],
  escalation: [readContactLine],
  contacts: [readContactLine],
  reporting: [readReportLine],
  scope: [readScopeLine],
  targets: [readDefinition],
  front: [readScopeLine, readReportLine],
  other: [readScopeLine, readDutyList, readReportLine],
}

const sentences: readonly SentenceReader[] = [
  readPreamble,
  readLadderChain,
  readHours,
  readPause,
  readReportSentence,
  readTargets,
  readEnding,
  readTermDates,
  readBreachCost,
  readCustomerRenewals,
  readDelivery,
  readDutySentence,
  readScopeSentence,
]
const ownSentences: Partial<Record<SectionKind, readonly SentenceReader[]>> = {
  targets: [readDefinitionSentence],
  term: [readEnding, readTermDates],
  delivery: [readDelivery],
  'breach-cost': [readBreachCost],
  'customer-renewals': [readCustomerRenewals],
  responsibilities: [readDutySentence],
  escalation: [readHours],
  scope: [readScopeSentence],
}

/** "R = Responsible, A = Accountable" explains letters that are known. */
function readLegend(line: LinePassage, desk: Desk): boolean {
  if (!/^(?:legend|key|where)?\s*:?\s*\(?R\)?\s*[=:–-]\s*Responsible\b/i.test(line.text))
    return false
  for (const sentence of line.sentences) desk.ledger.structure(sentence)
  return true
}

/** A chain is a whole line, because "Vendor: A (2 h) -> B; C" does not end where a sentence would. */
function readChainLine(line: LinePassage, desk: Desk): boolean {
  return (
    line.sentences.length === 1 &&
    line.sentences.some((piece) => readLadderChain(line.text, piece, line, desk))
  )
}

/** A line by the readers of its section first, then by those that know their words anywhere. */
export function readTextLine(line: LinePassage, desk: Desk): void {
  if (isOnlyGap(line.text)) {
    for (const sentence of line.sentences) desk.ledger.gap(sentence, sentence.text)
    return
  }
  const { section } = line.context
  const lines = [...everywhere, ...(ownLines[section] ?? [])]
  if (!lines.some((read) => read(line, desk))) readSentences(line, desk)
  for (const gap of gapsIn(line.text)) desk.ledger.gap({ source: line.source }, gap)
}

function readSentences(line: LinePassage, desk: Desk): void {
  const readers = new Set([...(ownSentences[line.context.section] ?? []), ...sentences])
  const [only, ...more] = line.sentences
  for (const piece of line.sentences) {
    if (!desk.ledger.isOpen(piece)) continue
    const text = more.length === 0 && only === piece ? line.text : withoutNumber(piece.text)
    if (isOnlyGap(text)) desk.ledger.gap(piece, piece.text)
    else [...readers].some((read) => read(text, piece, line, desk))
  }
}
