import type { PlainDate } from '@entente/domain/kernel/instant.ts'

/** Today's date in the zone of the process. The only place that asks what day it is. */
export const today = (): PlainDate => Temporal.Now.plainDateISO().toString() as PlainDate
