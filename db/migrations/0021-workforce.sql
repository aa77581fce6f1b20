-- The current page of the books of workers and teams (`rebuild workforce`).

create schema workforce;

create table workforce.worker (
  book                uuid primary key,
  name                text not null,
  grade               text,
  team                uuid,
  agency              boolean,
  email               text,
  joined_on           date,
  left_on             date,
  registration_number text,
  registered_from     date,
  registered_until    date,
  on_leave_from       date,
  -- The last day of the latest leave; null while nobody knows it.
  on_leave_until      date
);
create index worker_email on workforce.worker (lower(email));

create table workforce.team (
  book       uuid primary key,
  name       text not null,
  managed_by uuid
);

do $$
declare
  guarded text;
begin
  foreach guarded in array array['worker', 'team'] loop
    execute format('alter table workforce.%I enable row level security', guarded);
    execute format($policy$create policy named_person on workforce.%I
      using (coalesce(current_setting('sightline.person', true), '') <> '')$policy$, guarded);
  end loop;
end $$;

grant usage on schema workforce to sightline_app, sightline_backup;
grant select, insert, update, delete on all tables in schema workforce to sightline_app;
grant select on all tables in schema workforce to sightline_backup;
