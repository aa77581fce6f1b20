-- A draft is its author's while they may open the child's record: who loses access no longer sees it, and it is there again
-- when they have access again. A draft about nobody's record, or about a book that is no child's, is its author's alone.
drop policy author_alone on record.draft;
create policy author_alone on record.draft using (
  author = (select current_setting('sightline.person', true)) and sealed_at is null and (
    book is null
    or book = any ((select access.opened_books())::uuid[])
    or (select access.is_house())
    or ((select access.whole_county(access.asker())) and book not in (select hidden.book from access.hidden_books() hidden))
    or book in (select own.book from access.readable_books() own)
    or not exists (select from people.child_identity i where i.book = draft.book)));

-- Of the children in a family: whom the asking person may open, for whom they may ask, and of whom there must be no trace.
create function access.how_openable(asked_books uuid[]) returns table (book uuid, may text)
language sql stable security definer set search_path = pg_catalog as $$
  select i.book, case
    when access.is_house() then 'open'
    when i.book in (select h.book from access.hidden_books() h) then 'hidden'
    when i.book = any (access.opened_books()) or access.whole_county(access.asker())
      or i.book in (select own.book from access.readable_books() own) then 'open'
    else 'ask' end
  from people.child_identity i where i.book = any (asked_books)
$$;
revoke all on function access.how_openable from public;
grant execute on function access.how_openable to sightline_app;
