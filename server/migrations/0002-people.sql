-- A person, once, whichever organisations they act for.
create table people (
  id uuid primary key,
  name text not null check (btrim(name) <> ''),
  email text not null check (btrim(email) = email and position('@' in email) > 1),
  locale text,
  time_zone text,
  created_at timestamptz not null
);
create unique index people_email on people (lower(email));

-- For whom a person may act. Half-open: at `until_at` they no longer may. Who comes back has it opened again; the events
-- know the gap.
create table memberships (
  organisation_id uuid not null references organisations,
  person_id uuid not null references people,
  from_at timestamptz not null,
  until_at timestamptz check (until_at > from_at),
  primary key (organisation_id, person_id)
);
create index memberships_person on memberships (person_id);

-- What matrices, ladders and rules name. `key` is the name by which an agreement refers to it.
create table positions (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (btrim(title) <> ''),
  is_team boolean not null default false,
  unique (organisation_id, key),
  unique (organisation_id, id)
);

-- Who holds a position, when, and for which work; an unnamed dimension of the scope fits everything.
create table assignments (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  position_id uuid not null,
  person_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz check (until_at > from_at),
  scope_partner_id uuid references organisations,
  scope_region text check (btrim(scope_region) <> ''),
  scope_product text check (btrim(scope_product) <> ''),
  deputy_id uuid check (deputy_id <> person_id),
  foreign key (organisation_id, position_id) references positions (organisation_id, id),
  foreign key (organisation_id, person_id) references memberships (organisation_id, person_id),
  foreign key (organisation_id, deputy_id) references memberships (organisation_id, person_id)
);
create index assignments_position on assignments (organisation_id, position_id);
create index assignments_person on assignments (person_id);

-- When a person does not work for an organisation. It carries no reason, because the other side sees it: they are told
-- who answers instead.
create table absences (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  person_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  foreign key (organisation_id, person_id) references memberships (organisation_id, person_id)
);
create index absences_person on absences (organisation_id, person_id, until_at);

alter table people enable row level security, force row level security;
alter table memberships enable row level security, force row level security;
alter table positions enable row level security, force row level security;
alter table assignments enable row level security, force row level security;
alter table absences enable row level security, force row level security;

-- Partners see the vendor's people and positions beside their own; of the vendor's assignments only those that concern
-- everybody or themselves, because a scope names another partner.
create policy seen on memberships for select to entente_app using (
  (select context_side()) = 'vendor'
  or organisation_id = any ((select context_reach())::uuid[])
  or organisation_id = (select context_vendor())
);
create policy seen on positions for select to entente_app using (
  (select context_side()) = 'vendor'
  or organisation_id = any ((select context_reach())::uuid[])
  or organisation_id = (select context_vendor())
);
create policy seen on absences for select to entente_app using (
  (select context_side()) = 'vendor'
  or organisation_id = any ((select context_reach())::uuid[])
  or organisation_id = (select context_vendor())
);
create policy seen on assignments for select to entente_app using (
  (select context_side()) = 'vendor'
  or organisation_id = any ((select context_reach())::uuid[])
  or (
    organisation_id = (select context_vendor())
    and (scope_partner_id is null or scope_partner_id = (select context_organisation()))
  )
);
-- A person is seen where one of their memberships is; the inner question stands under the policy above.
create policy seen on people for select to entente_app using (
  exists (select from memberships where memberships.person_id = people.id)
);

-- The vendor's people write for every organisation, a partner's for their own.
create policy added on people for insert to entente_app
  with check ((select context_side()) is not null);
-- Not a partner's for its people: somebody who acts for two partners would be changed under the other's hands.
create policy changed on people for update to entente_app
  using ((select context_side()) = 'vendor' or id = (select context_person()));
create policy added on memberships for insert to entente_app
  with check ((select context_side()) = 'vendor' or organisation_id = (select context_organisation()));
create policy changed on memberships for update to entente_app
  using ((select context_side()) = 'vendor' or organisation_id = (select context_organisation()));
create policy added on positions for insert to entente_app
  with check ((select context_side()) = 'vendor' or organisation_id = (select context_organisation()));
create policy changed on positions for update to entente_app
  using ((select context_side()) = 'vendor' or organisation_id = (select context_organisation()));
create policy added on assignments for insert to entente_app
  with check ((select context_side()) = 'vendor' or organisation_id = (select context_organisation()));
create policy changed on assignments for update to entente_app
  using ((select context_side()) = 'vendor' or organisation_id = (select context_organisation()));
create policy added on absences for insert to entente_app
  with check ((select context_side()) = 'vendor' or organisation_id = (select context_organisation()));
create policy changed on absences for update to entente_app
  using ((select context_side()) = 'vendor' or organisation_id = (select context_organisation()));

create policy read_by_processes on people for select to entente_worker, entente_sweep using (true);
create policy read_by_processes on memberships for select to entente_worker, entente_sweep using (true);
create policy read_by_processes on positions for select to entente_worker, entente_sweep using (true);
create policy read_by_processes on assignments for select to entente_worker, entente_sweep using (true);
create policy read_by_processes on absences for select to entente_worker, entente_sweep using (true);

-- Nothing of this is ever deleted: memberships, assignments and absences end.
grant select, insert on people, memberships, positions, assignments, absences to entente_app;
grant update (name, email, locale, time_zone) on people to entente_app;
grant update (from_at, until_at) on memberships to entente_app;
grant update (title, is_team) on positions to entente_app;
grant update (until_at, deputy_id) on assignments to entente_app;
grant update (from_at, until_at) on absences to entente_app;
grant select on people, memberships, positions, assignments, absences to entente_worker, entente_sweep;
