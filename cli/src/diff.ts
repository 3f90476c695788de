/**
 * `entente diff`: what changes between two versions, in words. Two files that say the same have no changes, however
 * differently they are written. It exits 0 either way: a change is no fault.
 */
import { changeSections, diffAgreements, type Change } from '@entente/domain/agreement/diff.ts'
import { agreementHash } from '@entente/domain/agreement/hash.ts'
import { eachRefusal, readAgreement } from '@entente/server/agreement/read-agreement.ts'
import { readArguments } from './arguments.ts'
import type { CliOutput } from './output.ts'
import { exitCode, refuse } from './refusals.ts'

const form = {
  command: 'diff',
  options: {},
  operands: { name: 'OLD NEW', required: 2, most: 2 },
} as const

const titles: Readonly<Record<(typeof changeSections)[number], string>> = {
  agreement: 'The agreement',
  parties: 'Parties',
  scope: 'Scope',
  people: 'People and positions',
  responsibilities: 'Responsibilities',
  targets: 'Response times',
  calendars: 'Calendars',
  ladders: 'Escalation',
  delivery: 'Delivery',
  reporting: 'Reporting',
  term: 'Term and termination',
  rulebook: 'Rulebook',
  notes: 'Notes',
}

export async function run(argv: string[], out: CliOutput): Promise<number> {
  const read = readArguments(argv, form)
  if (!read.ok) return refuse(out, [read.refusal])
  const [oldFile = '', newFile = ''] = read.value.operands
  const before = await readAgreement(oldFile)
  const after = await readAgreement(newFile)
  if (!before.ok || !after.ok) {
    return refuse(
      out,
      [before, after].flatMap((result) => (result.ok ? [] : eachRefusal(result.refusal))),
    )
  }
  const changes = diffAgreements(before.value.agreement, after.value.agreement)
  const sides = {
    before: { file: oldFile, hash: agreementHash(before.value.agreement) },
    after: { file: newFile, hash: agreementHash(after.value.agreement) },
  }
  if (out.json) out.stdout(`${JSON.stringify({ ...sides, changes }, null, 2)}\n`)
  else if (changes.length === 0) out.stdout(`The two say the same: ${sides.before.hash}\n`)
  else out.stdout(changesText(changes, out))
  return exitCode.holds
}

function changesText(changes: readonly Change[], out: CliOutput): string {
  const groups = changeSections
    .map((section) => ({ section, list: changes.filter((change) => change.section === section) }))
    .filter(({ list }) => list.length > 0)
    .map(({ section, list }) =>
      [out.colour.bold(titles[section]), ...list.map((change) => changeLine(change, out))].join(
        '\n',
      ),
    )
  const count = changes.length === 1 ? 'One change.' : `${changes.length} changes.`
  return `${groups.join('\n\n')}\n\n${count}\n`
}

function changeLine(change: Change, out: CliOutput): string {
  const { green, red, yellow, dim } = out.colour
  const mark = { added: green('+'), removed: red('-'), changed: yellow('~') }[change.kind]
  const firmness = [
    change.tightens === undefined ? '' : `tighter for ${sideWords(change.tightens)}`,
    change.eases === undefined ? '' : `easier for ${sideWords(change.eases)}`,
  ].join('')
  return `  ${mark} ${change.sentence}${firmness === '' ? '' : ` ${dim(`(${firmness})`)}`}`
}

const sideWords = (side: 'vendor' | 'partner' | 'both'): string =>
  side === 'both' ? 'both sides' : `the ${side}`
