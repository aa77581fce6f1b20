-- Who might be somebody to this child: more than may open the record, so that each of them, and nobody else, need be judged.
create function access.people_near(asked_book uuid) returns table (person uuid)
language sql stable security definer set search_path = pg_catalog as $$
  with own as (
    select other.book from people.child_identity asked join people.child_identity other on other.identity = asked.identity
    where asked.book = asked_book and (access.is_house() or access.asker() is not null)
  ), families as (
    select book from own
    union
    select other.book from own join people.sibling s on s.with_book = own.book
    join people.child_identity sister on sister.book = s.book join people.child_identity other on other.identity = sister.identity
  ), holders as (
    select a.worker from families join allocation.current a using (book) where a.worker is not null
  ), workers as (
    select worker from holders
    union
    select m.book from holders h join workforce.membership own on own.book = h.worker and not own.over
    join workforce.membership m on m.team = own.team and not m.over
    union
    select t.managed_by from holders h join workforce.membership own on own.book = h.worker and not own.over
    join workforce.team t on t.book = own.team where t.managed_by is not null
  ), staff as (
    select p.id from workers join access.person p on p.id = workers.worker
    union
    select p.id from workers join workforce.worker w on w.book = workers.worker join access.person p on p.email = lower(w.email)
  ), near as (
    select id from staff
    union
    select c.by_person from staff join access.cover c on c.for_person = staff.id
    union
    select n.person from own join access.named_relation n using (book)
    union
    select n.person from own join access.restriction_named n using (book)
    union
    select s.person from own join access.sample s on s.child = own.book
    union
    select o.person from own join access.opening o on o.child = own.book where o.ended_at is null and o.until > now()
    union
    select p.id from access.person p where p.roles && array['director', 'performance-analyst']
    union
    select p.id from access.person p where p.roles && array['duty-worker', 'team-manager'] and exists (
      select from families join front_door.episode e using (book) left join allocation.current a using (book)
      where not e.over and a.held is distinct from 'by-worker')
  )
  select near.id from near join access.person p on p.id = near.id and p.active
$$;
revoke all on function access.people_near from public;
grant execute on function access.people_near to sightline_app;
