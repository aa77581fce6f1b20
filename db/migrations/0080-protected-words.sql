-- Words that give a protected address or number: what was written and is withheld at reading goes back to its author; what was
-- about to leave and was stopped is for whoever answers for data protection.

create table people.literal_raised (
  entry     uuid primary key,
  book      uuid not null,
  -- Whoever wrote the words.
  author    text not null,
  raised_at timestamptz not null default now()
);
create index literal_raised_author on people.literal_raised (author);

create table people.literal_stopped (
  id         uuid primary key default gen_random_uuid(),
  stopped_at timestamptz not null default now(),
  -- Who would have read it.
  person     text not null,
  -- The child whose record was open, if any.
  book       uuid,
  -- How many protected places or numbers it gave.
  places     int not null
);

alter table people.literal_raised enable row level security;
create policy author_alone on people.literal_raised
  using (author = (select current_setting('sightline.person', true)) or (select access.is_house()));
alter table people.literal_stopped enable row level security;
create policy data_protection on people.literal_stopped for select using (
  (select access.is_house()) or exists (select from access.person p
    where p.id = (select access.asker()) and p.active and 'data-protection-officer' = any(p.roles)));
create policy own_stop on people.literal_stopped for insert
  with check (person = (select current_setting('sightline.person', true)));
grant select on people.literal_raised, people.literal_stopped to sightline_app, sightline_backup;
grant insert (person, book, places) on people.literal_stopped to sightline_app;

-- Raises entries to their authors, once each. Anybody who reads may: it tells the author that words of theirs are withheld.
create function people.raise_literals(entries uuid[]) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into people.literal_raised (entry, book, author)
  select e.id, e.book, e.recorded_by from record.entry e
  where e.id = any(entries) and coalesce(current_setting('sightline.person', true), '') <> ''
  on conflict do nothing
$$;

-- What is still raised to the asking person: of the children by whom they may be put right. An entry that was corrected is not.
create function people.literals_raised() returns table (entry uuid, book uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.entry, r.book from people.literal_raised r
  where r.author = access.asker()::text and not exists (select from record.entry e where e.corrects = r.entry)
  order by r.raised_at
$$;
revoke all on function people.raise_literals, people.literals_raised from public;
grant execute on function people.raise_literals, people.literals_raised to sightline_app;
