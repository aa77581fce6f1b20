-- What a team does and where, and which workers belonged to it when (`rebuild workforce`).

alter table workforce.team add column kind text, add column district text;

-- `until_day` is the first day on which it is over; null while it lasts, or where it is over and nobody knows since when.
create table workforce.membership (
  book      uuid not null,
  stay      int not null,
  team      uuid not null,
  from_day  date,
  over      boolean not null,
  until_day date,
  primary key (book, stay)
);
create index membership_team on workforce.membership (team);

-- Every worker's team until now was the one that they joined.
insert into workforce.membership (book, stay, team, from_day, over, until_day)
select book, 1, team, joined_on, left_on is not null, left_on + 1 from workforce.worker where team is not null;

create view workforce.published_team with (security_invoker = true) as
select book, name, managed_by, kind, district from workforce.team;

create view workforce.published_membership with (security_invoker = true) as
select book as worker, team, from_day, over, until_day from workforce.membership;

alter table workforce.membership enable row level security;
create policy named_person on workforce.membership
  using ((select coalesce(current_setting('sightline.person', true), '') <> ''));
grant select, insert, update, delete on workforce.membership to sightline_app;
grant select on workforce.membership to sightline_backup;
grant select on workforce.published_team, workforce.published_membership to sightline_app, sightline_backup;
