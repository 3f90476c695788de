// The server's entry point: environment, HTTP, a clean stop.
import { createHttp } from './http.ts'
import { readConfig } from './config.ts'

const config = readConfig(process.env)
if (!config.ok) {
  process.stderr.write(`${config.refusal.sentence} ${config.refusal.fix}\n`)
  process.exit(2)
}

const http = createHttp()
try {
  const address = await http.listen(config.value)
  process.stdout.write(`Entente is at ${address}\n`)
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`Entente could not listen: ${reason}. Set PORT to a free port.\n`)
  process.exit(1)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void http.close().then(() => process.exit(0))
  })
}
