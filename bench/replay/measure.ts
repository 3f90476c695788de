/**
 * One measured replay, in a process of its own so that its peak memory is its own: `node measure.ts LOG [parts]`.
 * Prints one line of JSON. With `parts` every stage is also run alone, up to it.
 */
import { readAgreementText } from '@entente/server/agreement/read-agreement.ts'
import { readCsvRows } from '@entente/server/simulation/csv-rows.ts'
import { logText } from '@entente/server/simulation/log-text.ts'
import { readLog } from '@entente/server/simulation/read-log.ts'
import { simulate } from '@entente/domain/simulation/simulation.ts'
import { agreementText, benchMapping } from './terms.ts'

const [, , file = '', wanted] = process.argv

const timed = async <T>(
  work: () => Promise<T> | T,
): Promise<{ readonly value: T; readonly ms: number }> => {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}

const ignored = { header: () => undefined, row: () => undefined, brokenRow: () => undefined }
const csv = { file, delimiter: ',', quote: '"', rowLimit: Number.POSITIVE_INFINITY }

const agreements = ['first', 'second'].map((name) => {
  const read = readAgreementText(agreementText(name), `${name}.yaml`)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value.agreement
})
const [first, second] = agreements
if (first === undefined) throw new Error('no agreement')

/** What `entente simulate --against` does between reading its small files and printing. */
const before = process.cpuUsage()
const whole = await timed(async () => {
  const reading = await timed(() => readLog(file, benchMapping, { rowLimit: 10_000_000 }))
  const log = reading.value
  if (!log.ok) throw new Error(JSON.stringify(log.refusals))
  const replaying = await timed(() => simulate(log.value, benchMapping, first, second))
  if (!replaying.value.ok) throw new Error(replaying.value.refusal.sentence)
  const { counts } = log.value
  const { report } = replaying.value.value
  const total = report.all.resolution.total + report.all.response.total
  return {
    reading: reading.ms,
    replaying: replaying.ms,
    rows: counts.rows,
    cases: counts.cases,
    total,
  }
})
const { user, system } = process.cpuUsage(before)
const peakMb = process.resourceUsage().maxRSS / 1024

const parts: Record<string, number> = {}
if (wanted === 'parts') {
  const read = await timed(async () => {
    for await (const _ of logText(file, { encoding: 'utf-8' }));
  })
  const split = await timed(() => readCsvRows(logText(file, { encoding: 'utf-8' }), csv, ignored))
  const log = await readLog(file, benchMapping, { rowLimit: 10_000_000 })
  if (!log.ok) throw new Error('unreadable')
  const { value } = log
  const one = await timed(() => simulate(value, benchMapping, first, undefined))
  parts['read and unpack'] = read.ms
  parts['split into cells'] = split.ms - read.ms
  parts['understand and group'] = whole.value.reading - split.ms
  parts['fold, climb, sum up: first agreement'] = one.ms
  parts['fold, climb, sum up: second agreement'] = whole.value.replaying - one.ms
}

console.log(
  JSON.stringify({ ms: whole.ms, cpuMs: (user + system) / 1000, peakMb, ...whole.value, parts }),
)
