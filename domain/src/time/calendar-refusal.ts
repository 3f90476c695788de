import type { Refusal } from '../kernel/result.ts'

/** Why a calendar definition is refused. `field` is the path inside the definition, `value` what stands there. */
export interface CalendarRefusal extends Refusal {
  readonly code:
    | 'calendar.unknown-time-zone'
    | 'calendar.unknown-weekday'
    | 'calendar.unreadable-interval'
    | 'calendar.overlapping-intervals'
    | 'calendar.never-opens'
    | 'calendar.unreadable-date'
    | 'calendar.duplicate-exception'
  readonly field: string
  readonly value: string
}
