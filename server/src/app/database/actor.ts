import type { Side } from '@entente/domain/identity/side.ts'

/**
 * In whose name a transaction runs. It decides the database role and what row-level security lets through; the
 * application's own permissions stand before it.
 */
export type Actor = PersonActor | ProcessActor

/** A person at work, for the organisation they have chosen. */
export interface PersonActor {
  readonly type: 'person'
  readonly personId: string
  readonly organisationId: string
  readonly side: Side
  /** Looks and changes nothing: *view as*, and every question that must not write. */
  readonly isReadOnly?: boolean
}

/** The worker that delivers, or the sweep that fires deadlines. Each sees what its own policies name. */
export interface ProcessActor {
  readonly type: 'worker' | 'sweep'
}

/** Roles of the database that do the work. None owns anything. */
export type WorkRole = 'entente_app' | 'entente_worker' | 'entente_sweep'

export const workRoles: readonly WorkRole[] = ['entente_app', 'entente_worker', 'entente_sweep']

export function roleOf(actor: Actor): WorkRole {
  switch (actor.type) {
    case 'person':
      return 'entente_app'
    case 'worker':
      return 'entente_worker'
    case 'sweep':
      return 'entente_sweep'
    default:
      return actor satisfies never
  }
}

/**
 * What opens a transaction for an actor: one message to the database, so that the context costs no round trip. It ends
 * with the transaction, so nothing of it can stay behind on a pooled connection. Throws on an id that is no UUID.
 */
export function beginningOf(actor: Actor): string {
  if (actor.type !== 'person') return 'begin'
  const begin = actor.isReadOnly === true ? 'begin read only' : 'begin'
  const side = actor.side === 'vendor' ? 'vendor' : 'partner'
  return (
    `${begin}; select set_config('entente.organisation', '${uuid(actor.organisationId)}', true),` +
    ` set_config('entente.person', '${uuid(actor.personId)}', true),` +
    ` set_config('entente.side', '${side}', true)`
  )
}

function uuid(id: string): string {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw new TypeError(`An id of an actor is a UUID, not ${JSON.stringify(id)}`)
  }
  return id
}
