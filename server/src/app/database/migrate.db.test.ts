import type { ClientConfig } from 'pg'
import { describe, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { readMigrations, type Migration } from './migration-files.ts'
import { makeEmptyDatabase } from './testing/test-database.ts'

const all = readMigrations()

/** A step that is not among the released ones. */
const step = (number: number, sql: string): Migration => ({
  number,
  name: `000${number}-made-up.sql`,
  sql,
  sha256: `of ${sql}`,
})

const upTo = async (migrations: readonly Migration[]) => {
  const made = await makeEmptyDatabase()
  const run = (list = migrations) =>
    migrate(made.place.connection('owner'), { rolesLogIn: made.place.rolesLogIn, migrations: list })
  return { ...made, run, result: await run() }
}

describe('every prefix of the migrations', () => {
  test.each(all.map((migration, index) => [migration.name, index + 1] as const))(
    'up to %s is closed, and leads to the same schema',
    async (_name, count) => {
      const { asAdministrator, run, result } = await upTo(all.slice(0, count))
      expect(result).toEqual({ ok: true, value: undefined })
      expect(await asAdministrator(openTables)).toEqual([])
      expect(await asAdministrator(ownedByRoles)).toEqual([])

      expect(await run(all)).toEqual({ ok: true, value: undefined })
      const whole = await upTo(all)
      expect(await asAdministrator(everyColumn)).toEqual(await whole.asAdministrator(everyColumn))
    },
  )

  test('is guarded by a check that finds an open table and a role that owns', async () => {
    const { asAdministrator } = await upTo([
      step(
        1,
        `create table open_to_all (id int); grant create on schema public to entente_app;
        create table taken (id int); alter table taken enable row level security;
        alter table taken force row level security; alter table taken owner to entente_app`,
      ),
    ])
    expect(await asAdministrator(openTables)).toEqual([{ relname: 'open_to_all' }])
    expect(await asAdministrator(ownedByRoles)).toEqual([{ relname: 'taken' }])
  })
})

test('what is done is not done again, and four processes at once do it once', async () => {
  const { asAdministrator, run } = await upTo([])
  const results = await Promise.all([run(all), run(all), run(all), run(all)])
  expect(results.map((result) => result.ok)).toEqual([true, true, true, true])
  expect(await asAdministrator('select number from schema_migrations order by number')).toEqual(
    all.map(({ number }) => ({ number })),
  )
})

describe('refused by name', () => {
  test('an applied file that has changed since', async () => {
    const { run } = await upTo([step(1, 'create table a ()')])
    expect(await run([step(1, 'create table b ()')])).toMatchObject({
      refusal: {
        code: 'database.migration-changed',
        sentence: expect.stringContaining('0001-made-up.sql'),
      },
    })
  })

  test('a database that a newer version has used', async () => {
    const { run } = await upTo([step(1, 'create table a ()'), step(2, 'create table b ()')])
    expect(await run([step(1, 'create table a ()')])).toMatchObject({
      refusal: { code: 'database.newer', sentence: expect.stringContaining('0002-made-up.sql') },
    })
  })

  test('a step that fails, of which nothing stays, while the ones before it do', async () => {
    const { asAdministrator, result } = await upTo([
      step(1, 'create table a ()'),
      step(2, 'create table b (); create table a ()'),
    ])
    expect(result).toMatchObject({
      refusal: {
        code: 'database.migration-failed',
        sentence: expect.stringContaining('"a" already exists'),
      },
    })
    expect(
      await asAdministrator(
        `select relname from pg_class where relname in ('a', 'b') order by relname`,
      ),
    ).toEqual([{ relname: 'a' }])
    expect(await asAdministrator('select number from schema_migrations')).toEqual([{ number: 1 }])
  })
})

test('a file that ends the transaction by itself would be applied in part', () => {
  const ending = /^\s*(?:begin|commit|rollback|start transaction)\s*;/im
  expect(all.filter(({ sql }) => ending.test(sql)).map(({ name }) => name)).toEqual([])
})

test('as a user who may not make roles: refused with the statements to run', async () => {
  const { asAdministrator, place } = await makeEmptyDatabase()
  await asAdministrator(`create role entente_powerless login password 'none'`)
  try {
    const result = await migrate(powerless(place.connection('owner')), { rolesLogIn: false })
    expect(result).toMatchObject({
      refusal: {
        code: 'database.roles-missing',
        fix: expect.stringContaining(
          'create role entente_app; grant entente_app to entente_powerless;',
        ),
      },
    })
  } finally {
    await asAdministrator('drop role entente_powerless')
  }
})

function powerless(owner: ClientConfig): ClientConfig {
  const as = { user: 'entente_powerless', password: 'none' }
  if (owner.connectionString === undefined) return { ...owner, ...as }
  const url = new URL(owner.connectionString)
  url.username = as.user
  url.password = as.password
  return { connectionString: url.href }
}

const openTables = `
  select relname from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and relname <> 'schema_migrations' and not (relrowsecurity and relforcerowsecurity)`

const ownedByRoles = `
  select relname from pg_class
  where relowner in ('entente_app'::regrole, 'entente_worker'::regrole, 'entente_sweep'::regrole)`

const everyColumn = `
  select c.relname, a.attname, format_type(a.atttypid, null), a.attnotnull, c.relacl::text
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and attnum > 0 order by 1, a.attnum`
