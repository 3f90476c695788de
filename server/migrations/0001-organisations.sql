-- The context of a transaction: who acts, for which organisation, on which side. It is set when the transaction begins
-- and gone when it ends. Without it every question answers null, so that no policy is true and no row is seen.
create function context_organisation() returns uuid language sql stable
  return nullif(current_setting('entente.organisation', true), '')::uuid;
create function context_person() returns uuid language sql stable
  return nullif(current_setting('entente.person', true), '')::uuid;
create function context_side() returns text language sql stable
  return nullif(current_setting('entente.side', true), '');

-- The vendor, and those it works with. Whether one is the vendor or not decides its side and never changes.
create table organisations (
  id uuid primary key,
  kind text not null check (kind in ('vendor', 'partner', 'distributor')),
  name text not null check (btrim(name) = name and name <> ''),
  legal_name text check (btrim(legal_name) <> ''),
  country text check (country ~ '^[A-Z]{2}$'),
  region text check (btrim(region) <> ''),
  time_zone text not null,
  -- The first day of its fiscal year; one that every February has.
  fiscal_year_month smallint not null default 1 check (fiscal_year_month between 1 and 12),
  fiscal_year_day smallint not null default 1 check (fiscal_year_day between 1 and 28),
  created_at timestamptz not null,
  ended_at timestamptz check (ended_at >= created_at),
  unique (id, kind)
);
create unique index organisations_one_vendor on organisations (kind) where kind = 'vendor';

-- What a partner is, in percent of each model, from a date on: real partners are mixtures, and they drift.
create table model_mixes (
  organisation_id uuid not null references organisations,
  from_on date not null,
  service_percent smallint not null check (service_percent between 0 and 100),
  development_percent smallint not null check (development_percent between 0 and 100),
  transaction_percent smallint not null check (transaction_percent between 0 and 100),
  ecosystem_percent smallint not null check (ecosystem_percent between 0 and 100),
  primary key (organisation_id, from_on),
  constraint model_mixes_sum check (
    service_percent + development_percent + transaction_percent + ecosystem_percent = 100
  )
);

-- A distributor over its resellers, half-open: `until_on` is the first date on which it is over. The distributor sees
-- a reseller's records only where that was agreed.
create table distributor_resellers (
  distributor_id uuid not null,
  distributor_kind text not null generated always as ('distributor') stored,
  reseller_id uuid not null references organisations,
  from_on date not null,
  until_on date check (until_on > from_on),
  sees_records boolean not null default false,
  primary key (distributor_id, reseller_id, from_on),
  foreign key (distributor_id, distributor_kind) references organisations (id, kind),
  check (reseller_id <> distributor_id)
);
create index distributor_resellers_reseller on distributor_resellers (reseller_id);

-- The organisations whose records a partner's people see: their own and, for a distributor, its resellers as agreed.
create function context_reach() returns uuid[] language sql stable
  return array[context_organisation()] || array(
    select reseller_id from distributor_resellers
    where distributor_id = context_organisation() and sees_records
      and from_on <= current_date and (until_on is null or until_on > current_date)
  );
create function context_vendor() returns uuid language sql stable
  return (select id from organisations where kind = 'vendor');

alter table organisations enable row level security, force row level security;
alter table model_mixes enable row level security, force row level security;
alter table distributor_resellers enable row level security, force row level security;

-- Policies ask for the context in sub-selects, which PostgreSQL computes once for each statement and not for each row.
create policy seen on distributor_resellers for select to entente_app using (
  (select context_side()) = 'vendor'
  or distributor_id = (select context_organisation())
  or reseller_id = (select context_organisation())
);
create policy seen on organisations for select to entente_app using (
  (select context_side()) = 'vendor'
  or ((select context_side()) = 'partner' and (
    kind = 'vendor'
    or id = any ((select context_reach())::uuid[])
    or id in (
      select distributor_id from distributor_resellers
      where reseller_id = (select context_organisation())
    )
  ))
);
create policy seen on model_mixes for select to entente_app using (
  (select context_side()) = 'vendor' or organisation_id = any ((select context_reach())::uuid[])
);

create policy added on organisations for insert to entente_app
  with check ((select context_side()) = 'vendor');
create policy changed on organisations for update to entente_app
  using ((select context_side()) = 'vendor' or id = (select context_organisation()));
create policy added on model_mixes for insert to entente_app
  with check ((select context_side()) = 'vendor');
create policy added on distributor_resellers for insert to entente_app
  with check ((select context_side()) = 'vendor');
create policy changed on distributor_resellers for update to entente_app
  using ((select context_side()) = 'vendor');

create policy read_by_processes on organisations for select to entente_worker, entente_sweep using (true);
create policy read_by_processes on model_mixes for select to entente_worker, entente_sweep using (true);
create policy read_by_processes on distributor_resellers for select to entente_worker, entente_sweep using (true);

grant select, insert on organisations, model_mixes, distributor_resellers to entente_app;
grant update (name, legal_name, country, region, time_zone, fiscal_year_month, fiscal_year_day, ended_at)
  on organisations to entente_app;
grant update (until_on, sees_records) on distributor_resellers to entente_app;
grant select on organisations, model_mixes, distributor_resellers to entente_worker, entente_sweep;
