import { type Desk, takeSentence } from './desk.ts'
import type { Piece } from './ledger.ts'
import type { LinePassage } from './passages.ts'
import { isUnder } from './outline.ts'
import { clipLine, fold, freeIdentifier, slug } from './wording.ts'

const stops =
  /\b(?:paus\w*|suspend\w*|stops?|stopped|on hold|stand still|stands still|does not (?:count|run)|is not counted|not be counted|exclude[sd]?|halted|angehalten|ruht|ausgesetzt|pausiert)\b/
const clock =
  /\b(?:clock|time(?:r|s)?|target|response|resolution|sla|period|measurement|frist|zeit|uhr)\b/
const reasons: readonly (readonly [string, RegExp])[] = [
  [
    'waiting-for-customer',
    /(?:wait|await|pending|outstanding|until|from|by|on|warte)\w*[^.]{0,40}(?:customer|client|end user|kunde)/,
  ],
  [
    'waiting-for-vendor',
    /(?:wait|await|pending|until|from|by|on)\w*[^.]{0,40}(?:vendor|supplier|provider|manufacturer|hersteller)/,
  ],
  [
    'waiting-for-partner',
    /(?:wait|await|pending|until|from|by|on)\w*[^.]{0,40}(?:partner|reseller|distributor|requester|other party|other side)/,
  ],
  ['waiting-for-third-party', /third[- ]part|dritte/],
  ['planned-maintenance', /(?:planned|scheduled) (?:maintenance|downtime)|wartung/],
  ['force-majeure', /force majeure|höhere gewalt/],
]

/** A reason for which a clock may stand still: "The resolution time is paused while we wait for the customer." */
export function readPause(text: string, piece: Piece, line: LinePassage, desk: Desk): boolean {
  const words = fold(text)
  const isListed =
    line.isItem &&
    isUnder(
      line.context,
      /\bpaus|stop(?:s|ped)? (?:the )?clock|clock (?:is |may be )?stop|on hold|angehalten|ausgesetzt/,
    )
  const isOwn = line.context.section === 'pauses'
  if (!isListed && !(stops.test(words) && (clock.test(words) || isOwn))) return false
  if (/terminat|agreement|contract|payment/.test(words) && !isOwn) return false
  const { pauses } = desk.draft
  const named = reasons.find(([, form]) => form.test(words))?.[0]
  const isTaken = (id: string) => pauses.some((one) => one.reason === id)
  const reason = freeIdentifier(
    named ?? slug(words.split(' ').slice(0, 8).join(' '), 'pause'),
    isTaken,
  )
  const kinds = kindsOf(words)
  if (pauses.length >= 50) return false
  const rule = {
    reason,
    label: clipLine(text.replace(/[.;]$/, '')),
    ...(kinds.length === 0 ? {} : { kinds }),
  }
  if (text.length > 300) desk.ledger.leave(piece, piece.text)
  return takeSentence(desk, line, piece, `/pauses/${pauses.push(rule) - 1}`)
}

function kindsOf(words: string): string[] {
  return [
    ...(/\bresponse (?:clock|time|target)|response and resolution|reaktionszeit/.test(words)
      ? ['case.response']
      : []),
    ...(/resolution|lösungszeit/.test(words) ? ['case.resolution'] : []),
  ]
}
