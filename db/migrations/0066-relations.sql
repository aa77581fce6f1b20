-- Who stands in what relation to which child: what the sign-in may open follows from here, in one place, for pages, commands
-- and row-level security. Tables with a `book` are current pages of the books (`rebuild access`).

-- The day by which an invented database lives; a real one lives by the clock on the wall.
create table app.standing_day (
  only_row boolean primary key default true check (only_row),
  today    date not null
);
create function app.today() returns date language sql stable as $$
  select coalesce((select today from app.standing_day), (now() at time zone 'Europe/London')::date)
$$;
grant select, insert, delete on app.standing_day to sightline_app;
grant update (today) on app.standing_day to sightline_app;
grant select on app.standing_day to sightline_backup;

-- In the child's own book: somebody has a part in this child's life that no allocation tells.
create table access.named_relation (
  book     uuid not null,
  entry    uuid not null,
  person   uuid not null,
  as_what  text not null check (as_what in ('conference-chair', 'reviewing-officer', 'legal', 'supervising')),
  from_day date not null,
  until_day date,
  primary key (book, entry)
);
create index named_relation_person on access.named_relation (person);

-- In the child's own book: only who is named may open it (beside the allocated worker and that worker's manager).
create table access.restriction (
  book  uuid primary key,
  entry uuid not null
);
create table access.restriction_named (
  book   uuid not null,
  entry  uuid not null,
  person uuid not null,
  primary key (book, entry, person)
);
create index restriction_named_person on access.restriction_named (person);

-- In the council's book: somebody knows this child outside work, and therefore may not open the record.
create table access.interest (
  book   uuid not null,
  entry  uuid not null,
  person uuid not null,
  child  uuid not null,
  kind   text not null check (kind in ('own-child', 'relative', 'neighbour', 'friend', 'other')),
  primary key (book, entry)
);
create index interest_person on access.interest (person);

-- In the council's book: files drawn for an audit or an inspection, for some people and for a time.
create table access.sample (
  book      uuid not null,
  entry     uuid not null,
  person    uuid not null,
  child     uuid not null,
  from_day  date not null,
  until_day date not null,
  primary key (book, entry, person, child)
);
create index sample_person on access.sample (person);

-- In the council's book: `by_person` stands in for `for_person`.
create table access.cover (
  book       uuid not null,
  entry      uuid not null,
  by_person  uuid not null,
  for_person uuid not null,
  from_day   date not null,
  until_day  date not null,
  primary key (book, entry)
);
create index cover_by_person on access.cover (by_person);

-- Opened with a reason, for four hours, by somebody without a relation. By the machine's clock, as sessions are.
create table access.opening (
  id          uuid primary key,
  person      uuid not null references access.person,
  child       uuid not null,
  reason      text not null check (length(trim(reason)) >= 10),
  opened_at   timestamptz not null default now(),
  until       timestamptz not null default now() + interval '4 hours',
  ended_at    timestamptz,
  ended_by    uuid references access.person,
  reviewed_at timestamptz,
  reviewed_by uuid references access.person,
  finding     text check (finding in ('right', 'not-needed', 'wrong')),
  remark      text,
  check ((reviewed_at is null) = (finding is null)),
  check (reviewed_by <> person)
);
create index opening_person on access.opening (person, until);
create index opening_child on access.opening (child);

do $$
declare guarded text;
begin
  foreach guarded in array array['named_relation', 'restriction', 'restriction_named', 'interest', 'sample', 'cover', 'opening'] loop
    execute format('alter table access.%I enable row level security', guarded);
    execute format($policy$create policy named_person on access.%I
      using ((select coalesce(current_setting('sightline.person', true), '') <> ''))$policy$, guarded);
    execute format('grant select, insert on access.%I to sightline_app', guarded);
    execute format('grant select on access.%I to sightline_backup', guarded);
  end loop;
end $$;
grant update, delete on access.named_relation, access.restriction, access.restriction_named, access.interest, access.sample,
  access.cover to sightline_app;
grant update (ended_at, ended_by, reviewed_at, reviewed_by, finding, remark) on access.opening to sightline_app;

alter table access.log add column relation text;

-- The person who asks; null for a job, an import, and the house's own hands.
create function access.asker() returns uuid language sql stable as $$
  select case when current_setting('sightline.person', true) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    then current_setting('sightline.person', true)::uuid end
$$;

-- A job, an import, or the house itself: not somebody who looks at a screen.
create function access.is_house() returns boolean language sql stable as $$
  select coalesce(current_setting('sightline.person', true), '') <> '' and (
    current_setting('sightline.purpose', true) in ('job', 'import')
    or (current_setting('sightline.purpose', true) = 'command' and access.asker() is null))
$$;

-- The books whose child the gate has opened for this question, and by which relation: said by the server with the identity.
create function access.opened_books() returns uuid[] language sql stable as $$
  select coalesce(nullif(current_setting('sightline.opened', true), '')::uuid[], '{}')
$$;

