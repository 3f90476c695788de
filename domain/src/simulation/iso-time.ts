import { hour, type EpochMs } from '../kernel/instant.ts'
import type { LocalMs } from '../time/zone.ts'

const form =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/**
 * A time as ISO 8601 writes it, with `T` or a space, seconds and fraction optional; a date alone is its midnight.
 * With an offset it is an instant, without one a wall time. The 30th of February and 24:00 are refused.
 */
export function readIsoTime(
  text: string,
): { readonly local: LocalMs } | { readonly instant: EpochMs } | undefined {
  const found = form.exec(text)
  if (!found) return undefined
  const [, date = '', hours = '00', minutes = '00', seconds = '00', fraction = '', offset] = found
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  try {
    const local = Temporal.Instant.from(
      `${date}T${hours}:${minutes}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`,
    ).epochMilliseconds
    if (offset === undefined) return { local }
    return { instant: (local - offsetMs(offset)) as EpochMs }
  } catch {
    return undefined
  }
}

function offsetMs(offset: string): number {
  if (offset === 'Z' || offset === 'z') return 0
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0')
  const size = Number(digits.slice(0, 2)) * hour + Number(digits.slice(2)) * 60_000
  return offset.startsWith('-') ? -size : size
}
