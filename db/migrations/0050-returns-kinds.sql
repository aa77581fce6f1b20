-- Files of several kinds: each says what it says under the same keys, and where two say differently both are kept.

alter table returns.import_run drop constraint import_run_kind_check;
alter table returns.import_run add constraint import_run_kind_check check (kind in ('cin-census', 'ssda903', 'annex-a'));
-- The tables or lists that were among what was loaded, where a file may come without some; null where it is always whole.
alter table returns.import_run add column parts text[];

alter table returns.finding drop constraint finding_kind_check;
alter table returns.finding add constraint finding_kind_check
  check (kind in ('set-aside', 'flagged', 'development', 'correction', 'disagreement', 'withdrawn'));

-- What the file said, so that it can be held against what another said: {"on": day or null, "said": {field: value}}. Null for what was
-- loaded before this was kept, until the same is loaded again.
alter table returns.attestation add column content jsonb;
-- The table or list that it comes from, where a file may come without it.
alter table returns.attestation add column part text;
create index attestation_book on returns.attestation (book, key);

-- Where two kinds of file say otherwise of one event or one child: a line for each field. It is settled once somebody has put right
-- or taken back one of the two entries.
create view returns.disagreement with (security_invoker = true) as
select one.book, one.la_child_id, one.key, one.group_key, differs.field,
  one.source_kind as one_kind, differs.one_says, one.entry as one_entry, one.seen_run as one_run,
  other.source_kind as other_kind, differs.other_says, other.entry as other_entry, other.seen_run as other_run,
  exists (select from record.entry e where e.corrects in (one.entry, other.entry)) as settled
from returns.attestation one
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

grant select on returns.disagreement to sightline_app, sightline_backup;
