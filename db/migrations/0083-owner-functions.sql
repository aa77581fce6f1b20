-- A function that runs as its owner looks for names among the caller's temporary tables last, and never first; and the role of the
-- queue knows the queue alone.

do $$
declare
  each record;
begin
  for each in
    select p.oid::regprocedure as name, (select substr(setting, 13) from unnest(p.proconfig) as setting where setting like 'search_path=%') as path
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker') loop
    if each.path is null or each.path !~ 'pg_temp' then
      execute format('alter function %s set search_path = %s, pg_temp', each.name, coalesce(each.path, 'pg_catalog'));
    end if;
  end loop;
end $$;

revoke usage on schema record from sightline_jobs;
