import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely'
import type { PoolClient } from 'pg'
import { asParameter } from './column-values.ts'
import type { Tables } from './tables.ts'
import { rethrown } from './unreachable.ts'

/** One transaction of one actor: Kysely over the tables. It works only until the function that was given it returns. */
export type Transaction = Kysely<Tables>

/** Kysely on a connection whose transaction is open. `end` makes every later use throw. */
export function transactionOn(client: PoolClient): { transaction: Transaction; end: () => void } {
  let hasEnded = false
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      if (hasEnded) throw new Error('This transaction has ended: its work was not awaited')
      const { rows, rowCount, command } = await client
        .query(sql, parameters.map(asParameter))
        .catch(rethrown)
      if (command === 'SELECT' || rowCount === null) return { rows }
      return { rows, numAffectedRows: BigInt(rowCount) }
    },
    streamQuery() {
      throw new Error('Rows are not streamed; ask for them in pages')
    },
  }
  return {
    transaction: new Kysely<Tables>({ dialect: dialectOver(connection) }),
    end: () => {
      hasEnded = true
    },
  }
}

/** The transaction is begun and ended outside, so Kysely may do neither. */
const dialectOver = (connection: DatabaseConnection): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (kysely) => new PostgresIntrospector(kysely),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createDriver: () => ({
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: isOpen,
    commitTransaction: isOpen,
    rollbackTransaction: isOpen,
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
  }),
})

function isOpen(): never {
  throw new Error('A transaction is open already; there are none inside it')
}
