-- Who may sign in, with what, and who opened which child. None of it is part of a child's record.

create schema access;

create table access.person (
  id       uuid primary key,
  email    text not null unique check (email = lower(email) and email like '%_@_%'),
  name     text not null check (name <> ''),
  roles    text[] not null check (cardinality(roles) > 0),
  active   boolean not null default true,
  added_at timestamptz not null,
  added_by text not null
);

-- One way of proving who one is. Another (the council's own sign-in) gets its own table.
create table access.password (
  person uuid primary key references access.person,
  hash   text not null,
  set_at timestamptz not null
);

-- A link that sets a first password, once. Sign-in counts in the machine's own time: an invented database's day stands still.
create table access.one_time_link (
  hash    bytea primary key,
  person  uuid not null references access.person,
  made_at timestamptz not null default now(),
  used_at timestamptz
);

create table access.session (
  hash       bytea primary key,
  person     uuid not null references access.person,
  started_at timestamptz not null default now(),
  seen_at    timestamptz not null default now()
);
create index session_person on access.session (person);

-- Passwords that were wrong: by whom and from where, both only as hashes.
create table access.failed_attempt (
  subject bytea not null,
  at      timestamptz not null default now()
);
create index failed_attempt_subject on access.failed_attempt (subject, at);

-- Opening a child is one line: who, what, which children, when, why. Written before the answer; ids and fixed words only.
create table access.log (
  id       bigint generated always as identity primary key,
  at       timestamptz not null,
  person   text not null check (person <> ''),
  event    text not null,
  outcome  text not null check (outcome in ('shown', 'done', 'refused', 'not-found', 'not-permitted')),
  purpose  text not null check (purpose in ('request', 'command', 'job', 'import')),
  children uuid[] not null
);
create index log_at on access.log (at);
create index log_children on access.log using gin (children);

do $$
declare guarded text;
begin
  foreach guarded in array array['person', 'password', 'one_time_link', 'session', 'failed_attempt', 'log'] loop
    execute format('alter table access.%I enable row level security', guarded);
    execute format($policy$create policy named_person on access.%I
      using (coalesce(current_setting('sightline.person', true), '') <> '')$policy$, guarded);
  end loop;
end $$;

create trigger stays before update or delete on access.log for each row execute function app.stays_as_it_is();

grant usage on schema access to sightline_app, sightline_backup;
grant select on all tables in schema access to sightline_app, sightline_backup;
grant insert on all tables in schema access to sightline_app;
grant update (name, roles, active) on access.person to sightline_app;
grant update (hash, set_at) on access.password to sightline_app;
grant update (used_at) on access.one_time_link to sightline_app;
grant update (seen_at) on access.session to sightline_app;
grant delete on access.session, access.failed_attempt to sightline_app;
