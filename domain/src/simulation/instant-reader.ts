import { accepted, type Result } from '../kernel/result.ts'
import type { CalendarRefusal } from '../time/calendar-refusal.ts'
import { isWithinHorizon } from '../time/horizon.ts'
import { openZone, type Zone } from '../time/zone.ts'
import { readDatePattern, type DatePattern } from './date-pattern.ts'

/**
 * Reads the times of one column. A wall time that exists twice is read as the earlier instant, one that the clock
 * skipped as later by the length of the skip (Temporal's "compatible"); both are counted, because a log that was
 * written in another zone than its mapping says shows first in these counts.
 */
export interface InstantReader {
  /** Epoch milliseconds; NaN where no format fits, the date does not exist, or it lies outside 1800 to 2400. */
  readonly read: (text: string) => number
  readonly counts: { ambiguous: number; skipped: number }
}

/** Logs repeat their times; what was read is kept until this many texts, then forgotten. */
const remembered = 200_000

/** Throws for a pattern that `readDatePattern` refuses: the mapping's form has checked it. */
export function instantReader(
  formats: readonly string[],
  timeZone: string,
): Result<InstantReader, CalendarRefusal> {
  const zone = openZone(timeZone)
  if (!zone.ok) return zone
  const patterns = formats.map(checkedPattern)
  const counts = { ambiguous: 0, skipped: 0 }
  const known = new Map<string, number>()
  const special = new Map<string, 'ambiguous' | 'skipped'>()
  const readAnew = (text: string): number => {
    const written = firstFit(patterns, text)
    if (written === undefined) return Number.NaN
    if ('instant' in written) return checkedInstant(written.instant)
    const found = occurrences(zone.value, written.local)
    if (found !== 1) special.set(text, found === 0 ? 'skipped' : 'ambiguous')
    return checkedInstant(zone.value.instantOf(written.local))
  }
  let lastText = ''
  let lastAt = Number.NaN
  return accepted({
    counts,
    read: (text) => {
      // Rows of one case stand together and repeat their opening: comparing is cheaper than looking up.
      if (text === lastText && special.size === 0) return lastAt
      let at = known.get(text)
      if (at === undefined) {
        at = readAnew(text)
        if (known.size >= remembered) known.clear()
        known.set(text, at)
      }
      lastText = text
      lastAt = at
      if (special.size > 0) {
        const kind = special.get(text)
        if (kind !== undefined) counts[kind] += 1
      }
      return at
    },
  })
}

function checkedPattern(text: string): DatePattern {
  const pattern = readDatePattern(text)
  if (!pattern.ok) throw new Error(pattern.refusal.sentence)
  return pattern.value
}

function firstFit(patterns: readonly DatePattern[], text: string) {
  for (const pattern of patterns) {
    const written = pattern.read(text)
    if (written !== undefined) return written
  }
  return undefined
}

const occurrences = (zone: Zone, local: number): number => zone.spansOf(local, local + 1).length

const checkedInstant = (at: number): number =>
  Number.isFinite(at) && isWithinHorizon(at as never) ? at : Number.NaN
