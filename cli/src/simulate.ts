/**
 * `entente simulate`: replays a log of real work under an agreement, or under two side by side, and tells how often
 * each promise would have been kept, how late the worst were, and who would have been called.
 *
 * A replay that shows breaches is an answer and exits with 0; only files that cannot be used exit with 2.
 */
import type { SimulationAnswer } from '@entente/server/simulation/simulate-log.ts'
import { readArguments } from './arguments.ts'
import type { CliOutput } from './output.ts'
import { exitCode, refuse, type LocatedRefusal } from './refusals.ts'
import { readCount } from './simulate/count.ts'

const form = {
  command: 'simulate',
  operands: { name: 'AGREEMENT.yaml', required: 0, most: 1 },
  options: {
    against: { type: 'string' },
    log: { type: 'string' },
    map: { type: 'string' },
    until: { type: 'string' },
    csv: { type: 'string' },
    unused: { type: 'string' },
    'max-rows': { type: 'string' },
    'init-map': { type: 'string' },
    out: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
} as const

interface Values {
  readonly against?: string
  readonly log?: string
  readonly map?: string
  readonly until?: string
  readonly csv?: string
  readonly unused?: string
  readonly 'max-rows'?: string
  readonly force?: boolean
}

export async function run(argv: string[], out: CliOutput): Promise<number> {
  const read = readArguments(argv, form)
  if (!read.ok) return refuse(out, [read.refusal])
  const { values, operands } = read.value
  if (values['init-map'] !== undefined) {
    const { initMap } = await import('./simulate/init-map.ts')
    return initMap(values['init-map'], values.out, values.force === true, out)
  }
  const [agreement] = operands
  const { log, map } = values
  if (agreement === undefined || log === undefined || map === undefined) {
    return refuse(out, [incomplete(agreement, log, map)])
  }
  return replay({ agreement, log, map }, values, out)
}

interface Files {
  readonly agreement: string
  readonly log: string
  readonly map: string
}

async function replay(files: Files, values: Values, out: CliOutput): Promise<number> {
  const rowLimit = readCount('max-rows', values['max-rows'])
  const unused =
    values.unused === 'all' ? readCount('unused', undefined) : readCount('unused', values.unused)
  if (!rowLimit.ok) return refuse(out, [rowLimit.refusal])
  if (!unused.ok) return refuse(out, [unused.refusal])
  const { simulateLog } = await import('@entente/server/simulation/simulate-log.ts')
  const answer = await simulateLog({
    ...files,
    against: values.against,
    until: values.until,
    limits: {
      rowLimit: rowLimit.value,
      unusedPerCode: values.unused === 'all' ? Number.POSITIVE_INFINITY : unused.value,
    },
    progress: progressLine(out),
  })
  out.progress('')
  if (!answer.ok) return refuse(out, answer.refusals)
  const written = await writeCases(values, answer.value)
  if (written !== undefined) return refuse(out, [written])
  if (out.json) {
    out.stdout(`${JSON.stringify(answer.value.result, null, 2)}\n`)
  } else {
    const { printSimulation } = await import('./simulate/report.ts')
    printSimulation(answer.value.result, answer.value.mapping, out)
    if (values.csv !== undefined) out.stdout(`\nEvery clock by case: ${values.csv}\n`)
  }
  return exitCode.holds
}

/** Writes a line when it changes, not for each of the hundreds of chunks of a log. */
function progressLine(out: CliOutput): (what: 'reading' | 'replaying', share: number) => void {
  let last = ''
  return (what, share) => {
    const text = `${what === 'reading' ? 'Reading the log' : 'Replaying'} … ${Math.round(share * 100)} %`
    if (text !== last) out.progress(text)
    last = text
  }
}

async function writeCases(
  { csv, force }: Values,
  answer: Extract<SimulationAnswer, { readonly ok: true }>['value'],
): Promise<LocatedRefusal | undefined> {
  if (csv === undefined) return undefined
  const [{ casesCsv }, { writeFileWhole }] = await Promise.all([
    import('@entente/server/simulation/cases-csv.ts'),
    import('@entente/server/document/write-file.ts'),
  ])
  const written = await writeFileWhole(csv, casesCsv(answer.simulation, answer.log), {
    force: force === true,
  })
  return written.ok ? undefined : written.refusal
}

function incomplete(
  agreement: string | undefined,
  log: string | undefined,
  map: string | undefined,
): LocatedRefusal {
  const lacking = [
    ...(agreement === undefined ? ['an agreement'] : []),
    ...(log === undefined ? ['--log FILE.csv'] : []),
    ...(map === undefined ? ['--map MAP.yaml'] : []),
  ]
  return {
    code: 'arguments.incomplete-question',
    sentence: `"entente simulate" lacks ${lacking.join(' and ')}.`,
    fix:
      map === undefined
        ? 'Write "entente simulate AGREEMENT.yaml --log FILE.csv --map MAP.yaml"; "entente simulate --init-map FILE.csv -o MAP.yaml" begins a mapping.'
        : 'Write "entente simulate AGREEMENT.yaml --log FILE.csv --map MAP.yaml".',
  }
}
