-- Finding a child by name, alias, sound or number. `word` is folded (lower case, no accents) by the application; sounds are
-- Daitch-Mokotoff codes, which were made for the names of eastern Europe and serve names of many origins.

create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

create table people.search_word (
  book   uuid not null,
  kind   text not null check (kind in ('name', 'alias', 'number')),
  -- The name or number as it was written, to be shown.
  shown  text not null,
  word   text not null
);
create index search_word_book on people.search_word (book);
create index search_word_start on people.search_word (word text_pattern_ops);
create index search_word_like on people.search_word using gin (word gin_trgm_ops);
create index search_word_sound on people.search_word using gin (daitch_mokotoff(word)) where kind <> 'number';

alter table people.search_word enable row level security;
create policy named_person on people.search_word
  using ((select coalesce(current_setting('sightline.person', true), '') <> ''));
grant select, insert, delete on people.search_word to sightline_app;
grant select on people.search_word to sightline_backup;
