/**
 * `entente fix`: applies the fixes that the audit proposes, as a new draft. What both sides have accepted is never
 * edited: the draft is then the next version and says which one it amends. Comments and layout of a YAML file stay.
 *
 * Without an output it shows what it would do. A second run on its own result has nothing left to mend.
 */
import { diffAgreements } from '@entente/domain/agreement/diff.ts'
import { auditAgreement } from '@entente/domain/coverage/audit.ts'
import { fixAgreement } from '@entente/domain/coverage/apply-fix.ts'
import { isSigned } from '@entente/domain/coverage/next-draft.ts'
import type { Refusal } from '@entente/domain/kernel/result.ts'
import { eachRefusal, readAgreementText } from '@entente/server/agreement/read-agreement.ts'
import { holidaysOf } from '@entente/server/coverage/holiday-source.ts'
import { mendedText } from '@entente/server/coverage/mended-text.ts'
import { standardInput } from '@entente/server/document/read-bytes.ts'
import { readTextFile } from '@entente/server/document/read-text-file.ts'
import { writeFileWhole } from '@entente/server/document/write-file.ts'
import { readArguments } from './arguments.ts'
import { fixJson, fixText, type FixReport } from './fix/fix-report.ts'
import { readWish } from './fix/wish.ts'
import type { CliOutput } from './output.ts'
import { exitCode, refuse } from './refusals.ts'

const form = {
  command: 'fix',
  options: {
    output: { type: 'string', short: 'o' },
    'in-place': { type: 'boolean' },
    code: { type: 'string', multiple: true },
    all: { type: 'boolean' },
    choose: { type: 'string', multiple: true },
    meant: { type: 'string', multiple: true },
    because: { type: 'string' },
    'dry-run': { type: 'boolean' },
    today: { type: 'string' },
    force: { type: 'boolean', short: 'f' },
  },
  operands: { name: 'FILE', required: 1, most: 1 },
} as const

export async function run(argv: string[], out: CliOutput): Promise<number> {
  const args = readArguments(argv, form)
  if (!args.ok) return refuse(out, [args.refusal])
  const wish = readWish(args.value.values)
  if (!wish.ok) return refuse(out, [wish.refusal])
  const [path = ''] = args.value.operands
  const text = await readTextFile(path)
  if (!text.ok) return refuse(out, [text.refusal])
  const read = readAgreementText(text.value, path)
  if (!read.ok) return refuse(out, eachRefusal(read.refusal))
  const { agreement, file } = read.value
  if (wish.value.inPlace && path === standardInput) return refuse(out, [noPlace])
  if (wish.value.inPlace && isSigned(agreement)) return refuse(out, [signed(path)])

  const { wanted } = wish.value
  const context = { today: wish.value.today, holidaysOf }
  const findings = auditAgreement(agreement, context)
  const unfit = unknownAnswers(wanted.answers, findings) ?? unmeantPoint(wanted.meant, findings)
  if (unfit !== undefined) return refuse(out, [unfit])
  const fixed = fixAgreement({ agreement, file }, context, wanted)
  const patch = [...fixed.opening, ...fixed.applied.flatMap((one) => one.patch)]
  const goal = wish.value.inPlace ? path : wish.value.output
  const changes = diffAgreements(agreement, fixed.agreement)
  const isWritten = goal !== undefined && !wish.value.dryRun && fixed.applied.length > 0
  const mended = mendedText({ text: text.value, path }, { ...fixed, patch }, goal ?? path)
  if (isWritten) {
    const force = wish.value.inPlace || wish.value.force
    const written = await writeFileWhole(goal, mended.text, { force })
    if (!written.ok) return refuse(out, [written.refusal])
  }
  const { keptLayout } = mended
  const report: FixReport = { path, goal: isWritten ? goal : undefined, fixed, changes, keptLayout }
  out.stdout(out.json ? `${JSON.stringify(fixJson(report), null, 2)}\n` : fixText(out, report))
  return exitCode.holds
}

/** An answer that no finding offers is a slip, and silently doing nothing would hide it. */
function unknownAnswers(
  answers: ReadonlyMap<string, string> | undefined,
  findings: ReturnType<typeof auditAgreement>,
): Refusal | undefined {
  for (const [question, answer] of answers ?? []) {
    const [code = '', path] = question.split('@')
    const own = findings.filter(
      (finding) => finding.code === code && (path === undefined || finding.path === path),
    )
    const offered = [...new Set(own.flatMap(({ fix }) => fix.choices ?? []).map(({ id }) => id))]
    if (own.length === 0 || offered.includes(answer)) continue
    return {
      code: 'fix.unknown-answer',
      sentence: `"${answer}" is not an answer to ${question}.`,
      fix:
        offered.length === 0
          ? 'It offers no ready answers; edit the file.'
          : `Its answers are ${offered.join(', ')}.`,
    }
  }
  return undefined
}

const noPlace: Refusal = {
  code: 'fix.no-place',
  sentence: 'What is piped in has no place to be written over.',
  fix: 'Name a file by -o OUT.yaml.',
}

/** Only what is found can be meant so, and an error never. */
function unmeantPoint(
  meant: ReadonlyMap<string, string> | undefined,
  findings: ReturnType<typeof auditAgreement>,
): Refusal | undefined {
  for (const question of meant?.keys() ?? []) {
    const own = findings.filter(({ code, path }) => [code, `${code}@${path}`].includes(question))
    if (own.some(({ severity }) => severity !== 'error')) continue
    return own.length === 0
      ? {
          code: 'fix.nothing-to-mean',
          sentence: `The audit does not find "${question}".`,
          fix: 'Write --meant CODE or --meant CODE@PATH of a finding that "entente audit --json" prints.',
        }
      : {
          code: 'fix.error-meant',
          sentence: `"${question}" is an error, and no reason makes it right.`,
          fix: 'Mend it, or leave it open.',
        }
  }
  return undefined
}

const signed = (file: string): Refusal => ({
  code: 'fix.signed',
  sentence: `${file} is what both sides have accepted, and is not edited in place.`,
  fix: 'Write -o NEXT.yaml: the draft becomes the next version and amends this one.',
})
