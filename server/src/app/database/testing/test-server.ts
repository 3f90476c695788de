import type { ClientConfig } from 'pg'
import { foreignPlace } from '../foreign-place.ts'
import { ownPlace } from '../own-place.ts'
import type { Place } from '../place.ts'

/** The PostgreSQL of a test run, as it is told to the processes of the tests. */
export type TestServer =
  | { readonly socketFolder: string; readonly folder: string }
  | { readonly url: string }

/** Who may make and drop databases there. */
export const administration = (server: TestServer): ClientConfig =>
  'url' in server
    ? { connectionString: server.url }
    : { host: server.socketFolder, user: 'postgres', database: 'postgres' }

export function testPlace(server: TestServer, database: string): Place {
  if (!('url' in server)) return ownPlace(server.socketFolder, database, () => Promise.resolve())
  const url = new URL(server.url)
  url.pathname = `/${database}`
  return foreignPlace(url.href)
}
