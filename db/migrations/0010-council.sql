-- Whose database this is. Marked once, at creation, for ever: an invented child never stands beside a real one.

create table app.council (
  only_row   boolean primary key default true check (only_row),
  name       text not null check (name <> ''),
  mark       text not null check (mark in ('invented', 'real')),
  -- The council's own book in the record: its policies.
  book       uuid not null,
  created_at timestamptz not null
);

-- An invented database into which somebody loaded a file that the generator did not write. Every page says so from then on.
create table app.trial (
  only_row boolean primary key default true check (only_row),
  since    timestamptz not null
);

-- The first start of an invented database tells it the hand-made children. One that is killed meanwhile goes on at the next start.
create table app.hand_made (
  only_row boolean primary key default true check (only_row),
  told     boolean not null default false
);

create function app.stays_as_it_is() returns trigger language plpgsql as $$
begin
  raise exception '%.% is written once', tg_table_schema, tg_table_name;
end $$;
create trigger stays before update or delete on app.council for each row execute function app.stays_as_it_is();
create trigger stays before update or delete on app.trial for each row execute function app.stays_as_it_is();
create trigger stays_whole before truncate on app.council execute function app.stays_as_it_is();

-- No real database holds trial files.
create function app.only_in_invented() returns trigger language plpgsql as $$
begin
  if not exists (select from app.council where mark = 'invented') then
    raise exception 'trial files belong in an invented database';
  end if;
  return new;
end $$;
create trigger only_in_invented before insert on app.trial for each row execute function app.only_in_invented();

grant usage on schema app to sightline_app, sightline_sight, sightline_backup;
grant select on app.council, app.trial, app.hand_made to sightline_app, sightline_sight, sightline_backup;
grant insert on app.council, app.trial, app.hand_made to sightline_app;
grant update (told) on app.hand_made to sightline_app;
