import { sql } from 'kysely'
import { Client } from 'pg'
import { inject } from 'vitest'
import { describe, expect, test } from 'vitest'
import { connectDatabase } from './connect.ts'
import { openForeignPlace, refusalOfVersion } from './foreign-place.ts'
import { makeEmptyDatabase } from './testing/test-database.ts'

const { place, asAdministrator } = await makeEmptyDatabase()
const url = await urlOf()
const connect = (databaseUrl: string) =>
  connectDatabase({ databaseUrl, report: () => {}, giveUp: () => {} })

test('a database behind a URL is migrated and worked on by roles that its connections take on', async () => {
  const database = await connect(url)
  if (!database.ok) throw new Error(database.refusal.sentence)
  for (const [type, role] of [
    ['worker', 'entente_worker'],
    ['sweep', 'entente_sweep'],
  ] as const) {
    const who = await database.value.inTransaction({ type }, (transaction) =>
      sql<{ role: string }>`select current_user as role`.execute(transaction),
    )
    expect(who.rows).toEqual([{ role }])
  }
  expect(await database.value.answers()).toBe(true)
  await database.value.close()
})

test('options in the URL stay, beside the role', async () => {
  const withOptions = new URL(url)
  withOptions.searchParams.set('options', '-c statement_timeout=1234')
  const found = await openForeignPlace(withOptions.href)
  if (!found.ok) throw new Error(found.refusal.sentence)
  const client = new Client(found.value.connection('entente_app'))
  await client.connect()
  const { rows } = await client.query(
    `select current_user as role, current_setting('statement_timeout') as patience`,
  )
  expect(rows).toEqual([{ role: 'entente_app', patience: '1234ms' }])
  await client.end()
})

describe('refused by name', () => {
  test('a server older than 15', () => {
    expect(refusalOfVersion(140_022, '14.22')).toMatchObject({
      code: 'database.too-old',
      sentence: expect.stringContaining('14.22'),
    })
    expect(refusalOfVersion(150_000, '15.0')).toBeUndefined()
  })

  test('a database that is not there', async () => {
    const missing = new URL(url)
    missing.pathname = '/no_such_database'
    expect(await connect(missing.href)).toMatchObject({
      refusal: {
        code: 'database.not-let-in',
        sentence: expect.stringContaining('"no_such_database" does not exist'),
      },
    })
  })
})

test('a server that is away at first is waited for; what is asked meanwhile fails as unavailable', async () => {
  const away = await connect('postgres://nobody@127.0.0.1:1/entente')
  if (!away.ok) throw new Error(away.refusal.sentence)
  expect(await away.value.answers()).toBe(false)
  await expect(
    away.value.inTransaction({ type: 'sweep' }, () => Promise.resolve('never')),
  ).rejects.toMatchObject({ name: 'DatabaseUnavailable', mayHaveCommitted: false })
  await away.value.close()
})

/** The database of this file as somebody would write it down. */
async function urlOf(): Promise<string> {
  const server = inject('testServer')
  const [here] = await asAdministrator<{ name: string }>('select current_database() as name')
  if (!('url' in server)) {
    const folder = encodeURIComponent(server.socketFolder)
    return `postgres://entente_owner@localhost/${here?.name}?host=${folder}`
  }
  return String(place.connection('owner').connectionString)
}
