import type { Side } from '../../identity/side.ts'
import { isName, isTitle, readContact } from './contact-words.ts'
import { type Desk, takeLine } from './desk.ts'
import { findDurations } from './duration-words.ts'
import { addLevel } from './ladder-levels.ts'
import { type LevelWords, readLevel, splitWhen } from './ladder-words.ts'
import type { LinePassage } from './passages.ts'
import { readSide } from './sides.ts'
import { tidy, wordCount } from './wording.ts'

/** "Level 2: Sales Director – after 4 hours", or an item of a numbered list under an escalation heading. */
export function readLevelLine(line: LinePassage, desk: Desk): boolean {
  const isEscalation = line.context.section === 'escalation'
  // "1. Stufe: …" loses its number with the numbering of clauses.
  const whole = line.sentences[0]?.text ?? ''
  const numbered = /^\d\.\s+\p{L}*(?:stufe|ebene)\b/iu.test(whole) ? whole : line.text
  const read = readLevel(numbered) ?? (isEscalation ? listedLevel(line) : undefined)
  if (read === undefined || read.rest === '' || line.text.length > 240) return false
  const { who, when } = splitWhen(read.rest)
  if (!isEscalation && (!namesSomebody(who) || findDurations(who).length > 0)) return false
  if (!/\p{L}/u.test(who) || isDeed(who)) return false
  const pieces = bySide(who, desk) ?? [{ side: line.context.side, who }]
  const paths = pieces.flatMap(
    (one) => addLevel(desk, { level: read.level, who: one.who, when }, one.side, line) ?? [],
  )
  const [first] = paths
  if (first === undefined) return false
  for (const path of paths) takeLine(desk, line, path)
  return true
}

/** "The partner logs a case in the portal" is what happens, not who is called. */
const isDeed = (text: string): boolean =>
  wordCount(text) > 4 &&
  /^(?:the |our |your )?(?:partner|vendor|customer|reseller|user|supplier|client|requester|agent)\s+\p{Ll}+s\b/iu.test(
    text,
  )

const namesSomebody = (text: string): boolean =>
  isTitle(text) || isName(text) || text.startsWith('[')

/** An item of a numbered list, or a paragraph that begins with a typed number. */
function listedLevel(line: LinePassage): LevelWords | undefined {
  const typed = /^(\d{1,2})[.)]\s/.exec(line.sentences[0]?.text ?? '')?.[1]
  const level = typed === undefined ? (line.isOrdered ? line.number : 0) : Number(typed)
  const { who } = splitWhen(line.text)
  const isSomebody = isTitle(who) && wordCount(readContact(who).title ?? who) <= 8
  return level > 0 && level <= 20 && isSomebody ? { level, rest: line.text } : undefined
}

/** "Vendor: Channel Manager / Partner: Partner Sales", or "Channel Manager (Vendor) / Sales Lead (Partner)". */
function bySide(text: string, desk: Desk): { side: Side; who: string }[] | undefined {
  const parts = tidy(text).split(/\s*(?:\/|;|\||\band\b)\s*/i)
  const read = parts.map((part) => {
    const label =
      /^([^:]{2,40}):\s*(.+)$/.exec(part) ?? /^(?<who>.+?)\s*\((?<label>[^()]+)\)$/.exec(part)
    const said = readSide(label?.groups?.['label'] ?? label?.[1] ?? '', desk.names)
    const who = label?.groups?.['who'] ?? label?.[2]
    return (said === 'vendor' || said === 'partner') && who !== undefined
      ? [{ side: said, who }]
      : []
  })
  return read.every((one) => one.length === 1) ? read.flat() : undefined
}
