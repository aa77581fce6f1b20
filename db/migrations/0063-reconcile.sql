-- Pairs of books that stand, or stood, under one council id: in doubt, found to be one child's, or found to be two children's.

create view people.published_book_pair with (security_invoker = true) as
select d.book, d.with_book, 'in-doubt' as state, null::uuid as link, d.council_child_id, d.identity, d.with_identity
from people.identity_doubt d where d.book < d.with_book
union all
select l.book, l.with_book, 'one-child', l.link, c.council_child_id, i.identity, o.identity
from people.link l join people.child c using (book) join people.child_identity i using (book)
join people.child_identity o on o.book = l.with_book
where not l.parted and l.book < l.with_book
union all
select f.book, f.with_book, 'two-children', null, c.council_child_id, i.identity, o.identity
from people.found_different f join people.child c using (book) join people.child_identity i using (book)
join people.child_identity o on o.book = f.with_book
where f.book < f.with_book and i.identity <> o.identity;

grant select on people.published_book_pair to sightline_app, sightline_backup;

-- What a later file withdrew and nobody has looked at yet.
create index withdrawal_waiting on returns.withdrawal (book) where confirmed_at is null;
