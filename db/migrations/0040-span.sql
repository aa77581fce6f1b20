-- Each child's open time, holder and gaps as stretches of days, written with the clocks: what the county, team and worker pages
-- count. Known ahead, so that tomorrow needs no batch. The closed lists of `is` and `because` are src/sight/span-kinds.ts.

create table sight.span (
  child     uuid not null,
  "is"      text not null,
  from_day  date not null,
  -- The first day that is no longer part of it; null: it goes on.
  until_day date check (until_day > from_day),
  because   text,
  -- The worker whom the record names as holder, also while they are away.
  party     uuid,
  duty      text,
  -- What it follows from: the opening, the allocation, the decision, the start of the clock.
  entry     uuid
);
create index span_child on sight.span (child);
create index span_kind on sight.span ("is", from_day, until_day) include (child, party);
create index span_party on sight.span (party) where party is not null;

alter table sight.span enable row level security;
create policy named_person on sight.span
  using ((select coalesce(current_setting('sightline.person', true), '') <> ''));
grant select on sight.span to sightline_app, sightline_sight, sightline_backup;
grant insert, delete on sight.span to sightline_app;
