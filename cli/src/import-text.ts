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
  const rows = placesOf(taken)
  const head = `${green('drafted')} ${bold(output)} ${dim(`from ${file}`)}\n`
  const table =
    rows.length === 0
      ? ''
      : textTable(
          [{ title: 'taken from' }, { title: 'words', wraps: true }, { title: 'to' }],
          rows,
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

/** One row for the same words at the same place, with every path below the other, so that no path is broken. */
function placesOf(taken: Recognition['taken']): string[][] {
  const places = new Map<string, { from: string; words: string; paths: Set<string> }>()
  for (const { from, words, path } of taken) {
    const key = `${from}\n${words}`
    const place = places.get(key) ?? { from, words, paths: new Set() }
    place.paths.add(path)
    places.set(key, place)
  }
  return [...places.values()].map(({ from, words, paths }) => [from, words, [...paths].join('\n')])
}

function list(out: CliOutput, title: string, rows: readonly (readonly [string, string])[]): string {
  if (rows.length === 0) return ''
  return `${title}\n${textTable([{ title: 'place' }, { title: 'words', wraps: true }], rows, out.width)}`
}
