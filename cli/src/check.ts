/**
 * `entente check`: can the files be read, and does each hold together? What is merely missing is the audit's matter.
 * Every file is checked, whatever the others say; the worst of them decides the exit code.
 */
import type { Finding } from '@entente/domain/agreement/finding.ts'
import { calendarFindings } from '@entente/domain/agreement/calendar-findings.ts'
import { agreementHash } from '@entente/domain/agreement/hash.ts'
import { checkReferences } from '@entente/domain/agreement/references.ts'
import {
  eachRefusal,
  readAgreement,
  type ReadAgreement,
} from '@entente/server/agreement/read-agreement.ts'
import type { FileRefusal } from '@entente/server/document/file-refusal.ts'
import { readArguments } from './arguments.ts'
import { findingText } from './finding-text.ts'
import { onOneLine, type CliOutput } from './output.ts'
import { exitCode, refuse } from './refusals.ts'

const form = {
  command: 'check',
  options: {},
  operands: { name: 'FILE...', required: 1, most: 10_000 },
} as const

interface Checked {
  readonly read: ReadAgreement
  readonly findings: readonly Finding[]
}

export async function run(argv: string[], out: CliOutput): Promise<number> {
  const read = readArguments(argv, form)
  if (!read.ok) return refuse(out, [read.refusal])
  const checked: Checked[] = []
  const refusals: FileRefusal[] = []
  for (const file of read.value.operands) {
    const agreement = await readAgreement(file)
    if (agreement.ok) checked.push({ read: agreement.value, findings: findingsOf(agreement.value) })
    else refusals.push(...eachRefusal(agreement.refusal))
  }
  if (out.json) out.stdout(`${JSON.stringify(report(checked, refusals), null, 2)}\n`)
  else {
    for (const one of checked) out.stdout(checkedText(out, one))
    if (refusals.length > 0) refuse(out, refusals)
  }
  if (refusals.length > 0) return exitCode.unusable
  return checked.some(({ findings }) => findings.length > 0) ? exitCode.findings : exitCode.holds
}

function findingsOf({ agreement }: ReadAgreement): readonly Finding[] {
  const found = checkReferences(agreement)
  const known = new Set(found.map(({ path }) => path))
  return [...found, ...calendarFindings(agreement).filter(({ path }) => !known.has(path))]
}

function checkedText(out: CliOutput, { read, findings }: Checked): string {
  const file = onOneLine(read.document.file)
  if (findings.length === 0) {
    const { bold, dim, green } = out.colour
    return `${green('holds')} ${bold(file)} ${dim(agreementHash(read.agreement))}\n`
  }
  const count = findings.length === 1 ? 'one error' : `${findings.length} errors`
  const texts = findings.map((finding) => findingText(out, finding, read.document))
  return `${texts.join('')}${out.colour.bold(file)}: ${count}\n`
}

function report(checked: readonly Checked[], refusals: readonly FileRefusal[]): unknown {
  const files = checked.map(({ read, findings }) => ({
    file: read.document.file,
    id: read.agreement.id,
    version: read.agreement.version ?? 1,
    hash: agreementHash(read.agreement),
    holds: findings.length === 0,
    findings: findings.map((finding) => located(finding, read)),
  }))
  return refusals.length === 0 ? { files } : { files, refusals }
}

function located(finding: Finding, read: ReadAgreement): unknown {
  const { line, column } = read.document.locate(finding.path)
  return { file: read.document.file, line, column, ...finding }
}
