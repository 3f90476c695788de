import type { Side } from '../../identity/side.ts'
import { type Desk, takeLine } from './desk.ts'
import { hasRoom } from './draft.ts'
import { basisIn, type DurationFound, findDurations } from './duration-words.ts'
import type { Piece } from './ledger.ts'
import { isUnder } from './outline.ts'
import type { LinePassage } from './passages.ts'
import { isRest, labelOf, type Mention, mentionsOf, waitForRest } from './priority-mentions.ts'
import { knownPriority, priorityIn, readPriority } from './priority-words.ts'
import { promisesIn, rememberPromises } from './promised-times.ts'
import { readPromises, readWorkKind } from './promise-words.ts'
import { readSide, readSubject } from './sides.ts'
import { putTarget } from './target-cells.ts'
import { fold, sentenceCase, slug, tidy, wordCount } from './wording.ts'

/**
 * Response times in sentences: "Critical issues are answered within 4 hours and resolved within 24 hours", "P1: 1 h /
 * 4 h", "Deal registrations are decided within 2 business days".
 */
export function readTargets(text: string, piece: Piece, line: LinePassage, desk: Desk): boolean {
  const words = fold(text)
  if (
    /escalat|eskalier|terminat|notice|renew|invoice|payment terms|kündig/.test(words) ||
    (/\bpaid within/.test(words) && readWorkKind(words) !== 'claim.payment') ||
    findDurations(words).length === 0
  )
    return false
  const { section } = line.context
  if (
    [
      'term',
      'escalation',
      'reporting',
      'breach-cost',
      'delivery',
      'signatures',
      'customer-renewals',
    ].includes(section)
  )
    return false
  const mentions = mentionsOf(words)
  if (mentions.length === 1 && isRest(mentions[0]?.words ?? '')) {
    const promised = promisesIn(words, line, desk)
    if (promised.length > 0) waitForRest(promised, owing(words, line, desk), piece, line, desk)
    return promised.length > 0
  }
  const ofLine = mentions.length === 0 ? priorityOfLine(line, piece) : undefined
  const paths =
    ofLine !== undefined
      ? readByPriority(
          `${ofLine}: ${text}`,
          mentionsOf(fold(`${ofLine}: ${text}`)),
          piece,
          line,
          desk,
        )
      : mentions.length > 0
        ? readByPriority(text, mentions, piece, line, desk)
        : (readByCondition(tidy(text), piece, line, desk) ?? readAny(words, piece, line, desk))
  if (paths.length === 0) return false
  for (const path of paths) desk.ledger.take(piece, path)
  takeLine(desk, { ...line, sentences: [] }, '')
  if (wordCount(text) > 12) keepWords(desk, paths, text)
  return true
}

/** "Priority 1: the system cannot be used. Response 1 hour." – a later sentence is about the priority of its line. */
function priorityOfLine(line: LinePassage, piece: Piece): string | undefined {
  return piece === line.sentences[0] ? undefined : readPriority(line.text)?.label
}

function readByPriority(
  text: string,
  mentions: readonly Mention[],
  piece: Piece,
  line: LinePassage,
  desk: Desk,
): string[] {
  const paths: string[] = []
  const words = fold(text)
  // "Response times (business hours): Critical 2h, High 4h" says its promise and basis once, in front.
  const front = words.slice(0, mentions[0]?.start)
  const behind = readPromises(words.slice(findDurations(words).at(-1)?.end ?? words.length))
  const inFront = readPromises(front)
  const said = {
    promises: inFront.length === 0 && behind.length === 1 ? behind : inFront,
    basis: basisIn(front),
  }
  let waiting: Mention[] = []
  for (const [index, mention] of mentions.entries()) {
    // "P1 (Critical)" is one priority said twice.
    const next = mentions[index + 1]
    const part = words.slice(mention.end, next?.start)
    waiting.push(mention)
    if (next !== undefined && findDurations(part).length === 0 && index < mentions.length - 1)
      continue
    const isFirst = waiting[0] === mentions[0]
    const promised = promisesIn(isFirst ? words.slice(0, next?.start) : part, line, desk, said)
    if (promised.length === 0) {
      waiting = []
      continue
    }
    rememberPromises(promised, line, desk)
    for (const one of waiting) {
      const read = readPriority(labelOf(one, tidy(text)), true)
      if (read === undefined) continue
      const priority = knownPriority(desk.draft, read) ?? priorityIn(desk.draft, read)
      for (const { kind, time, doubt } of promised) {
        const path = putTarget(
          desk,
          { kind, owedBy: owing(words, line, desk), priority: priority.id },
          time.target,
          piece,
        )
        if (path !== undefined) paths.push(path)
        for (const assumed of [time.doubt, doubt])
          if (assumed !== undefined) desk.ledger.doubt(piece, assumed, path)
      }
    }
    waiting = []
  }
  return paths
}

