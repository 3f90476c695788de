/**
 * How long until the server serves, as a process of its own, from its start to the first `/readyz` that answers 200: on
 * an empty machine, on existing data, and after kill -9 of the server and of everything. Beside them, in the same run,
 * bare PostgreSQL on the same data from its start to its first answer, which is the least that a start can take, and
 * bare Node that does nothing.
 *
 * Bar: existing data under 2 s at the worst; server under 250 MB at rest, beside the database.
 *
 *     node bench/database-start/run.ts            prints the figures; exits 1 when a bar is missed
 *     node bench/database-start/run.ts --json     the same as one JSON object
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { arch, cpus, loadavg, platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findBinaries } from '@entente/server/app/database/supervisor/binaries.ts'
import { launchPostmaster } from '@entente/server/app/database/supervisor/postmaster.ts'
import { openSocketFolder } from '@entente/server/app/database/supervisor/socket-folder.ts'
import { databaseUser } from '@entente/server/app/database/supervisor/system-user.ts'

const rounds = 8
const bars = { existingMs: 2_000, serverMb: 250 }

const main = fileURLToPath(new URL('../../server/src/app/main.ts', import.meta.url))
const folder = `/tmp/entente-bench-${process.pid}`
const cluster = join(folder, 'postgres')

interface Serving {
  readonly ms: number
  readonly server: ChildProcess
}

async function serve(): Promise<Serving> {
  const begin = performance.now()
  const server = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  server.stdout.on('data', (text: Buffer) => (said += text.toString()))
  for (;;) {
    await wait(2)
    const [, address] = /Entente is at (\S+)/.exec(said) ?? []
    if (address !== undefined && (await fetch(`${address}/readyz`)).status === 200) {
      return { ms: performance.now() - begin, server }
    }
    if (server.exitCode !== null) throw new Error(said)
  }
}

const end = async (server: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  const gone = new Promise((answer) => server.once('exit', answer))
  server.kill(signal)
  await gone
}

/** Processes of PostgreSQL that work in the cluster. */
const postgres = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === cluster
      } catch {
        return false
      }
    })

/** Some end by themselves when another has been killed. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone.
  }
}

async function starts(after: (server: ChildProcess) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { ms, server } = await serve()
    times.push(ms)
    await after(server)
  }
  const last = await serve()
  await end(last.server, 'SIGTERM')
  return [...times.slice(1), last.ms]
}

async function barePostgres(): Promise<number[]> {
  const user = databaseUser(cluster)
  const binaries = await findBinaries(user, join(folder, 'binaries'))
  const socketFolder = openSocketFolder(folder, user)
  if (!binaries.ok || !socketFolder.ok) throw new Error('no PostgreSQL to compare with')
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now()
    const log = join(folder, 'postgres.log')
    const place = { binaries: binaries.value, cluster, log, socketFolder: socketFolder.value, user }
    const postmaster = await launchPostmaster({ ...place, settings: {} }, () => {})
    if ('failure' in postmaster) throw new Error(postmaster.failure)
    times.push(performance.now() - begin)
    await postmaster.stop()
  }
  return times
}

function bareNode(): number[] {
  return Array.from({ length: rounds }, () => {
    const begin = performance.now()
    execFileSync(process.execPath, ['-e', ''])
    return performance.now() - begin
  })
}

const median = (list: number[] = []): number =>
  list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN

const megabytes = (pid: number, of: 'VmRSS' | 'Pss'): number => {
  const file = of === 'VmRSS' ? `/proc/${pid}/status` : `/proc/${pid}/smaps_rollup`
  return (
    Number(new RegExp(`^${of}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'))?.[1]) / 1024
  )
}

try {
  const first = await serve()
  await wait(2_000)
  const serverMb = megabytes(first.server.pid ?? 0, 'VmRSS')
  const databaseMb = postgres().reduce((sum, pid) => sum + megabytes(pid, 'Pss'), 0)
  await end(first.server, 'SIGTERM')

  const existing = await starts((server) => end(server, 'SIGTERM'))
  const serverKilled = await starts((server) => end(server, 'SIGKILL'))
  const allKilled = await starts(async (server) => {
    await end(server, 'SIGKILL')
    postgres().forEach(kill)
  })
  const [bare, node] = [await barePostgres(), bareNode()]
  report({ first: [first.ms], existing, serverKilled, allKilled, bare, node }, serverMb, databaseMb)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function report(times: Record<string, number[]>, serverMb: number, databaseMb: number): void {
  const worstExisting = Math.max(...(times['existing'] ?? []))
  const holds = worstExisting < bars.existingMs && serverMb < bars.serverMb
  const medians = Object.fromEntries(
    Object.entries(times).map(([name, list]) => [name, Math.round(median(list))]),
  )
  const ratio = median(times['existing']) / median(times['bare'])
  const machine = `${cpus()[0]?.model ?? 'unknown'} x${cpus().length}, ${platform()} ${arch()}`
  const figures = {
    medianMs: medians,
    worstExistingMs: Math.round(worstExisting),
    existingToBarePostgres: Number(ratio.toFixed(2)),
    serverMb: Math.round(serverMb),
    databaseMb: Math.round(databaseMb),
    bars,
    rounds,
    machine,
    load: loadavg()[0]?.toFixed(1),
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures))
  else {
    console.log('until the first request is served      median')
    console.log(`  first start, nothing there           ${medians['first']} ms`)
    console.log(
      `  on existing data                     ${medians['existing']} ms, worst ${figures.worstExistingMs} ms (bar: ${bars.existingMs} ms)`,
    )
    console.log(`  after kill -9 of the server          ${medians['serverKilled']} ms`)
    console.log(`  after kill -9 of everything          ${medians['allKilled']} ms`)
    console.log(
      `bare PostgreSQL on the same data       ${medians['bare']} ms (ratio ${figures.existingToBarePostgres})`,
    )
    console.log(`bare Node that does nothing            ${medians['node']} ms`)
    console.log(
      `at rest: server ${figures.serverMb} MB (bar: ${bars.serverMb} MB), database ${figures.databaseMb} MB`,
    )
    console.log(
      `${rounds} rounds, ${machine}, load ${figures.load}, node ${process.version}, ${figures.date}`,
    )
  }
  process.exitCode = holds ? 0 : 1
}
