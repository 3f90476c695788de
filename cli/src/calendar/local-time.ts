import type { EpochMs } from '@entente/domain/kernel/instant.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { isWithinHorizon } from '@entente/domain/time/horizon.ts'

export interface ReadInstant {
  readonly at: EpochMs
  /** Said to the reader where the local time is skipped or exists twice. */
  readonly note?: string
}

/**
 * Reads an instant as people type it: "2026-11-20 16:30" or a date alone (its first instant) on the wall clock of a
 * zone, or with an offset or Z. A local time that exists twice is the earlier one.
 */
export const readInstant = (
  option: string,
  text: string,
  timeZone: string,
): Result<ReadInstant, Refusal> => {
  const read = parsed(text.trim(), timeZone)
  if (!read) {
    return refused({
      code: 'arguments.not-an-instant',
      sentence: `--${option} "${text}" is not a date with a time.`,
      fix: `Write it as --${option} "2026-11-20 16:30", which is read in ${timeZone}, or with an offset.`,
    })
  }
  if (!isWithinHorizon(read.at)) {
    return refused({
      code: 'arguments.beyond-horizon',
      sentence: `--${option} "${text}" lies outside the years 1800 to 2399.`,
      fix: 'Give an instant inside these years.',
    })
  }
  return accepted(read)
}

const parsed = (text: string, timeZone: string): ReadInstant | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}|$)/i.test(text)) return undefined
  try {
    if (/(?:Z|[+-]\d{2}:?\d{2})$/i.test(text.slice(10))) {
      return { at: Temporal.Instant.from(text).epochMilliseconds as EpochMs }
    }
    const local = Temporal.PlainDateTime.from(text, { overflow: 'reject' })
    const early = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
    const late = local.toZonedDateTime(timeZone, { disambiguation: 'later' })
    const at = local.toZonedDateTime(timeZone).epochMilliseconds as EpochMs
    if (early.epochMilliseconds === late.epochMilliseconds) return { at }
    return early.toPlainDateTime().equals(local)
      ? { at, note: `${text} exists twice in ${timeZone}; the earlier one is meant.` }
      : { at, note: `${text} is skipped by the clocks in ${timeZone}; ${clock(late)} is meant.` }
  } catch {
    return undefined
  }
}

const clock = (at: Temporal.ZonedDateTime): string =>
  at.toPlainTime().toString({ smallestUnit: 'minute' })
