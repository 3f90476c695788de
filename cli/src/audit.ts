/**
 * `entente audit`: what is missing, contradictory or expired, in one agreement or in all of a folder. The findings
 * depend on the day; `--today` asks about another one. Filters decide what is shown and what decides the exit code.
 */
import type { Agreement } from '@entente/domain/agreement/agreement.ts'
import {
  coverageElements,
  type CoverageElement,
  type Finding,
  type Severity,
} from '@entente/domain/agreement/finding.ts'
import { auditInFull, type Audit } from '@entente/domain/coverage/audit.ts'
import type { PlainDate } from '@entente/domain/kernel/instant.ts'
import { nearest } from '@entente/domain/kernel/nearest.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { eachRefusal, readAgreement } from '@entente/server/agreement/read-agreement.ts'
import { auditFolder } from '@entente/server/coverage/audit-folder.ts'
import { stat } from 'node:fs/promises'
import { readArguments, type ReadArguments } from './arguments.ts'
import { readToday } from './as-of.ts'
import { folderJson, folderText } from './audit/folder-report.ts'
import { fileJson, fileText } from './audit/file-report.ts'
import type { CliOutput } from './output.ts'
import { exitCode, refuse } from './refusals.ts'

const form = {
  command: 'audit',
  options: {
    severity: { type: 'string' },
    element: { type: 'string', multiple: true },
    today: { type: 'string' },
  },
  operands: { name: 'FILE|FOLDER', required: 1, most: 1 },
} as const

const severities: readonly Severity[] = ['error', 'warning', 'hint']

interface Question {
  readonly today: PlainDate
  readonly isAsked: (finding: Finding) => boolean
}

export async function run(argv: string[], out: CliOutput): Promise<number> {
  const read = readArguments(argv, form)
  if (!read.ok) return refuse(out, [read.refusal])
  const question = readQuestion(read.value.values)
  if (!question.ok) return refuse(out, [question.refusal])
  const [path = ''] = read.value.operands
  const facts = await stat(path).catch(() => undefined)
  return facts?.isDirectory() === true
    ? runOnFolder(path, question.value, out)
    : runOnFile(path, question.value, out)
}

async function runOnFile(path: string, { today, isAsked }: Question, out: CliOutput) {
  const read = await readAgreement(path)
  if (!read.ok) return refuse(out, eachRefusal(read.refusal))
  const audit = await auditWithDates(read.value.agreement, today)
  const findings = audit.findings.filter(isAsked)
  const meant = audit.meant.filter(({ finding }) => isAsked(finding))
  const audited = { file: path, read: read.value, findings, meant }
  out.stdout(
    out.json ? `${JSON.stringify(fileJson(audited, today), null, 2)}\n` : fileText(out, audited),
  )
  return exitFor(findings)
}

/** The library of holidays is loaded only for an agreement that lacks some. */
async function auditWithDates(agreement: Agreement, today: PlainDate): Promise<Audit> {
  const audit = auditInFull(agreement, { today })
  if (!audit.findings.some(({ code }) => code.startsWith('calendars.holidays'))) return audit
  const { holidaysOf } = await import('@entente/server/coverage/holiday-source.ts')
  return auditInFull(agreement, { today, holidaysOf })
}

async function runOnFolder(path: string, { today, isAsked }: Question, out: CliOutput) {
  const { holidaysOf } = await import('@entente/server/coverage/holiday-source.ts')
  const folder = await auditFolder(path, { today, holidaysOf }, (file, index, of) =>
    out.progress(`${index + 1} of ${of}: ${file}`),
  )
  out.progress('')
  if (!folder.ok) return refuse(out, [folder.refusal])
  const { audited, unreadable } = folder.value
  if (audited.length === 0) {
    return refuse(
      out,
      unreadable.length > 0
        ? unreadable.flatMap(({ refusals }) => refusals)
        : [noAgreements(path, folder.value.skipped.length)],
    )
  }
  const shown = {
    ...folder.value,
    audited: audited.map((one) =>
      Object.assign({}, one, { findings: one.findings.filter(isAsked) }),
    ),
  }
  out.stdout(
    out.json ? `${JSON.stringify(folderJson(shown, today), null, 2)}\n` : folderText(out, shown),
  )
  if (unreadable.length > 0) return exitCode.findings
  return exitFor(shown.audited.flatMap(({ findings }) => findings))
}

const exitFor = (findings: readonly Finding[]): number =>
  findings.some(({ severity }) => severity === 'error') ? exitCode.findings : exitCode.holds

function readQuestion(
  values: ReadArguments<(typeof form)['options']>['values'],
): Result<Question, Refusal> {
  const today = readToday(values.today)
  if (!today.ok) return today
  const severity = severities.find((one) => one === (values.severity ?? 'hint'))
  if (severity === undefined) return refused(unknown('severity', values.severity, severities))
  const elements = values.element ?? []
  const foreign = elements.find((one) => !isElement(one))
  if (foreign !== undefined) return refused(unknown('element', foreign, coverageElements))
  return accepted({
    today: today.value,
    isAsked: (finding) =>
      severities.indexOf(finding.severity) <= severities.indexOf(severity) &&
      (elements.length === 0 || elements.includes(finding.element)),
  })
}

const isElement = (text: string): text is CoverageElement =>
  coverageElements.some((element) => element === text)

function unknown(option: string, value: string | undefined, known: readonly string[]): Refusal {
  const near = nearest(value ?? '', known)
  return {
    code: `arguments.unknown-${option}`,
    sentence: `There is no ${option} "${value ?? ''}".`,
    fix: `${near === undefined ? '' : `Did you mean "${near}"? `}Write one of ${known.join(', ')}.`,
  }
}

const noAgreements = (folder: string, skipped: number): Refusal => ({
  code: 'folder.no-agreements',
  sentence: `There is no agreement in ${folder}${skipped === 0 ? '' : `; ${skipped} other files were passed over`}.`,
  fix: 'An agreement is a .yaml, .yml or .json file that says "format: entente/agreement@1".',
})
