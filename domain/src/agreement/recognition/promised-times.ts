import type { Desk } from './desk.ts'
import { type DurationBasis, type DurationFound, findDurations } from './duration-words.ts'
import type { LinePassage } from './passages.ts'
import { type CasePromise, readPromise, readPromises } from './promise-words.ts'

/** A time of a sentence and what it is promised for. */
export interface Promised {
  readonly kind: CasePromise
  readonly time: DurationFound
  readonly doubt?: string | undefined
}

/** What a sentence says once, in front, for all its priorities. */
export interface SaidInFront {
  readonly promises: readonly CasePromise[]
  readonly basis: DurationBasis | undefined
}

/**
 * Each time with the promise that stands nearest before it, else right behind it. Times without words of their own go
 * by order: as the front of the sentence says, as the sentence before it said ("High: 4 hours / 2 days" after
 * "Critical: response 1 hour, fix 8 hours"), as the heading says.
 */
export function promisesIn(
  text: string,
  line: LinePassage,
  desk: Desk,
  said?: SaidInFront,
): Promised[] {
  const times = findDurations(text, { basis: said?.basis })
  const { kinds, doubt } = inOrder(times.length, text, line, desk, said)
  let from = 0
  return times.flatMap((time, index): Promised[] => {
    const before = text.slice(from, time.start)
    const behind = text.slice(time.end, times[index + 1]?.start ?? text.length)
    const isFrequency = /\b(?:every|each|alle)\s*$/.test(before)
    from = time.end
    const own =
      lastPromise(before) ??
      (isFrequency ? 'case.update' : undefined) ??
      readPromise(behind.split(/[,;/|]|\band\b|\bund\b/)[0]?.slice(0, 40) ?? '')
    if (own !== undefined) return [{ kind: own, time }]
    const kind = kinds[index]
    return kind === undefined ? [] : [{ kind, time, ...(doubt === undefined ? {} : { doubt }) }]
  })
}

function inOrder(
  count: number,
  text: string,
  line: LinePassage,
  desk: Desk,
  said?: SaidInFront,
): { readonly kinds: readonly CasePromise[]; readonly doubt?: string | undefined } {
  const heading =
    line.context.trail.map(readPromises).findLast((promises) => promises.length > 0) ?? []
  const before = desk.promised?.under === placeOf(line) ? desk.promised.kinds : []
  const kinds = [said?.promises ?? [], before, heading].find((list) => list.length === count)
  if (kinds !== undefined) return { kinds }
  const isPair = count === 2 && /\d\s*\p{L}*\.?\s*[/|]\s*\d/u.test(text)
  return isPair && line.context.section === 'targets'
    ? {
        kinds: ['case.response', 'case.resolution'],
        doubt: 'the words do not say what the times are for; read as response and resolution',
      }
    : { kinds: [] }
}

/** Keeps what the times of a sentence were for, until the next heading. */
export function rememberPromises(
  promised: readonly Promised[],
  line: LinePassage,
  desk: Desk,
): void {
  desk.promised = { under: placeOf(line), kinds: promised.map((one) => one.kind) }
}

const placeOf = (line: LinePassage): string => line.context.trail.join('\n')

function lastPromise(text: string): CasePromise | undefined {
  const parts = text.split(/\band\b|\bund\b|[,;]/)
  return parts.map(readPromise).findLast((one) => one !== undefined)
}
