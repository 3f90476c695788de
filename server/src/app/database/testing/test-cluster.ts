import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../migrate.ts'
import { lockDataFolder } from '../supervisor/data-lock.ts'
import { stopOrphan } from '../supervisor/orphan.ts'
import { startSupervisor } from '../supervisor/supervisor.ts'
import { administration, testPlace, type TestServer } from './test-server.ts'

// One PostgreSQL for a run of the database tests, with one migrated template in it, from which each test file gets a copy
// of its own. `ENTENTE_TEST_DATABASE_URL` names another server to run them on, by a user who may make databases.

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

const prefix = 'entente-test-'

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env['ENTENTE_TEST_DATABASE_URL']
  const { server, stop } =
    url === undefined ? await startOwn() : { server: { url }, stop: undefined }
  await makeTemplate(server)
  project.provide('testServer', server)
  return async () => {
    if (stop === undefined) await administer(server, ['drop database if exists entente_template'])
    else await stop()
  }
}

/** Without the waits for the disk: these tests ask what the database does, not whether it survives. */
async function startOwn(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  await clearAway()
  const folder = join(tmpdir(), `${prefix}${process.pid}`)
  const supervisor = await startSupervisor({
    dataFolder: folder,
    report: () => {},
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' },
  })
  if (!supervisor.ok) throw new Error(`${supervisor.refusal.sentence} ${supervisor.refusal.fix}`)
  await administer({ socketFolder: supervisor.value.socketFolder, folder }, [
    'create role entente_owner login createrole',
  ])
  return {
    server: { socketFolder: supervisor.value.socketFolder, folder },
    async stop() {
      await supervisor.value.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Of runs that were killed: the lock is free, the PostgreSQL may still run. */
async function clearAway(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!/^entente-test-\d+$/.test(name)) continue
    const folder = join(tmpdir(), name)
    try {
      mkdirSync(folder, { recursive: true })
      const lock = lockDataFolder(folder)
      if (!lock.ok) continue
      await stopOrphan(join(folder, 'postgres'), () => {})
      lock.value.release()
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Somebody else's.
    }
  }
}

async function makeTemplate(server: TestServer): Promise<void> {
  const owner = 'url' in server ? '' : 'owner entente_owner'
  await administer(server, [
    'drop database if exists entente_template',
    `create database entente_template template template0 ${owner}`,
  ])
  const { connection, rolesLogIn } = testPlace(server, 'entente_template')
  const migrated = await migrate(connection('owner'), { rolesLogIn })
  if (!migrated.ok) throw new Error(migrated.refusal.sentence)
}

async function administer(server: TestServer, statements: readonly string[]): Promise<void> {
  const client = new Client(administration(server))
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
