import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

// A server that was killed leaves its PostgreSQL running, and a PostgreSQL that was killed leaves its `postmaster.pid`.
// Both are settled here before a new one starts. Only the holder of the lock on the data folder may do so.

/**
 * Stops a PostgreSQL that still runs on this cluster. The process that `postmaster.pid` names is taken for it only if it
 * works in this very folder: after a restart of the machine or a container the number may belong to anybody.
 */
export async function stopOrphan(cluster: string, report: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN
  if (!(pid > 0) || !isAlive(pid)) return
  if (!worksIn(pid, cluster)) {
    disown(file)
    return
  }
  report(`PostgreSQL still runs as process ${pid}, left by a server that was killed; stopping it …`)
  for (const [signal, seconds] of [
    ['SIGINT', 60],
    ['SIGQUIT', 10],
  ] as const) {
    if (await ends(pid, cluster, signal, seconds)) return
  }
  throw new Error(`PostgreSQL, process ${pid}, runs on ${cluster} and does not stop`)
}

/**
 * PostgreSQL refuses to start while the process named in its file is alive, whoever that is. The number is replaced by
 * one that no process can have; the rest of the file stays, because by it PostgreSQL finds out whether an earlier
 * one's children are still at its shared memory. Deleting the file would take that check away.
 */
function disown(file: string): void {
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, ['2147483646', ...rest].join('\n'))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    // Gone, or of another account, which PostgreSQL itself then takes for gone as well.
    return false
  }
}

/** PostgreSQL works in its cluster for all its life. */
function worksIn(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return stdout.includes('postgres') && stdout.includes(cluster)
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return false
  }
}

/** One that has ended but was not reaped still has its number, but works nowhere. */
async function ends(
  pid: number,
  cluster: string,
  signal: NodeJS.Signals,
  seconds: number,
): Promise<boolean> {
  process.kill(pid, signal)
  for (let waited = 0; waited < seconds * 1000; waited += 10) {
    await wait(10)
    if (!isAlive(pid) || !worksIn(pid, cluster)) return true
  }
  return false
}
