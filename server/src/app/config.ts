import { resolve } from 'node:path'
import type { Refusal } from '@entente/domain/kernel/result.ts'

/** What the server needs to know before it starts. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Where people reach it, as an origin without a closing slash; unset, it is where it listens. */
  readonly baseUrl?: string
  /** Unset, the place depends on the account (supervisor/data-folder.ts). */
  readonly dataFolder?: string
  /** Unset, the PostgreSQL that comes along runs in the data folder. */
  readonly databaseUrl?: string
}

export interface ConfigRefusal extends Refusal {
  readonly code: 'config.unusable'
  readonly variable: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the environment and refuses every variable that is wrong, not only the first. `PORT` is a TCP port, 0 for any
 * free one (default 4380); `HOST` an address (default loopback); `DATA_DIR` a folder; `DATABASE_URL` a PostgreSQL;
 * `BASE_URL` an origin.
 */
export function readConfig(
  environment: Environment,
):
  | { readonly ok: true; readonly value: Config }
  | { readonly ok: false; readonly refusals: readonly ConfigRefusal[] } {
  const refusals: ConfigRefusal[] = []
  const refuse = (variable: string, sentence: string, fix: string): void => {
    refusals.push({ code: 'config.unusable', variable, sentence, fix })
  }

  const portText = environment['PORT'] ?? '4380'
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN
  if (!(port <= 65_535)) {
    const fix = 'Set PORT to a number from 0 to 65535, or leave it out for 4380.'
    refuse('PORT', `PORT is "${portText}", which is not a TCP port.`, fix)
  }
  const folder = environment['DATA_DIR']
  if (folder?.trim() === '') {
    const fix = 'Set DATA_DIR to the path of a folder, or leave it out.'
    refuse('DATA_DIR', 'DATA_DIR is empty.', fix)
  }
  const database = environment['DATABASE_URL']
  if (database !== undefined && !isDatabaseUrl(database)) {
    const fix =
      'Set DATABASE_URL as in postgres://user:password@host:5432/entente, or leave it out.'
    refuse('DATABASE_URL', 'DATABASE_URL is not the URL of a PostgreSQL database.', fix)
  }
  const base = environment['BASE_URL']
  const origin = base === undefined ? undefined : originOf(base)
  if (base !== undefined && origin === undefined) {
    const fix = 'Set BASE_URL as in https://partners.example.com, without a path, or leave it out.'
    refuse('BASE_URL', `BASE_URL is "${base}", which is not the address of a site.`, fix)
  }

  if (refusals.length > 0) return { ok: false, refusals }
  const value: Config = {
    host: environment['HOST'] ?? '127.0.0.1',
    port,
    ...(origin === undefined ? {} : { baseUrl: origin }),
    ...(folder === undefined ? {} : { dataFolder: resolve(folder) }),
    ...(database === undefined ? {} : { databaseUrl: database }),
  }
  return { ok: true, value }
}

/** It may hold a password, so it is never repeated in a refusal. */
function isDatabaseUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1
}

function originOf(text: string): string | undefined {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined
  return url.href === `${url.origin}/` ? url.origin : undefined
}
