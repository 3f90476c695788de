import type { PlainDate } from '@entente/domain/kernel/instant.ts'

// The only place that asks what time it is.

/** Today's date in the zone of the process. */
export const today = (): PlainDate => Temporal.Now.plainDateISO().toString() as PlainDate

export const now = (): Temporal.Instant => Temporal.Now.instant()
