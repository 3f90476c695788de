import type { Side } from '../../identity/side.ts'
import { type Desk, takeSentence } from './desk.ts'
import type { Piece } from './ledger.ts'
import type { LinePassage } from './passages.ts'
import { isPriorityWord, priorityIn, priorityInSentence } from './priority-words.ts'
import type { Promised } from './promised-times.ts'
import { putTarget } from './target-cells.ts'
import { sentenceCase, tidy } from './wording.ts'

/** A priority that a sentence names, in small letters, with its place. */
export interface Mention {
  readonly words: string
  readonly start: number
  readonly end: number
}

const rest =
  /^(?:(?:for )?(?:all|any) (?:of the )?(?:others?|remaining|rest)|(?:all |any|every)thing else|(?:the )?(?:others|rest|remainder)|other (?:issues|cases|tickets|requests|priorities)|alle (?:anderen|übrigen)|(?:das )?übrige[ns]?|sonstige[ns]?)(?: (?:issues|cases|tickets|requests|priorities|severities|fälle|anfragen))?(?=\s*[:–,]|\s+(?:-|are|is|will|within|get|werden|next))/

/** Whether the words mean the priorities that are not named: "all others". */
export const isRest = (words: string): boolean => rest.test(`${words}:`)

/** Every priority that a sentence names, from left to right; one that stands in front of a colon may be any of its words. */
export function mentionsOf(words: string): Mention[] {
  const others = rest.exec(words)
  if (others !== null) return [{ words: others[0].trim(), start: 0, end: others[0].length }]
  const found = [...words.matchAll(priorityInSentence)].map((match) => ({
    words: match[0].trim(),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const front = /^([^:–]{1,40}?)\s*(?::|–|\s-\s)/.exec(words)?.[1]
  if (found.length === 0 && front !== undefined && isPriorityWord(front))
    return [{ words: front, start: 0, end: front.length }]
  return found
}

/** The label as the document writes it; `words` are its words with their capitals. */
export function labelOf(mention: Mention, words: string): string {
  return sentenceCase(tidy(words.slice(mention.start, mention.end)))
}

/**
 * "All others: next business day" waits until the whole document is read: it is for the priorities that are named
 * without such a time, else for a priority of its own. Both are said to be unsure.
 */
export function waitForRest(
  promised: readonly Promised[],
  owedBy: Side | undefined,
  piece: Piece,
  line: LinePassage,
  desk: Desk,
): void {
  desk.later.push(() => {
    for (const { kind, time } of promised) {
      const row = desk.draft.targets.find((one) => one.kind === kind && one.owedBy === owedBy)
      const open = desk.draft.priorities.filter(
        (one) => row?.byPriority?.[one.id] === undefined && !isRest(one.label.toLowerCase()),
      )
      const meant =
        open.length > 0
          ? open
          : [priorityIn(desk.draft, { label: 'All others', id: 'all-others', rank: 9 })]
      for (const priority of meant) {
        const place = { kind, owedBy, priority: priority.id }
        const path = putTarget(desk, place, time.target, piece)
        if (path !== undefined) takeSentence(desk, line, piece, path)
      }
      desk.ledger.doubt(
        piece,
        open.length > 0
          ? `read as ${open.map((one) => one.label).join(', ')}, named elsewhere without such a time`
          : 'no other priority is named; "All others" is taken as a priority of its own',
      )
    }
  })
}
