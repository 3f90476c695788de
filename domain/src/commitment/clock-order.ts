import { accepted, refused, type Result } from '../kernel/result.ts'
import type { ClockEvent } from './clock-event.ts'
import { instantUnreadable } from './clock-refusal.ts'
import type { ClockRefusal } from './clock-state.ts'

/**
 * Things of the same instant without a `seq`, in the order in which a life usually goes. Whoever records several at
 * one instant should say their order: a pause of no length and two pauses back to back look alike.
 */
const usualOrder: Readonly<Record<ClockEvent['type'], number>> = {
  opened: 0,
  'they-wrote': 1,
  'handed-over': 2,
  retargeted: 3,
  paused: 4,
  resumed: 5,
  'we-updated': 6,
  met: 7,
  reopened: 8,
  cancelled: 9,
  excused: 10,
  'breach-recorded': 11,
}

/**
 * The events as they happened, each once. Returns the very array when it is in order already, which is how a store
 * reads them; an event told twice (by id) counts where it stands first. Refuses an instant that is not a number.
 */
export function inOrder(
  events: readonly ClockEvent[],
): Result<readonly ClockEvent[], ClockRefusal> {
  let isOrdered = true
  let before = -Infinity
  for (let i = 0; i < events.length; i += 1) {
    const event = events[i] as ClockEvent
    const { at } = event
    if (!Number.isFinite(at)) return refused(instantUnreadable(event))
    if (at <= before && isOrdered) {
      isOrdered = at === before && compare(events[i - 1] as ClockEvent, event) <= 0
    }
    before = at
  }
  const ordered = isOrdered ? events : events.toSorted(compare)
  return accepted(mayRepeat(ordered) ? withoutRepeats(ordered) : ordered)
}

const compare = (a: ClockEvent, b: ClockEvent): number =>
  a.at - b.at ||
  (a.seq ?? 0) - (b.seq ?? 0) ||
  usualOrder[a.type] - usualOrder[b.type] ||
  compareIds(a.id ?? '', b.id ?? '')

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Whether two ids might be equal: each sets one of 64 bits by its last characters, and a bit set twice asks for the
 * exact answer. Comparing the ids themselves takes as long as folding the events.
 */
function mayRepeat(events: readonly ClockEvent[]): boolean {
  let low = 0
  let high = 0
  for (let i = 0; i < events.length; i += 1) {
    const { id } = events[i] as ClockEvent
    if (id === undefined) continue
    const end = id.length - 1
    const mark = end < 1 ? 0 : id.charCodeAt(end) + 7 * id.charCodeAt(end - 1)
    const bit = 1 << (mark & 31)
    if ((mark & 32) === 0) {
      if ((low & bit) !== 0) return true
      low |= bit
    } else {
      if ((high & bit) !== 0) return true
      high |= bit
    }
  }
  return false
}

function withoutRepeats(events: readonly ClockEvent[]): readonly ClockEvent[] {
  const seen = new Set<string>()
  return events.filter(({ id }) => {
    if (id === undefined) return true
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}
