-- Council ids that stand in several books. Asked of `published_child` the database joined every book to its identity first, and threw that away.

create view people.published_shared_id with (security_invoker = true) as
select council_child_id from people.child where council_child_id is not null
group by council_child_id having count(*) > 1;

grant select on people.published_shared_id to sightline_app, sightline_backup;
