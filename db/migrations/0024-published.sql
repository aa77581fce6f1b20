-- What modules show each other of their current pages. A module's SQL names its own schema and these views, nothing else.

-- One row for each book of a child.
create view people.published_child with (security_invoker = true) as
select c.book, i.identity, c.council_child_id, c.name, c.born_on, c.expected_on, c.died, c.died_on, c.sex
from people.child c join people.child_identity i using (book);

-- Children who grow up together, by identity.
create view people.published_sibling with (security_invoker = true) as
select distinct own.identity, other.identity as with_identity
from people.sibling s
join people.child_identity own on own.book = s.book
join people.child_identity other on other.book = s.with_book
where own.identity <> other.identity;

create view front_door.published_episode with (security_invoker = true) as
select book, episode, begun_earliest, begun_latest, over, over_on from front_door.episode;

create view workforce.published_worker with (security_invoker = true) as
select w.book, w.name, w.grade, t.name as team, w.email, w.joined_on, w.left_on, w.registered_from, w.registered_until,
       w.on_leave_from, w.on_leave_until
from workforce.worker w left join workforce.team t on t.book = w.team;

create view allocation.published_holding with (security_invoker = true) as
select book, entry, held, worker, worker_name, placeholder, manager, because, since_earliest, since_latest
from allocation.current;

grant select on people.published_child, people.published_sibling, front_door.published_episode,
  workforce.published_worker, allocation.published_holding to sightline_app, sightline_backup;
