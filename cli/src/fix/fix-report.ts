import type { Change } from '@entente/domain/agreement/diff.ts'
import type { FixedAgreement } from '@entente/domain/coverage/apply-fix.ts'
import { hanging } from '../audit/file-report.ts'
import { countsText, severityColours, summaryOf } from '../audit/summary.ts'
import { asTyped, onOneLine, type CliOutput } from '../output.ts'

export interface FixReport {
  readonly path: string
  /** Where the draft was written; nothing when it was not. */
  readonly goal: string | undefined
  readonly fixed: FixedAgreement
  readonly changes: readonly Change[]
  readonly keptLayout: boolean
}

/** What changed in words, what still needs people, and the next command. */
export function fixText(out: CliOutput, report: FixReport): string {
  const { fixed, goal } = report
  const path = onOneLine(report.path)
  const { bold, dim, green } = out.colour
  const summary = summaryOf(fixed.remaining)
  const left = `${bold(onOneLine(goal ?? path))}: ${countsText(out, summary)}`
  if (fixed.applied.length === 0) {
    return `Nothing to mend in ${path}.\n${openPoints(out, report)}${left}\n`
  }
  const version = fixed.agreement.version ?? 1
  const count = fixed.applied.length === 1 ? 'One finding' : `${fixed.applied.length} findings`
  const head =
    goal === undefined
      ? `${count} can be mended. ${bold('Nothing was written')}; add -o OUT.yaml.`
      : `${green('written')} ${bold(onOneLine(goal))}: version ${version}, draft, ${count.toLowerCase()} mended.`
  const amends =
    fixed.agreement.amends === undefined || fixed.opening.length === 0
      ? []
      : [`It amends version ${fixed.agreement.amends.version}; open work keeps its deadlines.`]
  const layout =
    goal === undefined || report.keptLayout || /\.json$/i.test(goal)
      ? []
      : [dim('The file was written anew; comments of the old one are not in it.')]
  const next = goal === undefined ? [] : [dim(`next: entente audit ${asTyped(goal)}`)]
  const changes = report.changes.map((change) => changeLine(out, change))
  return `${[
    head,
    ...amends,
    ...layout,
    '',
    ...changes,
    '',
    `${openPoints(out, report)}${left}`,
    ...next,
  ].join('\n')}\n`
}

function changeLine(out: CliOutput, { kind, sentence }: Change): string {
  const { green, red, yellow } = out.colour
  const mark = { added: green('+'), removed: red('-'), changed: yellow('~') }[kind]
  return hanging(out, `  ${mark} `, sentence)
}

/** What people must still decide, with the answers that are ready. */
function openPoints(out: CliOutput, { fixed }: FixReport): string {
  const open = fixed.remaining.filter(({ severity }) => severity !== 'hint')
  if (open.length === 0) return ''
  const { dim } = out.colour
  const lines = open.flatMap(({ severity, what, path, code, fix }) => {
    const mark = severityColours(out)[severity](severity.padEnd(7))
    const answers = (fix.choices ?? []).map(({ id }) => id).join('|')
    const line = hanging(out, `  ${mark} `, `${what} ${fix.sentence}`)
    const isOnly = open.filter((other) => other.code === code).length === 1
    const question = isOnly ? code : `${code}@${path}`
    return answers === '' ? [line] : [line, dim(`          --choose ${question}=${answers}`)]
  })
  return `${out.colour.bold('Still needs people')}\n${lines.join('\n')}\n\n`
}

export const fixJson = ({ path, goal, fixed, changes, keptLayout }: FixReport): unknown => ({
  file: path,
  written: goal ?? null,
  version: fixed.agreement.version ?? 1,
  status: fixed.agreement.status ?? 'draft',
  keptLayout,
  applied: fixed.applied.map(({ finding, choice, patch }) => ({
    code: finding.code,
    path: finding.path,
    what: finding.what,
    ...(choice === undefined ? {} : { choice }),
    patch,
  })),
  changes,
  remaining: fixed.remaining,
  summary: summaryOf(fixed.remaining),
})
