-- Whether a worker is from an agency stands on a team's page.
create or replace view workforce.published_worker with (security_invoker = true) as
select w.book, w.name, w.grade, t.name as team, w.email, w.joined_on, w.left_on, w.registered_from, w.registered_until,
       w.on_leave_from, w.on_leave_until, w.agency
from workforce.worker w left join workforce.team t on t.book = w.team;
