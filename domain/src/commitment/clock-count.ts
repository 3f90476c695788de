import type { EpochMs } from '../kernel/instant.ts'
import { aimAt } from './aim.ts'
import { grown, grownBy, type Changeable, type ClockDraft } from './clock-draft.ts'
import { noTarget } from './clock-refusal.ts'
import type { Aim, ClockRefusal, ClockRun } from './clock-state.ts'
import { pushedBy } from './pushed.ts'

/** Called only once a count has begun: without an aim there is no run. */
const aimOf = ({ aim }: ClockDraft): Aim => aim as Aim

/** Starts a full budget at `at`; it stands still at once while a pause is active. Refuses a priority without target. */
export function beginCount(draft: ClockDraft, at: EpochMs): ClockRefusal | undefined {
  const { last, stoppedSince } = draft
  const count = (last?.count ?? 0) + 1
  if (stoppedSince !== undefined && last?.endedAt !== undefined && stoppedSince < last.endedAt) {
    draft.stops = grownBy(draft.stops, stoppedSince, last.endedAt)
  }
  const aim = aimAt(draft, at, at, count, draft.stops.length)
  if (aim === undefined) return noTarget(draft.terms, draft.priority)
  draft.aim = aim
  draft.aims = grown(draft.aims, aim)
  draft.dueAsOfStop = aim.dueAt
  draft.uncarriedMs = 0
  draft.stoppedMs = 0
  draft.breachedAt = undefined
  draft.countingSince = at
  draft.stoppedSince = draft.pauses.length > 0 ? at : undefined
  beginRun(draft, at, count, undefined)
  return undefined
}

/** Goes on with what is left of the budget, as another run. */
export function continueCount(draft: ClockDraft, at: EpochMs): void {
  const before = draft.last
  if (before === undefined) return
  beginRun(draft, at, before.count, before)
  if (draft.pauses.length === 0) startCounting(draft, at)
}

export function stopCounting(draft: ClockDraft, at: EpochMs): void {
  if (draft.stoppedSince !== undefined) return
  judge(draft, at)
  draft.stoppedSince = at
}

/** Ends a stop. The due instant moves by the time it covered, unless it had passed before the stop began. */
export function startCounting(draft: ClockDraft, at: EpochMs): void {
  const since = draft.stoppedSince
  if (since === undefined) return
  draft.stoppedSince = undefined
  draft.countingSince = at
  if (at <= since) return
  draft.stops = grownBy(draft.stops, since, at)
  const { line } = aimOf(draft)
  const covered = line.between(since, at)
  draft.stoppedMs += covered
  if (draft.dueAsOfStop < since) return
  draft.uncarriedMs += covered
  if (at <= draft.dueAsOfStop) return
  carryDue(draft)
  if (draft.dueAsOfStop < at) draft.dueAsOfStop = at
}

/**
 * Aims again from the original start, under the present terms and priority, with every past stop kept. A due instant
 * that lies in the past then breaches at `at`, never earlier, and after the pause where the clock is paused.
 */
export function aimAgain(draft: ClockDraft, at: EpochMs): ClockRefusal | undefined {
  const before = aimOf(draft)
  if (draft.stoppedSince === undefined) judge(draft, at)
  const aim = aimAt(draft, at, before.countsFrom, before.count, before.firstStop)
  if (aim === undefined) return noTarget(draft.terms, draft.priority)
  draft.aim = aim
  draft.aims = grown(draft.aims, aim)
  draft.countingSince = at
  draft.dueAsOfStop = aim.dueAt
  draft.uncarriedMs = 0
  draft.stoppedMs = 0
  for (let i = aim.firstStop; i < draft.stops.length; i += 2) {
    const from = draft.stops[i] as EpochMs
    const to = draft.stops[i + 1] as EpochMs
    const covered = aim.line.between(from, to)
    draft.stoppedMs += covered
    draft.dueAsOfStop = pushedBy(draft.dueAsOfStop, from, to, covered, aim.line)
  }
  return undefined
}

/**
 * Ends the run. A stop ends a pause too: a budget that a re-target overdrew during the pause is judged now. The time
 * until a reopening is one stop with that pause.
 */
export function endRun(
  draft: ClockDraft,
  at: EpochMs,
  endedBy: ClockRun['endedBy'],
  act?: string,
): void {
  const run = draft.last
  if (run === undefined) return
  stopCounting(draft, at)
  const { stoppedSince: since = at } = draft
  if (draft.dueAsOfStop < since && draft.breachedAt === undefined) markBreach(draft, at)
  writeRun(draft, at)
  run.endedAt = at
  run.endedBy = endedBy
  run.act = act
}

/** Writes what has been counted until `at` into the current run. */
export function writeRun(draft: ClockDraft, at: EpochMs): void {
  const run = draft.last
  if (run === undefined) return
  carryDue(draft)
  const { stoppedSince: since } = draft
  const { line, budget, countsFrom } = aimOf(draft)
  const used = line.between(countsFrom, since ?? at) - draft.stoppedMs
  run.usedMs = used > 0 ? used : 0
  run.budget = budget
  run.priority = draft.priority
  run.dueAt =
    since === undefined || since >= at
      ? draft.dueAsOfStop
      : pushedBy(draft.dueAsOfStop, since, at, line.between(since, at), line)
}

export function markBreach(draft: ClockDraft, at: EpochMs): void {
  draft.breachedAt = at
  const run = draft.last
  if (run !== undefined) run.breachedAt = at
}

/** Works out the due instant exactly; until then it is a lower bound, which settles most questions. */
function carryDue(draft: ClockDraft): void {
  if (draft.uncarriedMs === 0) return
  draft.dueAsOfStop = aimOf(draft).line.add(draft.dueAsOfStop, draft.uncarriedMs)
  draft.uncarriedMs = 0
}

/** Breached from the millisecond after the due instant: met at the due instant is met. */
function judge(draft: ClockDraft, at: EpochMs): void {
  if (at <= draft.dueAsOfStop) return
  carryDue(draft)
  if (draft.breachedAt !== undefined || at <= draft.dueAsOfStop) return
  const { dueAsOfStop, countingSince } = draft
  markBreach(draft, dueAsOfStop > countingSince ? dueAsOfStop : countingSince)
}

function beginRun(
  draft: ClockDraft,
  at: EpochMs,
  count: number,
  before: ClockRun | undefined,
): void {
  const run: Changeable<ClockRun> = {
    number: draft.runs.length + 1,
    count,
    openedAt: at,
    dueAt: draft.dueAsOfStop,
    budget: 0,
    usedMs: 0,
    priority: draft.priority,
    endedAt: undefined,
    endedBy: undefined,
    act: undefined,
    breachedAt: undefined,
    isBreachRecorded: false,
    excusedMs: before?.excusedMs ?? 0,
    isBreachExcused: before?.isBreachExcused ?? false,
  }
  draft.last = run
  draft.runs = grown(draft.runs, run)
}
