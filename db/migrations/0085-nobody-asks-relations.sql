-- What is asked of relations is answered to somebody only, as rows are: these functions give ids of children, and took whoever was
-- named to them at their word. Their bodies stay as they are.

do $$
declare
  asked regprocedure;
  body text;
begin
  foreach asked in array array['access.related_children(uuid)', 'access.hidden_children(uuid)', 'access.whole_county(uuid)',
    'access.must_be_asked_for(uuid[])', 'access.standing_towards(uuid, uuid)']::regprocedure[] loop
    select prosrc into body from pg_proc where oid = asked;
    execute replace(pg_get_functiondef(asked), body, format(
      E'\n  select * from (%s) as answer where coalesce(current_setting(''sightline.person'', true), '''') <> ''''\n', body));
  end loop;
end $$;
