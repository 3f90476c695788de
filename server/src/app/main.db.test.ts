import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { killPostgres, processesIn, temporaryDataFolder } from './database/testing/supervised.ts'

const program = fileURLToPath(new URL('main.ts', import.meta.url))

/** The server as `npm start` runs it, on a free port unless the settings say otherwise. */
function start(settings: Record<string, string>) {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], PORT: '0', ...settings },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (said += text.toString()))
  }
  const exited = new Promise<number | null>((answer) => child.once('exit', answer))
  return {
    said: () => said,
    exited,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    async address() {
      for (;;) {
        const [, found] = /Entente is at (\S+)/.exec(said) ?? []
        if (found !== undefined) return found
        if ((await Promise.race([exited, wait(20, 'waiting')])) !== 'waiting') throw new Error(said)
      }
    },
  }
}

test('serves when the database is ready, says when it is lost, recovers, and stops without a trace', async () => {
  const folder = temporaryDataFolder()
  const cluster = join(folder, 'postgres')
  const server = start({ DATA_DIR: folder })
  const address = await server.address()
  const ready = async () => (await fetch(`${address}/readyz`)).status
  expect(await ready()).toBe(200)

  const seen = new Set<number>()
  killPostgres(cluster)
  while (!(seen.has(503) && server.said().includes('runs again'))) seen.add(await ready())
  expect(await ready()).toBe(200)
  expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([])
  expect((await fetch(`${address}/healthz`)).status).toBe(200)

  // An interrupt at a terminal arrives twice: from the terminal, and from the process that started us.
  server.kill('SIGINT')
  server.kill('SIGINT')
  expect(await server.exited).toBe(0)
  expect(processesIn(cluster)).toEqual([])
})

test('a port that is taken is said, and the database does not stay behind', async () => {
  const folder = temporaryDataFolder()
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((answer) => taken.once('listening', answer))
  const { port } = taken.address() as { port: number }
  const server = start({ DATA_DIR: folder, PORT: String(port) })
  expect(await server.exited).toBe(1)
  expect(server.said()).toMatch(/could not listen: .*EADDRINUSE.*Set PORT to a free port/)
  expect(processesIn(join(folder, 'postgres'))).toEqual([])
  taken.close()
})

test('listens while a database elsewhere is away, and answers 503 with a problem', async () => {
  const server = start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/entente' })
  const answer = await fetch(`${await server.address()}/readyz`)
  expect(answer.status).toBe(503)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toMatchObject({ type: 'urn:entente:database.unavailable' })
  server.kill('SIGTERM')
  expect(await server.exited).toBe(0)
})

test('one line for each setting that is wrong', async () => {
  const server = start({ PORT: 'http', BASE_URL: 'here' })
  expect(await server.exited).toBe(2)
  expect(server.said().trim().split('\n')).toEqual([
    expect.stringContaining('PORT is "http"'),
    expect.stringContaining('BASE_URL is "here"'),
  ])
})
