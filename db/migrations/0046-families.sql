-- Families: adults, other names, who is what to whom, households and addresses (`rebuild people`).

create table people.adult (
  book    uuid primary key,
  name    text,
  born_on date,
  sex     text check (sex in ('female', 'male', 'not known'))
);

create table people.alias (
  book      uuid not null,
  name      text not null,
  kind      text,
  from_day  date,
  until_day date,
  primary key (book, name)
);

-- What the other person is to the person of the book, as that book says it.
create table people.relationship (
  book                    uuid not null,
  with_book               uuid not null,
  as_what                 text not null,
  -- Null where nobody said: then nobody knows.
  parental_responsibility boolean,
  from_day                date,
  until_day               date,
  primary key (book, with_book, as_what)
);
create index relationship_with_book on people.relationship (with_book);

create table people.household_member (
  book      uuid not null,
  stay      int not null,
  household uuid not null,
  joined_on date,
  gone      boolean not null,
  left_on   date,
  primary key (book, stay)
);
create index household_member_household on people.household_member (household);

-- No view shows it and no list reads it: a protected address keeps somebody safe by being unknown.
create table people.address (
  book      uuid not null,
  entry     uuid not null,
  line      text,
  postcode  text,
  protected boolean not null,
  from_day  date,
  primary key (book, entry)
);

create view people.published_adult with (security_invoker = true) as
select book, name, born_on, sex from people.adult;

create view people.published_alias with (security_invoker = true) as
select book, name, kind, from_day, until_day from people.alias;

create view people.published_relationship with (security_invoker = true) as
select book, with_book, as_what, parental_responsibility, from_day, until_day from people.relationship;

create view people.published_household_member with (security_invoker = true) as
select book, household, joined_on, gone, left_on from people.household_member;

do $$
declare
  guarded text;
begin
  foreach guarded in array array['adult', 'alias', 'relationship', 'household_member', 'address'] loop
    execute format('alter table people.%I enable row level security', guarded);
    execute format($policy$create policy named_person on people.%I
      using ((select coalesce(current_setting('sightline.person', true), '') <> ''))$policy$, guarded);
    execute format('grant select, insert, update, delete on people.%I to sightline_app', guarded);
    execute format('grant select on people.%I to sightline_backup', guarded);
  end loop;
end $$;

grant select on people.published_adult, people.published_alias, people.published_relationship,
  people.published_household_member to sightline_app, sightline_backup;
