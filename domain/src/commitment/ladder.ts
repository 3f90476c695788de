import type { Side } from '../identity/side.ts'
import type { Trigger } from './trigger.ts'

export { readTrigger, triggerText, type Trigger, type TriggerUnit } from './trigger.ts'

/**
 * Who is called when a promise is at risk or broken. A ladder belongs to the side that owes; its levels are ordered,
 * each with a position, a trigger, channels, whether it must acknowledge, and whether it may be called outside
 * working hours. A running ladder keeps the version with which its clock opened.
 *
 * The rule that surprises: percentages and offsets are measured on the clock's own line and stand still with it, so
 * 150 % of "4 business hours" is two open hours after the due instant, not two hours later on a Friday evening.
 */
export interface Ladder {
  readonly side: Side
  readonly levels: readonly LadderLevel[]
}

export interface LadderLevel {
  /** From 1, rising. */
  readonly level: number
  /** Id of a position; the person behind it is found when the step fires. */
  readonly position: string
  readonly trigger: Trigger
  readonly channels: readonly string[]
  readonly mustAcknowledge: boolean
  readonly outsideHours: boolean
}

const levelAt = (level: number, position: string, percent: number): LadderLevel => ({
  level,
  position,
  trigger: { type: 'share', percent },
  channels: ['email'],
  mustAcknowledge: true,
  outsideHours: false,
})

/** The vendor's ladder where an agreement says nothing. */
export const defaultVendorLadder: Ladder = {
  side: 'vendor',
  levels: [
    levelAt(1, 'channel-manager', 75),
    levelAt(2, 'sales-director', 100),
    levelAt(3, 'vp-operations', 150),
    levelAt(4, 'ceo', 200),
  ],
}

/** The partner's ladder where an agreement says nothing. */
export const defaultPartnerLadder: Ladder = {
  side: 'partner',
  levels: [levelAt(1, 'partner-sales', 75), levelAt(2, 'partner-owner', 100)],
}
