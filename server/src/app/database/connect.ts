import { setTimeout as wait } from 'node:timers/promises'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { openDatabase, type Database } from './database.ts'
import { openForeignPlace } from './foreign-place.ts'
import { migrate } from './migrate.ts'
import { openOwnPlace } from './own-place.ts'
import type { Place } from './place.ts'
import { defaultDataFolder } from './supervisor/data-folder.ts'
import { DatabaseUnavailable, isUnreachable } from './unreachable.ts'

export interface ConnectOptions {
  readonly databaseUrl?: string
  readonly dataFolder?: string
  readonly report: (line: string) => void
  /** Called when a database that was away at first turns out to be unusable. */
  readonly giveUp: (refusal: Refusal) => void
}

/**
 * The database that the settings name, its schema up to date. One behind `databaseUrl` that does not answer yet is
 * waited for in the background: until then every transaction throws `DatabaseUnavailable`.
 */
export async function connectDatabase(options: ConnectOptions): Promise<Result<Database, Refusal>> {
  const { databaseUrl, dataFolder = defaultDataFolder(), report } = options
  if (databaseUrl === undefined) {
    const place = await openOwnPlace({ dataFolder, report })
    return place.ok ? openMigrated(place.value, report) : place
  }
  const open = (): Promise<Result<Database, Refusal>> => openForeign(databaseUrl, report)
  const first = await open()
  if (first.ok || first.refusal.code !== 'database.unreachable') return first
  report(`${first.refusal.sentence} Waiting for it …`)
  return accepted(databaseToCome(open, options))
}

async function openForeign(
  url: string,
  report: (line: string) => void,
): Promise<Result<Database, Refusal>> {
  const place = await openForeignPlace(url)
  if (!place.ok) return place
  try {
    return await openMigrated(place.value, report)
  } catch (error) {
    if (!isUnreachable(error)) throw error
    return refused({
      code: 'database.unreachable',
      sentence: `The PostgreSQL of DATABASE_URL was lost: ${(error as Error).message}.`,
      fix: 'Start it again.',
    })
  }
}

async function openMigrated(
  place: Place,
  report: (line: string) => void,
): Promise<Result<Database, Refusal>> {
  const { rolesLogIn } = place
  try {
    const migrated = await migrate(place.connection('owner'), { rolesLogIn, report })
    if (migrated.ok) return accepted(await openDatabase(place))
    await place.stop()
    return migrated
  } catch (error) {
    await place.stop()
    throw error
  }
}

function databaseToCome(
  open: () => Promise<Result<Database, Refusal>>,
  { report, giveUp }: ConnectOptions,
): Database {
  const closing = new AbortController()
  let opened: Database | undefined

  const tryUntilOpen = async (): Promise<void> => {
    for (let pause = 500; !closing.signal.aborted; pause = Math.min(pause * 2, 5_000)) {
      await wait(pause, undefined, { signal: closing.signal }).catch(() => {})
      if (closing.signal.aborted) return
      const next = await open()
      if (next.ok) {
        opened = next.value
        report('The database answers')
        return
      }
      if (next.refusal.code !== 'database.unreachable') return giveUp(next.refusal)
    }
  }
  const trying = tryUntilOpen()
  return {
    inTransaction: (actor, work) =>
      opened?.inTransaction(actor, work) ??
      Promise.reject(new DatabaseUnavailable('not yet there')),
    answers: () => opened?.answers() ?? Promise.resolve(false),
    async close() {
      closing.abort()
      await trying
      await opened?.close()
    },
  }
}
