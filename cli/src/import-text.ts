import type { Recognition } from '@entente/domain/agreement/recognition/recognise.ts'
import type { CliOutput } from './output.ts'
import { textTable } from './table.ts'

export interface ImportShown {
  readonly file: string
  readonly output: string
  readonly imported: Recognition
}

/** What an import did, for a person: what was taken from where, and the three lists that want a look. */
export function importText(out: CliOutput, { file, output, imported }: ImportShown): string {
  const { bold, dim, green, yellow } = out.colour
  const { taken, unsure, notUnderstood, notFilledIn } = imported
  const rows = [
    ...new Map(taken.map((one) => [`${one.from} ${one.words} ${section(one.path)}`, one])).values(),
  ]
  const head = `${green('drafted')} ${bold(output)} ${dim(`from ${file}`)}\n`
  const table =
    rows.length === 0
      ? ''
      : textTable(
          [{ title: 'taken from' }, { title: 'words', wraps: true }, { title: 'to', wraps: true }],
          rows.map((one) => [one.from, one.words, one.path]),
          out.width,
        )
  return [
    head,
    table,
    list(
      out,
      yellow('Unsure: compare these with the document'),
      unsure.map((one) => [one.source, one.text]),
    ),
    list(
      out,
      yellow('Not filled in: the document leaves these open'),
      notFilledIn.map((one) => [one.source, one.text]),
    ),
    list(
      out,
      yellow('Not understood: kept as notes of the draft'),
      notUnderstood.map((one) => [one.source, one.text]),
    ),
    `${rows.length} taken, ${unsure.length} unsure, ${notFilledIn.length} not filled in, ${notUnderstood.length} not understood.\n`,
    `${dim('next:')} entente audit ${output}\n`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}

const section = (path: string): string => path.split('/').slice(0, 3).join('/')

function list(out: CliOutput, title: string, rows: readonly (readonly [string, string])[]): string {
  if (rows.length === 0) return ''
  return `${title}\n${textTable([{ title: 'place' }, { title: 'words', wraps: true }], rows, out.width)}`
}
