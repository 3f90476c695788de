import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { Binaries } from './binaries.ts'
import type { SystemUser } from './system-user.ts'

/** Where a PostgreSQL runs and how; nothing of it is read from a file that could be out of date. */
export interface PostmasterPlace {
  readonly binaries: Binaries
  readonly cluster: string
  readonly log: string
  readonly socketFolder: string
  readonly user: SystemUser
  readonly settings: Readonly<Record<string, string>>
}

/** A running PostgreSQL, our own child. */
export interface Postmaster {
  readonly pid: number
  /** Settles when it has ended, for whatever reason, with a word on how. */
  readonly ended: Promise<string>
  /** Ends the sessions, writes everything down and ends. Children of a stuck one are not left behind. */
  readonly stop: () => Promise<void>
}

/** Starts PostgreSQL. It leads a session of its own, so that an interrupt at the terminal reaches us alone. */
export function spawnPostmaster(place: PostmasterPlace): Postmaster {
  const { binaries, cluster, log, user } = place
  const output = openSync(log, 'a', 0o600)
  const options = Object.entries(settingsOf(place)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(join(binaries.folder, 'bin/postgres'), ['-D', cluster, ...options], {
    ...user.ids,
    cwd: '/',
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  const ended = new Promise<string>((answer) => {
    child.once('error', (error) => answer(error.message))
    child.once('exit', (code, signal) => answer(signal ?? `exit code ${code}`))
  })
  // Whatever ends this process in an orderly way ends the database as well.
  const interrupt = (): boolean => child.kill('SIGINT')
  process.once('exit', interrupt)
  void ended.then(() => process.off('exit', interrupt))
  return {
    pid: child.pid ?? 0,
    ended,
    async stop() {
      for (const [signal, seconds] of [
        ['SIGINT', 30],
        ['SIGQUIT', 5],
        ['SIGKILL', 5],
      ] as const) {
        child.kill(signal)
        if (await Promise.race([ended, wait(seconds * 1000, undefined, { ref: false })])) return
      }
    },
  }
}

const settingsOf = ({ socketFolder, settings }: PostmasterPlace): Record<string, string> => ({
  listen_addresses: '',
  unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // What people enter stays out of the log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  ...settings,
})

/** Starts it and answers when it takes connections, or with what it wrote when it ended instead. */
export async function launchPostmaster(
  place: PostmasterPlace,
  report: (line: string) => void,
): Promise<Postmaster | { readonly failure: string }> {
  for (let attempt = 1; ; attempt += 1) {
    const before = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0
    const postmaster = spawnPostmaster(place)
    const failure = await becomesReady(postmaster, place.socketFolder, report)
    if (failure === undefined) return postmaster
    const said = readFileSync(place.log).subarray(before).toString().trim()
    // After a kill -9 the children of the old one need a moment to notice.
    if (!said.includes('shared memory block') || attempt === 100) {
      return { failure: said === '' ? failure : said }
    }
    await wait(100)
  }
}

async function becomesReady(
  { ended }: Postmaster,
  socketFolder: string,
  report: (line: string) => void,
): Promise<string | undefined> {
  const started = performance.now()
  for (let patience = 5_000; ;) {
    if (await answers(socketFolder)) return undefined
    const how = await Promise.race([ended, wait(8, undefined)])
    if (how !== undefined) return how
    if (performance.now() - started < patience) continue
    patience += 5_000
    report('PostgreSQL is still recovering what was under way when it ended …')
  }
}

async function answers(socketFolder: string): Promise<boolean> {
  const client = new Client({ host: socketFolder, user: 'postgres', database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
