-- Who reads the access log: the house, whoever reviews it, everybody their own lines, and the child's team through the functions
-- beneath. Under a policy an array operator loses its index, so the lines of one child are looked up by an owner's function,
-- which answers for the books that the gate has opened for the question and for no others.

drop policy named_person on access.log;
create policy seen on access.log for select using ((select access.is_house()) or (select access.reviews_openings())
  or person = (select access.asker())::text);
create policy written on access.log for insert
  with check ((select access.is_house()) or (person = current_setting('sightline.person', true) and person <> ''));

create function access.log_of_child(asked_books uuid[], from_at timestamptz, until_at timestamptz)
returns table (id bigint, at timestamptz, person text, event text, outcome text, purpose text, relation text, opening uuid,
  what text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.id, l.at, l.person, l.event, l.outcome, l.purpose, l.relation, l.opening, l.what from access.log l
  where l.children && asked_books and l.at >= from_at and l.at < until_at
    and (access.is_house() or asked_books <@ access.opened_books())
$$;

-- The months, as English clocks have them, of which there are lines about this child.
create function access.log_months_of_child(asked_books uuid[]) returns table (month text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct to_char(l.at at time zone 'Europe/London', 'YYYY-MM') from access.log l
  where l.children && asked_books and (access.is_house() or asked_books <@ access.opened_books())
$$;

revoke all on function access.log_of_child, access.log_months_of_child from public;
grant execute on function access.log_of_child, access.log_months_of_child to sightline_app;
