// Written by tools/publish-tables.mjs from a database with all migrations; not by hand.
import type { ColumnType } from 'kysely'

export interface Tables {
  absences: AbsencesTable
  assignments: AssignmentsTable
  distributor_resellers: DistributorResellersTable
  event_payloads: EventPayloadsTable
  events: EventsTable
  memberships: MembershipsTable
  model_mixes: ModelMixesTable
  organisations: OrganisationsTable
  people: PeopleTable
  positions: PositionsTable
}

interface AbsencesTable {
  id: string
  organisation_id: string
  person_id: string
  from_at: Temporal.Instant
  until_at: Temporal.Instant
}

interface AssignmentsTable {
  id: string
  organisation_id: string
  position_id: string
  person_id: string
  from_at: Temporal.Instant
  until_at: ColumnType<Temporal.Instant | null, Temporal.Instant | null | undefined, Temporal.Instant | null>
  scope_partner_id: ColumnType<string | null, string | null | undefined, string | null>
  scope_region: ColumnType<string | null, string | null | undefined, string | null>
  scope_product: ColumnType<string | null, string | null | undefined, string | null>
  deputy_id: ColumnType<string | null, string | null | undefined, string | null>
}

interface DistributorResellersTable {
  distributor_id: string
  distributor_kind: ColumnType<string, never, never>
  reseller_id: string
  from_on: Temporal.PlainDate
  until_on: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | null | undefined, Temporal.PlainDate | null>
  sees_records: ColumnType<boolean, boolean | undefined, boolean>
}

interface EventPayloadsTable {
  event_id: string
  salt: Buffer
  body: ColumnType<unknown, string, string>
}

interface EventsTable {
  id: string
  ordinal: ColumnType<number, never, never>
  transaction_id: ColumnType<string, string | undefined, string>
  recorded_at: ColumnType<Temporal.Instant, Temporal.Instant | undefined, Temporal.Instant>
  at: Temporal.Instant
  type: string
  subject_id: string
  partner_id: ColumnType<string | null, string | null | undefined, string | null>
  audience: 'both' | 'vendor' | 'partner'
  agreement_version: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>
  payload_hash: Buffer
}

interface MembershipsTable {
  organisation_id: string
  person_id: string
  from_at: Temporal.Instant
  until_at: ColumnType<Temporal.Instant | null, Temporal.Instant | null | undefined, Temporal.Instant | null>
}

interface ModelMixesTable {
  organisation_id: string
  from_on: Temporal.PlainDate
  service_percent: number
  development_percent: number
  transaction_percent: number
  ecosystem_percent: number
}

interface OrganisationsTable {
  id: string
  kind: 'vendor' | 'partner' | 'distributor'
  name: string
  legal_name: ColumnType<string | null, string | null | undefined, string | null>
  country: ColumnType<string | null, string | null | undefined, string | null>
  region: ColumnType<string | null, string | null | undefined, string | null>
  time_zone: string
  fiscal_year_month: ColumnType<number, number | undefined, number>
  fiscal_year_day: ColumnType<number, number | undefined, number>
  created_at: Temporal.Instant
  ended_at: ColumnType<Temporal.Instant | null, Temporal.Instant | null | undefined, Temporal.Instant | null>
}

interface PeopleTable {
  id: string
  name: string
  email: string
  locale: ColumnType<string | null, string | null | undefined, string | null>
  time_zone: ColumnType<string | null, string | null | undefined, string | null>
  created_at: Temporal.Instant
}

interface PositionsTable {
  id: string
  organisation_id: string
  key: string
  title: string
  is_team: ColumnType<boolean, boolean | undefined, boolean>
}
