import { day, type DurationMs, type EpochMs } from '../kernel/instant.ts'
import { deadline } from '../time/deadline.ts'
import { unitLength } from '../time/target.ts'
import type { Aim } from './clock-state.ts'
import { pushedThrough } from './pushed.ts'
import type { Standing } from './standing.ts'
import type { Trigger, TriggerUnit } from './trigger.ts'

/**
 * When a trigger comes true, as a budget stands: on the clock's own line, pushed by its pauses, before and after the
 * due instant. `calledBelowAt` is when the level below was called; without it a wait for an acknowledgement has no
 * instant. Days before and after due are days of the target's basis: business days on a business clock.
 */
export function triggerInstant(
  trigger: Trigger,
  standing: Standing,
  calledBelowAt?: EpochMs,
): EpochMs | undefined {
  switch (trigger.type) {
    case 'share':
      return shareInstant(trigger.percent / 100, standing)
    case 'before-due':
      return spanBefore(standing.aim, standing.dueAt, trigger.amount, trigger.unit)
    case 'after-due':
      return spanAfter(standing, standing.dueAt, trigger.amount, trigger.unit)
    case 'unacknowledged':
      return calledBelowAt === undefined
        ? undefined
        : spanAfter(standing, calledBelowAt, trigger.amount, trigger.unit)
  }
  return trigger satisfies never
}

/**
 * A trigger is reached at its instant, except at the due instant itself, when the promise can still be kept: whatever
 * is due then is reached a millisecond later.
 */
export const reachedFrom = (instant: EpochMs, { dueAt }: Standing): EpochMs =>
  instant === dueAt ? ((instant + 1) as EpochMs) : instant

/** Where a share of the budget is used. Past 1 it goes on from the due instant in the same line. */
export function shareInstant(share: number, standing: Standing): EpochMs {
  const { aim, stops, stopsEnd, dueAt } = standing
  if (share === 1) return dueAt
  const start = share < 1 ? aim.countsFrom : aim.dueAt
  const instant = aim.line.add(start, Math.round(aim.budget * (share < 1 ? share : share - 1)))
  return pushedThrough(instant, stops, aim.firstStop, stopsEnd, aim.line)
}

function spanAfter(
  { aim, stops, stopsEnd }: Standing,
  from: EpochMs,
  amount: number,
  unit: TriggerUnit,
): EpochMs {
  const { target, calendar, line } = aim
  const instant =
    unit === 'days'
      ? deadline({ amount, unit, basis: target.basis }, calendar, from).dueAt
      : line.add(from, lengthOf(amount, unit))
  let first = aim.firstStop
  while (first < stopsEnd && (stops[first + 1] as EpochMs) <= from) first += 2
  return pushedThrough(instant, stops, first, stopsEnd, line)
}

function spanBefore(aim: Aim, due: EpochMs, amount: number, unit: TriggerUnit): EpochMs {
  const { target, line } = aim
  if (unit !== 'days' || target.basis === 'elapsed') {
    return line.subtract(due, lengthOf(amount, unit))
  }
  return daysBefore(aim, due, amount)
}

/**
 * The latest instant from which so many days last no longer than until `due`: the same local time on an earlier day.
 * Deadlines never run backwards, so halving finds it. A closing counts as the end of its day, not as its last
 * millisecond.
 */
function daysBefore({ calendar, target }: Aim, due: EpochMs, amount: number): EpochMs {
  const lastsTo = (from: number): EpochMs =>
    deadline({ amount, unit: 'days', basis: target.basis }, calendar, from as EpochMs).dueAt
  let reach = (2 * amount + 7) * day
  while (lastsTo(due - reach) > due && reach < 4000 * day) reach *= 2
  let low = due - reach
  let high: number = due
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (lastsTo(middle) <= due) low = middle
    else high = middle
  }
  const isLastMoment = calendar.isOpen(low as EpochMs) && !calendar.isOpen(high as EpochMs)
  return (target.basis === 'business' && isLastMoment ? high : low) as EpochMs
}

const lengthOf = (amount: number, unit: TriggerUnit): DurationMs =>
  Math.round(amount * unitLength[unit])
