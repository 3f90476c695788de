import type { DurationMs, EpochMs } from '../kernel/instant.ts'
import type { TimeLine } from '../time/time-line.ts'

/**
 * Where a stop from `from` to `to` moves an instant ahead of it: by the time it `covered` on the line, and at least to
 * its end, because nothing falls due while a clock stands still (a stop over a closed night covers no open time). An
 * instant that passed before the stop began stays where it is.
 */
export function pushedBy(
  instant: EpochMs,
  from: EpochMs,
  to: EpochMs,
  covered: DurationMs,
  line: TimeLine,
): EpochMs {
  if (instant < from) return instant
  const moved = covered > 0 ? line.add(instant, covered) : instant
  return moved > to ? moved : to
}

/** Moves an instant by every ended stop that began at or before it, from the stop at index `first` on. */
export function pushedThrough(
  instant: EpochMs,
  stops: readonly EpochMs[],
  first: number,
  end: number,
  line: TimeLine,
): EpochMs {
  let moved = instant
  for (let i = first; i < end; i += 2) {
    const from = stops[i] as EpochMs
    const to = stops[i + 1] as EpochMs
    if (moved < from) return moved
    moved = pushedBy(moved, from, to, line.between(from, to), line)
  }
  return moved
}
