import type { Agreement } from '../agreement/agreement.ts'
import { describeKind, type CommitmentKind } from '../commitment/kind.ts'
import type { ClockState } from '../commitment/clock-state.ts'
import type { Ladder } from '../commitment/ladder.ts'
import { replaySteps } from '../commitment/ladder-replay.ts'
import { sides } from '../identity/side.ts'
import { accepted, refused, type Result } from '../kernel/result.ts'
import type { CaseLog } from './case-log.ts'
import { foldCase, recordClock } from './case-clock.ts'
import type { CaseStory } from './case-story.ts'
import { EscalationTally } from './escalation-tally.ts'
import type { LogMapping } from './log-mapping.ts'
import { nothingPromised } from './nothing-promised.ts'
import { promises, type Promised } from './promised.ts'
import { Remarks } from './remarks.ts'
import { lacksTarget, ReplayRecords } from './replay-records.ts'
import { replayTerms, type ReplayTerms } from './replay-terms.ts'
import type { SimulationRefusal } from './simulation-refusal.ts'

/** A log under one agreement: what came out of each case, who was called, and what had to be taken for granted. */
export class Replay {
  readonly agreement: Agreement
  readonly kinds: Readonly<Record<Promised, CommitmentKind>>
  readonly records: Readonly<Record<Promised, ReplayRecords>>
  readonly escalations = new EscalationTally()
  readonly remarks: Remarks
  /** By promise, then by side (0 the vendor, 1 the partner); empty where a promise is not replayed. */
  readonly terms: Readonly<Record<Promised, readonly (ReplayTerms | undefined)[]>>
  readonly #pausesNotAllowed = new Map<string, number>()

  constructor(
    agreement: Agreement,
    kinds: Readonly<Record<Promised, CommitmentKind>>,
    terms: Readonly<Record<Promised, readonly (ReplayTerms | undefined)[]>>,
    remarks: Remarks,
    cases: number,
  ) {
    this.agreement = agreement
    this.kinds = kinds
    this.terms = terms
    this.remarks = remarks
    for (const promise of promises) {
      for (const one of terms[promise])
        if (one?.ladder !== undefined) this.escalations.expect(one.ladder)
    }
    this.records = { response: new ReplayRecords(cases), resolution: new ReplayRecords(cases) }
  }

  /** Runs both clocks of one case. */
  run(log: CaseLog, caseIndex: number, story: CaseStory): void {
    for (const promise of promises) {
      if (this.terms[promise].length === 0) continue
      const records = this.records[promise]
      const owed = this.terms[promise][log.owedBy[caseIndex] ?? 0]
      const isPromised =
        story.priority !== undefined && owed?.terms.targetFor(story.priority) !== undefined
      const state =
        owed === undefined || !isPromised ? undefined : foldCase(story[promise], owed.terms)
      if (owed === undefined || state === undefined || story.priority === undefined) {
        records.flags[caseIndex] = lacksTarget
        continue
      }
      recordClock(records, caseIndex, state, log.until)
      for (const { event, why } of state.ignored) {
        if (why !== 'pause-not-allowed' || event.type !== 'paused') continue
        if (!describeKind(this.kinds[promise]).pauses) continue
        const count = this.#pausesNotAllowed.get(event.reason) ?? 0
        this.#pausesNotAllowed.set(event.reason, count + 1)
      }
      if (owed.ladder === undefined || !mayClimb(state, records.used[caseIndex] ?? 0, owed.ladder))
        continue
      for (const step of replaySteps(state, owed.ladder, log.until)) {
        this.escalations.add(promise, story.priority, owed.ladder, step)
      }
    }
  }

  /** Says once per reason which pauses the agreement did not allow. */
  finish(): void {
    for (const [reason, count] of this.#pausesNotAllowed) {
      this.remarks.note(
        `The agreement does not allow the pause "${reason}": ${count} ${count === 1 ? 'pause' : 'pauses'} of the log did not stop the resolution clock.`,
      )
    }
  }
}

/**
 * Whether a clock can have reached any level. Nine in ten clocks are met long before, and asking costs one product
 * where climbing costs a search for each level. Levels before the due instant by time may come at any share, and what
 * was used on one line says nothing about a budget on another: four open hours may be three days.
 */
function mayClimb(state: ClockState, used: number, ladder: Ladder): boolean {
  let share = Number.POSITIVE_INFINITY
  for (const { trigger } of ladder.levels) {
    if (trigger.type === 'before-due') return true
    if (trigger.type === 'share') share = Math.min(share, trigger.percent / 100)
    if (trigger.type === 'after-due') share = Math.min(share, 1)
  }
  if (share === Number.POSITIVE_INFINITY) return true
  const line = state.aims[state.aims.length - 1]?.line
  return state.aims.some((aim) => aim.line !== line || used >= Math.floor(aim.budget * share))
}

/** Makes ready to replay under an agreement, or refuses an agreement under which no clock could run. */
export function openReplay(
  agreement: Agreement,
  mapping: LogMapping,
  log: CaseLog,
): Result<Replay, SimulationRefusal> {
  const subject = mapping.subject ?? 'case'
  const kinds = {
    response: mapping.kinds?.response ?? (`${subject}.response` as const),
    resolution: mapping.kinds?.resolution ?? (`${subject}.resolution` as const),
  }
  const remarks = new Remarks()
  const usual = sides.indexOf(mapping.owedBy ?? 'vendor')
  const isOwed = sides.map((_, index) =>
    log.owedBy.length === 0 ? index === usual : log.owedBy.includes(index),
  )
  const terms = { response: [], resolution: [] } as Record<Promised, (ReplayTerms | undefined)[]>
  for (const promise of promises) {
    if (promise === 'response' && mapping.response === undefined) {
      remarks.note('The mapping does not say what meets the response: responses are not replayed.')
      continue
    }
    for (const [index, side] of sides.entries()) {
      if (isOwed[index] !== true) continue
      const found = replayTerms(agreement, kinds[promise], side, mapping.timeZone, remarks)
      if (!found.ok) return found
      terms[promise][index] = found.value
      if (found.value === undefined) {
        remarks.note(`The agreement promises no ${kinds[promise]} by the ${side}.`)
      }
    }
  }
  if (!promises.some((promise) => terms[promise].some((one) => one !== undefined))) {
    return refused(nothingPromised(agreement, mapping, kinds))
  }
  return accepted(new Replay(agreement, kinds, terms, remarks, log.caseIds.length))
}
