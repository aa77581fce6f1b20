-- Comparing all that files said, to find where they differ, takes as long as the county is large. So whoever keeps what a file said
-- also keeps under which keys another kind of file became another entry: only there can two of them disagree. A key stays here
-- when they agree again; the view tells which do not.

create table returns.disputed (
  book uuid not null,
  key  text not null,
  primary key (book, key)
);
alter table returns.disputed enable row level security;
create policy named_person on returns.disputed
  using ((select coalesce(current_setting('sightline.person', true), '') <> ''));
grant select, insert on returns.disputed to sightline_app;
grant select on returns.disputed to sightline_backup;

insert into returns.disputed (book, key)
select distinct one.book, one.key from returns.attestation one
join returns.attestation other on other.book = one.book and other.key = one.key and other.source_kind > one.source_kind
where other.entry <> one.entry;

-- Where two kinds of file say otherwise of one event or one child: a line for each field. It is settled once somebody has put right
-- or taken back one of the two entries.
create or replace view returns.disagreement with (security_invoker = true) as
select one.book, one.la_child_id, one.key, one.group_key, differs.field,
  one.source_kind as one_kind, differs.one_says, one.entry as one_entry, one.seen_run as one_run,
  other.source_kind as other_kind, differs.other_says, other.entry as other_entry, other.seen_run as other_run,
  exists (select from record.entry e where e.corrects in (one.entry, other.entry)) as settled
from returns.disputed disputed
join returns.attestation one on one.book = disputed.book and one.key = disputed.key
join returns.attestation other on other.book = one.book and other.key = one.key and other.source_kind > one.source_kind
cross join lateral (
  select 'the day' as field, one.content -> 'on' as one_says, other.content -> 'on' as other_says
  where one.content -> 'on' <> 'null' and other.content -> 'on' <> 'null' and one.content -> 'on' <> other.content -> 'on'
  union all
  select said.field, said.value, other.content -> 'said' -> said.field
  from jsonb_each(one.content -> 'said') as said (field, value)
  where other.content -> 'said' ? said.field and other.content -> 'said' -> said.field <> said.value
    and said.value <> '"not known"' and other.content -> 'said' -> said.field <> '"not known"'
    -- A list that holds all of another says more, not otherwise.
    and not (jsonb_typeof(said.value) = 'array' and jsonb_typeof(other.content -> 'said' -> said.field) = 'array'
      and (said.value @> (other.content -> 'said' -> said.field) or said.value <@ (other.content -> 'said' -> said.field)))
) as differs
where not one.withdrawn and not other.withdrawn and one.content <> other.content;
