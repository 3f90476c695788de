import type { EpochMs } from '@entente/domain/kernel/instant.ts'
import type { CaseLog, LogCounts } from '@entente/domain/simulation/case-log.ts'
import type { LogMapping } from '@entente/domain/simulation/log-mapping.ts'
import type { ReplayDifference } from '@entente/domain/simulation/replay-difference.ts'
import {
  simulate,
  type ReplayReport,
  type RefusedSimulation,
  type Simulation,
} from '@entente/domain/simulation/simulation.ts'
import type { UnusedCode, UnusedRow } from '@entente/domain/simulation/unused-rows.ts'
import { eachRefusal, readAgreement, type ReadAgreement } from '../agreement/read-agreement.ts'
import type { FileRefusal } from '../document/file-refusal.ts'
import { readLog, type ReadLogOptions } from './read-log.ts'
import { readMapping } from './read-mapping.ts'
import { readUntil } from './until.ts'

export interface SimulationQuestion {
  /** Files. */
  readonly agreement: string
  readonly against?: string | undefined
  readonly log: string
  readonly map: string
  /** A date (all of it), or a time as ISO 8601 on the log's wall clock or with an offset. */
  readonly until?: string | undefined
  readonly limits?: Pick<ReadLogOptions, 'rowLimit' | 'byteLimit' | 'unusedPerCode'>
  readonly progress?: ((what: 'reading' | 'replaying', share: number) => void) | undefined
}

/** The result as it is written for programs: the report of the first agreement, and beside it that of the second. */
export interface SimulationResult extends ReplayReport {
  readonly log: LogFacts
  readonly unused: readonly UnusedRow[]
  readonly unusedCounts: Readonly<Partial<Record<UnusedCode, number>>>
  readonly against?: ReplayReport
  readonly difference?: ReplayDifference
}

export interface LogFacts extends LogCounts {
  readonly file: string
  readonly unusedRows: number
  /** Null where no row of the log could be used. */
  readonly from: string | null
  readonly until: string | null
}

export type SimulationAnswer =
  | {
      readonly ok: true
      readonly value: {
        readonly result: SimulationResult
        readonly simulation: Simulation
        readonly log: CaseLog
        readonly mapping: LogMapping
      }
    }
  | { readonly ok: false; readonly refusals: readonly FileRefusal[] }

/** Replays a log file under one or two agreement files. Refuses files that cannot be used, all of them at once. */
export async function simulateLog(question: SimulationQuestion): Promise<SimulationAnswer> {
  const [agreement, against, mapping] = await Promise.all([
    readAgreement(question.agreement),
    question.against === undefined ? undefined : readAgreement(question.against),
    readMapping(question.map),
  ])
  if (!agreement.ok || against?.ok === false || !mapping.ok) {
    const refusals = [
      ...(agreement.ok ? [] : eachRefusal(agreement.refusal)),
      ...(against === undefined || against.ok ? [] : eachRefusal(against.refusal)),
      ...(mapping.ok ? [] : mapping.refusals),
    ]
    return { ok: false, refusals }
  }
  const until = readUntil(question.until, mapping.value.timeZone)
  if (!until.ok) return { ok: false, refusals: [until.refusal] }
  const { progress } = question
  const log = await readLog(question.log, mapping.value, {
    ...question.limits,
    until: until.value,
    progress: (share) => progress?.('reading', share),
  })
  if (!log.ok) {
    const place = mapping.document.locate('/timeZone')
    return {
      ok: false,
      refusals: log.refusals.map((one) =>
        one.file === 'timeZone' ? { ...one, file: question.map, ...place } : one,
      ),
    }
  }
  const simulation = simulate(
    log.value,
    mapping.value,
    agreement.value.agreement,
    against?.value.agreement,
    { progress: (done, of) => progress?.('replaying', done / of) },
  )
  if (!simulation.ok) {
    const read = simulation.refusal.which === 'against' ? against : agreement
    return { ok: false, refusals: [located(simulation.refusal, read?.value ?? agreement.value)] }
  }
  const result = resultOf(question.log, log.value, simulation.value)
  return {
    ok: true,
    value: { result, simulation: simulation.value, log: log.value, mapping: mapping.value },
  }
}

function located(
  { which: _which, ...refusal }: RefusedSimulation,
  read: ReadAgreement,
): FileRefusal {
  const { document } = read
  return { ...refusal, file: document.file, ...document.locate(refusal.path) }
}

function resultOf(file: string, log: CaseLog, simulation: Simulation): SimulationResult {
  const { agreement, ...report } = simulation.report
  return {
    agreement,
    log: {
      file,
      ...log.counts,
      unusedRows: log.unused.total,
      from: log.counts.cases === 0 ? null : instantText(log.from),
      until: log.counts.cases === 0 ? null : instantText(log.until),
    },
    ...report,
    unused: log.unused.list(),
    unusedCounts: log.unused.counts(),
    ...(simulation.against === undefined ? {} : { against: simulation.against }),
    ...(simulation.difference === undefined ? {} : { difference: simulation.difference }),
  }
}

const instantText = (at: EpochMs): string => Temporal.Instant.fromEpochMilliseconds(at).toString()
