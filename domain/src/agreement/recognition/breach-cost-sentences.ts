import { type Desk, takeSentence } from './desk.ts'
import type { Piece } from './ledger.ts'
import type { LinePassage } from './passages.ts'
import { fold } from './wording.ts'

const credit = /service credit|credit note|gutschrift/
const fee = /penalt|liquidated damages|contractual fine|\bfee of\b|vertragsstrafe|pönale/
const nothing =
  /no (?:service credits?|penalt\w*|compensation|remed\w*)|without (?:penalty|compensation)|keine (?:vertragsstrafe|gutschrift)/
const review =
  /joint review|review meeting|root cause|corrective action|improvement plan|gemeinsame(?:s|n)? review/

/** What a breach costs: service credits, a fee, a review, or nothing; with the words as they are and a cap in percent. */
export function readBreachCost(text: string, piece: Piece, line: LinePassage, desk: Desk): boolean {
  const words = fold(text)
  const isOwn = line.context.section === 'breach-cost'
  if (
    !isOwn &&
    !credit.test(words) &&
    !/penalty (?:of|for)|vertragsstrafe|liquidated damages/.test(words)
  )
    return false
  const mode = nothing.test(words)
    ? 'none'
    : credit.test(words)
      ? 'service-credit'
      : fee.test(words)
        ? 'fee'
        : review.test(words)
          ? 'review'
          : undefined
  const said = desk.draft.breachCost
  const chosen =
    said?.mode ??
    mode ??
    (/credit/.test(fold(line.context.trail.join(' '))) ? 'service-credit' : undefined)
  if (chosen === undefined) return false
  if (mode !== undefined && said !== undefined && said.mode !== mode)
    desk.ledger.doubt(piece, `"${mode}" beside "${said.mode}"; the first stays`, '/breachCost')
  const cap =
    /(?:cap(?:ped)?|maximum|max\.?|not exceed|exceeding|up to|höchstens|maximal|limited to)\D{0,40}?(\d{1,3}(?:[.,]\d+)?)\s*(?:%|per ?cent)/.exec(
      words,
    )?.[1]
  const percent = cap === undefined ? Number.NaN : Number(cap.replace(',', '.'))
  const kept = said?.text === undefined ? text : `${said.text} ${text}`
  if (kept.length > 20_000) return false
  desk.draft.breachCost = {
    ...said,
    mode: chosen,
    text: kept,
    ...(percent > 0 && percent <= 100 ? { capPercent: percent } : {}),
  }
  return takeSentence(desk, line, piece, '/breachCost')
}
