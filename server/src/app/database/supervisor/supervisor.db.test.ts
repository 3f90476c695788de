import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import {
  ask,
  killPostgres,
  processesIn,
  supervise,
  temporaryDataFolder,
} from '../testing/supervised.ts'

// Real servers in processes of their own, on a real disk. Making a cluster is what takes time, so the tests share one:
// each begins and ends with nobody on it.

const isRoot = process.geteuid?.() === 0
const folder = temporaryDataFolder()
const cluster = join(folder, 'postgres')

test('first start over half a cluster, clean stop, second start with the data there', async () => {
  mkdirSync(`${cluster}.partial-1/base`, { recursive: true })
  chmodSync(folder, 0o755)
  const first = await supervise(folder)
  expect(first.lines).toEqual([expect.stringContaining('First start')])
  expect(existsSync(`${cluster}.partial-1`)).toBe(false)
  await ask(first.socketFolder, 'create table kept as select 42 as answer')
  expect(await first.end('SIGTERM')).toBe(0)
  expect(processesIn(cluster)).toEqual([])
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false)

  const second = await supervise(folder)
  expect(second.lines).toEqual([])
  expect(await ask(second.socketFolder, 'select * from kept')).toEqual([{ answer: 42 }])
  expect(await ask(second.socketFolder, 'show listen_addresses')).toEqual([
    { listen_addresses: '' },
  ])
  expect(statSync(second.socketFolder).mode & 0o777).toBe(0o700)
  expect(statSync(cluster).uid).not.toBe(0)
  expect(await second.end('SIGTERM')).toBe(0)
})

describe('recovers after kill -9 of', () => {
  test.each([
    ['the server', ['server']],
    ['PostgreSQL', ['postgres']],
    ['both, the server first', ['server', 'postgres']],
    ['both, PostgreSQL first', ['postgres', 'server']],
    ['the server, once more', ['server']],
  ])('%s', async (_name, victims) => {
    const before = await supervise(folder)
    await ask(before.socketFolder, 'create table if not exists acknowledged (n int)')
    const [row] = await ask(
      before.socketFolder,
      'insert into acknowledged select count(*) from acknowledged returning n',
    )
    for (const victim of victims) {
      process.kill(victim === 'server' ? (before.process.pid ?? 0) : before.pid, 'SIGKILL')
    }
    let current = before
    if (victims.includes('server')) {
      await before.end('SIGKILL')
      current = await supervise(folder)
    } else {
      await until(() => before.lines.some((line) => line.includes('runs again')))
    }
    expect(await ask(current.socketFolder, 'select max(n) as n from acknowledged')).toEqual([row])
    expect(await current.end('SIGTERM')).toBe(0)
    expect(processesIn(cluster)).toEqual([])
  })
})

test('a postmaster.pid with the number of some other process stops neither the start nor that process', async () => {
  const first = await supervise(folder)
  await first.end('SIGKILL')
  killPostgres(cluster)
  await until(() => processesIn(cluster).length === 0)
  const file = join(cluster, 'postmaster.pid')
  const [, ...rest] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, [process.pid, ...rest].join('\n'))

  const second = await supervise(folder)
  expect(second.refused).toBeUndefined()
  expect(await second.end('SIGTERM')).toBe(0)
})

test('a path too long for a socket, and one with a space, a comma and a quote in it', async () => {
  const long = temporaryDataFolder(`-${'long-'.repeat(20)}`)
  renameSync(folder, long)
  const supervised = await supervise(long)
  expect(supervised.socketFolder).toMatch(/^\/tmp\/entente-[0-9a-f]{16}$/)
  expect(await ask(supervised.socketFolder, 'select * from kept')).toEqual([{ answer: 42 }])
  await supervised.end('SIGTERM')
  expect(existsSync(supervised.socketFolder)).toBe(false)

  const odd = temporaryDataFolder(' a, "b"')
  renameSync(long, odd)
  const again = await supervise(odd)
  expect(await ask(again.socketFolder, 'select * from kept')).toEqual([{ answer: 42 }])
  await again.end('SIGTERM')
  renameSync(odd, folder)
})

describe('refuses by name', () => {
  test('a second start on the same folder, and says who has it, until that one is killed', async () => {
    const first = await supervise(folder)
    const second = await supervise(folder)
    expect(second.refused).toMatchObject({
      code: 'database.folder-busy',
      sentence: expect.stringContaining(`process ${first.process.pid} `),
    })
    expect(await ask(first.socketFolder, 'select 1 as one')).toEqual([{ one: 1 }])
    await first.end('SIGKILL')
    const third = await supervise(folder)
    expect(third.refused).toBeUndefined()
    expect(third.lines).toEqual([expect.stringContaining(`still runs as process ${first.pid}`)])
    await third.end('SIGTERM')
  })

  test('a folder that is no cluster and a cluster of another version, and leaves both as they are', async () => {
    const other = temporaryDataFolder()
    mkdirSync(join(other, 'postgres'), { recursive: true })
    chmodSync(other, 0o755)
    const precious = join(other, 'postgres/precious')
    writeFileSync(precious, 'kept')
    expect((await supervise(other)).refused).toMatchObject({
      code: 'database.cluster-unusable',
      sentence: expect.stringContaining('no PG_VERSION'),
    })
    writeFileSync(join(other, 'postgres/PG_VERSION'), '16\n')
    expect((await supervise(other)).refused).toMatchObject({
      code: 'database.other-version',
      sentence: expect.stringMatching(/written by PostgreSQL 16; .* PostgreSQL 18/),
    })
    expect(readFileSync(precious, 'utf8')).toBe('kept')
  })

  test.runIf(isRoot)(
    'under root, a folder that the account of PostgreSQL cannot enter',
    async () => {
      const closed = temporaryDataFolder()
      mkdirSync(closed, { mode: 0o700 })
      expect((await supervise(join(closed, 'inner'))).refused).toMatchObject({
        code: 'database.folder-unusable',
        sentence: expect.stringContaining(`may not enter ${closed}.`),
      })
    },
  )
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(20)
}
