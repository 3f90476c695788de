import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip, gunzipSync } from 'node:zlib'

/**
 * Logs to replay, written to a file. Where the public incident log is at hand it is repeated with new case numbers;
 * elsewhere an invented one of the same shape (36 columns, about six rows a case) takes its place, the same one in
 * every run.
 */
export async function repeatLog(source: string, times: number, to: string): Promise<void> {
  const packed = await readFile(source)
  const [head = '', ...rows] = gunzipSync(packed).toString('utf8').trimEnd().split('\n')
  function* lines(): Generator<string> {
    yield `${head}\n`
    for (let time = 0; time < times; time += 1) {
      for (let i = 0; i < rows.length; i += 1000) {
        yield rows
          .slice(i, i + 1000)
          .map((row) => `${time === 0 ? '' : `R${time}-`}${row}\n`)
          .join('')
      }
    }
  }
  await writePacked(lines(), to)
}

export async function inventLog(cases: number, to: string): Promise<void> {
  await writePacked(inventedLines(cases), to)
}

const writePacked = (lines: Generator<string>, to: string): Promise<void> =>
  pipeline(Readable.from(lines), createGzip({ level: 1 }), createWriteStream(to))

const used = ['number', 'incident_state', 'opened_at', 'sys_updated_at', 'priority']
const fillers = Array.from({ length: 31 }, (_, i) => `attribute_${i + 1}`)
const priorities = [
  '1 - Critical',
  '2 - High',
  '3 - Moderate',
  '3 - Moderate',
  '3 - Moderate',
  '4 - Low',
]
const path = ['New', 'Active', 'Awaiting User Info', 'Active', 'Resolved', 'Closed']

function* inventedLines(cases: number): Generator<string> {
  yield `${[...used, ...fillers].join(',')}\n`
  const next = lehmer(20_260_301)
  const opening = Date.UTC(2026, 0, 5, 8)
  for (let c = 0; c < cases; c += 1) {
    const id = `CASE${String(c).padStart(7, '0')}`
    const opened = opening + c * 17 * 60_000
    const priority = priorities[next() % priorities.length] ?? ''
    let at = opened
    let rows = ''
    for (const state of path) {
      const cells = fillers.map((_, i) => (i % 4 === 3 ? '?' : `Value ${next() % 500}`))
      rows += `${[id, state, written(opened), written(at), priority, ...cells].join(',')}\n`
      at += (next() % 3000) * 60_000
    }
    yield rows
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** d/M/yyyy HH:mm in UTC. */
function written(at: number): string {
  const date = new Date(at)
  return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}

/** The same numbers in every run (Park and Miller's generator). */
function lehmer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
}
