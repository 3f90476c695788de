import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One numbered step of the schema. Once released it is never edited; the next step corrects it. */
export interface Migration {
  readonly number: number
  /** The name of its file, `0001-organisations.sql`. */
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url))

/** All steps, in order, numbered from 1 without a gap; throws where that is not so. */
export function readMigrations(folder: string = migrationsFolder): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.toSorted().map((name, index) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1])
    if (number !== index + 1) {
      throw new Error(`${name} should be number ${index + 1}, named as in 0001-organisations.sql`)
    }
    const sql = readFileSync(join(folder, name), 'utf8')
    return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}
