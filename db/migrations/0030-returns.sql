-- What files were loaded, what they said, and what became of it. The children's books themselves are in `record`.

create schema returns;

-- One loading of one file. `mark` counts the children of the file that are written: a loading that was cut short goes on from there.
create table returns.import_run (
  id           uuid primary key,
  kind         text not null check (kind = 'cin-census'),
  state        text not null check (state in ('waiting', 'reading', 'writing', 'done', 'refused', 'failed')),
  file_name    text not null,
  -- SHA-256 in hexadecimal; null until the file has been read through.
  file_hash    text,
  -- Where an uploaded file is kept until it is loaded; null for one that was named on the command line.
  kept_at      text,
  trial        boolean not null,
  year         integer,
  window_from  date,
  window_until date,
  -- SHA-256 of what the file's header says.
  header_hash  text,
  children_in_file integer,
  mark         integer not null default 0,
  counts       jsonb,
  -- The sentence for whoever gave the file.
  refused_because text,
  asked_by     text not null,
  asked_at     timestamptz not null,
  finished_at  timestamptz
);
create index import_run_asked_at on returns.import_run (asked_at);
create index import_run_file_hash on returns.import_run (file_hash);

-- What somebody should look at after a loading: one line each, in the order in which it was found.
create table returns.finding (
  run        uuid not null references returns.import_run,
  number     integer not null,
  kind       text not null check (kind in ('set-aside', 'flagged', 'development', 'correction', 'withdrawn')),
  child      text,
  book       uuid,
  table_name text not null,
  line       integer,
  code       text,
  reason     text not null,
  primary key (run, number)
);

-- That a file said something under a natural key, and which entry it became. The same key and the same content load nothing twice.
create table returns.attestation (
  source_kind  text not null,
  la_child_id  text not null,
  book         uuid not null,
  key          text not null,
  group_key    text not null,
  content_hash text not null,
  entry        uuid not null,
  -- First day of the earliest window in which a file said it.
  first_from   date not null,
  -- The last file that said it.
  seen_run     uuid not null references returns.import_run,
  window_from  date not null,
  window_until date not null,
  -- A file whose window touches these days must say it again; null where no file has to.
  span_from    date,
  span_until   date,
  -- A person confirmed that the source has withdrawn it: `entry` is then the entry that took it back.
  withdrawn    boolean not null default false,
  primary key (source_kind, book, key)
);
create index attestation_seen_run on returns.attestation (seen_run);

-- A later file, inside its window and population, no longer says it. Still counted until a person confirms.
create table returns.withdrawal (
  source_kind  text not null,
  book         uuid not null,
  key          text not null,
  run          uuid not null references returns.import_run,
  confirmed_by text,
  confirmed_at timestamptz,
  primary key (source_kind, book, key),
  foreign key (source_kind, book, key) references returns.attestation
);
create index withdrawal_run on returns.withdrawal (run);

do $$
declare
  guarded text;
begin
  foreach guarded in array array['import_run', 'finding', 'attestation', 'withdrawal'] loop
    execute format('alter table returns.%I enable row level security', guarded);
    execute format($policy$create policy named_person on returns.%I
      using (coalesce(current_setting('sightline.person', true), '') <> '')$policy$, guarded);
  end loop;
end $$;

grant usage on schema returns to sightline_app, sightline_backup;
grant select, insert, update on all tables in schema returns to sightline_app;
grant delete on returns.withdrawal to sightline_app;
grant select on all tables in schema returns to sightline_backup;
