import type { Side } from '../../identity/side.ts'
import { isTitle } from './contact-words.ts'
import { type Desk, takeSentence } from './desk.ts'
import { addLevel } from './ladder-levels.ts'
import { splitWhen } from './ladder-words.ts'
import type { Piece } from './ledger.ts'
import { sideNamedIn } from './parties-words.ts'
import type { LinePassage } from './passages.ts'
import { readSide } from './sides.ts'
import { tidy, wordCount } from './wording.ts'

const arrow = /\s*(?:→|➔|⇒|-+>|=+>|>+)\s*/
const link =
  /[,;]?\s+(?:and\s+)?(?:then|next|thereafter|afterwards|after that|subsequently|finally|lastly|ultimately|followed by|second(?:ly)?|third(?:ly)?|dann|danach|anschließend|zuletzt|schließlich)[,:]?\s+(?:escalat\w+\s+)?(?:(?:to|by|on to|an|zum|zur)\s+)?/i
const opening =
  /^(?:.{0,80}?\bescalat\w*\s*(?:first\s+|directly\s+|immediately\s+)?(?:to|from|with)?\s*)?(?:(?:at )?first(?:ly)?|initially|start(?:s|ing)?(?: with)?|zuerst|zunächst)?[,:]?\s*(?:(?:contact|call|to|with|from)\s+)?(?:the|our|der|die|das)?\s*/i

/**
 * A ladder in one sentence, in the order in which people are called: "Channel Manager → Sales Director → CEO", "First
 * the CSM, then Head of Partnerships, finally the CEO", "escalates from the desk to the manager to the CEO".
 */
export function readLadderChain(
  text: string,
  piece: Piece,
  line: LinePassage,
  desk: Desk,
): boolean {
  const isEscalation = line.context.section === 'escalation'
  if (!isEscalation && !/escalat|eskalation|eskalier/i.test(text)) return false
  const { label, rest } = labelled(tidy(text).replace(/[.;]$/, ''))
  const listed = /escalat|eskalation/i.test(label) ? rest.split(/\s*[,;]\s+(?:and\s+)?/) : []
  const chain = stepsOf(rest)
  const steps = chain.length > 1 ? chain : listed
  const levels = steps.map((step) => splitWhen(step.replace(/^(?:the|our|der|die|das)\s+/i, '')))
  if (levels.length < 2 || !levels.every(({ who }) => isTitle(who) && wordCount(who) <= 8))
    return false
  const side = sideOf(label, desk) ?? line.context.side
  const paths = levels.flatMap(
    ({ who, when }, index) =>
      addLevel(
        desk,
        { level: index + 1, who, ...(when === undefined ? {} : { when }) },
        side,
        piece,
      ) ?? [],
  )
  for (const path of paths) takeSentence(desk, line, piece, path)
  return paths.length > 0
}

function labelled(text: string): { readonly label: string; readonly rest: string } {
  const match = /^([^:→>]{2,60}):\s+(.+)$/.exec(text)
  return { label: match?.[1] ?? '', rest: match?.[2] ?? text }
}

function stepsOf(text: string): string[] {
  if (arrow.test(text)) return parted(text.replace(/^.*?\bescalat\w*(?: path)?\s*:?\s/i, ''), arrow)
  const plain = text.replace(opening, '')
  const linked = parted(plain, link)
  if (linked.length > 1) {
    // "The desk, the manager, and finally the CEO" names two before its "finally".
    return linked.flatMap((step, index) =>
      index === 0 && step.includes(', ') && step.split(', ').every(isTitle)
        ? step.split(/,\s+/)
        : [step],
    )
  }
  return /\bfrom\b/i.test(text) && /escalat/i.test(text)
    ? parted(plain, /,?\s+(?:and\s+)?(?:on )?to\s+/i)
    : []
}

const parted = (text: string, mark: RegExp): string[] =>
  text.split(mark).filter((step) => step.trim() !== '')

function sideOf(label: string, desk: Desk): Side | undefined {
  const side = readSide(label, desk.names)
  return side === 'vendor' || side === 'partner' ? side : sideNamedIn(label, desk.names)
}
