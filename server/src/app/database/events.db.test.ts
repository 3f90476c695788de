import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor, PersonActor } from './actor.ts'
import { distributor, otherPartner, partner, population, vendor } from './testing/population.ts'
import { openTestDatabase } from './testing/test-database.ts'

const { database, place, asAdministrator } = await openTestDatabase()
await population(asAdministrator)

interface Draft {
  readonly partnerId?: string
  readonly audience: 'both' | 'vendor' | 'partner'
  readonly as?: PersonActor
}

const write = (actor: Actor, { partnerId, audience, as }: Draft): Promise<string> =>
  database.inTransaction(actor, async (transaction) => {
    const id = crypto.randomUUID()
    const who = as ?? (actor.type === 'person' ? actor : undefined)
    await transaction
      .insertInto('events')
      .values({
        id,
        at: Temporal.Instant.from('2026-02-03T04:05:06.789Z'),
        type: 'case.opened',
        subject_id: id,
        partner_id: partnerId ?? null,
        audience,
        person_id: who?.personId ?? null,
        organisation_id: who?.organisationId ?? null,
        payload_hash: Buffer.alloc(32),
      })
      .execute()
    await transaction
      .insertInto('event_payloads')
      .values({ event_id: id, salt: Buffer.alloc(16), body: JSON.stringify({ by: actor.type }) })
      .execute()
    return id
  })

const reads = (actor: Actor, id: string) =>
  database.inTransaction(actor, async (transaction) => {
    const events = await transaction
      .selectFrom('events')
      .select('id')
      .where('id', '=', id)
      .execute()
    const payloads = await transaction
      .selectFrom('event_payloads')
      .select('event_id')
      .where('event_id', '=', id)
      .execute()
    expect(events.length).toBe(payloads.length)
    return events.length === 1
  })

const readers = { vendor, partner, otherPartner, distributor }

describe('who reads an event, and its payload with it', () => {
  const partnerId = partner.organisationId
  test.each<[string, PersonActor, Draft, readonly string[]]>([
    [
      'for both sides',
      vendor,
      { partnerId, audience: 'both' },
      ['vendor', 'partner', 'distributor'],
    ],
    [
      'internal to the vendor, about a partner',
      vendor,
      { partnerId, audience: 'vendor' },
      ['vendor'],
    ],
    ['internal to the vendor', vendor, { audience: 'vendor' }, ['vendor']],
    [
      'internal to a partner',
      partner,
      { partnerId, audience: 'partner' },
      ['partner', 'distributor'],
    ],
    [
      'left by a partner’s act for the vendor alone',
      partner,
      { partnerId, audience: 'vendor' },
      ['vendor'],
    ],
  ])('%s', async (_name, author, draft, expected) => {
    const id = await write(author, draft)
    const seen = await Promise.all(
      Object.entries(readers).map(async ([name, reader]) =>
        (await reads(reader, id)) ? name : '',
      ),
    )
    expect(seen.filter((name) => name !== '')).toEqual(expected)
  })
})

describe('refused', () => {
  test.each<[string, Actor, Draft]>([
    ['in another’s name', vendor, { audience: 'vendor', as: partner }],
    [
      'about another partner',
      otherPartner,
      { partnerId: partner.organisationId, audience: 'both' },
    ],
    [
      'by the vendor, internal to a partner',
      vendor,
      { partnerId: partner.organisationId, audience: 'partner' },
    ],
    ['by a process in a person’s name', { type: 'sweep' }, { audience: 'vendor', as: vendor }],
    ['by a person who only looks', { ...vendor, isReadOnly: true }, { audience: 'vendor' }],
  ])('to write %s', async (_name, actor, draft) => {
    await expect(write(actor, draft)).rejects.toThrow(/row-level security|read-only/)
  })

  test.each(['update events set type = $$a.b$$', 'delete from events', 'truncate events cascade'])(
    'to every role: %s',
    async (statement) => {
      const actors: Actor[] = [vendor, { type: 'worker' }, { type: 'sweep' }]
      for (const actor of actors) {
        await expect(
          database.inTransaction(actor, (transaction) => sql.raw(statement).execute(transaction)),
        ).rejects.toThrow('permission denied')
      }
      await expect(asAdministrator(statement)).rejects.toThrow('never changed')
    },
  )

  test('to choose when it was recorded, or by which transaction', async () => {
    const grants = await asAdministrator<{ column_name: string }>(
      `select distinct column_name from information_schema.column_privileges
        where table_name = 'events' and privilege_type = 'INSERT' and grantee = 'entente_app'`,
    )
    const columns = grants.map((one) => one.column_name)
    expect(columns).toContain('payload_hash')
    for (const own of ['ordinal', 'transaction_id', 'recorded_at'])
      expect(columns).not.toContain(own)
  })
})

test('a process writes in nobody’s name and reads everything', async () => {
  const id = await write({ type: 'sweep' }, { partnerId: partner.organisationId, audience: 'both' })
  expect(await reads({ type: 'worker' }, id)).toBe(true)
  expect(await reads(partner, id)).toBe(true)
})

test('an event knows its transaction, so that a sealer can wait for those still open', async () => {
  const id = await write(vendor, { audience: 'vendor' })
  expect(
    await asAdministrator(
      `select transaction_id < pg_snapshot_xmin(pg_current_snapshot()) as "isBelow" from events where id = $1`,
      [id],
    ),
  ).toEqual([{ isBelow: true }])
  expect(place.rolesLogIn).toBeTypeOf('boolean')
})