/**
 * "If a customer is down we answer within 30 minutes" is no promise for every case: what it depends on is a priority,
 * though it has no name.
 */
function readByCondition(
  text: string,
  piece: Piece,
  line: LinePassage,
  desk: Desk,
): string[] | undefined {
  const match =
    /^(?:if|when|whenever|where|in case|should|wenn|falls)\s+(.{3,120}?),?\s+(?:then\s+)?(?:(?:we|you|they|wir)\b|the (?:vendor|supplier|provider|partner|reseller)\b|(?:our|your) team\b)(.+)$/i.exec(
      text,
    )
  const [, condition, rest] = match ?? []
  if (condition === undefined || rest === undefined) return undefined
  const promised = promisesIn(fold(rest), line, desk)
  if (promised.length === 0 || wordCount(condition) > 10 || !hasRoom(desk.draft, 'priorities'))
    return []
  const label = sentenceCase(condition)
  const priority = priorityIn(desk.draft, { label, id: slug(label, 'priority') })
  desk.ledger.doubt(piece, `"${label}" stands where others have a priority; taken as one`)
  return promised.flatMap(
    ({ kind, time }) =>
      putTarget(
        desk,
        { kind, owedBy: owing(fold(rest), line, desk), priority: priority.id },
        time.target,
        piece,
      ) ?? [],
  )
}

/** Times without a priority: for every case, or for other kinds of work. */
function readAny(words: string, piece: Piece, line: LinePassage, desk: Desk): string[] {
  const isOwn =
    line.context.section === 'targets' || isUnder(line.context, /response|service level|reaktion/)
  const isPromise = /\b(?:within|in less than|no later than|binnen|innerhalb)\b|^[^:]{3,60}:/.test(
    words,
  )
  if (
    !isPromise ||
    (!isOwn && !/\b(?:shall|will|must|are|is|wird|werden)\b|^[^:]{3,60}:/.test(words))
  )
    return []
  const [time, second] = findDurations(words)
  const work = readWorkKind(words)
  const about = /\b(?:case|ticket|issue|incident|support|störung|fehler)/.test(words)
  if (time === undefined) return []
  if (work !== undefined && work !== 'request.answer' && second === undefined)
    return filled(desk, work, time, words, piece, line)
  const promised = promisesIn(words, line, desk)
  if (promised.length > 0 && (about || isOwn)) {
    return promised.flatMap(({ kind, time: at }) => filled(desk, kind, at, words, piece, line))
  }
  return work === undefined || second !== undefined
    ? []
    : filled(desk, work, time, words, piece, line)
}

function filled(
  desk: Desk,
  kind: string,
  time: DurationFound,
  words: string,
  piece: Piece,
  line: LinePassage,
): string[] {
  const path = putTarget(
    desk,
    { kind, owedBy: owing(words, line, desk), priority: undefined },
    time.target,
    piece,
  )
  if (time.doubt !== undefined) desk.ledger.doubt(piece, time.doubt, path)
  return path === undefined ? [] : [path]
}

function owing(words: string, line: LinePassage, desk: Desk): Side | undefined {
  const agent = /\bby (?:the )?([\p{L}][\p{L} .&-]{1,40}?)(?= within| in | no later|[,.;]|$)/u.exec(
    words,
  )?.[1]
  const side = readSide(agent ?? '', desk.names) ?? readSubject(words, desk.names)?.side
  return side === 'vendor' || side === 'partner' ? side : line.context.side
}

/** A long sentence says more than its times; its words stay with the row. */
function keepWords(desk: Desk, paths: readonly string[], text: string): void {
  const rows = new Set(paths.map((path) => Number(path.split('/')[2])))
  for (const index of rows) {
    const row = desk.draft.targets[index]
    if (row === undefined) continue
    const words = row.text === undefined ? text : `${row.text} ${text}`
    if (words.length <= 20_000) row.text = words
  }
}
