// Environment, database, HTTP; and the same backwards for a clean stop.
import type { Refusal } from '@entente/domain/kernel/result.ts'
import { readConfig, type Config } from './config.ts'
import { connectDatabase } from './database/connect.ts'
import { readinessRoutes } from './readiness.routes.ts'

/**
 * Runs the server until a signal stops it, and then ends the process: with 0 after a clean stop, 2 when a setting is
 * wrong, 1 when something else keeps it from serving. Says why in one line each.
 */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(environment)
  if (!config.ok) {
    config.refusals.forEach(complain)
    process.exit(2)
  }
  /** What has been started, in order. */
  const running: (() => Promise<unknown>)[] = []
  let stopping: Promise<void> | undefined
  /** Undoes it backwards, once, whatever signals come meanwhile. */
  const stop = (code: number): Promise<void> => (stopping ??= stopAll(code))
  const stopAll = async (code: number): Promise<void> => {
    await starting
    for (const undo of running.toReversed()) await undo()
    process.exit(code)
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))
  const starting = start(config.value, running, (refusal) => {
    complain(refusal)
    void stop(1)
  })
  await starting
}

async function start(
  { host, port, baseUrl, ...database }: Config,
  running: (() => Promise<unknown>)[],
  giveUp: (refusal: Refusal) => void,
): Promise<void> {
  // The routes load while the database starts.
  const [connected, { createHttp }] = await Promise.all([
    connectDatabase({ ...database, report, giveUp }),
    import('./http.ts'),
  ])
  if (!connected.ok) return giveUp(connected.refusal)
  running.push(connected.value.close)

  const http = createHttp()
  readinessRoutes(http, connected.value)
  running.push(() => http.close())
  try {
    const address = await http.listen({ host, port })
    report(`Entente is at ${baseUrl ?? address}`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    giveUp({
      code: 'http.not-listening',
      sentence: `Entente could not listen: ${reason}.`,
      fix: 'Set PORT to a free port.',
    })
  }
}

const report = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const complain = ({ sentence, fix }: Refusal): void => {
  process.stderr.write(`${sentence} ${fix}\n`)
}
