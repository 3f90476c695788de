import { accepted, refused, type Refusal, type Result } from '@entente/domain/kernel/result.ts'

/** What the server needs to know before it starts. */
export interface Config {
  readonly host: string
  readonly port: number
}

export interface ConfigRefusal extends Refusal {
  readonly code: 'config.unusable'
  readonly variable: string
}

/** Reads the environment. `PORT` is a TCP port, 0 for any free one (default 4380); `HOST` an address (default loopback). */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, ConfigRefusal> {
  const text = environment['PORT'] ?? '4380'
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(port) || port > 65_535) {
    return refused({
      code: 'config.unusable',
      variable: 'PORT',
      sentence: `PORT is "${text}", which is not a TCP port.`,
      fix: 'Set PORT to a number from 0 to 65535, or leave it out for 4380.',
    })
  }
  return accepted({ host: environment['HOST'] ?? '127.0.0.1', port })
}
