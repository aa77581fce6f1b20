-- Who holds each child now, or who stands in for a worker and why (`rebuild allocation`).

create schema allocation;

create table allocation.current (
  book           uuid primary key,
  entry          uuid not null,
  held           text not null check (held in ('by-worker', 'by-placeholder', 'by-nobody')),
  worker         uuid,
  worker_name    text,
  placeholder    text,
  manager        text,
  because        text,
  since_earliest date,
  since_latest   date,
  check ((held = 'by-worker') = (worker is not null)),
  check ((held = 'by-placeholder') = (placeholder is not null))
);
create index current_worker on allocation.current (worker);

alter table allocation.current enable row level security;
create policy named_person on allocation.current
  using (coalesce(current_setting('sightline.person', true), '') <> '');

grant usage on schema allocation to sightline_app, sightline_backup;
grant select, insert, update, delete on allocation.current to sightline_app;
grant select on allocation.current to sightline_backup;
