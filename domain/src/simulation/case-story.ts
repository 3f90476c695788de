import type { ClockEvent, ClockEventBody } from '../commitment/clock-event.ts'
import type { EpochMs } from '../kernel/instant.ts'
import type { CaseLog } from './case-log.ts'
import { caseSteps, type CaseStep } from './case-steps.ts'
import { meetsResolution, meetsResponse, nothing } from './log-events.ts'
import type { StateEffect } from './log-mapping.ts'

/**
 * What happened to one case, as the events of its two clocks: told once, folded under any terms.
 *
 * The surprising rules. A state matters only when it differs in effect from the one before: Resolved and then Closed
 * is one end. Work that leaves a state that is met is reopened, whatever it becomes. A cancellation holds only if
 * nothing follows it; a promise kept before it stays kept.
 */
export interface CaseStory {
  /** The last priority of the case, under which it is reported; undefined where the log never says one. */
  readonly priority: string | undefined
  readonly response: readonly ClockEvent[]
  readonly resolution: readonly ClockEvent[]
  readonly reopenings: number
}

/** The act by which a mapping's rows meet a promise: the mapping decides, not the agreement's list of acts. */
export const mappedAct = 'mapped'

export function storyOf(log: CaseLog, caseIndex: number): CaseStory {
  const steps = caseSteps(log, caseIndex)
  const openedAt = log.openedAt[caseIndex] as EpochMs
  const teller = new Teller(log, openedAt, firstPriority(log, steps))
  for (const step of steps) teller.tell(step)
  return teller.story()
}

function firstPriority(log: CaseLog, steps: readonly CaseStep[]): string | undefined {
  const code = steps.find((step) => step.priority !== nothing)?.priority ?? log.defaultPriority
  return log.priorities[code]
}

/** What is met only afterwards was not kept: the clock had left the measures. */
interface Cancellation {
  readonly event: ClockEvent
  readonly endsResponse: boolean
  readonly endsResolution: boolean
}

class Teller {
  readonly #log: CaseLog
  readonly #response: ClockEvent[] = []
  readonly #resolution: ClockEvent[] = []
  readonly #watched = { response: nothing, resolution: nothing }
  #isResponseMet = false
  #isResolutionMet = false
  #priority: string | undefined
  #effect: StateEffect = 'open'
  #cancelled: Cancellation | undefined
  #reopenings = 0
  #seq = 0

  constructor(log: CaseLog, openedAt: EpochMs, priority: string | undefined) {
    this.#log = log
    this.#priority = priority
    this.#both(openedAt, { type: 'opened', priority: priority ?? '' })
  }

  /** One row: its priority first, then what it ends (a stop, a pause), then what it meets, then the pause it begins. */
  tell(step: CaseStep): void {
    const { at } = step
    this.#retarget(at, step.priority)
    const before = this.#effect
    const stated = step.effect === nothing ? 'ignore' : (this.#log.effects[step.effect] ?? 'ignore')
    const isCancelling = typeof stated === 'object' && 'cancel' in stated
    const after = stated === 'ignore' || isCancelling ? before : stated
    if (stated !== 'ignore' && !isCancelling) this.#cancelled = undefined
    if (!isSame(before, after)) this.#leave(at, before, after)
    this.#meet(step, after === 'met' && !isSame(before, after))
    if (isCancelling) this.#cancelled ??= this.#cancelledAt(at, stated.cancel)
    if (!isSame(before, after) && isPause(after) && !isPause(before)) {
      this.#both(at, { type: 'paused', reason: after.pause })
    }
    this.#effect = after
  }

  story(): CaseStory {
    const cancelled = this.#cancelled
    if (cancelled !== undefined) {
      if (cancelled.endsResponse) this.#response.push(cancelled.event)
      if (cancelled.endsResolution) this.#resolution.push(cancelled.event)
    }
    return {
      priority: this.#priority,
      response: this.#response,
      resolution: this.#resolution,
      reopenings: this.#reopenings,
    }
  }

  #cancelledAt(at: EpochMs, reason: string): Cancellation {
    this.#seq += 1
    return {
      event: { type: 'cancelled', reason, at, seq: this.#seq },
      endsResponse: !this.#isResponseMet,
      endsResolution: !this.#isResolutionMet,
    }
  }

  #retarget(at: EpochMs, code: number): void {
    const priority = code === nothing ? undefined : this.#log.priorities[code]
    if (priority === undefined || priority === this.#priority) return
    this.#priority = priority
    this.#both(at, { type: 'retargeted', priority })
  }

  /** One pause that follows another is entered before the other is left: between them the clock never runs. */
  #leave(at: EpochMs, before: StateEffect, after: StateEffect): void {
    if (isPause(before)) {
      if (isPause(after)) this.#both(at, { type: 'paused', reason: after.pause })
      this.#both(at, { type: 'resumed', reason: before.pause })
    }
    if (before !== 'met') return
    if (this.#isResolutionMet) {
      this.#isResolutionMet = false
      this.#reopenings += 1
      this.#watched.resolution = nothing
      this.#tell(this.#resolution, at, { type: 'reopened' })
    }
    if (this.#isResponseMet) {
      this.#isResponseMet = false
      this.#watched.response = nothing
      this.#tell(this.#response, at, { type: 'reopened' })
    }
  }

  #meet(step: CaseStep, entersMet: boolean): void {
    const { at, meets } = step
    const isResponse = (meets & meetsResponse) !== 0 || this.#hasChanged('response', step)
    if (isResponse && !this.#isResponseMet) {
      this.#isResponseMet = true
      this.#tell(this.#response, at, { type: 'met', act: mappedAct })
    }
    const isResolution =
      (meets & meetsResolution) !== 0 ||
      (entersMet && this.#log.metStatesResolve) ||
      this.#hasChanged('resolution', step)
    if (isResolution && !this.#isResolutionMet) {
      this.#isResolutionMet = true
      this.#tell(this.#resolution, at, { type: 'met', act: mappedAct })
    }
  }

  /** Whether a watched column now differs from what it was when the run began. */
  #hasChanged(promise: 'response' | 'resolution', step: CaseStep): boolean {
    const value = promise === 'response' ? step.responseWatch : step.resolutionWatch
    if (value === nothing) return false
    const first = this.#watched[promise]
    if (first === nothing) this.#watched[promise] = value
    return first !== nothing && first !== value
  }

  #both(at: EpochMs, event: ClockEventBody): void {
    this.#tell(this.#response, at, event)
    this.#tell(this.#resolution, at, event)
  }

  #tell(events: ClockEvent[], at: EpochMs, event: ClockEventBody): void {
    this.#seq += 1
    events.push({ ...event, at, seq: this.#seq })
  }
}

const isPause = (effect: StateEffect): effect is { readonly pause: string } & StateEffect =>
  typeof effect === 'object' && 'pause' in effect

const isSame = (a: StateEffect, b: StateEffect): boolean =>
  a === b || (isPause(a) && isPause(b) && a.pause === b.pause)
