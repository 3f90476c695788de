import type { PersonActor } from '../actor.ts'
import type { TestDatabase } from './test-database.ts'

// A vendor and its partners, small enough to say by heart what each may see. Brevik resells under Dunmore, which was
// given its records; Aldermoor did so too, but not any more.

const id = (last: number): string => `00000000-0000-7000-8000-${String(last).padStart(12, '0')}`

const actor = (number: number, side: PersonActor['side']): PersonActor => ({
  type: 'person',
  organisationId: id(number),
  personId: id(100 + number),
  side,
})

export const vendor = actor(1, 'vendor')
export const partner = actor(2, 'partner')
export const otherPartner = actor(3, 'partner')
export const distributor = actor(4, 'partner')
const former = actor(5, 'partner')

const organisations: readonly [PersonActor, kind: string, name: string, person: string][] = [
  [vendor, 'vendor', 'Larkfield', 'Ines Lark'],
  [partner, 'partner', 'Brevik', 'Birk Brevik'],
  [otherPartner, 'partner', 'Castellane', 'Carla Castellane'],
  [distributor, 'distributor', 'Dunmore', 'Dara Dunmore'],
  [former, 'partner', 'Aldermoor', 'Ada Aldermoor'],
]

/** Fills an empty migrated database; every table has rows afterwards. */
export async function population(ask: TestDatabase['asAdministrator']): Promise<void> {
  for (const [who, kind, name, person] of organisations) {
    const { organisationId, personId } = who
    const position = personId.replace('0000000001', '0000000002')
    await ask(
      `insert into organisations (id, kind, name, time_zone, created_at)
        values ($1, $2, $3, 'Europe/Oslo', '2026-01-01')`,
      [organisationId, kind, name],
    )
    await ask(
      `insert into people (id, name, email, created_at) values ($1, $2, $3, '2026-01-01')`,
      [personId, person, `${name.toLowerCase()}@example.test`],
    )
    await ask(`insert into memberships values ($1, $2, '2026-01-01')`, [organisationId, personId])
    await ask(`insert into positions values ($1, $2, $3, $4)`, [
      position,
      organisationId,
      kind === 'vendor' ? 'channel-manager' : 'owner',
      kind === 'vendor' ? 'Channel manager' : `${name} owner`,
    ])
    await ask(
      `insert into assignments (id, organisation_id, position_id, person_id, from_at)
        values (gen_random_uuid(), $1, $2, $3, '2026-01-01')`,
      [organisationId, position, personId],
    )
    await ask(
      `insert into absences values (gen_random_uuid(), $1, $2, '2026-07-01', '2026-08-01')`,
      [organisationId, personId],
    )
    if (kind !== 'vendor') {
      await ask(`insert into model_mixes values ($1, '2026-01-01', 40, 10, 50, 0)`, [
        organisationId,
      ])
    }
  }
  await ask(
    `insert into assignments (id, organisation_id, position_id, person_id, from_at, scope_partner_id)
      select gen_random_uuid(), $1, id, $2, '2026-01-01', $3 from positions where organisation_id = $1`,
    [vendor.organisationId, vendor.personId, partner.organisationId],
  )
  await ask(
    `insert into distributor_resellers (distributor_id, reseller_id, from_on, until_on, sees_records)
      values ($1, $2, '2026-01-01', null, true), ($1, $3, '2024-01-01', '2025-01-01', true)`,
    [distributor.organisationId, partner.organisationId, former.organisationId],
  )
  await ask(
    `with event as (
      insert into events (id, at, type, subject_id, audience, payload_hash)
        values (gen_random_uuid(), '2026-01-01', 'program.founded', gen_random_uuid(), 'vendor', sha256(''))
        returning id
    ) insert into event_payloads select id, decode(repeat('00', 16), 'hex'), '{}' from event`,
  )
}
