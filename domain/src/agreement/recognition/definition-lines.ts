import { type Desk, takeLine } from './desk.ts'
import { findDurations } from './duration-words.ts'
import type { Piece } from './ledger.ts'
import { isUnder } from './outline.ts'
import type { LinePassage } from './passages.ts'
import { knownPriority, priorityIn, readPriority } from './priority-words.ts'
import { wordCount } from './wording.ts'

/** The same for the first sentence of a line whose others hold its times. */
export function readDefinitionSentence(
  text: string,
  piece: Piece,
  line: LinePassage,
  desk: Desk,
): boolean {
  return (
    line.sentences.length > 1 &&
    piece === line.sentences[0] &&
    readDefinition({ ...line, text: text.replace(/[.;]$/, ''), sentences: [piece] }, desk)
  )
}

/** "Critical: production is down for everybody": what a priority means. */
export function readDefinition(line: LinePassage, desk: Desk): boolean {
  const read = readPriority(line.text)
  if (
    read?.definition === undefined ||
    findDurations(line.text).length > 0 ||
    (wordCount(read.definition) < 2 && !isUnder(line.context, /definition|priorit|severit|meaning/))
  )
    return false
  const known = knownPriority(desk.draft, read)
  const priority = known ?? priorityIn(desk.draft, read)
  if (known !== undefined && known.definition === undefined) known.definition = read.definition
  else if (known !== undefined && known.definition !== read.definition) return false
  return takeLine(desk, line, `/priorities/${desk.draft.priorities.indexOf(priority)}/definition`)
}
