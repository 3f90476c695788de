import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { partner, population, vendor } from './testing/population.ts'
import { openTestDatabase } from './testing/test-database.ts'
import { DatabaseUnavailable } from './unreachable.ts'

const { database, place, asAdministrator } = await openTestDatabase()
await population(asAdministrator)

const regionOf = async (organisationId: string) => {
  const rows = await asAdministrator<{ region: string }>(
    'select region from organisations where id = $1',
    [organisationId],
  )
  return rows[0]?.region
}

describe('a transaction', () => {
  test('commits what its work did and answers what it returned', async () => {
    const answer = await database.inTransaction(vendor, async (transaction) => {
      await transaction
        .updateTable('organisations')
        .set({ region: 'Nordics' })
        .where('id', '=', partner.organisationId)
        .execute()
      return 'done'
    })
    expect([answer, await regionOf(partner.organisationId)]).toEqual(['done', 'Nordics'])
  })

  test('leaves nothing when its work throws', async () => {
    await expect(
      database.inTransaction(vendor, async (transaction) => {
        await transaction.updateTable('organisations').set({ region: 'Lost' }).execute()
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await regionOf(vendor.organisationId)).toBeNull()
  })

  test('does not pass for done when a failed statement was overlooked', async () => {
    await expect(
      database.inTransaction(vendor, async (transaction) => {
        await transaction.updateTable('organisations').set({ region: 'Lost' }).execute()
        await sql`select 1 / 0`.execute(transaction).catch(() => {})
      }),
    ).rejects.toThrow('a statement of it had failed')
    expect(await regionOf(vendor.organisationId)).toBeNull()
  })

  test('cannot be used after its end', async () => {
    const kept = await database.inTransaction(vendor, (transaction) =>
      Promise.resolve({ transaction }),
    )
    await expect(kept.transaction.selectFrom('people').selectAll().execute()).rejects.toThrow(
      'has ended',
    )
  })

  test('has no other inside it', async () => {
    await expect(
      database.inTransaction(vendor, (transaction) =>
        transaction.transaction().execute(() => Promise.resolve()),
      ),
    ).rejects.toThrow('open already')
  })

  test('reads instants, dates and counts as such, and takes them as parameters', async () => {
    const row = await database.inTransaction(vendor, (transaction) =>
      transaction
        .selectFrom('memberships')
        .innerJoin('model_mixes', 'model_mixes.organisation_id', 'memberships.organisation_id')
        .where('from_at', '=', Temporal.Instant.from('2026-01-01T00:00Z'))
        .where('from_on', '<=', Temporal.PlainDate.from('2026-01-01'))
        .select(['from_at', 'from_on', (eb) => eb.fn.countAll<number>().as('count')])
        .groupBy(['from_at', 'from_on'])
        .executeTakeFirstOrThrow(),
    )
    expect(row.from_at.epochMilliseconds).toBe(Date.UTC(2026, 0, 1))
    expect(row.from_on.toString()).toBe('2026-01-01')
    expect(row.count).toBe(4)
  })

  test('leaves nothing of its context on the connection', async () => {
    const context = () =>
      database.inTransaction(
        { type: 'worker' },
        async (transaction) =>
          (await sql<{ side: string | null }>`select context_side() as side`.execute(transaction))
            .rows,
      )
    await database.inTransaction(vendor, (transaction) =>
      transaction.selectFrom('people').selectAll().execute(),
    )
    expect(await context()).toEqual([{ side: null }])
    const app = await Promise.all(
      Array.from({ length: 30 }, (_one, n) =>
        database.inTransaction(
          n % 2 === 0 ? vendor : partner,
          async (transaction) =>
            (
              await sql<{ side: string }>`select context_side() as side, pg_sleep(0.005)`.execute(
                transaction,
              )
            ).rows[0]?.side,
        ),
      ),
    )
    expect(app).toEqual(
      Array.from({ length: 30 }, (_one, n) => (n % 2 === 0 ? 'vendor' : 'partner')),
    )
  })
})

describe('when the database is lost', () => {
  test('the work under way fails as unavailable, and the next succeeds', async () => {
    const failing = database.inTransaction(vendor, async (transaction) => {
      await transaction.selectFrom('people').selectAll().execute()
      await killAll()
      await transaction.selectFrom('people').selectAll().execute()
    })
    await expect(failing).rejects.toBeInstanceOf(DatabaseUnavailable)
    await expect(failing).rejects.toMatchObject({ mayHaveCommitted: false })
    expect(await database.answers()).toBe(true)
  })

  test('a commit that gets no answer says that it may have happened', async () => {
    const failing = database.inTransaction(vendor, async (transaction) => {
      await transaction.updateTable('organisations').set({ region: 'Unknown' }).execute()
      await killAll()
    })
    await expect(failing).rejects.toMatchObject({
      name: 'DatabaseUnavailable',
      mayHaveCommitted: true,
    })
  })

  test('an error of the work that only looks like it stays what it is', async () => {
    const error = Object.assign(new Error('the mail server is away'), { code: 'ECONNREFUSED' })
    await expect(database.inTransaction(vendor, () => Promise.reject(error))).rejects.toBe(error)
  })

  test('a place that is not there does not answer', async () => {
    await expect(
      openDatabase({
        ...place,
        connection: () => ({ host: '/nowhere', user: 'entente_app', database: 'entente' }),
      }),
    ).rejects.toThrow('ENOENT')
  })
})

test('a superuser is not let in as the application', async () => {
  const [{ name } = { name: '' }] = await asAdministrator<{ name: string }>(
    'select current_user as name',
  )
  const owner = place.connection('owner')
  const connection = () => ('connectionString' in owner ? owner : { ...owner, user: name })
  await expect(openDatabase({ ...place, connection })).rejects.toThrow('not as entente_app')
})

function killAll() {
  return asAdministrator(
    `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename like 'entente_%' and pid <> pg_backend_pid()
          or application_name like 'entente_%' and datname = current_database()`,
  )
}
