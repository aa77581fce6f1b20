-- Lists show whom their reader may open, and count everybody.

-- Which books are one child's: ids alone.
create view people.published_identity with (security_invoker = true) as
select book, identity from people.child_identity;
grant select on people.published_identity to sightline_app, sightline_backup;

-- The first birth date that any book of a child says, for counts by age and for an order: without a name it is nobody's.
create function people.births(asked uuid[]) returns table (child uuid, born_on date)
language sql stable security definer set search_path = pg_catalog as $$
  select i.identity, min(c.born_on) from people.child_identity i join people.child c using (book)
  where i.identity = any (asked) and coalesce(current_setting('sightline.person', true), '') <> '' group by i.identity
$$;
revoke all on function people.births from public;
grant execute on function people.births to sightline_app;

-- The children whom the asker may open by a relation; for whom the whole county is open, see access.whole_county.
create function access.readable_children() returns table (child uuid)
language sql stable security definer set search_path = pg_catalog rows 200 as $$
  select distinct r.child from access.related_children(access.asker()) r
  where r.child not in (select h.child from access.hidden_children(access.asker()) h)
$$;
revoke all on function access.readable_children from public;
grant execute on function access.readable_children to sightline_app;
