import type { DurationMs, EpochMs } from '../kernel/instant.ts'
import type { Aim, ClockRun, ClockState, IgnoredEvent } from './clock-state.ts'
import type { ClockTerms } from './terms.ts'

/**
 * The counting of a clock while its events are folded: one object, changed in place, which becomes the state. A
 * *count* is one budget being used: it is counting or stopped, by a pause or because its run ended.
 */
export type ClockDraft = Changeable<Omit<ClockState, Lists>> & {
  runs: Changeable<ClockRun>[]
  aims: Aim[]
  stops: EpochMs[]
  ignored: IgnoredEvent[]
  pausedFor: string[]
  /** Names of the active pauses, beside their reasons in `pausedFor`. */
  pauses: string[]
  hasEnded: boolean
  /** The last of `runs` and of `aims`, at hand. */
  last: Changeable<ClockRun> | undefined
  aim: Aim | undefined
  /** Time covered by stops since `dueAsOfStop` was last worked out: a search that most events can do without. */
  uncarriedMs: DurationMs
}

type Lists = 'runs' | 'aims' | 'stops' | 'ignored' | 'pausedFor'
export type Changeable<T> = { -readonly [K in keyof T]: T[K] }

const noInstant = 0 as EpochMs

/** Lists begin as this one and are replaced by their first entry: most clocks have one run, one aim and no ignored event. */
const empty: never[] = []

/** Adds to a list of a draft, which is the shared empty one before its first entry. */
export const grown = <T>(list: T[], entry: T): T[] => {
  if (list === empty) return [entry]
  list.push(entry)
  return list
}

export const newDraft = (terms: ClockTerms): ClockDraft => ({
  terms,
  status: 'idle',
  priority: '',
  openedAt: noInstant,
  run: 0,
  runs: empty,
  aims: empty,
  stops: empty,
  stoppedMs: 0,
  stoppedSince: undefined,
  countingSince: noInstant,
  dueAt: undefined,
  dueAsOfStop: noInstant,
  pausedSince: undefined,
  pausedFor: empty,
  pauses: empty,
  breachedAt: undefined,
  cancelledFor: undefined,
  ignored: empty,
  hasEnded: false,
  last: undefined,
  aim: undefined,
  uncarriedMs: 0,
})

export const isRunOpen = ({ last }: ClockDraft): boolean =>
  last !== undefined && last.endedAt === undefined

/** Adds a stop to a list of stops. */
export const grownBy = (stops: EpochMs[], from: EpochMs, to: EpochMs): EpochMs[] => {
  if (stops === empty) return [from, to]
  stops.push(from, to)
  return stops
}
