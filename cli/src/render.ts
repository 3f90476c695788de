/**
 * `entente render`: prints an agreement for signature, as PDF or Word by the ending of the name. A draft is printed as
 * it is, with its gaps and marked as a draft; a file that cannot be read as an agreement is refused.
 */
import type { Agreement } from '@entente/domain/agreement/agreement.ts'
import { plainDate } from '@entente/domain/agreement/dates.ts'
import type { OpenPoints } from '@entente/domain/agreement/document/open-points.ts'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { papers, type Paper } from '@entente/server/agreement/paper.ts'
import { eachRefusal, readAgreement } from '@entente/server/agreement/read-agreement.ts'
import { today } from '@entente/server/app/clock.ts'
import { writeFileWhole } from '@entente/server/document/write-file.ts'
import { readArguments, type ReadArguments } from './arguments.ts'
import type { CliOutput } from './output.ts'
import { exitCode, refuse } from './refusals.ts'

const form = {
  command: 'render',
  options: {
    output: { type: 'string', short: 'o' },
    annex: { type: 'boolean' },
    'with-findings': { type: 'boolean' },
    today: { type: 'string' },
    language: { type: 'string' },
    paper: { type: 'string' },
    force: { type: 'boolean', short: 'f' },
  },
  operands: { name: 'FILE', required: 1, most: 1 },
} as const

type Values = ReadArguments<(typeof form)['options']>['values']

interface Wish {
  readonly file: string
  readonly format: 'pdf' | 'docx'
  readonly paper: Paper | undefined
  readonly language: string | undefined
  /** The day of the audit, where its findings are wanted. */
  readonly auditOn: string | undefined
}

export async function run(argv: string[], out: CliOutput): Promise<number> {
  const read = readArguments(argv, form)
  if (!read.ok) return refuse(out, [read.refusal])
  const { values, operands } = read.value
  const wish = readWish(values)
  if (!wish.ok) return refuse(out, [wish.refusal])
  const agreement = await readAgreement(operands[0] ?? '')
  if (!agreement.ok) return refuse(out, eachRefusal(agreement.refusal))
  const { format, paper, language, file } = wish.value
  const openPoints = await auditOf(agreement.value.agreement, wish.value.auditOn)
  const { printPdf, printWord } = await import('@entente/server/agreement/print-agreement.ts')
  const print = format === 'pdf' ? printPdf : printWord
  const made = await print(agreement.value.agreement, { paper, language, openPoints })
  const written = await writeFileWhole(file, made.bytes, { force: values.force ?? false })
  if (!written.ok) return refuse(out, [written.refusal])
  const { bytes, ...facts } = made
  const report = { file, format, size: bytes.length, ...facts }
  out.stdout(out.json ? `${JSON.stringify(report, null, 2)}\n` : summary(out, report))
  return exitCode.holds
}

function readWish(values: Values): Result<Wish, Refusal> {
  const file = values.output
  const format = file === undefined ? undefined : /\.(pdf|docx)$/i.exec(file)?.[1]?.toLowerCase()
  if (file === undefined || (format !== 'pdf' && format !== 'docx')) {
    return refused({
      code: 'render.no-output',
      sentence:
        file === undefined
          ? 'Nothing says where to print to.'
          : `"${file}" ends neither in .pdf nor in .docx.`,
      fix: 'Write -o NAME.pdf or -o NAME.docx.',
    })
  }
  const paper = papers.find((one) => one === values.paper)
  if (values.paper !== undefined && paper === undefined) {
    return refused({
      code: 'render.unknown-paper',
      sentence: `"${values.paper}" is no paper that can be printed on.`,
      fix: `Write --paper ${papers.join(' or --paper ')}.`,
    })
  }
  const { language } = values
  if (language !== undefined && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)) {
    return refused({
      code: 'render.unknown-language',
      sentence: `"${language}" is not a language tag.`,
      fix: 'Write a tag such as en, de-AT, ja or zh-TW.',
    })
  }
  const auditOn = readDay(values)
  return auditOn.ok ? accepted({ file, format, paper, language, auditOn: auditOn.value }) : auditOn
}

function readDay(values: Values): Result<string | undefined, Refusal> {
  if (values.annex !== true && values['with-findings'] !== true) return accepted(undefined)
  const day = values.today ?? today()
  if (plainDate.safeParse(day).success) return accepted(day)
  return refused({
    code: 'render.unreadable-date',
    sentence: `"${day}" is not a date.`,
    fix: 'Write --today as year-month-day, like 2026-11-20.',
  })
}

async function auditOf(
  agreement: Agreement,
  day: string | undefined,
): Promise<OpenPoints | undefined> {
  if (day === undefined) return undefined
  const { auditAgreement } = await import('@entente/domain/coverage/audit.ts')
  const on = plainDate.parse(day)
  return { on, findings: auditAgreement(agreement, { today: on }) }
}

interface Report {
  readonly file: string
  readonly hash: string
  readonly pages: number | undefined
  readonly undrawable: readonly string[]
}

function summary(out: CliOutput, { file, hash, pages, undrawable }: Report): string {
  const { bold, dim, green, yellow } = out.colour
  const length = pages === undefined ? '' : `, ${pages} ${pages === 1 ? 'page' : 'pages'}`
  const lost = undrawable.map((one) => `"${one}"`).join(', ')
  return [
    `${green('printed')} ${bold(file)}${length}\n${dim(hash)}\n`,
    ...(lost === ''
      ? []
      : [`${yellow('note')} no font has ${lost}: printed as the code point instead\n`]),
  ].join('')
}
