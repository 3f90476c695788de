import type { Refusal } from '@entente/domain/kernel/result.ts'
import { onOneLine, type CliOutput } from './output.ts'

/** Exit codes of every command; documented in the help. */
export const exitCode = { holds: 0, findings: 1, unusable: 2, bug: 70 } as const

/** A refusal that knows its place in a file. Lines and columns count from 1. */
export interface LocatedRefusal extends Refusal {
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly column?: number | undefined
}

/** Reports refusals and gives the exit code for unusable input. As JSON: `{ "refusals": [...] }` on stdout. */
export function refuse(out: CliOutput, refusals: readonly LocatedRefusal[]): number {
  out.progress('')
  if (out.json) {
    out.stdout(`${JSON.stringify({ refusals }, null, 2)}\n`)
    return exitCode.unusable
  }
  for (const refusal of refusals) {
    out.stderr(`${placeText(out, refusal)}${refusal.sentence}\n`)
    if (refusal.fix !== '') out.stderr(`  ${out.colour.dim('fix:')} ${refusal.fix}\n`)
  }
  return exitCode.unusable
}

/** A refusal without a line often names its file in the sentence. */
function placeText(out: CliOutput, { file, line, column, sentence }: LocatedRefusal): string {
  const isNamed = file === undefined || (line === undefined && sentence.includes(file))
  const place = isNamed
    ? ['entente']
    : [onOneLine(file), line, column].filter((part) => part !== undefined)
  return out.colour.red(`${place.join(':')}: `)
}
