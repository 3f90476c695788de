import { type Desk, takeSentence } from './desk.ts'
import { findDurations } from './duration-words.ts'
import type { Piece } from './ledger.ts'
import type { LinePassage } from './passages.ts'
import { isUnder } from './outline.ts'
import { sideNamedIn } from './parties-words.ts'
import { fold } from './wording.ts'

/** Handover, acceptance, delay and change, each in its own words, with the time for acceptance and what silence means. */
export function readDelivery(text: string, piece: Piece, line: LinePassage, desk: Desk): boolean {
  if (line.context.section !== 'delivery') return false
  const words = fold(text)
  const { delivery } = desk.draft
  const about = (form: RegExp) => form.test(words) || (line.isItem && isUnder(line.context, form))
  const take = (path: string) => takeSentence(desk, line, piece, path)
  if (about(/\bchange(?:s|d)? (?:request|order|control|management)|\bchanges?\b|änderung/)) {
    delivery.change = joined(delivery.change, text)
    return take('/delivery/change')
  }
  if (about(/\bdelays?(?:ed)?\b|\blate\b|verzug|verzöger/)) {
    const borne = /bears?|borne by|responsible for|liable|trägt|pays/.test(words)
      ? sideNamedIn(text, desk.names)
      : undefined
    if (
      /(?:whoever|party (?:that|who|which)|causing party|caus(?:es|ed) (?:it|the delay))/.test(
        words,
      )
    )
      delivery.delayBorneBy = 'whoever-causes-it'
    else if (borne !== undefined) delivery.delayBorneBy = borne
    delivery.delayText = joined(delivery.delayText, text)
    return take('/delivery/delayText')
  }
  if (about(/accept(?:ance|ed|s)?\b|abnahme|abgenommen|reject/))
    return readAcceptance(text, words, desk) && take('/delivery/acceptance')
  if (about(/hand-?over|handed over|deliver(?:s|ed|y|able)|übergabe|übergeben|liefer/)) {
    delivery.handover = joined(delivery.handover, text)
    return take('/delivery/handover')
  }
  return false
}

function readAcceptance(text: string, words: string, desk: Desk): true {
  const { delivery } = desk.draft
  const said = delivery.acceptance ?? {}
  const [time] = findDurations(words)
  const isSilence =
    /deemed (?:to be )?accepted|silence|no (?:reply|response|answer)|gilt als (?:abgenommen|angenommen)/.test(
      words,
    )
  const onSilence = !isSilence
    ? undefined
    : /deemed|accepted|gilt als/.test(words)
      ? 'accepted-with-notice'
      : /escalat/.test(words)
        ? 'escalate'
        : undefined
  delivery.acceptance = {
    ...said,
    ...(time !== undefined && said.within === undefined ? { within: time.target } : {}),
    ...(onSilence === undefined ? {} : { onSilence }),
    criteria: [...(said.criteria ?? []), text].slice(0, 100),
  }
  return true
}

const joined = (said: string | undefined, text: string): string =>
  (said === undefined ? text : `${said} ${text}`).slice(0, 20_000)

/** "The renewal of a customer starts 90 days before its date." */
export function readCustomerRenewals(
  text: string,
  piece: Piece,
  line: LinePassage,
  desk: Desk,
): boolean {
  const words = fold(text)
  const isOwn = line.context.section === 'customer-renewals'
  const isAbout =
    /customer(?:s'|'s)? (?:contract |subscription )?renewals?|renewals? of (?:a |the )?(?:customer|subscription|licen)|kundenverlängerung/.test(
      words,
    )
  if (!isOwn && !isAbout) return false
  const { customerRenewals } = desk.draft
  const before = findDurations(words).find((time) =>
    /^\s*(?:before|prior to|ahead of|vor)/.test(words.slice(time.end)),
  )
  if (!isOwn && before === undefined) return false
  if (before !== undefined && customerRenewals.startBefore === undefined)
    customerRenewals.startBefore = before.target
  const side = sideNamedIn(text, desk.names)
  if (side !== undefined && customerRenewals.owedBy === undefined) customerRenewals.owedBy = side
  customerRenewals.text = joined(customerRenewals.text, text)
  return takeSentence(desk, line, piece, '/customerRenewals')
}
