import type { Agreement } from '../agreement/agreement.ts'
import type { Side } from '../identity/side.ts'
import type { LevelTally } from './escalation-tally.ts'
import type { Promised } from './promised.ts'

/** How often one level would have been called, in all ladders that have it. */
export interface LevelFigures {
  readonly level: number
  /** Calls: one for each clock, run and level. */
  readonly count: number
  /** Reached, but a higher level was called instead. */
  readonly covered: number
  /** The first of `positions`, for the usual case of one ladder. */
  readonly position: string
  readonly title: string
  readonly people: readonly string[]
  readonly byPromise: Readonly<Record<Promised, number>>
  readonly byPriority: Readonly<Record<string, Readonly<Record<Promised, number>>>>
  readonly positions: readonly PositionFigures[]
}

export interface PositionFigures {
  readonly side: Side
  readonly position: string
  readonly title: string
  /** Names of those who hold the position in the agreement, whatever the dates; empty where nobody does. */
  readonly people: readonly string[]
  readonly count: number
}

/** By level: the key is its number. */
export function escalationFigures(
  tallies: readonly LevelTally[],
  agreement: Agreement,
): Readonly<Record<string, LevelFigures>> {
  const levels = Map.groupBy(tallies, (tally) => tally.level)
  return Object.fromEntries(
    [...levels]
      .toSorted(([a], [b]) => a - b)
      .map(([level, group]) => [String(level), levelFigures(level, group, agreement)]),
  )
}

function levelFigures(
  level: number,
  group: readonly LevelTally[],
  agreement: Agreement,
): LevelFigures {
  const byPromise = { response: 0, resolution: 0 }
  const byPriority: Record<string, Record<Promised, number>> = {}
  for (const { calls } of group) {
    for (const [priority, counts] of calls) {
      byPromise.response += counts.response
      byPromise.resolution += counts.resolution
      const sum = (byPriority[priority] ??= { response: 0, resolution: 0 })
      sum.response += counts.response
      sum.resolution += counts.resolution
    }
  }
  const positions = group.map((tally) => positionFigures(tally, agreement))
  const { position = '', title = '', people = [] } = positions[0] ?? {}
  return {
    level,
    count: byPromise.response + byPromise.resolution,
    covered: group.reduce((sum, { covered }) => sum + covered, 0),
    position,
    title,
    people,
    byPromise,
    byPriority,
    positions,
  }
}

function positionFigures(tally: LevelTally, agreement: Agreement): PositionFigures {
  const { side, position, called: count } = tally
  const held = (agreement.positions ?? []).find((one) => one.id === position)
  const people = (held?.holders ?? []).map(
    ({ person }) => (agreement.people ?? []).find(({ id }) => id === person)?.name ?? person,
  )
  return { side, position, title: held?.title ?? position, people: [...new Set(people)], count }
}
