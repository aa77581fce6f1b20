-- The current page of periods of care, carers and privately fostered children (`rebuild looked-after`, `rebuild fostering`,
-- `rebuild private-fostering`).

create schema looked_after;
create schema fostering;
create schema private_fostering;

create table looked_after.care_period (
  book             uuid not null,
  thread           uuid not null,
  -- Null where nobody said: it counts as ordinary care.
  short_breaks     boolean,
  because          text,
  entered_earliest date,
  entered_latest   date,
  ended            boolean not null,
  ended_on         date,
  ended_because    text,
  legal_status     text,
  -- The placement that has not ended, by its thread; of a period that is over, none. Where it is, is in the book alone.
  placement        uuid,
  placement_kind   text,
  carer            uuid,
  placement_since  date,
  visiting         text,
  primary key (book, thread)
);
create index care_period_carer on looked_after.care_period (carer) where carer is not null;

create table fostering.carer (
  book                    uuid primary key,
  thread                  uuid not null,
  name                    text,
  kind                    text,
  places                  int,
  approved                boolean not null,
  approved_on             date,
  ended                   boolean not null,
  ended_on                date,
  supervising_worker      uuid,
  supervising_worker_name text
);
create index carer_supervising_worker on fostering.carer (supervising_worker);

create table private_fostering.arrangement (
  book         uuid not null,
  thread       uuid not null,
  notified_on  date,
  known_on     date,
  begun_on     date,
  inspected_on date,
  ended        boolean not null,
  ended_on     date,
  primary key (book, thread)
);

create view looked_after.published_care_period with (security_invoker = true) as
select book, thread, short_breaks, because, entered_earliest, entered_latest, ended, ended_on, ended_because, legal_status,
       placement, placement_kind, carer, placement_since, visiting
from looked_after.care_period;

create view fostering.published_carer with (security_invoker = true) as
select book, thread, name, kind, places, approved, approved_on, ended, ended_on, supervising_worker,
       supervising_worker_name
from fostering.carer;

create view private_fostering.published_arrangement with (security_invoker = true) as
select book, thread, notified_on, known_on, begun_on, inspected_on, ended, ended_on from private_fostering.arrangement;

do $$
declare
  guarded text;
begin
  foreach guarded in array array['looked_after.care_period', 'fostering.carer', 'private_fostering.arrangement'] loop
    execute format('alter table %s enable row level security', guarded);
    execute format($policy$create policy named_person on %s
      using ((select coalesce(current_setting('sightline.person', true), '') <> ''))$policy$, guarded);
    execute format('grant select, insert, update, delete on %s to sightline_app', guarded);
    execute format('grant select on %s to sightline_backup', guarded);
  end loop;
end $$;

grant usage on schema looked_after, fostering, private_fostering to sightline_app, sightline_backup;
grant select on looked_after.published_care_period, fostering.published_carer, private_fostering.published_arrangement
  to sightline_app, sightline_backup;
