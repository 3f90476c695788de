// The database as the rest of the server sees it: `inTransaction(actor, work)` and nothing else. There is no other way
// to a connection, so no statement runs without an actor, and row-level security always knows whose rows to show.
//
// Opening finds the place (the PostgreSQL that comes along, or DATABASE_URL), brings the schema up to date as its owner,
// and then works under roles that own nothing. The rule that surprises: a question asked without the right actor is
// answered with no rows, not with an error.
import { Pool, type PoolClient } from 'pg'
import { beginningOf, roleOf, workRoles, type Actor, type WorkRole } from './actor.ts'
import { columnTypes } from './column-values.ts'
import type { Place } from './place.ts'
import { transactionOn, type Transaction } from './transaction.ts'
import { DatabaseUnavailable, isUnreachable, rethrown } from './unreachable.ts'

const mostConnections = 10

export interface Database {
  /**
   * Runs the work in one transaction in the actor's name; commits when it returns, rolls back when it throws. Throws
   * `DatabaseUnavailable` when the database is away.
   */
  readonly inTransaction: <T>(
    actor: Actor,
    work: (transaction: Transaction) => Promise<T>,
  ) => Promise<T>
  /** Whether the database answers now, within a second. */
  readonly answers: () => Promise<boolean>
  /** Ends the connections and, where it is ours, the database. */
  readonly close: () => Promise<void>
}

/** Works on a place whose schema is up to date. Connections are opened when they are needed, at most ten for a role. */
export async function openDatabase(place: Place): Promise<Database> {
  const pools = new Map(workRoles.map((role) => [role, poolOf(place, role)]))
  const pool = (role: WorkRole): Pool => pools.get(role) as Pool
  await assertPowerless(pool('entente_app'))
  return {
    inTransaction: (actor, work) => runIn(pool(roleOf(actor)), actor, work),
    answers: () => answersWithin(1_000, pool('entente_app')),
    async close() {
      await Promise.all([...pools.values()].map((one) => one.end()))
      await place.stop()
    },
  }
}

function poolOf(place: Place, role: WorkRole): Pool {
  const pool = new Pool({
    ...place.connection(role),
    application_name: role,
    connectionTimeoutMillis: 5_000,
    idle_in_transaction_session_timeout: 60_000,
    max: mostConnections,
    statement_timeout: 60_000,
    types: columnTypes,
  })
  // A connection that breaks between two questions tells so at the next one; an idle one is replaced.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Row-level security does not bind a superuser, so we do not work as one. */
async function assertPowerless(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; isBound: boolean }>(
    `select rolname as name, not (rolsuper or rolbypassrls) and rolname = 'entente_app' as "isBound"
      from pg_roles where rolname = current_user`,
  )
  if (rows[0]?.isBound !== true) {
    throw new Error(`The database lets us work as ${rows[0]?.name}, not as entente_app`)
  }
}

async function runIn<T>(
  pool: Pool,
  actor: Actor,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await connectionThat(pool, beginningOf(actor))
  const { transaction, end } = transactionOn(client)
  try {
    const result = await work(transaction)
    end()
    await commit(client)
    client.release()
    return result
  } catch (error) {
    end()
    await giveUp(client)
    throw error
  }
}

/**
 * A connection that has answered a first statement. After a loss the pool holds broken ones without knowing; as nothing
 * has been asked of them yet, they are passed over.
 */
async function connectionThat(pool: Pool, statement: string): Promise<PoolClient> {
  for (let attempt = 0; ; attempt += 1) {
    const client = await pool.connect().catch(rethrown)
    try {
      await client.query(statement)
      return client
    } catch (error) {
      client.release(error as Error)
      if (!isUnreachable(error) || attempt === mostConnections) rethrown(error)
    }
  }
}

async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit').catch((error: unknown) => {
    throw isUnreachable(error) ? new DatabaseUnavailable(error, true) : error
  })
  // PostgreSQL answers the commit of a failed transaction with a rollback, and calls it no error.
  if (command !== 'COMMIT') throw new Error('Work went on after a statement of it had failed')
}

/** A connection that cannot roll back is not used again. */
async function giveUp(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback')
    client.release()
  } catch (error) {
    client.release(error as Error)
  }
}

async function answersWithin(milliseconds: number, pool: Pool): Promise<boolean> {
  const patience = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => patience.resolve(false), milliseconds)
  const asked = connectionThat(pool, 'select 1').then(
    (client) => (client.release(), true),
    () => false,
  )
  const answer = await Promise.race([asked, patience.promise])
  clearTimeout(timer)
  return answer
}
