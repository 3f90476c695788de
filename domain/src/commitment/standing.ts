import type { EpochMs } from '../kernel/instant.ts'
import type { Aim, ClockRun, ClockState } from './clock-state.ts'
import { pushedBy } from './pushed.ts'

/** How a budget stands while it counts: what the instants of warnings and ladder levels are worked out from. */
export interface Standing {
  readonly aim: Aim
  readonly stops: readonly EpochMs[]
  /** Stops of this budget lie in `stops` from `aim.firstStop` to here. */
  readonly stopsEnd: number
  readonly dueAt: EpochMs
}

/** A stretch in which a run counts without interruption, towards one aim. `to` is its end or the end of the look. */
export interface Stretch {
  readonly run: ClockRun
  readonly from: EpochMs
  readonly to: EpochMs
  /** Whether the look ends here, and not the stretch. */
  readonly goesOn: boolean
  readonly standing: Standing
}

/** The present standing; undefined while the clock does not count. */
export function standingOf(state: ClockState): Standing | undefined {
  const aim = state.aims[state.aims.length - 1]
  if (state.status !== 'running' || aim === undefined) return undefined
  return { aim, stops: state.stops, stopsEnd: state.stops.length, dueAt: state.dueAsOfStop }
}

/** The stretches of one run up to `until`, in order; none for a run that began later. */
export function stretchesOf(state: ClockState, run: ClockRun, until: EpochMs): readonly Stretch[] {
  const aims = state.aims.filter((aim) => aim.count === run.count)
  const first = aims[0]?.firstStop ?? 0
  const last = state.aims.find((aim) => aim.count > run.count)?.firstStop ?? state.stops.length
  // A stop that goes on may have begun in an earlier run of the same budget.
  const isPresent = run.count === state.runs[state.run - 1]?.count
  const end = earliest(until, run.endedAt, isPresent ? state.stoppedSince : undefined)
  const goesOn = end === until && run.endedAt === undefined && state.status === 'running'

  const stretches: Stretch[] = []
  let from = run.openedAt
  for (let stop = first; stop <= last && from <= end; stop += 2) {
    const stopFrom = stop < last ? (state.stops[stop] as EpochMs) : end
    const to = earliest(stopFrom, end)
    if (from < to || (from === to && goesOn && stop === last)) {
      stretches.push(...splitByAims({ state, run, from, to, goesOn, end, stopsEnd: stop, aims }))
    }
    const resumed = state.stops[stop + 1]
    if (stop < last && resumed !== undefined && resumed > from) from = resumed
  }
  return stretches
}

interface Uncut {
  readonly state: ClockState
  readonly run: ClockRun
  readonly from: EpochMs
  readonly to: EpochMs
  readonly goesOn: boolean
  readonly end: EpochMs
  readonly stopsEnd: number
  readonly aims: readonly Aim[]
}

function splitByAims(uncut: Uncut): readonly Stretch[] {
  const { state, run, from, to, stopsEnd, aims } = uncut
  const goesOn = uncut.goesOn && to === uncut.end
  // A re-target at the very end of the look is looked at as well: what it breaks, it breaks at that instant.
  const isWithin = (at: EpochMs): boolean => at > from && (at < to || (goesOn && at === to))
  const changes = aims.map((aim) => aim.at).filter(isWithin)
  const cuts = [from, ...new Set(changes), to]
  return cuts.slice(0, -1).map((cut, i): Stretch => {
    const aim = aims.findLast((one) => one.at <= cut) as Aim
    const standing = standingAt(aim, state.stops, stopsEnd)
    const isLast = i === cuts.length - 2
    return { run, from: cut, to: cuts[i + 1] as EpochMs, goesOn: goesOn && isLast, standing }
  })
}

function standingAt(aim: Aim, stops: readonly EpochMs[], stopsEnd: number): Standing {
  let { dueAt } = aim
  for (let i = aim.firstStop; i < stopsEnd; i += 2) {
    const from = stops[i] as EpochMs
    const to = stops[i + 1] as EpochMs
    if (dueAt < from) break
    dueAt = pushedBy(dueAt, from, to, aim.line.between(from, to), aim.line)
  }
  return { aim, stops, stopsEnd, dueAt }
}

const earliest = (first: EpochMs, ...others: readonly (EpochMs | undefined)[]): EpochMs =>
  others.reduce<EpochMs>((a, b) => (b !== undefined && b < a ? b : a), first)
