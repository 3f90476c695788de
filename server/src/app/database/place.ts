import type { ClientConfig } from 'pg'
import type { WorkRole } from './actor.ts'

/** A PostgreSQL with our database in it: the one we bring along, or one named by `DATABASE_URL`. */
export interface Place {
  /** How to connect, as the owner of the tables or as a role that does the work. */
  readonly connection: (role: WorkRole | 'owner') => ClientConfig
  /** Whether the roles connect by themselves; otherwise the owner's connections take them on. */
  readonly rolesLogIn: boolean
  readonly stop: () => Promise<void>
}