-- Whoever answers for every child: the law's accountable officer, and who keeps the data right.
create function access.whole_county(asked uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from access.person where id = asked and active and roles && array['director', 'performance-analyst'])
$$;

-- Every relation of one person to children, save those that follow from answering for the whole county.
create function access.related_children(asked uuid) returns table (child uuid, relation text)
language sql stable security definer set search_path = pg_catalog as $$
  with me as (
    select id, email, roles from access.person where id = asked and active
  ), hands as (
    select id, email, false as stands_in from me
    union all
    select p.id, p.email, true from me join access.cover c on c.by_person = me.id join access.person p on p.id = c.for_person
    where app.today() between c.from_day and c.until_day
  ), posts as (
    select w.book as worker, bool_and(h.stands_in) as stands_in
    from hands h join workforce.worker w on w.book = h.id or lower(w.email) = h.email group by w.book
  ), colleagues as (
    select m.book as worker, 'team' as relation
    from posts p join workforce.membership own on own.book = p.worker and not own.over
    join workforce.membership m on m.team = own.team and not m.over where not p.stands_in
    union
    select m.book, case when p.stands_in then 'cover' else 'manager' end
    from posts p join workforce.team t on t.managed_by = p.worker join workforce.membership m on m.team = t.book and not m.over
    union
    select worker, case when stands_in then 'cover' else 'allocated' end from posts
  ), near as (
    select i.identity as child, c.relation
    from colleagues c join allocation.current a on a.worker = c.worker join people.child_identity i on i.book = a.book
    union
    select i.identity, 'duty'
    from me join front_door.episode e on not e.over left join allocation.current a on a.book = e.book
    join people.child_identity i on i.book = e.book
    where me.roles && array['duty-worker', 'team-manager'] and a.held is distinct from 'by-worker'
    union
    select i.identity, n.as_what from access.named_relation n join people.child_identity i on i.book = n.book
    where n.person = asked and n.from_day <= app.today() and (n.until_day is null or n.until_day >= app.today())
      and exists (select from me)
    union
    select i.identity, 'named' from access.restriction_named n join people.child_identity i on i.book = n.book
    where n.person = asked and exists (select from me)
  )
  select child, relation from near
  union
  select other.identity, 'family'
  from near join people.child_identity own on own.identity = near.child join people.sibling s on s.book = own.book
  join people.child_identity other on other.book = s.with_book
  where near.relation in ('allocated', 'team', 'manager', 'cover', 'duty') and other.identity <> near.child
  union
  select i.identity, 'sample' from access.sample s join people.child_identity i on i.book = s.child
  where s.person = asked and app.today() between s.from_day and s.until_day and exists (select from me)
  union
  select i.identity, 'reason' from access.opening o join people.child_identity i on i.book = o.child
  where o.person = asked and o.ended_at is null and o.until > now() and exists (select from me)
$$;

-- Children of whom this person may not even learn that there is a record: known outside work, or restricted to others.
create function access.hidden_children(asked uuid) returns table (child uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select i.identity from access.interest x join people.child_identity i on i.book = x.child where x.person = asked
  union
  select i.identity from access.restriction r join people.child_identity i on i.book = r.book
  where not exists (select from access.related_children(asked) own
    where own.child = i.identity and own.relation in ('allocated', 'manager', 'named'))
$$;

-- The books that the asking person may read; for whom the whole county is open, see the policies.
create function access.readable_books() returns table (book uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct i.book from access.related_children(access.asker()) r join people.child_identity i on i.identity = r.child
  where r.child not in (select child from access.hidden_children(access.asker()))
$$;
create function access.hidden_books() returns table (book uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select i.book from access.hidden_children(access.asker()) h join people.child_identity i on i.identity = h.child
$$;

-- What decides whether one child may be opened: relations, and what forbids it. Of any book of the child; no row: no such child.
create function access.standing_towards(asked uuid, asked_book uuid)
returns table (child uuid, books uuid[], relations text[], interest boolean, restricted boolean, opening uuid)
language sql stable security definer set search_path = pg_catalog as $$
  with whose as (select identity from people.child_identity where book = asked_book)
  select w.identity, (select array_agg(i.book order by i.book) from people.child_identity i where i.identity = w.identity),
    coalesce((select array_agg(r.relation order by r.relation) from access.related_children(asked) r where r.child = w.identity), '{}'),
    exists (select from access.interest x join people.child_identity i on i.book = x.child
      where x.person = asked and i.identity = w.identity),
    exists (select from access.restriction r join people.child_identity i on i.book = r.book where i.identity = w.identity),
    (select o.id from access.opening o join people.child_identity i on i.book = o.child
      where o.person = asked and i.identity = w.identity and o.ended_at is null and o.until > now() order by o.until desc limit 1)
  from whose w
$$;

revoke all on function access.whole_county, access.related_children, access.hidden_children, access.readable_books,
  access.hidden_books, access.standing_towards from public;
grant execute on function access.whole_county, access.related_children, access.hidden_children, access.readable_books,
  access.hidden_books, access.standing_towards to sightline_app;
