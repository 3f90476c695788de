import { day, type DurationMs, type EpochMs } from '../kernel/instant.ts'
import type { HoursOfDate } from './calendar-hours.ts'
import type { EpochDay } from './local-date.ts'
import type { InstantSpan, Zone } from './zone.ts'

/** A span of open time, half-open. */
export type OpenInterval = InstantSpan

/**
 * The open time of some years as flat arrays: interval `i` opens at `opens[i]`, closes at `closes[i]`, and `before[i]`
 * milliseconds of the table are open before it. Adjoining intervals are one. Instants in `[low, high)` are answered
 * exactly; an interval that crosses an end of the table is cut there.
 */
export interface OpenTable {
  readonly low: EpochMs
  readonly high: EpochMs
  readonly opens: Float64Array
  readonly closes: Float64Array
  readonly before: Float64Array
  readonly total: DurationMs
  /** The local dates of the table on which an interval begins, ascending. */
  readonly businessDays: Int32Array
}

/** The open intervals that begin on a local date, in order, as instants. */
export const openIntervalsOn = (hours: HoursOfDate, zone: Zone, date: EpochDay): OpenInterval[] => {
  const midnight = date * day
  const pieces: OpenInterval[] = []
  for (const { start, end } of hours(date).spans) {
    for (const span of zone.spansOf(midnight + start, midnight + end)) pieces.push(span)
  }
  // Only where the clock repeats an hour can pieces come out of order.
  return pieces.sort((a, b) => a.from - b.from)
}

/** No local midnight lies further than this from midnight in UTC, night shifts included. */
const margin = 3

/** Compiles the days from `lowDay` up to but without `highDay`, each about two intervals' work. */
export const compileOpenTable = (
  hours: HoursOfDate,
  zone: Zone,
  lowDay: EpochDay,
  highDay: EpochDay,
): OpenTable => {
  const low = lowDay * day
  const high = highDay * day
  const pieces: OpenInterval[] = []
  const businessDays: EpochDay[] = []
  for (let date = lowDay - margin; date < highDay + margin; date += 1) {
    const ofDate = openIntervalsOn(hours, zone, date)
    if (date >= lowDay && date < highDay && beginsOn(date, ofDate[0], zone)) businessDays.push(date)
    for (const piece of ofDate) pieces.push(piece)
  }
  pieces.sort((a, b) => a.from - b.from)
  const { opens, closes } = mergedWithin(pieces, low, high)
  const before = new Float64Array(opens.length)
  let total = 0
  for (let i = 0; i < opens.length; i += 1) {
    before[i] = total
    total += (closes[i] as number) - (opens[i] as number)
  }
  return {
    low: low as EpochMs,
    high: high as EpochMs,
    opens: Float64Array.from(opens),
    closes: Float64Array.from(closes),
    before,
    total,
    businessDays: Int32Array.from(businessDays),
  }
}

/** A night shift of a date that the clocks skipped opens on the next one, and makes no business day. */
const beginsOn = (date: EpochDay, first: OpenInterval | undefined, zone: Zone): boolean =>
  first !== undefined && zone.localOf(first.from) < (date + 1) * day

/** Cuts sorted pieces to `[low, high)` and joins those that touch or overlap: time that is open twice counts once. */
const mergedWithin = (pieces: readonly OpenInterval[], low: number, high: number) => {
  const opens: number[] = []
  const closes: number[] = []
  for (const piece of pieces) {
    const from = Math.max(piece.from, low)
    const to = Math.min(piece.to, high)
    if (from >= to) continue
    const last = closes.length - 1
    if (last >= 0 && from <= (closes[last] as number)) {
      closes[last] = Math.max(closes[last] as number, to)
    } else {
      opens.push(from)
      closes.push(to)
    }
  }
  return { opens, closes }
}
