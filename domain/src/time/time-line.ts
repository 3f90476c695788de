import type { DurationMs, EpochMs } from '../kernel/instant.ts'

/**
 * A line along which time is counted: open time of a calendar, or all time. Clocks, ladders and measures ask a line
 * and never learn which one it is.
 *
 * Open time is half-open: open at the opening, closed at the closing. Measuring is exact to the millisecond.
 * A duration must be finite; anything else is a bug of the caller and throws a `RangeError`.
 */
export interface TimeLine {
  /**
   * The instant at which `duration` has been counted since `from`. A start outside opening hours belongs to the next
   * opening; a result that falls exactly on a closing stays there. Zero gives `nextOpen(from)`; a negative duration
   * subtracts.
   */
  add(from: EpochMs, duration: DurationMs): EpochMs
  /** The mirror of `add`: an instant outside opening hours belongs to the closing before it; a result on an opening stays. */
  subtract(from: EpochMs, duration: DurationMs): EpochMs
  /** Counted time from `from` to `to`; negative when `to` lies before `from`. */
  between(from: EpochMs, to: EpochMs): DurationMs
  isOpen(at: EpochMs): boolean
  /** The instant itself while open, else the next opening. */
  nextOpen(at: EpochMs): EpochMs
  /** The instant itself while open or at a closing; at an opening, or while closed, the closing before it. */
  previousClose(at: EpochMs): EpochMs
}

const finite = (value: number): number => {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number of milliseconds: ${value}`)
  return value
}

/** All time counts: elapsed hours on a 23- or 25-hour day are physical hours. */
export const elapsedLine: TimeLine = {
  add: (from, duration) => finite(from + duration) as EpochMs,
  subtract: (from, duration) => finite(from - duration) as EpochMs,
  between: (from, to) => finite(to - from),
  isOpen: () => true,
  nextOpen: (at) => at,
  previousClose: (at) => at,
}
