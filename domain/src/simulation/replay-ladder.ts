import type { Agreement } from '../agreement/agreement.ts'
import type { CommitmentKind } from '../commitment/kind.ts'
import type { Ladder, LadderLevel } from '../commitment/ladder.ts'
import type { Side } from '../identity/side.ts'
import type { Remarks } from './remarks.ts'

/**
 * The ladder that a late side would have climbed: one for the kind before one for every kind. A level without trigger
 * or position calls nobody; it is left out and remarked on.
 */
export function replayLadder(
  agreement: Agreement,
  kind: CommitmentKind,
  side: Side,
  remarks: Remarks,
): Ladder | undefined {
  const ladders = (agreement.ladders ?? []).filter((ladder) => ladder.side === side)
  const ladder =
    ladders.find((one) => one.kinds?.includes(kind) === true) ??
    ladders.find((one) => one.kinds === undefined)
  if (ladder === undefined) {
    remarks.note(
      `The agreement has no ladder of the ${side} for ${kind}: nobody would have been called.`,
    )
    return undefined
  }
  const levels: LadderLevel[] = []
  for (const level of ladder.levels.toSorted((a, b) => a.level - b.level)) {
    if (level.trigger === undefined || level.position === undefined) {
      const what = level.trigger === undefined ? 'trigger' : 'position'
      remarks.note(
        `Level ${level.level} of the ${side}'s ladder has no ${what}: it is never called.`,
      )
      continue
    }
    if (level.trigger.type === 'unacknowledged') {
      remarks.assume(
        'A log knows no acknowledgements: levels that wait for one count it as missing.',
      )
    }
    levels.push({
      level: level.level,
      position: level.position,
      trigger: level.trigger,
      channels: level.channels ?? ['email'],
      mustAcknowledge: level.mustAcknowledge ?? false,
      outsideHours: level.outsideHours ?? false,
    })
  }
  return levels.length === 0 ? undefined : { side, levels }
}
