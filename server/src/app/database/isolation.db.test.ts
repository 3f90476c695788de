import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor, PersonActor } from './actor.ts'
import { vendor, partner, otherPartner, distributor, population } from './testing/population.ts'
import { openTestDatabase } from './testing/test-database.ts'
import type { Transaction } from './transaction.ts'

// Row-level security by itself, with no check of the application before it.

const { database, asAdministrator } = await openTestDatabase()
await population(asAdministrator)

const names = { organisations: 'name', people: 'name', positions: 'title' } as const

const seenBy = (actor: Actor, table: keyof typeof names) =>
  database.inTransaction(actor, async (transaction) => {
    const { rows } = await sql<{ name: string }>`
      select ${sql.ref(names[table])} as name from ${sql.table(table)} order by 1`.execute(
      transaction,
    )
    return rows.map((row) => row.name)
  })

describe('without a context', () => {
  const nobody: Actor = { type: 'person', personId: '', organisationId: '', side: 'partner' }

  test('an actor without ids does not get a transaction', async () => {
    await expect(seenBy(nobody, 'people')).rejects.toThrow('UUID')
  })

  test.each([
    'absences',
    'assignments',
    'distributor_resellers',
    'event_payloads',
    'events',
    'memberships',
    'model_mixes',
    'organisations',
    'people',
    'positions',
  ])('%s has rows and shows none', async (table) => {
    const [whole] = await asAdministrator<{ count: string }>(`select count(*) from ${table}`)
    expect(Number(whole?.count)).toBeGreaterThan(0)
    await asAdministrator('set role entente_app')
    try {
      expect(await asAdministrator(`select * from ${table}`)).toEqual([])
    } finally {
      await asAdministrator('reset role')
    }
  })
})

describe('who sees which organisations', () => {
  test.each<[string, PersonActor, readonly string[]]>([
    ['the vendor sees all', vendor, ['Aldermoor', 'Brevik', 'Castellane', 'Dunmore', 'Larkfield']],
    ['a partner sees itself and the vendor', otherPartner, ['Castellane', 'Larkfield']],
    ['a reseller sees its distributor too', partner, ['Brevik', 'Dunmore', 'Larkfield']],
    [
      'a distributor sees the reseller that agreed',
      distributor,
      ['Brevik', 'Dunmore', 'Larkfield'],
    ],
  ])('%s', async (_name, actor, expected) => {
    expect(await seenBy(actor, 'organisations')).toEqual(expected)
  })

  test('an organisation nobody has heard of sees the vendor at most', async () => {
    const stranger = { ...partner, organisationId: '00000000-0000-7000-8000-00000000dead' }
    expect(await seenBy(stranger, 'people')).toEqual(['Ines Lark'])
    expect(await seenBy(stranger, 'organisations')).toEqual(['Larkfield'])
  })
})

describe('a partner', () => {
  test('sees its own people and the vendor’s', async () => {
    expect(await seenBy(otherPartner, 'people')).toEqual(['Carla Castellane', 'Ines Lark'])
    expect(await seenBy(otherPartner, 'positions')).toEqual(['Castellane owner', 'Channel manager'])
  })

  test('sees of the vendor’s assignments those that do not name another partner', async () => {
    expect(await scopes(otherPartner)).toEqual([{ scope_partner_id: null }])
    expect(await scopes(partner)).toEqual([
      { scope_partner_id: null },
      { scope_partner_id: partner.organisationId },
    ])
  })

  test('finds nothing by the id of another’s record, counts nothing and changes nothing', async () => {
    await database.inTransaction(otherPartner, async (transaction) => {
      const foreign = transaction
        .selectFrom('organisations')
        .where('id', '=', partner.organisationId)
      expect(await foreign.selectAll().execute()).toEqual([])
      expect(await foreign.select((eb) => eb.fn.countAll<number>().as('count')).execute()).toEqual([
        { count: 0 },
      ])
      const changed = await transaction
        .updateTable('organisations')
        .set({ name: 'Taken' })
        .where('id', 'in', [partner.organisationId, vendor.organisationId])
        .executeTakeFirst()
      expect(changed.numUpdatedRows).toBe(0n)
    })
  })

  test.each<[string, (transaction: Transaction) => Promise<unknown>]>([
    [
      'a member of another organisation',
      (transaction) =>
        transaction
          .insertInto('memberships')
          .values({
            organisation_id: partner.organisationId,
            person_id: otherPartner.personId,
            from_at: Temporal.Instant.from('2026-01-01T00:00Z'),
          })
          .execute(),
    ],
    [
      'a position of the vendor',
      (transaction) =>
        transaction
          .insertInto('positions')
          .values({
            id: crypto.randomUUID(),
            organisation_id: vendor.organisationId,
            key: 'mine',
            title: 'Mine',
          })
          .execute(),
    ],
    [
      'an organisation',
      (transaction) =>
        transaction
          .insertInto('organisations')
          .values({
            id: crypto.randomUUID(),
            kind: 'partner',
            name: 'Mine',
            time_zone: 'UTC',
            created_at: Temporal.Instant.from('2026-01-01T00:00Z'),
          })
          .execute(),
    ],
  ])('cannot add %s', async (_name, add) => {
    await expect(database.inTransaction(otherPartner, add)).rejects.toThrow('row-level security')
  })

  test('turns a person of another partner into nothing', async () => {
    expect((await takesOver(otherPartner)).numUpdatedRows).toBe(0n)
  })

  test('that only looks cannot write even its own', async () => {
    await expect(
      database.inTransaction({ ...partner, isReadOnly: true }, (transaction) =>
        transaction.updateTable('organisations').set({ region: 'Nordics' }).execute(),
      ),
    ).rejects.toThrow('read-only transaction')
  })
})

test('nobody deletes anything, and no role of work may', async () => {
  expect(
    await asAdministrator(
      `select grantee, table_name from information_schema.role_table_grants
        where grantee like 'entente_%' and grantee <> 'entente_owner'
          and privilege_type in ('DELETE', 'TRUNCATE')`,
    ),
  ).toEqual([])
})

test('a question by organisation uses the index under the role of the application', async () => {
  await asAdministrator(
    `insert into positions select gen_random_uuid(), $1, 'p-' || n, 'P' from generate_series(1, 20000) n`,
    [partner.organisationId],
  )
  await asAdministrator('analyze positions')
  const plan = await database.inTransaction(otherPartner, (transaction) =>
    transaction
      .selectFrom('positions')
      .selectAll()
      .where('organisation_id', '=', otherPartner.organisationId)
      .explain('json'),
  )
  const [first] = plan as unknown as [{ 'QUERY PLAN': [{ Plan: { 'Node Type': string } }] }]
  expect(first['QUERY PLAN'][0].Plan['Node Type']).toMatch(/Index|Bitmap/)
})

function scopes(actor: Actor) {
  return database.inTransaction(actor, (transaction) =>
    transaction
      .selectFrom('assignments')
      .where('organisation_id', '=', vendor.organisationId)
      .select('scope_partner_id')
      .orderBy('scope_partner_id', (order) => order.asc().nullsFirst())
      .execute(),
  )
}

function takesOver(actor: Actor) {
  return database.inTransaction(actor, (transaction) =>
    transaction
      .updateTable('people')
      .set({ email: 'taken@example.test' })
      .where('id', '=', partner.personId)
      .executeTakeFirst(),
  )
}
