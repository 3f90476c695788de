-- Every change is an event: who, when, for which side, under which version. Events are written in the transaction of the
-- change and never altered. `transaction_id` lets a sealer take only those below every transaction still open; `ordinal`
-- says in which order they were written, which is not the order in which they became visible.
create table events (
  id uuid primary key,
  ordinal bigint not null unique generated always as identity,
  transaction_id xid8 not null default pg_current_xact_id(),
  recorded_at timestamptz not null default clock_timestamp(),
  at timestamptz not null,
  type text not null check (type ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'),
  subject_id uuid not null,
  -- The partner it concerns; none for what is internal to the vendor.
  partner_id uuid references organisations,
  -- Who sees it besides: what is internal to one side is hidden from the other.
  audience text not null check (audience in ('both', 'vendor', 'partner')),
  -- The hash of the agreement's version under which it happened.
  agreement_version text,
  -- Who did it, for whom; nobody where the system did it by itself.
  person_id uuid references people,
  organisation_id uuid references organisations,
  -- SHA-256 over the salt and the canonical form of the payload, which is stored apart so that it can be erased.
  payload_hash bytea not null check (octet_length(payload_hash) = 32),
  check (partner_id is not null or audience = 'vendor'),
  check ((person_id is null) = (organisation_id is null))
);
create index events_partner on events (partner_id, ordinal);
create index events_subject on events (subject_id, ordinal);

create table event_payloads (
  event_id uuid primary key references events,
  salt bytea not null check (octet_length(salt) = 16),
  body jsonb not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Events are never changed or removed; a correction is a new event.';
end
$$;
create trigger events_append_only before update or delete or truncate on events
  for each statement execute function refuse_change();

alter table events enable row level security, force row level security;
alter table event_payloads enable row level security, force row level security;

create policy seen on events for select to entente_app using (
  ((select context_side()) = 'vendor' and audience <> 'partner')
  or (
    (select context_side()) = 'partner' and audience <> 'vendor'
    and partner_id = any ((select context_reach())::uuid[])
  )
);
create policy seen on event_payloads for select to entente_app using (
  exists (select from events where events.id = event_payloads.event_id)
);

-- One writes in one's own name only. A partner's act may leave what the vendor alone sees, and then cannot read it back.
create policy added on events for insert to entente_app with check (
  person_id = (select context_person())
  and organisation_id = (select context_organisation())
  and (
    ((select context_side()) = 'vendor' and audience <> 'partner')
    or ((select context_side()) = 'partner' and partner_id = any ((select context_reach())::uuid[]))
  )
);
create policy added_by_processes on events for insert to entente_worker, entente_sweep
  with check (person_id is null);
create policy added on event_payloads for insert to entente_app
  with check ((select context_side()) is not null);
create policy added_by_processes on event_payloads for insert to entente_worker, entente_sweep
  with check (true);
create policy read_by_processes on events for select to entente_worker, entente_sweep using (true);
create policy read_by_processes on event_payloads for select to entente_worker, entente_sweep using (true);

grant select on events, event_payloads to entente_app, entente_worker, entente_sweep;
grant insert (
  id, at, type, subject_id, partner_id, audience, agreement_version, person_id, organisation_id, payload_hash
) on events to entente_app, entente_worker, entente_sweep;
grant insert on event_payloads to entente_app, entente_worker, entente_sweep;
