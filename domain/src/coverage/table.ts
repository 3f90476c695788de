/**
 * The coverage table: partners down, elements across. A cell says whether an element is agreed, and if not, in which
 * way. The partner with the most trouble stands first, because that is the call to make.
 *
 * The surprising rule: hints do not spoil a cell. And acceptance is agreed only when both sides have accepted; a
 * perfect draft is waiting.
 */
import type { Agreement } from '../agreement/agreement.ts'
import { coverageElements, type CoverageElement, type Finding } from '../agreement/finding.ts'
import { catalogueEntry } from './findings-catalogue.ts'
import { isPresent } from './presence.ts'

/** From whole to worst. */
export const cellStates = ['agreed', 'waiting', 'warning', 'expired', 'error', 'missing'] as const

export type CellState = (typeof cellStates)[number]

export interface CoverageCell {
  readonly state: CellState
  readonly errors: number
  readonly warnings: number
}

export interface CoverageRow {
  /** What the caller knows the agreement by, for example its file. */
  readonly key: string
  readonly partner: string
  readonly title: string
  readonly cells: Readonly<Record<CoverageElement, CoverageCell>>
  /** How many of the elements are agreed. */
  readonly agreed: number
  readonly of: number
  readonly errors: number
  readonly warnings: number
}

export interface CoverageTable {
  readonly elements: readonly CoverageElement[]
  /** Worst first. */
  readonly rows: readonly CoverageRow[]
  /** For each element, in how many agreements it is in which state. */
  readonly totals: Readonly<Record<CoverageElement, Readonly<Record<CellState, number>>>>
}

export interface AuditedAgreement {
  readonly key: string
  readonly agreement: Agreement
  readonly findings: readonly Finding[]
}

export function coverageTable(audited: readonly AuditedAgreement[]): CoverageTable {
  const rows = audited.map(rowOf).toSorted(worstFirst)
  const count = (element: CoverageElement) =>
    byKey(cellStates, (state) => rows.filter((row) => row.cells[element].state === state).length)
  return { elements: coverageElements, rows, totals: byKey(coverageElements, count) }
}

function rowOf({ key, agreement, findings }: AuditedAgreement): CoverageRow {
  const cells = byKey(coverageElements, (element) => cellOf(agreement, findings, element))
  const count = (severity: Finding['severity']): number =>
    findings.filter((one) => one.severity === severity).length
  return {
    key,
    partner: agreement.parties.partner.name ?? 'partner without a name',
    title: agreement.title ?? agreement.id,
    cells,
    agreed: Object.values(cells).filter(({ state }) => state === 'agreed').length,
    of: coverageElements.length,
    errors: count('error'),
    warnings: count('warning'),
  }
}

function cellOf(
  agreement: Agreement,
  findings: readonly Finding[],
  element: CoverageElement,
): CoverageCell {
  const own = findings.filter((one) => one.element === element)
  const errors = own.filter((one) => one.severity === 'error').length
  const warnings = own.filter((one) => one.severity === 'warning').length
  return { state: stateOf(agreement, own, element, { errors, warnings }), errors, warnings }
}

function stateOf(
  agreement: Agreement,
  own: readonly Finding[],
  element: CoverageElement,
  { errors, warnings }: { readonly errors: number; readonly warnings: number },
): CellState {
  if (element === 'acceptance' && !isPresent(agreement, element)) {
    return errors > 0 ? 'error' : 'waiting'
  }
  if (!isPresent(agreement, element) && errors + warnings > 0) return 'missing'
  const states = own.map(({ code }) => catalogueEntry(code)?.state)
  if (states.includes('expired')) return 'expired'
  if (errors > 0) return 'error'
  if (warnings === 0) return 'agreed'
  const isOnlyWaiting = own.every(
    (one) => one.severity === 'hint' || catalogueEntry(one.code)?.state === 'waiting',
  )
  return isOnlyWaiting ? 'waiting' : 'warning'
}

const worstFirst = (a: CoverageRow, b: CoverageRow): number =>
  a.agreed - b.agreed ||
  b.errors - a.errors ||
  b.warnings - a.warnings ||
  compareText(a.partner, b.partner) ||
  compareText(a.key, b.key)

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byKey = <Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Record<Key, Value> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>
