-- The current page of episodes of need: from a referral until a decision of no further action or a closure (`rebuild front-door`).

create schema front_door;

create table front_door.episode (
  book           uuid not null,
  episode        uuid not null,
  begun_earliest date,
  begun_latest   date,
  decided        text,
  over           boolean not null,
  over_on        date,
  primary key (book, episode)
);

alter table front_door.episode enable row level security;
create policy named_person on front_door.episode
  using (coalesce(current_setting('sightline.person', true), '') <> '');

grant usage on schema front_door to sightline_app, sightline_backup;
grant select, insert, update, delete on front_door.episode to sightline_app;
grant select on front_door.episode to sightline_backup;
