import { Client, type QueryResultRow } from 'pg'
import { afterAll, inject } from 'vitest'
import { openDatabase, type Database } from '../database.ts'
import type { Place } from '../place.ts'
import './test-cluster.ts'
import { administration, testPlace } from './test-server.ts'

/** A database of a test file's own, gone when the file is done. */
export interface TestDatabase {
  readonly database: Database
  readonly place: Place
  /** Asks past every policy, to prepare and to look. */
  readonly asAdministrator: <Row extends QueryResultRow>(
    sql: string,
    values?: unknown[],
  ) => Promise<Row[]>
}

const toClose: (() => Promise<unknown>)[] = []
// Here and not where they are made, because tests may make them, and a hook inside a test is too late.
afterAll(async () => {
  for (const close of toClose.toReversed()) await close()
})

/** A migrated database, copied from the template of the run. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { place, asAdministrator } = await makeDatabase('entente_template')
  const database = await openDatabase(place)
  toClose.push(database.close)
  return { database, place, asAdministrator }
}

/** A database without tables, for what makes them. */
export const makeEmptyDatabase = (): Promise<Omit<TestDatabase, 'database'>> =>
  makeDatabase('template0')

async function makeDatabase(template: string): Promise<Omit<TestDatabase, 'database'>> {
  const server = inject('testServer')
  const name = `test_${process.pid}_${toClose.length}`
  const owner = 'url' in server ? '' : 'owner entente_owner'
  const administrator = new Client(administration(server))
  await administrator.connect()
  await administrator.query(`create database ${name} template ${template} ${owner}`)
  const inside = new Client({ ...administration(server), ...nameOf(name) })
  inside.on('error', () => {})
  await inside.connect()
  toClose.push(async () => {
    await inside.end()
    await administrator.query(`drop database ${name} with (force)`)
    await administrator.end()
  })
  return {
    place: testPlace(server, name),
    asAdministrator: async (sql, values) => (await inside.query(sql, values)).rows,
  }

  function nameOf(database: string) {
    if (!('url' in server)) return { database }
    const url = new URL(server.url)
    url.pathname = `/${database}`
    return { connectionString: url.href }
  }
}
