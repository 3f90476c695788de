import type { EpochMs } from '../kernel/instant.ts'
import type { CaseLog } from './case-log.ts'
import { meetsResolution, meetsResponse, nothing } from './log-events.ts'

/** One thing that the log says about a case: a row, or a time that a column names. */
export interface CaseStep {
  readonly at: EpochMs
  readonly effect: number
  readonly priority: number
  readonly meets: number
  readonly responseWatch: number
  readonly resolutionWatch: number
}

/**
 * The steps of a case in time. A time that a column names is a step of its own, once for each different time, after
 * the rows of the same instant; outside the case's opening and the end of the log it is left out.
 */
export function caseSteps(log: CaseLog, caseIndex: number): readonly CaseStep[] {
  const { events, order } = log
  const steps: CaseStep[] = []
  const named = new Map<number, number>()
  const end = log.ends[caseIndex] as number
  for (let k = log.starts[caseIndex] as number; k < end; k += 1) {
    const i = order[k] as number
    steps.push({
      at: events.at[i] as EpochMs,
      effect: events.effect[i] as number,
      priority: events.priority[i] as number,
      meets: events.meets[i] as number,
      responseWatch: events.responseWatch[i] as number,
      resolutionWatch: events.resolutionWatch[i] as number,
    })
    addNamed(named, events.responseAt[i] as number, meetsResponse)
    addNamed(named, events.resolutionAt[i] as number, meetsResolution)
  }
  if (named.size === 0) return steps
  const openedAt = log.openedAt[caseIndex] as number
  for (const [at, meets] of named) {
    if (at < openedAt || at > log.until) continue
    steps.push({
      at: at as EpochMs,
      effect: nothing,
      priority: nothing,
      meets,
      responseWatch: nothing,
      resolutionWatch: nothing,
    })
  }
  return steps.sort((a, b) => a.at - b.at)
}

function addNamed(named: Map<number, number>, at: number, meets: number): void {
  if (!Number.isNaN(at)) named.set(at, (named.get(at) ?? 0) | meets)
}
