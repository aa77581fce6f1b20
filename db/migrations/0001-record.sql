-- The book of entries (ARCHITECTURE.md, "The record"). An entry is never edited and never deleted by use.

create schema record;

-- What has a book, and where that book ends. The head is what the next entry chains to; `verify` holds it to the entries.
create table record.book (
  id        uuid primary key,
  kind      text not null check (kind in ('child', 'adult', 'carer', 'worker', 'team', 'council')),
  opened_at timestamptz not null,
  opened_by text not null,
  head_seq  integer not null default 0,
  head_hash bytea,
  head_at   timestamptz
);

-- The envelope and the hashes. The hash is sha256(record_send(row(…))) over the columns in the order of src/record/entry-bytes.ts.
create table record.entry (
  book         uuid not null references record.book,
  seq          integer not null check (seq > 0),
  id           uuid not null unique,
  about        uuid not null,
  act          uuid not null,
  type         text not null,
  version      integer not null,
  earliest     date,
  latest       date,
  precision    text not null check (precision in ('instant', 'day', 'month', 'year', 'unknown')),
  at           timestamptz check ((at is not null) = (precision = 'instant')),
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  on_behalf_of text,
  source       text not null,
  corrects     uuid,
  reason       text,
  data_hash    bytea not null,
  prev_hash    bytea not null,
  hash         bytea not null,
  primary key (book, seq),
  check (earliest <= latest)
);
create index entry_thread on record.entry (book, about, seq);
create index entry_act on record.entry (act);
create index entry_recorded_at on record.entry (recorded_at);
create unique index entry_corrected_once on record.entry (corrects) where corrects is not null;

-- What was written, as the bytes that were hashed, and the salt that makes the hash say nothing once both are destroyed.
create table record.entry_data (
  book      uuid not null,
  seq       integer not null,
  salt      bytea not null check (octet_length(salt) = 16),
  canonical text not null,
  primary key (book, seq)
);

-- Commands carry an id, so that a retry writes once.
create table record.command (
  id   uuid primary key,
  acts uuid[] not null,
  by   text not null
);

-- No entry is ever recorded at or before the floor: a reader who has been served a mark raised it first.
create table record.settled (
  single boolean primary key default true check (single),
  floor  timestamptz not null
);
insert into record.settled (floor) values ('1970-01-01 00:00:00+00');

-- Typed words that are not yet an entry; seen by their author alone.
create table record.draft (
  author    text not null,
  form      text not null,
  about     uuid not null,
  book      uuid,
  words     text not null,
  saved_at  timestamptz not null,
  sealed_at timestamptz,
  primary key (author, form, about)
);
create index draft_book on record.draft (book);

-- Entries that stand in the wrong book: absent at every as-of.
create table record.misfiling (
  entry   uuid primary key,
  book    uuid not null,
  by_act  uuid not null,
  since   timestamptz not null
);
create index misfiling_book on record.misfiling (book);

-- Seals as they were handed out; the copy that counts is the one outside the database.
create table record.seal (
  number  integer primary key check (number > 0),
  root    bytea not null unique,
  content text not null
);

-- The certificate of a destruction: two people and a rule, and the entries whose words and salt are gone.
create table record.destruction (
  id           uuid primary key,
  destroyed_at timestamptz not null,
  rule         text not null check (rule <> ''),
  first_person text not null check (first_person <> ''),
  second_person text not null check (second_person <> '' and second_person <> first_person)
);
create table record.destroyed (
  entry       uuid primary key,
  destruction uuid not null references record.destruction
);

-- What stands, stands: not even the owner changes it by an ordinary statement.
create function record.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record is never rewritten: % of %.% refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;

create function record.refuse_unless_certified() returns trigger language plpgsql as $$
begin
  if not exists (select from record.destroyed d join record.entry e on e.id = d.entry
                 where e.book = old.book and e.seq = old.seq) then
    raise exception 'words are destroyed only under a certificate that names them'
      using errcode = 'integrity_constraint_violation';
  end if;
  return old;
end $$;

do $$
declare
  fixed text;
begin
  foreach fixed in array array['entry', 'command', 'misfiling', 'seal', 'destruction', 'destroyed'] loop
    execute format('create trigger never_rewritten before update or delete on record.%I
      for each row execute function record.refuse_change()', fixed);
    execute format('create trigger never_emptied before truncate on record.%I
      for each statement execute function record.refuse_change()', fixed);
  end loop;
end $$;
create trigger never_rewritten before update on record.entry_data for each row execute function record.refuse_change();
create trigger never_emptied before truncate on record.entry_data for each statement execute function record.refuse_change();
create trigger destroyed_lawfully before delete on record.entry_data
  for each row execute function record.refuse_unless_certified();

-- Nothing is seen or written without an identity.
do $$
declare
  guarded text;
begin
  foreach guarded in array array['book', 'entry', 'entry_data', 'command', 'settled', 'misfiling', 'seal',
                                 'destruction', 'destroyed', 'draft'] loop
    execute format('alter table record.%I enable row level security', guarded);
    continue when guarded = 'draft';
    execute format($policy$create policy named_person on record.%I
      using ((select coalesce(current_setting('sightline.person', true), '') <> ''))$policy$, guarded);
  end loop;
end $$;
create policy author_alone on record.draft
  using (author = (select current_setting('sightline.person', true)) and sealed_at is null);

grant usage on schema record to sightline_app, sightline_sight, sightline_search, sightline_jobs, sightline_backup;
grant select on all tables in schema record to sightline_app, sightline_backup;
grant insert on record.book, record.entry, record.entry_data, record.command, record.misfiling to sightline_app;
grant update (head_seq, head_hash, head_at) on record.book to sightline_app;
grant update (floor) on record.settled to sightline_app;
grant insert, update, delete on record.draft to sightline_app;
