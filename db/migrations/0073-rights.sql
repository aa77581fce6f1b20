-- Rights that people give each other. Every change is an entry of the council's book; this table is what they come to.

alter table access.person add column may_grant text[] not null default '{}';
-- Until now an administrator could give any role that can be given.
update access.person set may_grant = array['social-worker', 'duty-worker', 'team-manager', 'conference-chair',
  'reviewing-officer', 'legal', 'supervising-social-worker', 'auditor', 'inspector', 'administrator',
  'performance-analyst', 'data-protection-officer', 'director', 'chief-executive', 'lead-member', 'scrutiny-member']
where 'administrator' = any (roles);
alter table access.person add constraint only_administrators_grant
  check (cardinality(may_grant) = 0 or 'administrator' = any (roles));
grant update (email, may_grant) on access.person to sightline_app;

-- Whose number it is, hidden or not: for saying that one knows a child, and never shown to whoever says so.
create function access.child_numbered(asked_number text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select i.identity from people.child c join people.child_identity i using (book)
  where c.council_child_id = asked_number and (access.is_house() or access.asker() is not null)
  order by i.identity limit 1
$$;
revoke all on function access.child_numbered from public;
grant execute on function access.child_numbered to sightline_app;
