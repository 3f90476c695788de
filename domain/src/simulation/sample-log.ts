import { readForm } from '../agreement/form.ts'
import type { Agreement } from '../agreement/agreement.ts'
import type { CaseLog } from './case-log.ts'
import type { ClockFigures } from './figures.ts'
import { groupedLog } from './grouped-log.ts'
import { placeColumns } from './log-columns.ts'
import { LogIntake } from './log-intake.ts'
import type { LogMapping, LogMappingFile } from './log-mapping.ts'
import { logReaders } from './log-readers.ts'
import { readMappingForm } from './mapping-form.ts'
import type { Promised } from './promised.ts'
import { simulate, type Simulation } from './simulation.ts'

/** Logs and agreements small enough to work out by hand: for tests of this chapter. */

export const sampleMapping = {
  format: 'entente/log-mapping@1',
  columns: { case: 'case', at: 'at', state: 'state', priority: 'priority', openedAt: 'opened' },
  dateFormat: 'iso',
  timeZone: 'UTC',
  missing: ['-'],
  priorities: { P1: 'critical', P2: 'high', P3: 'low' },
  states: {
    New: 'open',
    Work: 'open',
    Waiting: { pause: 'waiting-for-customer' },
    Supplier: { pause: 'waiting-for-supplier' },
    Done: 'met',
    Closed: 'met',
    Dropped: { cancel: 'opened twice' },
    Note: 'ignore',
  },
  response: { metBy: { states: ['Work', 'Waiting', 'Done', 'Closed'] } },
} satisfies LogMappingFile

export function sampleMappingWith(changes: Partial<LogMappingFile> = {}): LogMapping {
  const read = readMappingForm({ ...sampleMapping, ...changes })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}

/** Office hours 09:00 to 17:00 in UTC on weekdays; elapsed hours unless `basis` says otherwise. */
export function sampleAgreement(basis = 'elapsed', changes: object = {}): Agreement {
  const read = readForm({
    format: 'entente/agreement@1',
    id: 'sample',
    parties: { vendor: { name: 'Larkfield Robotics' }, partner: { name: 'Brevik Automation' } },
    priorities: [
      { id: 'critical', label: 'Critical' },
      { id: 'high', label: 'High' },
      { id: 'low', label: 'Low' },
    ],
    targets: [
      {
        kind: 'case.response',
        byPriority: {
          critical: `2 ${basis} hours`,
          high: `4 ${basis} hours`,
          low: `8 ${basis} hours`,
        },
      },
      {
        kind: 'case.resolution',
        byPriority: {
          critical: `4 ${basis} hours`,
          high: `8 ${basis} hours`,
          low: `40 ${basis} hours`,
        },
      },
    ],
    pauses: [{ reason: 'waiting-for-customer', label: 'Waiting for the customer' }],
    calendars: [
      {
        id: 'office',
        side: 'vendor',
        timeZone: 'UTC',
        week: Object.fromEntries(
          ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['09:00-17:00']]),
        ),
      },
    ],
    ...changes,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.refusal.faults))
  return read.value
}

/** Rows as text: one row a line, cells between bars, in the order of `header`. */
export function sampleLog(
  text: string,
  mapping: LogMapping = sampleMappingWith(),
  header = 'case|opened|at|state|priority',
  until = Number.NaN,
): CaseLog {
  const columns = placeColumns(header.split('|'), mapping)
  const readers = logReaders(mapping)
  if (!columns.ok || !readers.ok) throw new Error('the sample log does not fit its mapping')
  const intake = new LogIntake(columns.value, readers.value, { until, unusedPerCode: 100 })
  const rows = text
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
  for (const [index, row] of rows.entries()) {
    intake.add(
      row.split('|').map((cell) => cell.trim()),
      index + 1,
      index + 2,
    )
  }
  return groupedLog(intake)
}

export function sampleSimulation(
  log: CaseLog,
  agreement: Agreement = sampleAgreement(),
  mapping: LogMapping = sampleMappingWith(),
  against?: Agreement,
): Simulation {
  const simulation = simulate(log, mapping, agreement, against)
  if (!simulation.ok) throw new Error(simulation.refusal.sentence)
  return simulation.value
}

/** Figures of one promise at one priority; elapsed hours unless an agreement is given. */
export function figures(
  text: string,
  promise: Promised,
  priority = 'high',
  agreement?: Agreement,
  mapping?: LogMapping,
): ClockFigures {
  const log = sampleLog(text, mapping)
  const found = sampleSimulation(log, agreement, mapping).report.clocks[priority]
  if (found === undefined) throw new Error(`no figures for ${priority}`)
  return found[promise]
}

export const hours = (count: number): number => count * 3600
