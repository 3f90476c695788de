/**
 * How long the standard agreement takes as a PDF, in this process: tagged, PDF/UA, from the agreement to the bytes.
 * Cold is the first print, which loads the native compiler and the fonts; warm are the prints after it, each of
 * another agreement from the same template: other parties, people, scope and hash. What two prints have in common is
 * set once, so beside it stands the print of an agreement in which every sentence is new.
 *
 * Bar: a warm print under 50 ms at the median.
 *
 *     node bench/pdf/run.ts            prints the figures; exits 1 when the bar is missed
 *     node bench/pdf/run.ts --json     the same as one JSON object
 */
import { readFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform } from 'node:os'
import { printPdf, printWord } from '@entente/server/agreement/print-agreement.ts'
import { rewordedAgreement, standardAgreement } from './standard-agreement.ts'

const rounds = 60
const barMs = 50

const timed = async <T>(work: () => Promise<T>): Promise<[ms: number, result: T]> => {
  const begin = performance.now()
  const result = await work()
  return [performance.now() - begin, result]
}

const agreements = Array.from({ length: rounds + 4 }, (_, index) => standardAgreement(index + 1))
const [first, ...others] = agreements
if (first === undefined) throw new Error('no agreement to print')

const [cold, print] = await timed(() => printPdf(first))
const warm: number[] = []
for (const [index, agreement] of others.entries()) {
  const [ms] = await timed(() => printPdf(agreement))
  // The first few still warm the engine itself.
  if (index >= 3) warm.push(ms)
}
const reworded: number[] = []
for (let number = 1; number <= 20; number += 1) {
  const agreement = rewordedAgreement(1000 + number)
  reworded.push((await timed(() => printPdf(agreement)))[0])
}
await printWord(first)
const word: number[] = []
for (const agreement of others.slice(0, 20)) word.push((await timed(() => printWord(agreement)))[0])

const spread = (all: readonly number[]) => {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
  return { min: at(0), median: at(0.5), p90: at(0.9), max: at(1) }
}

const version = (name: string): string => {
  const manifest = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}

const figures = {
  machine: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${platform()} ${arch()}, load ${loadavg()[0]?.toFixed(1)}`,
  versions: `node ${process.versions.node}, typst compiler ${version('@myriaddreamin/typst-ts-node-compiler')}, docx ${version('docx')}`,
  date: new Date().toISOString().slice(0, 10),
  pages: print.pages,
  bytes: print.bytes.length,
  coldMs: cold,
  warmMs: spread(warm),
  rewordedMs: spread(reworded),
  wordMs: spread(word),
  barMs,
  holds: spread(warm).median < barMs,
}

const ms = (value: number): string => `${value.toFixed(1)} ms`
const line = (name: string, { min, median, p90, max }: ReturnType<typeof spread>): string =>
  `${name.padEnd(22)} min ${ms(min)}, median ${ms(median)}, p90 ${ms(p90)}, max ${ms(max)}`

if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2))
else {
  console.log(
    [
      `${figures.date}, ${figures.machine}`,
      figures.versions,
      `standard agreement, ${print.pages} pages, ${Math.round(print.bytes.length / 1024)} kB`,
      `${'PDF, first of process'.padEnd(22)} ${ms(cold)}`,
      line(`PDF, warm, ${warm.length} prints`, figures.warmMs),
      line(`PDF, every word new`, figures.rewordedMs),
      line(`Word, warm, ${word.length} prints`, figures.wordMs),
      `bar: median under ${barMs} ms: ${figures.holds ? 'holds' : 'MISSED'} (${(figures.warmMs.median / barMs).toFixed(2)} of it)`,
    ].join('\n'),
  )
}
if (!figures.holds) process.exitCode = 1
