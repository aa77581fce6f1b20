-- The access log by months: a month can be kept, copied and one day let go by itself, and no question reads them all.
-- A partitioned table has no identity column before PostgreSQL 17: the number comes from a sequence, and nobody may give their own.

alter table access.log rename to log_before_months;
alter index access.log_at rename to log_before_months_at;
alter index access.log_children rename to log_before_months_children;
create sequence access.log_number as bigint;

create table access.log (
  id       bigint not null default nextval('access.log_number'),
  at       timestamptz not null,
  person   text not null check (person <> ''),
  event    text not null,
  outcome  text not null check (outcome in ('shown', 'done', 'refused', 'not-found', 'not-permitted')),
  purpose  text not null check (purpose in ('request', 'command', 'job', 'import')),
  children uuid[] not null,
  relation text,
  -- The opening with a reason by which the record was open.
  opening  uuid,
  -- What was taken away; null for what was looked at.
  what     text check (what in ('export', 'print')),
  primary key (id, at)
) partition by range (at);
create index log_at on access.log (at);
create index log_person on access.log (person, at);
create index log_children on access.log using gin (children);
create index log_opening on access.log (opening) where opening is not null;

-- Lines of a month for which nothing was made ready; none is ever lost.
create table access.log_other partition of access.log default;

alter table access.log enable row level security;
create policy named_person on access.log
  using ((select coalesce(current_setting('sightline.person', true), '') <> ''));
create trigger stays before update or delete on access.log for each row execute function app.stays_as_it_is();
create trigger stays_whole before truncate on access.log execute function app.stays_as_it_is();
alter table access.log_other enable row level security;
create trigger stays_whole before truncate on access.log_other execute function app.stays_as_it_is();

grant usage on sequence access.log_number to sightline_app;
grant select on access.log to sightline_app, sightline_backup;
grant insert (at, person, event, outcome, purpose, children, relation, opening, what) on access.log to sightline_app;
grant select on sequence access.log_number to sightline_backup;

-- Makes the month of that day ready, and the two after it. Attaching takes a weaker lock than creating a partition in place;
-- where a lock cannot be had soon, a month is made another time. A month of which lines stand among the others stays there.
create function access.ready_log(asked date) returns void
language plpgsql security definer set search_path = pg_catalog set timezone = 'UTC' set lock_timeout = '2s' as $$
declare
  first_day timestamptz;
  next_month timestamptz;
  part text;
begin
  if coalesce(current_setting('sightline.person', true), '') = '' then
    raise exception 'the log is made ready for somebody';
  end if;
  perform pg_advisory_xact_lock(7265410);
  for ahead in 0..2 loop
    first_day := date_trunc('month', asked::timestamptz) + make_interval(months => ahead);
    next_month := first_day + interval '1 month';
    part := 'log_' || to_char(first_day, 'YYYY_MM');
    continue when to_regclass('access.' || part) is not null
      or exists (select from access.log_other where at >= first_day and at < next_month);
    execute format('create table access.%I (like access.log including defaults including constraints)', part);
    execute format('alter table access.%I enable row level security', part);
    execute format('create trigger stays_whole before truncate on access.%I execute function app.stays_as_it_is()', part);
    execute format('alter table access.log attach partition access.%I for values from (%L) to (%L)', part, first_day, next_month);
  end loop;
exception when lock_not_available or deadlock_detected or check_violation then
  raise notice 'a month of the log was not made ready yet';
end $$;
revoke all on function access.ready_log from public;
grant execute on function access.ready_log to sightline_app;

-- Every line until now, under its own number.
do $$
declare month date;
begin
  perform set_config('sightline.person', 'migration', true);
  for month in select distinct date_trunc('month', at at time zone 'UTC')::date from access.log_before_months
    union select current_date loop
    perform access.ready_log(month);
  end loop;
end $$;
insert into access.log (id, at, person, event, outcome, purpose, children, relation)
  select id, at, person, event, outcome, purpose, children, relation from access.log_before_months order by id;
select setval('access.log_number', greatest((select max(id) from access.log), 1), exists (select from access.log));
drop table access.log_before_months;
