-- Why somebody holds a child is a paragraph of the entry. The table that says who holds whom keeps its rows from nobody with an
-- identity, so it holds no words.

drop view allocation.published_holding;
alter table allocation.current drop column because;
create view allocation.published_holding with (security_invoker = true) as
select book, entry, held, worker, worker_name, placeholder, manager, since_earliest, since_latest
from allocation.current;

grant select on allocation.published_holding to sightline_app, sightline_backup;
