import { day, type EpochMs } from '@entente/domain/kernel/instant.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { readIsoTime } from '@entente/domain/simulation/iso-time.ts'
import { openZone } from '@entente/domain/time/zone.ts'

export interface UntilRefusal extends Refusal {
  readonly file: string
  readonly value: string
}

/**
 * The instant until which a log is read: a date alone means the whole of that date on the log's wall clock. Undefined
 * stays undefined: until the log's own end.
 */
export function readUntil(
  text: string | undefined,
  timeZone: string,
): Result<EpochMs | undefined, UntilRefusal> {
  if (text === undefined) return accepted(undefined)
  const written = readIsoTime(text.trim())
  if (written === undefined) {
    return refused({
      code: 'simulation.until',
      file: '--until',
      value: text,
      sentence: `"${text}" is not a date or a time.`,
      fix: 'Write it like "2026-06-30", "2026-06-30 17:00" or "2026-06-30T17:00:00Z".',
    })
  }
  if ('instant' in written) return accepted(written.instant)
  const zone = openZone(timeZone)
  if (!zone.ok) return refused({ ...zone.refusal, file: 'timeZone' })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return accepted(zone.value.instantOf(written.local))
  return accepted((zone.value.instantOf(written.local + day) - 1) as EpochMs)
}
