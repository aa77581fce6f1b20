-- Beneath the application's own checks: rows with words or names of a child answer only whoever may open that child. What the gate
-- has opened for the question costs nothing more; the relations are asked once a statement, and only where that is not enough.
-- Times, clocks and counts (schema sight) stay whole for everybody with an identity: a figure that leaves out a child whom its
-- reader may not open would be false, and it holds no words.

alter function access.related_children rows 200;
alter function access.readable_books rows 300;
alter function access.hidden_children rows 10;
alter function access.hidden_books rows 10;

do $$
declare
  guarded text;
  readable constant text := $rule$(
    book = any ((select access.opened_books())::uuid[])
    or (select access.is_house())
    or ((select access.whole_county(access.asker())) and book not in (select hidden.book from access.hidden_books() hidden))
    or book in (select own.book from access.readable_books() own)
    -- Not a child's book (a worker's, the council's), or a child's that is being begun by this very transaction.
    or ((select access.asker()) is not null and not exists (select from people.child_identity i where i.book = %I.book)))$rule$;
begin
  foreach guarded in array array['record.entry_data', 'people.child', 'people.alias', 'people.relationship',
    'people.household_member', 'people.search_word', 'returns.attestation', 'returns.withdrawal'] loop
    execute format('drop policy named_person on %s', guarded);
    execute format('create policy readable on %s using ' || readable, guarded, split_part(guarded, '.', 2));
  end loop;
  execute 'drop policy named_person on returns.finding';
  execute format('create policy readable on returns.finding using ((book is null and coalesce(current_setting(''sightline.person'', true), '''') <> '''') or ' || readable || ')', 'finding');
end $$;

-- Nobody reads adopters on a screen: their names and addresses are for the file that named them.
drop policy named_person on returns.adopter;
create policy house_alone on returns.adopter using ((select access.is_house()));

-- A search finds whom its asker may open and whom they may ask for; of a hidden child there is no trace, not even in a count.
create or replace function people.words_met(asked_words text[], asked_number text, shortest_beginning int, shortest_sound int)
returns table (n bigint, book uuid, kind text, shown text, how int)
language sql stable security definer
set search_path = pg_catalog, public
as $$
  with asked as (
    select asked.n, asked.word from unnest(asked_words) with ordinality as asked (word, n)
    where access.is_house() or access.asker() is not null
  ), met as (
    select a.n, w.book, w.kind, w.shown, 3 as how from asked a join people.search_word w on w.word = a.word
    union all
    select a.n, w.book, w.kind, w.shown, 2 from asked a join people.search_word w
      on length(a.word) >= shortest_beginning and w.word ~>=~ a.word and w.word ~<~ (a.word || chr(1114111))
    union all
    select a.n, w.book, w.kind, w.shown, 1 from asked a join people.search_word w
      on w.kind <> 'number' and length(a.word) >= shortest_sound and length(w.word) >= shortest_sound
        and a.word !~ '[0-9]' and daitch_mokotoff(w.word) && daitch_mokotoff(a.word)
    union all
    select a.n, w.book, w.kind, w.shown, 0 from asked a join people.search_word w
      on w.kind <> 'number' and length(a.word) > shortest_sound and w.word % a.word
    union all
    select a.n, w.book, w.kind, w.shown, 3 from asked a cross join people.search_word w where w.word = asked_number
  )
  select * from met where met.book not in (select h.book from access.hidden_books() h)
$$;

-- Who the found are, as far as somebody who looks for a child needs it to know that it is the right one.
create function people.faces_found(asked_books uuid[])
returns table (book uuid, identity uuid, council_child_id text, name text, born_on date, expected_on date, died boolean,
  died_on date, sex text, upn text, may_open boolean)
language sql stable security definer
set search_path = pg_catalog, public
as $$
  select c.book, i.identity, c.council_child_id, c.name, c.born_on, c.expected_on, c.died, c.died_on, c.sex, null::text,
    access.is_house() or access.whole_county(access.asker()) or c.book in (select own.book from access.readable_books() own)
  from people.child_identity asked join people.child_identity i on i.identity = asked.identity
  join people.child c on c.book = i.book
  where asked.book = any (asked_books) and (access.is_house() or access.asker() is not null)
    and c.book not in (select h.book from access.hidden_books() h)
$$;

-- The books under a number that somebody typed; none of a hidden child.
create function people.books_under_number(asked_text text, asked_book uuid)
returns table (identity uuid)
language sql stable security definer
set search_path = pg_catalog, public
as $$
  select distinct i.identity from people.child c join people.child_identity i using (book)
  where (c.council_child_id = asked_text or c.book = asked_book) and (access.is_house() or access.asker() is not null)
    and c.book not in (select h.book from access.hidden_books() h)
$$;

revoke all on function people.faces_found, people.books_under_number from public;
grant execute on function people.faces_found, people.books_under_number to sightline_app;
