import { Client, type ClientConfig } from 'pg'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { isUnreachable } from './unreachable.ts'
import type { Place } from './place.ts'

export interface ForeignPlaceRefusal extends Refusal {
  readonly code: 'database.too-old' | 'database.not-let-in' | 'database.unreachable'
}

const oldestVersion = 150_000

/**
 * Any PostgreSQL from 15 on, by its URL, whose user owns the database. The roles that do the work are taken on by its
 * connections when they open (`options=-c role=…`). `database.unreachable` may pass by waiting; the others do not.
 */
export async function openForeignPlace(url: string): Promise<Result<Place, ForeignPlaceRefusal>> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ number: number; version: string }>(
      `select current_setting('server_version_num')::int as number,
        current_setting('server_version') as version`,
    )
    const tooOld = refusalOfVersion(rows[0]?.number ?? 0, rows[0]?.version ?? 'unknown')
    if (tooOld !== undefined) return refused(tooOld)
  } catch (error) {
    const { message } = error as Error
    return isUnreachable(error)
      ? refused({
          code: 'database.unreachable',
          sentence: `The PostgreSQL of DATABASE_URL does not answer: ${message || String(error)}.`,
          fix: 'Start it, or mend host and port in DATABASE_URL.',
        })
      : refused({
          code: 'database.not-let-in',
          sentence: `The PostgreSQL of DATABASE_URL refuses us: ${message}.`,
          fix: 'Mend user, password and database in DATABASE_URL.',
        })
  } finally {
    await client.end().catch(() => {})
  }
  return accepted(foreignPlace(url))
}

/** `number` is PostgreSQL's `server_version_num`: 150018 for 15.18. */
export const refusalOfVersion = (
  number: number,
  version: string,
): ForeignPlaceRefusal | undefined =>
  number >= oldestVersion
    ? undefined
    : {
        code: 'database.too-old',
        sentence: `DATABASE_URL leads to PostgreSQL ${version}; Entente needs 15 or newer.`,
        fix: 'Upgrade that server, or name another one.',
      }

/** A database behind a URL, unasked. */
export const foreignPlace = (url: string): Place => ({
  connection: (role) => (role === 'owner' ? { connectionString: url } : takingOn(role, url)),
  rolesLogIn: false,
  stop: () => Promise.resolve(),
})

/** What the URL itself says in `options` stays. */
function takingOn(role: string, url: string): ClientConfig {
  const taking = new URL(url)
  const options = [taking.searchParams.get('options'), `-c role=${role}`]
  taking.searchParams.set('options', options.filter((one) => one !== null).join(' '))
  return { connectionString: taking.href }
}
