import type { EpochMs } from '../kernel/instant.ts'
import { deadline } from '../time/deadline.ts'
import type { ClockDraft } from './clock-draft.ts'
import type { Aim } from './clock-state.ts'

/**
 * The target that applies from `at` to a budget that counts from `countsFrom`; undefined where the terms promise
 * nothing at this priority. The first turn of an update does not fall due before the response does.
 */
export function aimAt(
  draft: ClockDraft,
  at: EpochMs,
  countsFrom: EpochMs,
  count: number,
  firstStop: number,
): Aim | undefined {
  const { terms, priority } = draft
  let target = terms.targetFor(priority)
  if (target === undefined) return undefined
  const { calendar } = terms
  let due = deadline(target, calendar, countsFrom)
  const floor = count === 1 ? terms.notBefore?.(priority) : undefined
  if (floor !== undefined) {
    const response = deadline(floor, calendar, countsFrom)
    if (response.dueAt > due.dueAt) [target, due] = [floor, response]
  }
  const { dueAt, budget, line } = due
  const warnAt = terms.warnAtFor?.(priority) ?? terms.warnAt
  return { at, countsFrom, dueAt, budget, line, calendar, target, warnAt, count, firstStop }
}
