import type { Finding, Severity } from '@entente/domain/agreement/finding.ts'
import type { YamlDocument } from '@entente/server/document/read-yaml.ts'
import { onOneLine, type CliOutput } from './output.ts'

const marks: Readonly<Record<Severity, 'red' | 'yellow' | 'blue'>> = {
  error: 'red',
  warning: 'yellow',
  hint: 'blue',
}

/** One finding as a person reads it: place, what is wrong, why it matters, what to do. Ends with a line break. */
export function findingText(out: CliOutput, finding: Finding, document: YamlDocument): string {
  const { line, column } = document.locate(finding.path)
  const { dim } = out.colour
  const mark = out.colour[marks[finding.severity]]
  return [
    `${onOneLine(document.file)}:${line}:${column} ${mark(finding.severity)} ${finding.what} ${dim(`[${finding.code}]`)}`,
    `  ${dim('why:')} ${finding.why}`,
    `  ${dim('fix:')} ${finding.fix.sentence}`,
    '',
  ].join('\n')
}
