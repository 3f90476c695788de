import { Client, type ClientConfig } from 'pg'
import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'
import { readMigrations, type Migration } from './migration-files.ts'
import { ensureRoles, insufficientPrivilege, type RolesMissing } from './roles.ts'

export interface MigrationRefusal extends Refusal {
  readonly code:
    | 'database.migration-changed'
    | 'database.migration-failed'
    | 'database.newer'
    | 'database.owner-powerless'
}

export interface MigrateOptions {
  /** See `Place.rolesLogIn`. */
  readonly rolesLogIn: boolean
  readonly report?: (line: string) => void
  readonly migrations?: readonly Migration[]
}

/** Any number, as long as nobody else takes it in the same database. */
const lockKey = 4_380_001

/**
 * Brings the schema up to date, as its owner. Each step is one transaction with its record; an advisory lock lets one
 * process at a time do it, and the others find it done. Refuses a database whose applied steps are not the ones we have.
 */
export async function migrate(
  connection: ClientConfig,
  { rolesLogIn, report = () => {}, migrations = readMigrations() }: MigrateOptions,
): Promise<Result<void, MigrationRefusal | RolesMissing>> {
  const owner = new Client(connection)
  await owner.connect()
  try {
    await owner.query(`select pg_advisory_lock(${lockKey})`)
    const roles = await ensureRoles(owner, { login: rolesLogIn })
    if (!roles.ok) return roles
    const record = await ensureRecord(owner)
    if (!record.ok) return record
    const applied = await owner.query<AppliedMigration>(
      'select number, name, sha256 from schema_migrations order by number',
    )
    for (const one of applied.rows) {
      const refusal = compare(one, migrations[one.number - 1])
      if (refusal !== undefined) return refused(refusal)
    }
    for (const migration of migrations.slice(applied.rows.length)) {
      report(`Migrating the database: ${migration.name}`)
      const refusal = await apply(owner, migration)
      if (refusal !== undefined) return refused(refusal)
    }
    return accepted(undefined)
  } finally {
    await owner.end()
  }
}

async function ensureRecord(owner: Client): Promise<Result<void, MigrationRefusal>> {
  try {
    await owner.query(`create table if not exists schema_migrations (
      number integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`)
    return accepted(undefined)
  } catch (error) {
    if ((error as { code?: string }).code !== insufficientPrivilege) throw error
    const { user = '', database = '' } = owner
    return refused({
      code: 'database.owner-powerless',
      sentence: `The user ${user} of DATABASE_URL may not make tables in the database ${database}.`,
      fix: `As an administrator of that server run: alter database ${database} owner to ${user};`,
    })
  }
}

type AppliedMigration = Pick<Migration, 'number' | 'name' | 'sha256'>

function compare(
  applied: AppliedMigration,
  ours: Migration | undefined,
): MigrationRefusal | undefined {
  if (ours === undefined) {
    return {
      code: 'database.newer',
      sentence: `A newer Entente has used this database: it knows ${applied.name}, which this one does not.`,
      fix: 'Start that version or a newer one.',
    }
  }
  if (ours.sha256 === applied.sha256) return undefined
  return {
    code: 'database.migration-changed',
    sentence: `${ours.name} is not what this database was migrated with (${applied.name}, ${applied.sha256.slice(0, 12)}…).`,
    fix: 'Restore the file as it was released; a change goes into a migration of its own.',
  }
}

async function apply(
  owner: Client,
  { number, name, sql, sha256 }: Migration,
): Promise<MigrationRefusal | undefined> {
  try {
    await owner.query('begin')
    await owner.query(sql)
    await owner.query('insert into schema_migrations (number, name, sha256) values ($1, $2, $3)', [
      number,
      name,
      sha256,
    ])
    await owner.query('commit')
    return undefined
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    return {
      code: 'database.migration-failed',
      sentence: `${name} failed, and nothing of it was done: ${(error as Error).message}.`,
      fix: 'Mend what it names and start again.',
    }
  }
}
