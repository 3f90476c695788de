// The server's entry point: environment, database, HTTP, and the same backwards for a clean stop.
import type { Refusal } from '@entente/domain/kernel/result.ts'
import { readConfig, type Config } from './config.ts'
import { connectDatabase } from './database/connect.ts'
import { createHttp } from './http.ts'
import { readinessRoutes } from './readiness.routes.ts'

const report = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = ({ sentence, fix }: Refusal): void =>
  void process.stderr.write(`${sentence} ${fix}\n`)

/** What has been started, in order; a stop undoes it backwards, once, whatever signals come meanwhile. */
const toStop: (() => Promise<unknown>)[] = []
let stopped: Promise<void> | undefined
const stop = (code: number): Promise<void> => (stopped ??= stopAll(code))
async function stopAll(code: number): Promise<void> {
  await starting
  for (const undo of toStop.toReversed()) await undo()
  process.exit(code)
}

const config = readConfig(process.env)
if (!config.ok) {
  config.refusals.forEach(complain)
  process.exit(2)
}
const starting = start(config.value)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))
const code = await starting
if (code !== 0) await stop(code)

/** Answers with an exit code: 0 when everything runs. */
async function start(settings: Config): Promise<number> {
  const database = await connectDatabase({
    ...settings,
    report,
    giveUp: (refusal) => {
      complain(refusal)
      void stop(1)
    },
  })
  if (!database.ok) {
    complain(database.refusal)
    return 1
  }
  toStop.push(database.value.close)

  const http = createHttp()
  readinessRoutes(http, database.value)
  toStop.push(() => http.close())
  try {
    const address = await http.listen({ host: settings.host, port: settings.port })
    report(`Entente is at ${settings.baseUrl ?? address}`)
    return 0
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    complain({
      code: 'http.not-listening',
      sentence: `Entente could not listen: ${reason}.`,
      fix: 'Set PORT to a free port.',
    })
    return 1
  }
}
