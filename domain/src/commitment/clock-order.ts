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

const few = 12

/**
 * The events as they happened, each once. Returns the very array when it is in order already, which is how a store
 * reads them; an event told twice (by id) counts where it stands first. Refuses an instant that is not a number.
 */
export function inOrder(
  events: readonly ClockEvent[],
): Result<readonly ClockEvent[], ClockRefusal> {
  let isOrdered = true
  for (let i = 0; i < events.length; i += 1) {
    const event = events[i] as ClockEvent
    if (!Number.isFinite(event.at)) return refused(instantUnreadable(event))
    if (i > 0 && isOrdered && compare(events[i - 1] as ClockEvent, event) > 0) isOrdered = false
  }
  const ordered = isOrdered ? events : events.toSorted(compare)
  return accepted(hasRepeats(ordered) ? withoutRepeats(ordered) : ordered)
}

const compare = (a: ClockEvent, b: ClockEvent): number =>
  a.at - b.at ||
  (a.seq ?? 0) - (b.seq ?? 0) ||
  usualOrder[a.type] - usualOrder[b.type] ||
  compareIds(a.id ?? '', b.id ?? '')

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A set costs more than comparing a handful of ids with each other, and most clocks have a handful of events. */
function hasRepeats(events: readonly ClockEvent[]): boolean {
  if (events.length > few) return withoutRepeats(events).length < events.length
  for (let i = 1; i < events.length; i += 1) {
    const id = (events[i] as ClockEvent).id
    if (id === undefined) continue
    for (let j = 0; j < i; j += 1) if ((events[j] as ClockEvent).id === id) return true
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
