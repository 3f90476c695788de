import type { Outcome } from '../commitment/outcome.ts'

/**
 * How well promises were kept. Every figure has one definition, here:
 * - total: clocks that were not cancelled; cancelled ones leave the measures and are only counted.
 * - met: stopped by an act at or before the due instant, and never breached under an earlier target.
 * - breached: met late, or open past due. A clock breaches once, however many runs it has.
 * - open: not met at the end of the period; openBreached: those of them that are breached.
 * - total = met + breached + open − openBreached.
 * - compliance = met / (met + breached); undefined while nothing is decided.
 */
export interface Compliance {
  readonly total: number
  readonly met: number
  readonly breached: number
  readonly open: number
  readonly openBreached: number
  readonly cancelled: number
  readonly compliance: number | undefined
}

type Breach = 'isBreached' | 'isBreachedAfterExcuse'

/** Counts outcomes; `isBreachedAfterExcuse` leaves out what the waiting side excused, and both figures are shown. */
export function complianceOf(
  outcomes: Iterable<Outcome>,
  breach: Breach = 'isBreached',
): Compliance {
  let total = 0
  let met = 0
  let breached = 0
  let open = 0
  let openBreached = 0
  let cancelled = 0
  for (const outcome of outcomes) {
    if (outcome.isCancelled) {
      cancelled += 1
      continue
    }
    total += 1
    const isBreached = outcome[breach]
    if (isBreached) breached += 1
    else if (outcome.isMet) met += 1
    if (outcome.isMet) continue
    open += 1
    if (isBreached) openBreached += 1
  }
  const decided = met + breached
  const compliance = decided === 0 ? undefined : met / decided
  return { total, met, breached, open, openBreached, cancelled, compliance }
}
