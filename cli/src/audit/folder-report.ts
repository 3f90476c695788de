import { coverageElements, type CoverageElement } from '@entente/domain/agreement/finding.ts'
import {
  cellStates,
  type CellState,
  type CoverageCell,
  type CoverageRow,
} from '@entente/domain/coverage/table.ts'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import type { AuditedFolder } from '@entente/server/coverage/audit-folder.ts'
import { onOneLine, type CliOutput } from '../output.ts'
import { textTable } from '../table.ts'
import { locatedFinding } from './file-report.ts'
import { countsText, summaryOf } from './summary.ts'

/** Short heads, so that eleven columns fit beside the partner's name. */
const heads: Readonly<Record<CoverageElement, string>> = {
  scope: 'scope',
  responsibilities: 'raci',
  targets: 'times',
  calendars: 'calend',
  ladders: 'ladder',
  people: 'people',
  delivery: 'deliv',
  reporting: 'report',
  term: 'term',
  acceptance: 'accept',
  rulebook: 'rules',
}

const words: Readonly<Record<CellState, string>> = {
  agreed: 'ok',
  waiting: 'wait',
  warning: 'warn',
  expired: 'past',
  error: 'error',
  missing: 'none',
}

/** The table partners × elements, worst first, then what could not be audited and why. */
export function folderText(out: CliOutput, folder: AuditedFolder): string {
  const { table, audited, skipped, unreadable } = folder
  const { bold, dim, red } = out.colour
  const columns = [
    { title: 'partner', wraps: true },
    { title: 'agreed', align: 'right' as const },
    ...table.elements.map((element) => ({ title: heads[element] })),
  ]
  const rows = table.rows.map((row) => rowCells(out, row))
  const total = [
    bold('agreed of all'),
    '',
    ...table.elements.map((element) => `${table.totals[element].agreed}/${table.rows.length}`),
  ]
  const legend = cellStates.map((state) => `${words[state]} = ${legends[state]}`).join(', ')
  const summary = summaryOf(audited.flatMap(({ findings }) => findings))
  return [
    textTable(columns, [...rows, total], out.width).trimEnd(),
    '',
    dim(legend),
    '',
    ...table.rows.map(
      ({ key, partner, agreed, of, errors, warnings }) =>
        `${onOneLine(key)}: ${partner}, agreed ${agreed} of ${of}, ${countsText(out, { errors, warnings })}`,
    ),
    ...unreadable.flatMap(({ file, refusals }) => [
      red(`${onOneLine(file)}: cannot be read`),
      ...refusals
        .slice(0, 3)
        .map(({ line, column, sentence }) => `  ${line ?? 1}:${column ?? 1} ${sentence}`),
    ]),
    ...skipped.map(({ file, reason }) => dim(`${onOneLine(file)}: passed over, ${reason}`)),
    '',
    `${audited.length} agreements${unreadable.length === 0 ? '' : `, ${unreadable.length} that cannot be read`}: ${countsText(out, summary)}`,
    '',
  ].join('\n')
}

const legends: Readonly<Record<CellState, string>> = {
  agreed: 'agreed',
  waiting: 'waiting for a side',
  warning: 'warnings',
  expired: 'expired',
  error: 'errors',
  missing: 'not agreed',
}

function rowCells(out: CliOutput, row: CoverageRow): readonly string[] {
  return [
    row.partner,
    `${row.agreed} of ${row.of}`,
    ...coverageElements.map((element) => cellText(out, row.cells[element])),
  ]
}

function cellText(out: CliOutput, { state }: CoverageCell): string {
  const { green, red, yellow, blue } = out.colour
  const paint = {
    agreed: green,
    waiting: blue,
    warning: yellow,
    expired: red,
    error: red,
    missing: red,
  }[state]
  return paint(words[state])
}

/** One object: every finding with its file and partner, the agreements, the table, and what was left out. */
export function folderJson(folder: AuditedFolder, today: PlainDate): unknown {
  const { audited, table, skipped, unreadable } = folder
  const partnerOf = new Map(table.rows.map((row) => [row.key, row.partner]))
  const findings = audited.flatMap((one) =>
    one.findings.map((finding) =>
      Object.assign(locatedFinding(finding, one), { partner: partnerOf.get(one.file) }),
    ),
  )
  const agreements = table.rows.map(({ key, partner, title, agreed, of, errors, warnings }) => {
    const agreement = audited.find(({ file }) => file === key)?.read.agreement
    const { id, version = 1, status = 'draft' } = agreement ?? {}
    return { file: key, id, title, partner, version, status, agreed, of, errors, warnings }
  })
  const summary = {
    ...summaryOf(audited.flatMap((one) => one.findings)),
    agreements: audited.length,
    unreadable: unreadable.length,
    skipped: skipped.length,
  }
  return { today, findings, agreements, table, unreadable, skipped, summary }
}
