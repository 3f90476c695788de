import type { Finding, Severity } from '@entente/domain/agreement/finding.ts'
import type { Colour, CliOutput } from '../output.ts'

export interface FindingSummary {
  readonly errors: number
  readonly warnings: number
  readonly hints: number
  /** How many `entente fix` can mend by itself. */
  readonly mendable: number
  /** How many ask people to choose between ready answers. */
  readonly choices: number
}

export function summaryOf(findings: readonly Finding[]): FindingSummary {
  const count = (severity: Severity): number =>
    findings.filter((one) => one.severity === severity).length
  return {
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
    mendable: findings.filter(({ fix }) => fix.patch !== undefined).length,
    choices: findings.filter(({ fix }) => fix.patch === undefined && fix.choices !== undefined)
      .length,
  }
}

export const severityColours = (
  out: CliOutput,
): Readonly<Record<Severity, Colour[keyof Colour]>> => ({
  error: out.colour.red,
  warning: out.colour.yellow,
  hint: out.colour.blue,
})

/** "2 errors, 1 warning, no hints"; hints only where they are counted. */
export function countsText(
  out: CliOutput,
  summary: Pick<FindingSummary, 'errors' | 'warnings'> & { readonly hints?: number },
): string {
  const paint = severityColours(out)
  const counted = (severity: Severity, count: number): string =>
    count === 0
      ? `no ${severity}s`
      : paint[severity](`${count} ${severity}${count === 1 ? '' : 's'}`)
  return [
    counted('error', summary.errors),
    counted('warning', summary.warnings),
    ...(summary.hints === undefined ? [] : [counted('hint', summary.hints)]),
  ].join(', ')
}
