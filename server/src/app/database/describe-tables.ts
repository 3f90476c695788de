import { Client, type ClientConfig } from 'pg'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  readonly hasDefault: boolean
  /** The database alone writes it. */
  readonly isComputed: boolean
  /** The check that lists its values, as PostgreSQL writes it back. */
  readonly values: string | null
}

/**
 * The tables of a migrated database as the source of `tables.ts`: for each column what is read and what may be written.
 * A text column whose check lists its values becomes a union of them.
 */
export async function describeTables(connection: ClientConfig): Promise<string> {
  const client = new Client(connection)
  await client.connect()
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
      a.attnotnull as "isRequired", a.atthasdef as "hasDefault",
      a.attidentity <> '' or a.attgenerated <> '' as "isComputed",
      (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
          and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY\\[''' limit 1) as values
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname <> 'schema_migrations' and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`)
  await client.end()
  const tables = Map.groupBy(rows, (column) => column.table)
  const names = [...tables.keys()].map((name) => `  ${name}: ${interfaceName(name)}`)
  return [
    '// Written by tools/publish-tables.mjs from a database with all migrations; not by hand.',
    "import type { ColumnType } from 'kysely'",
    '',
    `export interface Tables {\n${names.join('\n')}\n}`,
    ...[...tables].map(([name, columns]) => {
      const lines = columns.map((column) => `  ${column.name}: ${columnType(column)}`)
      return `\ninterface ${interfaceName(name)} {\n${lines.join('\n')}\n}`
    }),
    '',
  ].join('\n')
}

const interfaceName = (table: string): string =>
  `${table.replaceAll(/(?:^|_)(\w)/g, (_all, letter: string) => letter.toUpperCase())}Table`

function columnType({
  table,
  name,
  type,
  isRequired,
  hasDefault,
  isComputed,
  values,
}: Column): string {
  const read = values === null ? readTypes[type] : unionOf(values)
  if (read === undefined) throw new Error(`${table}.${name}: no type is known for ${type}`)
  const written = type === 'jsonb' ? 'string' : read
  const orNull = isRequired ? '' : ' | null'
  const orNothing = isRequired && !hasDefault ? '' : ' | undefined'
  if (isComputed) return `ColumnType<${read}${orNull}, never, never>`
  if (read === written && orNull === '' && orNothing === '') return read
  return `ColumnType<${read}${orNull}, ${written}${orNull}${orNothing}, ${written}${orNull}>`
}

/** How `column-values.ts` reads each type that is in use. JSON is written as text. */
const readTypes: Readonly<Record<string, string>> = {
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  date: 'Temporal.PlainDate',
  integer: 'number',
  jsonb: 'unknown',
  smallint: 'number',
  text: 'string',
  'timestamp with time zone': 'Temporal.Instant',
  uuid: 'string',
  xid8: 'string',
}

const unionOf = (check: string): string =>
  [...check.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, value]) => `'${value}'`).join(' | ')
