import type { LogMapping } from '@entente/domain/simulation/log-mapping.ts'
import type { Promised } from '@entente/domain/simulation/promised.ts'
import type { SimulationResult } from '@entente/server/simulation/simulate-log.ts'
import type { CliOutput } from '../output.ts'
import { textTable } from '../table.ts'
import { escalationTable, promiseTable } from './figure-tables.ts'
import { countText, durationText, grouped, localText, plainText } from './words.ts'

const mostWorst = 10

/** The report for a person: promises, calls, worst cases, what changes, and what the figures rest on. */
export function printSimulation(
  result: SimulationResult,
  mapping: LogMapping,
  out: CliOutput,
): void {
  printHead(result, out)
  for (const promise of ['response', 'resolution'] as const) {
    if (!isPromised(result, promise)) continue
    heading(out, promise === 'response' ? 'Response' : 'Resolution')
    out.stdout(promiseTable(result, promise, out))
  }
  out.stdout(
    out.colour.dim(
      'Median and 9 of 10: of those met, in open hours for business targets, in all hours otherwise; pauses left out.\n',
    ),
  )
  heading(out, 'Who would have been called')
  out.stdout(escalationTable(result, out))
  printWorst(result, mapping, out)
  printChanges(result, out)
  printUnused(result, out)
  printRemarks(result, out)
}

/** A promise that neither agreement makes, or that is not replayed, has no table; the notes say why. */
const isPromised = ({ clocks, against }: SimulationResult, promise: Promised): boolean =>
  [clocks, against?.clocks ?? {}].some((all) =>
    Object.values(all).some((figures) => figures[promise].target !== null),
  )

const heading = (out: CliOutput, text: string): void => out.stdout(`\n${out.colour.bold(text)}\n`)

function printHead({ agreement, against, log }: SimulationResult, out: CliOutput): void {
  const { bold, dim } = out.colour
  const name = (one: SimulationResult['agreement']): string =>
    `${bold(one.title ?? one.id)} version ${one.version} ${dim(one.hash.slice(0, 19))}`
  out.stdout(`${name(agreement)}\n`)
  if (against !== undefined) out.stdout(`against ${name(against.agreement)}\n`)
  out.stdout(
    `${countText(log.cases, 'case', 'cases')} from ${countText(log.rows, 'row', 'rows')} of ${log.file}${spanText(log)}\n`,
  )
}

const spanText = ({ from, until }: SimulationResult['log']): string =>
  from === null || until === null ? '' : `, ${from.slice(0, 10)} to ${until.slice(0, 10)}`

function printWorst(result: SimulationResult, mapping: LogMapping, out: CliOutput): void {
  if (result.worst.length === 0) return
  heading(out, 'Worst, by share of the time agreed')
  out.stdout(
    textTable(
      [
        { title: 'Case' },
        { title: 'Priority' },
        { title: 'Promise' },
        { title: 'Opened' },
        { title: 'Due' },
        { title: 'Met' },
        { title: 'Used', align: 'right' },
        { title: 'Of', align: 'right' },
        { title: 'Share', align: 'right' },
      ],
      result.worst
        .slice(0, mostWorst)
        .map((one) => [
          plainText(one.case),
          one.priority,
          one.promise,
          localText(one.openedAt, mapping.timeZone),
          localText(one.dueAt, mapping.timeZone),
          one.metAt === null ? 'open' : localText(one.metAt, mapping.timeZone),
          durationText(one.used),
          durationText(one.budget),
          `${grouped(Math.round(one.share * 100))} %`,
        ]),
      out.width,
    ),
  )
  out.stdout(out.colour.dim(`Times as in the log, ${mapping.timeZone}.\n`))
}

function printChanges({ difference }: SimulationResult, out: CliOutput): void {
  if (difference === undefined) return
  heading(out, 'Cases that come out otherwise')
  for (const [promise, { newlyBreached, noLongerBreached, examples }] of Object.entries(
    difference.cases,
  )) {
    out.stdout(
      `${promise}: ${out.colour.red(`${grouped(newlyBreached)} newly breached`)}${namesText(examples.newlyBreached, newlyBreached)}\n`,
    )
    out.stdout(
      `${promise}: ${out.colour.green(`${grouped(noLongerBreached)} no longer breached`)}${namesText(examples.noLongerBreached, noLongerBreached)}\n`,
    )
  }
}

function printUnused({ log, unused, unusedCounts }: SimulationResult, out: CliOutput): void {
  if (log.unusedRows === 0) {
    out.stdout(`\nEvery row of the log was used.\n`)
    return
  }
  heading(out, `${countText(log.unusedRows, 'row was', 'rows were')} not used`)
  for (const [code, count] of Object.entries(unusedCounts)) {
    const first = unused.find((row) => row.code === code)
    const example =
      first === undefined
        ? ''
        : ` Line ${first.line}${first.column === '' ? '' : `, ${first.column} ${JSON.stringify(first.value)}`}: ${first.reason}`
    out.stdout(`${grouped(count)} × ${code}.${example}\n`)
  }
}

function printRemarks(result: SimulationResult, out: CliOutput): void {
  const first = [...result.assumptions, ...result.notes]
  const { against } = result
  const second = against === undefined ? first : [...against.assumptions, ...against.notes]
  const sentences = [
    ...first.map((one) => (second.includes(one) ? one : `Under the first agreement: ${one}`)),
    ...second
      .filter((one) => !first.includes(one))
      .map((one) => `Under the second agreement: ${one}`),
  ]
  if (sentences.length === 0) return
  heading(out, 'What these figures rest on')
  for (const sentence of sentences) out.stdout(`- ${sentence}\n`)
}

const namesText = (cases: readonly { readonly case: string }[], of: number): string =>
  cases.length === 0
    ? ''
    : `: ${cases
        .slice(0, 5)
        .map((one) => plainText(one.case))
        .join(', ')}${of > 5 ? ' …' : ''}`
