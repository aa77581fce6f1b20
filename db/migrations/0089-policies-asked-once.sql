-- The policies that only ask whether there is an identity asked it of every row; asked once a statement they cost nothing.
do $$
declare
  asked record;
begin
  for asked in
    select schemaname, tablename, policyname from pg_policies
    where policyname = 'named_person' and qual not like '%SELECT%'
  loop
    execute format('alter policy %I on %I.%I using ((select coalesce(current_setting(''sightline.person'', true), '''') <> ''''))',
      asked.policyname, asked.schemaname, asked.tablename);
  end loop;
end $$;
