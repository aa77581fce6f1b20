-- Under a row policy text operators lose their index, since they might tell what they were asked: the words are looked up by
-- an owner's function, which answers a caller with an identity and nobody else.
create function people.words_met(asked_words text[], asked_number text, shortest_beginning int, shortest_sound int)
returns table (n bigint, book uuid, kind text, shown text, how int)
language sql stable security definer
set search_path = pg_catalog, public
as $$
  with asked as (
    select asked.n, asked.word from unnest(asked_words) with ordinality as asked (word, n)
    where coalesce(current_setting('sightline.person', true), '') <> ''
  )
  select a.n, w.book, w.kind, w.shown, 3 from asked a join people.search_word w on w.word = a.word
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
$$;
revoke all on function people.words_met from public;
grant execute on function people.words_met to sightline_app;
