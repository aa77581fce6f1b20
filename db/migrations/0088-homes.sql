-- Where a member of staff lives, as they said it themselves: the keys by which the place would be known again, and not the words.
-- It is compared with where children live and told to nobody, not to whoever reviews the log either.

create table access.home (
  person  uuid primary key references access.person,
  -- Of the address and its postcode, as in people.place_literal.
  keys    text[] not null check (cardinality(keys) between 1 and 20 and array_to_string(keys, ' ', '') ~ '^[ap]:[^ ]*( [ap]:[^ ]*)*$'),
  said_at timestamptz not null default now()
);
alter table access.home enable row level security;
create policy own on access.home using ((select access.is_house()) or person = (select access.asker()))
  with check (person = (select access.asker()));
grant select, delete, insert (person, keys, said_at), update (keys, said_at) on access.home to sightline_app;
grant select on access.home to sightline_backup;

-- Which of these children live, or lived, where this person lives: the same house, where address and postcode are the same, or the same
-- postcode. Nothing of a place that is protected for anybody. For the house’s own hands alone.
create function access.homes_shared(asked_person uuid, asked_children uuid[]) returns table (child uuid, same_house boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with mine as (
    select k.key from access.home h, unnest(h.keys) as k (key) where h.person = asked_person and access.is_house()
      and not exists (select from people.place_literal o where o.key = k.key and o.protected)
  ), met as (
    select l.book, l.entry, bool_or(l.kind = 'address') as address, bool_or(l.kind = 'postcode') as postcode
    from mine join people.place_literal l on l.key = mine.key
    where not exists (select from people.place_literal o where o.book = l.book and o.entry = l.entry and o.protected)
    group by l.book, l.entry
  ), round as (
    select i.identity as child, m.address, m.postcode from met m join people.child_identity i on i.book = m.book
    union all
    select i.identity, m.address, m.postcode from met m join people.adult a on a.book = m.book
    join people.relationship r on r.with_book = m.book join people.child_identity i on i.book = r.book
    union all
    select i.identity, m.address, m.postcode from met m join people.adult a on a.book = m.book
    join people.relationship r on r.book = m.book join people.child_identity i on i.book = r.with_book
  )
  select r.child, bool_or(r.address and r.postcode) from round r
  where r.postcode and r.child = any (asked_children) group by r.child
$$;
revoke all on function access.homes_shared from public;
grant execute on function access.homes_shared to sightline_app;
