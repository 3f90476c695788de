import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'

/** A supervisor in a process of its own. */
export interface Supervised {
  readonly process: ChildProcess
  /** PostgreSQL's process when it was ready. */
  readonly pid: number
  readonly socketFolder: string
  /** What it has reported so far. */
  readonly lines: readonly string[]
  /** What it refused with, where it did not start. */
  readonly refused?: { readonly code: string; readonly sentence: string; readonly fix: string }
  /** Ends the server with a signal and answers its exit code when it is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
}

interface Said {
  readonly line?: string
  readonly ready?: { readonly socketFolder: string; readonly pid: number }
  readonly refused?: Supervised['refused']
}

const program = fileURLToPath(new URL('run-supervisor.ts', import.meta.url))
const folders: string[] = []
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) {
    killPostgres(join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A data folder that does not exist yet and is gone, with whatever runs on it, after the test file. */
export function temporaryDataFolder(name: string = ''): string {
  const folder = join(tmpdir(), `entente-kill-${process.pid}-${folders.length}${name}`)
  folders.push(folder)
  return folder
}

/** Starts a supervisor and answers when it is ready or has refused. */
export async function supervise(dataFolder: string): Promise<Supervised> {
  const server = inject('testServer')
  const copies = 'url' in server ? join(dataFolder, 'binaries') : join(server.folder, 'binaries')
  const child = spawn(process.execPath, [program, dataFolder, copies], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const exited = new Promise<number | null>((answer) => child.once('exit', answer))
  const lines: string[] = []
  const said = Promise.withResolvers<Said>()
  createInterface({ input: child.stdout }).on('line', (text) => {
    const thing = JSON.parse(text) as Said
    if (thing.line === undefined) said.resolve(thing)
    else lines.push(thing.line)
  })
  void exited.then((code) => said.reject(new Error(`the supervisor ended with ${code}`)))
  const { ready, refused } = await said.promise
  return {
    process: child,
    pid: ready?.pid ?? 0,
    socketFolder: ready?.socketFolder ?? '',
    lines,
    ...(refused === undefined ? {} : { refused }),
    end(signal) {
      child.kill(signal)
      return exited
    },
  }
}

/** Asks as the superuser, over a connection of its own. */
export async function ask(socketFolder: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ host: socketFolder, user: 'postgres', database: 'postgres' })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Kills all of PostgreSQL on a cluster; when one has died, the others may end by themselves. */
export function killPostgres(cluster: string): void {
  for (const pid of processesIn(cluster)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/** The processes of PostgreSQL that work in a cluster. */
export function processesIn(cluster: string): number[] {
  if (process.platform !== 'linux') {
    const pid = Number.parseInt(read(join(cluster, 'postmaster.pid')), 10)
    return Number.isNaN(pid) ? [] : [pid]
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && linkOf(`/proc/${name}/cwd`) === cluster)
    .map(Number)
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
