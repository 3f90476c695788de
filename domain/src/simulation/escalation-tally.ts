import type { Ladder } from '../commitment/ladder.ts'
import type { ReplayedStep } from '../commitment/ladder-replay.ts'
import type { Side } from '../identity/side.ts'
import type { Promised } from './promised.ts'

/** How often one level of a ladder would have been called. */
export interface LevelTally {
  readonly side: Side
  readonly level: number
  readonly position: string
  called: number
  /** Reached, but a higher level was called instead. */
  covered: number
  readonly calls: Map<string, Record<Promised, number>>
}

/** Counts the calls of ladders by level. */
export class EscalationTally {
  readonly #levels = new Map<string, LevelTally>()

  add(promise: Promised, priority: string, ladder: Ladder, step: ReplayedStep): void {
    if (step.kind === 'told') return
    const level = ladder.levels.find((one) => one.level === step.level)
    if (level === undefined) return
    const tally = this.#tallyOf(ladder.side, level.level, level.position)
    if (step.kind === 'covered') {
      tally.covered += 1
      return
    }
    tally.called += 1
    const calls = tally.calls.get(priority) ?? { response: 0, resolution: 0 }
    calls[promise] += 1
    tally.calls.set(priority, calls)
  }

  /** Makes a level known that may never be called, so that a report says 0 instead of nothing. */
  expect(ladder: Ladder): void {
    for (const { level, position } of ladder.levels) this.#tallyOf(ladder.side, level, position)
  }

  /** By side, then by level. */
  list(): readonly LevelTally[] {
    return [...this.#levels.values()].toSorted(
      (a, b) => b.side.localeCompare(a.side) || a.level - b.level,
    )
  }

  #tallyOf(side: Side, level: number, position: string): LevelTally {
    const key = `${side} ${level} ${position}`
    const known = this.#levels.get(key)
    if (known !== undefined) return known
    const tally: LevelTally = { side, level, position, called: 0, covered: 0, calls: new Map() }
    this.#levels.set(key, tally)
    return tally
  }
}
