import { coverageElements, type Finding } from '@entente/domain/agreement/finding.ts'
import { elementTitles } from '@entente/domain/coverage/element-titles.ts'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import type { AuditedFile } from '@entente/server/coverage/audit-folder.ts'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import { asTyped, onOneLine, type CliOutput } from '../output.ts'
import { countsText, severityColours, summaryOf, type FindingSummary } from './summary.ts'

/** The findings of one agreement by section; a reason that several share is given once in its section. */
export function fileText(out: CliOutput, audited: AuditedFile): string {
  const { read, findings } = audited
  const file = onOneLine(audited.file)
  const { bold, green, dim } = out.colour
  const meant = meantLines(out, audited)
  if (findings.length === 0)
    return `${meant}${green('agreed')} ${bold(file)}: the audit finds nothing${meant === '' ? '' : ' else'}.\n`
  const sections = coverageElements
    .map((element) => ({ element, own: findings.filter((one) => one.element === element) }))
    .filter(({ own }) => own.length > 0)
    .map(({ element, own }) => {
      const said = new Set<string>()
      const texts = own.map((finding) => {
        const isNew = !said.has(finding.why)
        said.add(finding.why)
        return findingLines(out, finding, read, isNew)
      })
      return [bold(elementTitles[element]), ...texts].join('\n')
    })
  const summary = summaryOf(findings)
  const help = nextStep(`"entente fix ${asTyped(audited.file)}"`, summary)
  const next = help === '' ? '' : dim(`${help}\n`)
  return `${sections.join('\n\n')}\n\n${meant}${bold(file)}: ${countsText(out, summary)}\n${next}`
}

/** What the fix command can do about them; nothing where it can do nothing. */
function nextStep(command: string, { mendable, choices }: FindingSummary): string {
  const asking = `${choices} ${choices === 1 ? 'asks' : 'ask'} for an answer`
  if (mendable === 0) return choices === 0 ? '' : `${asking}, which ${command} takes.`
  return `${command} mends ${mendable} of them${choices === 0 ? '' : `; ${asking}`}.`
}

/** What would be a warning or a hint, and both sides mean so. */
function meantLines(out: CliOutput, { meant }: AuditedFile): string {
  if (meant.length === 0) return ''
  const { bold, dim } = out.colour
  const lines = meant.flatMap(({ finding, because }) => [
    hanging(out, '  ', `${finding.what} ${dim(`[${finding.code}]`)}`),
    hanging(out, `          ${dim('meant so:')} `, because),
  ])
  return `${[bold('Known and meant so'), ...lines].join('\n')}\n\n`
}

function findingLines(
  out: CliOutput,
  finding: Finding,
  read: AuditedFile['read'],
  withWhy: boolean,
): string {
  const { dim } = out.colour
  const { line, column } = read.document.locate(finding.path)
  const mark = severityColours(out)[finding.severity](finding.severity.padEnd(7))
  const { what, why, fix, code, path } = finding
  return [
    hanging(out, `  ${mark} `, `${what} ${dim(`[${code}]`)}`),
    hanging(out, `          ${dim('at: ')} `, dim(`${line}:${column} ${path}`)),
    ...(withWhy ? [hanging(out, `          ${dim('why:')} `, why)] : []),
    hanging(out, `          ${dim('fix:')} `, fix.sentence),
    ...(fix.choices ?? []).map(({ id, label }) =>
      hanging(out, `               ${dim('or')} `, `${id}: ${label}`),
    ),
  ].join('\n')
}

/** A text after its mark, wrapped to the terminal, the further lines under the first. */
export function hanging(out: CliOutput, mark: string, text: string): string {
  const indent = stringWidth(mark)
  const lines = wrapAnsi(text, Math.max(40, out.width - indent)).split('\n')
  return `${mark}${lines.join(`\n${' '.repeat(indent)}`)}`
}

/** `{ findings, meant, summary }`; each finding says its file, line and column. */
export const fileJson = (audited: AuditedFile, today: PlainDate): unknown => ({
  file: audited.file,
  today,
  findings: audited.findings.map((finding) => locatedFinding(finding, audited)),
  meant: audited.meant.map(({ finding, because }) => ({
    ...locatedFinding(finding, audited),
    because,
  })),
  summary: summaryOf(audited.findings),
})

export function locatedFinding(finding: Finding, { file, read }: AuditedFile) {
  const { line, column } = read.document.locate(finding.path)
  return { ...finding, file, line, column }
}
