// The database that Entente brings along: a real PostgreSQL from an npm package, as a child of this process, reachable
// by nobody else. It keeps its data in the data folder and talks over a Unix socket there; there is no port and no
// password.
//
// One process at a time has a data folder (data-lock.ts). Its holder settles what a killed predecessor left behind
// (orphan.ts), starts PostgreSQL, starts it again when it dies, and stops it at the end. A PostgreSQL that outlived its
// server is stopped and started afresh, never taken over: afterwards it runs with our settings and our binaries, and it
// is our child. The rule that surprises: nothing in the cluster is ever deleted to make a start succeed.
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { findBinaries, type BinariesMissing } from './binaries.ts'
import { ensureCluster, writeAccess, type ClusterUnusable } from './cluster.ts'
import { openDataFolder, type DataFolder, type DataFolderUnusable } from './data-folder.ts'
import { lockDataFolder, type DataFolderBusy } from './data-lock.ts'
import { stopOrphan } from './orphan.ts'
import { launchPostmaster, type Postmaster, type PostmasterPlace } from './postmaster.ts'
import { closeSocketFolder, openSocketFolder, type SocketFolderTaken } from './socket-folder.ts'
import { databaseUser } from './system-user.ts'

export interface Supervisor {
  /** The folder of the socket: what `pg` and `psql` take as host. The superuser is `postgres`. */
  readonly socketFolder: string
  readonly version: string
  /** The process of PostgreSQL; another one after a loss. */
  readonly pid: () => number
  /** Stops PostgreSQL and gives the data folder back. */
  readonly stop: () => Promise<void>
}

export interface SupervisorOptions {
  readonly dataFolder: string
  readonly report: (line: string) => void
  /** Settings of PostgreSQL beside ours. */
  readonly settings?: Readonly<Record<string, string>>
  /** Where copies of the binaries go that have to be made; by default into the data folder. */
  readonly binaryCopies?: string
}

export interface PostgresFailed extends Refusal {
  readonly code: 'database.start-failed'
}

export type SupervisorRefusal =
  | BinariesMissing
  | ClusterUnusable
  | DataFolderBusy
  | DataFolderUnusable
  | PostgresFailed
  | SocketFolderTaken

/** Starts PostgreSQL on the data folder, making it where it is missing, and answers when it takes connections. */
export async function startSupervisor(
  options: SupervisorOptions,
): Promise<Result<Supervisor, SupervisorRefusal>> {
  const folder = openDataFolder(options.dataFolder)
  if (!folder.ok) return folder
  const lock = lockDataFolder(folder.value.path)
  if (!lock.ok) return lock
  const supervisor = await startLocked(options, folder.value, lock.value.release).catch(
    (error: unknown) => {
      lock.value.release()
      throw error
    },
  )
  if (!supervisor.ok) lock.value.release()
  return supervisor
}

async function startLocked(
  options: SupervisorOptions,
  { path, cluster, log }: DataFolder,
  release: () => void,
): Promise<Result<Supervisor, SupervisorRefusal>> {
  const { report, settings = {}, binaryCopies = join(path, 'binaries') } = options
  const user = databaseUser(cluster)

  await stopOrphan(cluster, report)
  const binaries = await findBinaries(user, binaryCopies)
  if (!binaries.ok) return binaries
  const made = await ensureCluster(cluster, binaries.value, user, report)
  if (!made.ok) return made
  const socketFolder = openSocketFolder(path, user)
  if (!socketFolder.ok) return socketFolder
  await writeAccess(cluster, user)

  const place = {
    binaries: binaries.value,
    cluster,
    log,
    socketFolder: socketFolder.value,
    user,
    settings,
  }
  const first = await launchPostmaster(place, report)
  if ('failure' in first) {
    return refused({
      code: 'database.start-failed',
      sentence: `PostgreSQL did not start on ${cluster}: ${first.failure}`,
      fix: `Mend what it names; ${log} has the rest.`,
    })
  }
  const kept = keepRunning(first, place, report)
  return accepted({
    socketFolder: socketFolder.value,
    version: binaries.value.version,
    pid: kept.pid,
    async stop() {
      await kept.stop()
      closeSocketFolder(path, socketFolder.value)
      release()
    },
  })
}

/** Starts PostgreSQL again whenever it ends unasked, at growing intervals while that fails. */
function keepRunning(first: Postmaster, place: PostmasterPlace, report: (line: string) => void) {
  let current = first
  const stopping = new AbortController()

  const watch = async (): Promise<void> => {
    const how = await current.ended
    if (stopping.signal.aborted) return
    report(`PostgreSQL ended unasked (${how}); starting it again …`)
    for (let pause = 250; !stopping.signal.aborted; pause = Math.min(pause * 2, 5_000)) {
      const next = await launchPostmaster(place, report)
      if ('failure' in next) {
        report(`PostgreSQL did not start: ${next.failure}`)
        await wait(pause)
        continue
      }
      current = next
      if (stopping.signal.aborted) return current.stop()
      report('PostgreSQL runs again')
      return watch()
    }
  }
  const watching = watch()
  return {
    pid: () => current.pid,
    async stop() {
      stopping.abort()
      await current.stop()
      await watching
    },
  }
}
