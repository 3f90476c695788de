import { Client } from 'pg'
import { accepted, type Result } from '@entente/domain/kernel/result.ts'
import type { Place } from './place.ts'
import {
  startSupervisor,
  type Supervisor,
  type SupervisorOptions,
  type SupervisorRefusal,
} from './supervisor/supervisor.ts'

/** The PostgreSQL that Entente brings along, started, with the owner and an empty database where they were missing. */
export async function openOwnPlace(
  options: SupervisorOptions,
): Promise<Result<Place, SupervisorRefusal>> {
  const supervisor = await startSupervisor(options)
  if (!supervisor.ok) return supervisor
  await ensureOwner(supervisor.value)
  return accepted(ownPlace(supervisor.value.socketFolder, 'entente', supervisor.value.stop))
}

/** A database of a running supervisor. */
export const ownPlace = (
  socketFolder: string,
  database: string,
  stop: () => Promise<void>,
): Place => ({
  connection: (role) => ({
    host: socketFolder,
    database,
    user: role === 'owner' ? 'entente_owner' : role,
  }),
  rolesLogIn: true,
  stop,
})

/** The owner may make roles but is no superuser: row-level security holds for it as for the others. */
async function ensureOwner({ socketFolder }: Supervisor): Promise<void> {
  const superuser = new Client({ host: socketFolder, user: 'postgres', database: 'postgres' })
  await superuser.connect()
  try {
    await superuser.query(`do $$ begin
      if not exists (select from pg_roles where rolname = 'entente_owner') then
        create role entente_owner login createrole;
      end if;
    end $$`)
    const found = await superuser.query(`select from pg_database where datname = 'entente'`)
    if (found.rowCount === 0) await superuser.query('create database entente owner entente_owner')
  } finally {
    await superuser.end()
  }
}
