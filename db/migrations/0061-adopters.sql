-- Adopters of Annex A, list 11, as the last workbook that named them has them. They are nobody's book: no duty reads them yet.

create table returns.adopter (
  adopter      text not null,
  -- The row as it was read, by heading.
  cells        jsonb not null,
  content_hash text not null,
  seen_run     uuid not null references returns.import_run,
  line         integer not null,
  primary key (adopter, content_hash)
);
alter table returns.adopter enable row level security;
create policy named_person on returns.adopter
  using ((select coalesce(current_setting('sightline.person', true), '') <> ''));
grant select, insert, update on returns.adopter to sightline_app;
grant select on returns.adopter to sightline_backup;
