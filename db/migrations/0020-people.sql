-- The current page of the children's books: who a child is now. Written in the transaction of the entry by a pure function of
-- the book, and rebuilt from it (`rebuild people`).

create schema people;

create table people.child (
  book             uuid primary key,
  council_child_id text,
  name             text,
  born_on          date,
  expected_on      date,
  died             boolean not null,
  died_on          date,
  sex              text check (sex in ('female', 'male', 'not known')),
  upn              text,
  former_upn       text
);
create index child_council_child_id on people.child (council_child_id);
create index child_upn on people.child (upn);

-- Who is a brother or sister of whom, as written in each child's book.
create table people.sibling (
  book      uuid not null,
  with_book uuid not null,
  as_what   text not null,
  primary key (book, with_book)
);

-- Two books of one child. A link that was parted stays, with what parted it.
create table people.link (
  book      uuid not null,
  link      uuid not null,
  with_book uuid not null,
  parted    boolean not null,
  primary key (book, link)
);
create index link_with_book on people.link (with_book);

-- Two books that a person compared and found to be of two children.
create table people.found_different (
  book      uuid not null,
  with_book uuid not null,
  primary key (book, with_book)
);

-- Whose book it is: books that are linked, through however many others, share an identity. A book alone is its own.
create table people.child_identity (
  book     uuid primary key,
  identity uuid not null
);
create index child_identity_identity on people.child_identity (identity);

-- Two identities under one council id, whom nobody has yet found to be one child or two. Shown, counted, and never merged by guess.
create view people.identity_doubt with (security_invoker = true) as
select a.book, b.book as with_book, a.council_child_id, ia.identity, ib.identity as with_identity,
       coalesce(a.born_on <> b.born_on, false) as births_differ,
       coalesce(a.sex <> b.sex and 'not known' not in (a.sex, b.sex), false) as sexes_differ
from people.child a
join people.child b on b.council_child_id = a.council_child_id and b.book <> a.book
join people.child_identity ia on ia.book = a.book
join people.child_identity ib on ib.book = b.book
where ia.identity <> ib.identity
  and not exists (select from people.found_different d where d.book = a.book and d.with_book = b.book);

do $$
declare
  guarded text;
begin
  foreach guarded in array array['child', 'sibling', 'link', 'found_different', 'child_identity'] loop
    execute format('alter table people.%I enable row level security', guarded);
    execute format($policy$create policy named_person on people.%I
      using (coalesce(current_setting('sightline.person', true), '') <> '')$policy$, guarded);
  end loop;
end $$;

grant usage on schema people to sightline_app, sightline_sight, sightline_backup;
grant select, insert, update, delete on all tables in schema people to sightline_app;
grant select on people.child_identity to sightline_sight;
grant select on all tables in schema people to sightline_backup;
