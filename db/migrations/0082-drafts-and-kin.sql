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

-- Of these books of children, those that the asking person may open with a reason only. Relations are asked once, and only where
-- a book is there that the gate has not opened.
create function access.must_be_asked_for(asked_books uuid[]) returns table (book uuid)
language sql stable security definer set search_path = pg_catalog rows 5 as $$
  select i.book from people.child_identity i
  where i.book = any (asked_books) and not (select access.is_house()) and i.book <> all ((select access.opened_books())::uuid[])
    and not (select access.whole_county(access.asker())) and i.book not in (select own.book from access.readable_books() own)
$$;
revoke all on function access.must_be_asked_for from public;
grant execute on function access.must_be_asked_for to sightline_app;
