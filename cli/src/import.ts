/**
 * `entente import`: a draft from a document that people already have. It says what was taken from where, what is
 * unsure, what the document leaves open and what was not understood; the last stays in the draft as notes.
 */
import type { Recognition } from '@entente/domain/agreement/recognition/recognise.ts'
import { identifier } from '@entente/domain/agreement/identifier.ts'
import { importAgreement } from '@entente/server/agreement/import-agreement.ts'
import { writeAgreement } from '@entente/server/agreement/write-agreement.ts'
import { basename } from 'node:path'
import { readArguments } from './arguments.ts'
import { importText } from './import-text.ts'
import type { CliOutput } from './output.ts'
import { exitCode, refuse } from './refusals.ts'

const form = {
  command: 'import',
  options: {
    output: { type: 'string', short: 'o' },
    id: { type: 'string' },
    vendor: { type: 'string', multiple: true },
    force: { type: 'boolean', short: 'f' },
  },
  operands: { name: 'FILE', required: 1, most: 1 },
} as const

export async function run(argv: string[], out: CliOutput): Promise<number> {
  const read = readArguments(argv, form)
  if (!read.ok) return refuse(out, [read.refusal])
  const { values, operands } = read.value
  const [file = ''] = operands
  if (values.id !== undefined && !identifier.safeParse(values.id).success) {
    return refuse(out, [
      {
        code: 'arguments.bad-id',
        sentence: `"${values.id}" cannot be the id of an agreement.`,
        fix: 'Use small letters, digits and single hyphens, like "larkfield-brevik".',
      },
    ])
  }
  const output = values.output ?? `${basename(file).replace(/\.[^.]*$/, '')}.yaml`
  const imported = await importAgreement(file, {
    id: values.id,
    vendor: values.vendor,
    evenIfEmpty: values.force ?? false,
  })
  if (!imported.ok) return refuse(out, [imported.refusal])
  const written = await writeAgreement(output, imported.value.draft, {
    force: values.force ?? false,
  })
  if (!written.ok) return refuse(out, [written.refusal])
  out.stdout(
    out.json
      ? `${JSON.stringify(report(output, imported.value), null, 2)}\n`
      : importText(out, { file, output, imported: imported.value }),
  )
  return exitCode.holds
}

function report(draft: string, imported: Recognition) {
  const { taken, unsure, notUnderstood, notFilledIn, headings } = imported
  return { draft, taken, unsure, notUnderstood, notFilledIn, headings, agreement: imported.draft }
}
