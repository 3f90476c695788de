/**
 * Simulation: what a log of real work would have looked like under an agreement, or under two side by side. Each case
 * is told once, as the events of its clocks, and folded under each agreement by the same engine that runs live work.
 *
 * Terms: a *log* holds rows, a row belongs to a *case*, a case has two *promises* (response, resolution) and each of
 * them one clock, however often the case was reopened. `difference` is the second agreement minus the first.
 *
 * The rule that surprises: a case is judged by every priority it had, each from the moment it had it, but counted
 * under its last one. What is open when the log ends is open, and breached as well if it is past due by then.
 */
import type { Agreement } from '../agreement/agreement.ts'
import { agreementHash, type AgreementHash } from '../agreement/hash.ts'
import type { Side } from '../identity/side.ts'
import { nearest } from '../kernel/nearest.ts'
import { accepted, refused, type Result } from '../kernel/result.ts'
import type { PlainDate } from '../kernel/instant.ts'
import type { CaseLog } from './case-log.ts'
import { CasePriorities } from './case-priorities.ts'
import { storyOf } from './case-story.ts'
import { escalationFigures, type LevelFigures } from './escalation-figures.ts'
import { figuresOf, type ReplayFigures } from './figures.ts'
import { logNotes } from './log-notes.ts'
import type { LogMapping } from './log-mapping.ts'
import { openReplay, type Replay } from './replay.ts'
import {
  casesThatChange,
  clocksDifference,
  escalationsDifference,
  promisesDifference,
  type ReplayDifference,
} from './replay-difference.ts'
import type { SimulationRefusal } from './simulation-refusal.ts'
import { worstCases, type CaseOutcome } from './worst-cases.ts'

/** What came out under one agreement. */
export interface ReplayReport extends ReplayFigures {
  readonly agreement: {
    readonly id: string
    readonly title: string | null
    readonly version: number
    readonly hash: AgreementHash
    /** In the order of the agreement. */
    readonly priorities: readonly { readonly id: string; readonly label: string }[]
  }
  /** The same figures for what each side owes, where the log shows work of both. */
  readonly bySide?: Readonly<Record<Side, ReplayFigures>>
  /** By level of the owing side's ladder. */
  readonly escalations: Readonly<Record<string, LevelFigures>>
  /** The breached clocks that used the largest share of their budget. */
  readonly worst: readonly CaseOutcome[]
  readonly assumptions: readonly string[]
  readonly notes: readonly string[]
}

export interface Simulation {
  readonly first: Replay
  readonly second: Replay | undefined
  readonly priorities: CasePriorities
  readonly report: ReplayReport
  readonly against: ReplayReport | undefined
  readonly difference: ReplayDifference | undefined
}

/** `which` says whose fault it is: the agreement's, or that of the one it is held against. */
export type RefusedSimulation = SimulationRefusal & { readonly which: 'agreement' | 'against' }

export interface SimulationOptions {
  readonly worst?: number
  readonly progress?: (done: number, of: number) => void
}

const progressStep = 4096

/** Replays a log. Refuses agreements under which no clock can run; everything milder is an assumption or a note. */
export function simulate(
  log: CaseLog,
  mapping: LogMapping,
  agreement: Agreement,
  against: Agreement | undefined,
  options: SimulationOptions = {},
): Result<Simulation, RefusedSimulation> {
  const first = openReplay(agreement, mapping, log)
  if (!first.ok) return refused({ ...first.refusal, which: 'agreement' })
  const second = against === undefined ? undefined : openReplay(against, mapping, log)
  if (second !== undefined && !second.ok) return refused({ ...second.refusal, which: 'against' })
  const replays = second === undefined ? [first.value] : [first.value, second.value]
  const cases = log.caseIds.length
  const priorities = new CasePriorities(
    replays.map((replay) => replay.agreement),
    cases,
  )
  for (let c = 0; c < cases; c += 1) {
    if (log.ends[c] === log.starts[c]) continue
    const story = storyOf(log, c)
    if (story.priority !== undefined) priorities.set(c, story.priority)
    for (const replay of replays) replay.run(log, c, story)
    if (c % progressStep === 0) options.progress?.(c, cases)
  }
  const [report, other] = replays.map((replay) =>
    reportOf(replay, log, mapping, priorities, options.worst ?? 20),
  )
  if (report === undefined) throw new Error('a replay has no report')
  return accepted({
    first: first.value,
    second: second?.value,
    priorities,
    report,
    against: other,
    difference:
      other === undefined || second === undefined
        ? undefined
        : {
            clocks: clocksDifference(report, other),
            all: promisesDifference(report.all, other.all),
            escalations: escalationsDifference(report.escalations, other.escalations),
            cases: casesThatChange(first.value, second.value, log, (c) => priorities.idOf(c)),
          },
  })
}

function reportOf(
  replay: Replay,
  log: CaseLog,
  mapping: LogMapping,
  priorities: CasePriorities,
  worst: number,
): ReplayReport {
  replay.finish()
  const { agreement, remarks } = replay
  if (log.counts.cases > 0) remarks.checkCalendars(dateOf(log.from), dateOf(log.until))
  for (const sentence of logNotes(log, replay, priorities)) remarks.note(sentence)
  for (const id of mapping.priorities === undefined ? [] : Object.values(mapping.priorities)) {
    const known = agreement.priorities?.map((one) => one.id)
    if (known === undefined || known.includes(id)) continue
    const near = nearest(id, known)
    remarks.note(
      `The mapping names the priority "${id}", which the agreement does not have${near === undefined ? '' : `; it has "${near}"`}.`,
    )
  }
  return {
    agreement: {
      id: agreement.id,
      title: agreement.title ?? null,
      version: agreement.version ?? 1,
      hash: agreementHash(agreement),
      priorities: (agreement.priorities ?? []).map(({ id, label }) => ({ id, label })),
    },
    ...figuresOf(replay, priorities),
    ...sidesOf(replay, log, priorities),
    escalations: escalationFigures(replay.escalations.list(), agreement),
    worst: worstCases(replay, log, priorities, worst),
    assumptions: remarks.assumptions,
    notes: remarks.notes,
  }
}

/** Both sides by the same clock: nothing where the log shows one side's work alone. */
function sidesOf(
  replay: Replay,
  log: CaseLog,
  priorities: CasePriorities,
): Pick<ReplayReport, 'bySide'> {
  if (!log.owedBy.includes(0) || !log.owedBy.includes(1)) return {}
  const of = (side: number): ReplayFigures =>
    figuresOf(replay, priorities, { side, owedBy: log.owedBy })
  return { bySide: { vendor: of(0), partner: of(1) } }
}

const dateOf = (at: number): PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 10) as PlainDate
