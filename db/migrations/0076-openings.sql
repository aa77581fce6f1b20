-- Opening a record with a reason: who is told of it, who sees it, who may end it, and that it is looked at once.

-- Ids alone: what it is about is looked up by whoever may read it.
create table access.notice (
  id      bigint generated always as identity primary key,
  person  uuid not null references access.person,
  kind    text not null check (kind in ('record-opened', 'opening-ended', 'opening-reviewed')),
  about   uuid not null references access.opening,
  at      timestamptz not null default now(),
  read_at timestamptz,
  unique (person, kind, about)
);
create index notice_about on access.notice (about);

-- Who looks at openings afterwards.
create function access.reviews_openings() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from access.person where id = access.asker() and active and 'data-protection-officer' = any (roles))
$$;

-- The children for whom somebody answers: they may end what a stranger opened.
create function access.answers_for(asked uuid) returns table (book uuid)
language sql stable security definer set search_path = pg_catalog rows 200 as $$
  select distinct i.book from access.related_children(asked) r join people.child_identity i on i.identity = r.child
  where r.relation in ('allocated', 'manager', 'cover') and r.child not in (select child from access.hidden_children(asked))
$$;

-- Who is told that a record was opened: the child's worker, that worker's managers, and every data protection officer.
create function access.told_of_opening(asked_book uuid) returns table (person uuid, as_what text)
language sql stable security definer set search_path = pg_catalog as $$
  with held as (
    select a.worker from people.child_identity asked join people.child_identity i on i.identity = asked.identity
    join allocation.current a on a.book = i.book where asked.book = asked_book and a.worker is not null
  ), workers as (
    select worker, 'worker' as as_what from held
    union
    select t.managed_by, 'manager' from held h join workforce.membership m on m.book = h.worker and not m.over
    join workforce.team t on t.book = m.team where t.managed_by is not null
  )
  select p.id, w.as_what from workers w join workforce.worker k on k.book = w.worker
  join access.person p on p.active and (p.id = k.book or p.email = lower(k.email))
  where access.is_house() or access.asker() is not null
  union
  select p.id, 'data-protection-officer' from access.person p
  where p.active and 'data-protection-officer' = any (p.roles) and (access.is_house() or access.asker() is not null)
$$;

-- Who holds a child, as somebody may know who has to ask: names of workers and teams, and nothing of a hidden child.
create function access.holder_of(asked_book uuid) returns table (worker text, team text, manager text)
language sql stable security definer set search_path = pg_catalog as $$
  select a.worker_name, t.name, k.name
  from people.child_identity asked join people.child_identity i on i.identity = asked.identity
  join allocation.current a on a.book = i.book
  left join workforce.membership m on m.book = a.worker and not m.over
  left join workforce.team t on t.book = m.team
  left join workforce.worker k on k.book = t.managed_by
  where asked.book = asked_book and a.held = 'by-worker' and (access.is_house() or access.asker() is not null)
    and i.book not in (select h.book from access.hidden_books() h)
  order by a.worker_name, t.name
$$;

revoke all on function access.reviews_openings, access.answers_for, access.told_of_opening, access.holder_of from public;
grant execute on function access.reviews_openings, access.answers_for, access.told_of_opening, access.holder_of to sightline_app;

-- Whoever opens says who they are and why; the times are the database's own.
alter table access.opening add check (until <= opened_at + interval '4 hours');
create index opening_unreviewed on access.opening (opened_at) where reviewed_at is null;
revoke insert on access.opening from sightline_app;
grant insert (id, person, child, reason) on access.opening to sightline_app;
drop policy named_person on access.opening;
create policy seen on access.opening for select using ((select access.is_house()) or person = (select access.asker())
  or (select access.reviews_openings()) or child in (select own.book from access.readable_books() own)
  or (select access.whole_county(access.asker())) and child not in (select hidden.book from access.hidden_books() hidden));
create policy opened on access.opening for insert
  with check ((select access.is_house()) or person = (select access.asker()));
create policy ended_or_reviewed on access.opening for update using ((select access.is_house())
  or person = (select access.asker()) or (select access.reviews_openings())
  or child in (select own.book from access.answers_for(access.asker()) own));

-- An opening is ended once, and looked at once, by whoever does so in their own name.
create function access.opening_goes_on() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.ended_at is not null and (new.ended_at, new.ended_by) is distinct from (old.ended_at, old.ended_by)
    or old.reviewed_at is not null and (new.reviewed_at, new.reviewed_by, new.finding, new.remark)
      is distinct from (old.reviewed_at, old.reviewed_by, old.finding, old.remark) then
    raise exception 'an opening is ended once and reviewed once';
  end if;
  if access.asker() is not null and (old.ended_at is null and new.ended_at is not null and new.ended_by is distinct from access.asker()
    or old.reviewed_at is null and new.reviewed_at is not null
      and (new.reviewed_by is distinct from access.asker() or not access.reviews_openings())) then
    raise exception 'an opening is ended and reviewed in one''s own name';
  end if;
  return new;
end $$;
create trigger goes_on before update on access.opening for each row execute function access.opening_goes_on();

alter table access.notice enable row level security;
create policy own on access.notice for select using ((select access.is_house()) or person = (select access.asker()));
create policy told on access.notice for insert with check ((select access.is_house()) or (select access.asker()) is not null);
create policy read on access.notice for update using (person = (select access.asker()));
grant select, insert (person, kind, about), update (read_at) on access.notice to sightline_app;
grant select on access.notice to sightline_backup;
