-- Addresses and telephone numbers, whether they are protected now, and by which words they would be known again.
-- Of these tables the application may write rows and find a book’s rows; the values it reads through the owner’s functions
-- below alone, which judge who asks. `rebuild people` makes all of them again.

-- `protected` is what was said last; `unsafe`: never to be written to.
alter table people.address add column unsafe boolean not null default false;

create table people.phone (
  book      uuid not null,
  entry     uuid not null,
  number    text,
  -- Somebody else’s: "her sister, who takes messages".
  whose     text,
  protected boolean not null,
  from_day  date,
  unsafe    boolean not null default false,
  primary key (book, entry)
);

-- The keys by which the places of a book would be known again in a text. `hint`: a plain hash of the key.
create table people.place_literal (
  book      uuid not null,
  entry     uuid not null,
  kind      text not null check (kind in ('address', 'postcode', 'telephone')),
  key       text not null,
  hint      int not null,
  protected boolean not null,
  primary key (book, entry, kind, key)
);
create index place_literal_key on people.place_literal (key);
create index place_literal_protected on people.place_literal (hint) where protected;

-- Which hints came, and with which transaction: who watches for protected words asks only for what is new.
create table people.literal_change (
  changed xid8 not null default pg_current_xact_id(),
  hint    int not null
);
create index literal_change_changed on people.literal_change (changed);

create function people.keep_literal_changes() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into people.literal_change (hint) select distinct hint from came where protected;
  return null;
end $$;
create trigger literals_came after insert on people.place_literal referencing new table as came
  for each statement execute function people.keep_literal_changes();

do $$
declare guarded text;
begin
  foreach guarded in array array['phone', 'place_literal'] loop
    execute format('alter table people.%I enable row level security', guarded);
    execute format($policy$create policy named_person on people.%I
      using ((select coalesce(current_setting('sightline.person', true), '') <> ''))$policy$, guarded);
  end loop;
end $$;
alter table people.literal_change enable row level security;

revoke select, insert, update, delete on people.address from sightline_app;
grant select (book, entry), insert, delete on people.address, people.phone, people.place_literal to sightline_app;
grant select on people.address, people.phone, people.place_literal, people.literal_change to sightline_backup;

-- The relations by which protected places may be seen; src/modules/access/core/may-open.ts says the same, and a test compares.
create function people.sees_protected(relation text) returns boolean language sql immutable as $$
  select relation in ('allocated', 'manager', 'cover', 'named')
$$;

-- The books of a child’s home: the child’s own, and those of the adults who are related to the child.
create function people.books_around(children uuid[]) returns table (book uuid)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select unnest(children)
  union
  select a.book from people.relationship r join people.adult a on a.book = r.with_book where r.book = any(children)
  union
  select a.book from people.relationship r join people.adult a on a.book = r.book where r.with_book = any(children)
$$;

-- The books whose protected places the asking person may see: those of the child whom the gate has opened, and of every child
-- to whom a relation holds that sees them.
create function people.books_seen() returns table (book uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.book from people.books_around((
    select coalesce(array_agg(own.book), '{}') from (
      select unnest(access.opened_books()) as book
      where people.sees_protected(current_setting('sightline.relation', true))
      union
      select i.book from access.related_children(access.asker()) r join people.child_identity i on i.identity = r.child
      where people.sees_protected(r.relation) and r.child not in (select child from access.hidden_children(access.asker()))
    ) own)) b
$$;

-- Where the child of these books and the adults around them live, and how they are reached. A value is null, and `withheld`,
-- where it is protected (here or for anybody else) and the relation that opened the child does not see it. Nothing of a child
-- whom the gate has not opened, save to the house’s own hands.
create function people.places_around(asked uuid[])
returns table (book uuid, entry uuid, kind text, first text, second text, from_day date, protected boolean, unsafe boolean,
  withheld_first boolean, withheld_second boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with asking as (
    select access.is_house() as house, access.is_house() or people.sees_protected(current_setting('sightline.relation', true)) as sees
  ), around as materialized (
    select array(select b.book from people.books_around((
      select array_agg(mine) from unnest(asked) mine, asking
      where asking.house or mine = any((select access.opened_books())::uuid[]))) b) as books
  ), place as (
    select a.book, a.entry, 'address' as kind, a.line as first, a.postcode as second, a.from_day, a.protected, a.unsafe
    from people.address a where a.book = any((select books from around)::uuid[])
    union all
    select p.book, p.entry, 'phone', p.number, p.whose, p.from_day, p.protected, p.unsafe
    from people.phone p where p.book = any((select books from around)::uuid[])
  ), told as (
    select p.*, exists (select from people.place_literal l join people.place_literal other on other.key = l.key and other.protected
        where l.book = p.book and l.entry = p.entry and l.kind <> 'postcode') as first_elsewhere,
      exists (select from people.place_literal l join people.place_literal other on other.key = l.key and other.protected
        where l.book = p.book and l.entry = p.entry and l.kind = 'postcode') as second_elsewhere
    from place p
  )
  select t.book, t.entry, t.kind,
    case when sees or not (t.protected or t.first_elsewhere) then t.first end,
    case when sees or not (t.protected or case t.kind when 'phone' then t.first_elsewhere else t.second_elsewhere end) then t.second end,
    t.from_day, t.protected or t.first_elsewhere or t.second_elsewhere, t.unsafe,
    not sees and (t.protected or t.first_elsewhere),
    t.kind = 'address' and not sees and (t.protected or t.second_elsewhere)
  from told t, asking
  order by t.book, t.from_day desc nulls last, t.entry
$$;

-- Which of these keys are of a protected place that the asking person may not see. Tells nothing else. To the house: none.
create function people.literals_met(keys text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct l.key from people.place_literal l
  where l.key = any(keys) and l.protected and not access.is_house() and not exists (
    select from people.place_literal own where own.key = l.key and own.book in (select s.book from people.books_seen() s))
$$;

-- Which of these keys are of anybody’s protected place: for a writer, who is told of the words and of nothing else.
create function people.literals_protected(keys text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct l.key from people.place_literal l
  where l.key = any(keys) and l.protected and coalesce(current_setting('sightline.person', true), '') <> ''
$$;

-- What a watcher does not know yet: the hints of all protected words, or those that came since its last look at this database.
create function people.literal_hints(known_realm text, known_snapshot text)
returns table (realm text, snapshot text, hints int[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with here as (
    select d.oid::text || ' ' || pg_postmaster_start_time()::text as realm from pg_database d where d.datname = current_database()
  )
  select here.realm, pg_current_snapshot()::text, case when here.realm = known_realm
    then array(select distinct c.hint from people.literal_change c
      where c.changed >= pg_snapshot_xmin(nullif(known_snapshot, '')::pg_snapshot)
        and not pg_visible_in_snapshot(c.changed, nullif(known_snapshot, '')::pg_snapshot))
    else array(select distinct l.hint from people.place_literal l where l.protected) end
  from here
$$;

revoke all on function people.books_around, people.books_seen, people.places_around, people.literals_met,
  people.literals_protected, people.literal_hints, people.keep_literal_changes from public;
grant execute on function people.places_around, people.literals_met, people.literals_protected, people.literal_hints
  to sightline_app;
