-- What the nightly reading of the access log found: somebody opened a child's record as if without need. It waits for the data
-- protection officer, and is answered once. Evidence is numbers and fixed words: lines of the log, never what they were about.

create table access.suspicion (
  id          uuid primary key default gen_random_uuid(),
  person      uuid not null references access.person,
  -- One of the child's books.
  child       uuid not null,
  from_at     timestamptz not null,
  until_at    timestamptz not null check (from_at < until_at),
  kinds       text[] not null check (cardinality(kinds) > 0 and kinds <@ array['own-family', 'same-address', 'same-postcode',
    'same-surname', 'without-work', 'returned', 'out-of-hours', 'formerly-theirs', 'household', 'many-at-once']),
  score       double precision not null check (score > 0),
  -- [{"kind": …, "points": …, "counts": {…}, "lines": […]}, …]
  evidence    jsonb not null check (jsonb_typeof(evidence) = 'array' and evidence::text ~ '^[][{}a-z0-9:,." -]*$'
    and not jsonb_path_exists(evidence, '$.** ? (@.type() == "string" && !(@ like_regex
      "^(own-family|same-address|same-postcode|same-surname|without-work|returned|out-of-hours|formerly-theirs|household|many-at-once)$"))')),
  found_at    timestamptz not null default now(),
  reviewed_at timestamptz,
  reviewed_by uuid references access.person,
  finding     text check (finding in ('explained', 'concern')),
  -- To whom a concern was passed on.
  passed_to   text check (length(trim(passed_to)) > 0),
  remark      text check (length(trim(remark)) >= 10),
  unique (person, child, from_at, until_at),
  check ((reviewed_at is null) = (finding is null) and (finding is null) = (reviewed_by is null) and (finding is null) = (remark is null)),
  check ((finding is not distinct from 'concern') = (passed_to is not null)),
  check (reviewed_by <> person)
);
create index suspicion_waiting on access.suspicion (found_at) where reviewed_at is null;

alter table access.suspicion enable row level security;
-- Nobody reads, or learns of, what is said about themselves.
create policy seen on access.suspicion for select using ((select access.is_house())
  or ((select access.reviews_openings()) and person <> (select access.asker())));
create policy found on access.suspicion for insert with check ((select access.is_house()) and reviewed_at is null);
create policy reviewed on access.suspicion for update using ((select access.is_house())
  or ((select access.reviews_openings()) and person <> (select access.asker())));
grant select, insert (person, child, from_at, until_at, kinds, score, evidence),
  update (child, from_at, until_at, kinds, score, evidence, reviewed_at, reviewed_by, finding, passed_to, remark)
  on access.suspicion to sightline_app;
grant select on access.suspicion to sightline_backup;

-- The house finds and never answers; a reviewer answers once, in their own name, and changes nothing of what was found.
create function access.suspicion_goes_on() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.reviewed_at is not null then
    raise exception 'a suspicion is reviewed once';
  end if;
  if access.asker() is null and new.reviewed_at is not null
    or access.asker() is not null and (new.reviewed_by is distinct from access.asker() or not access.reviews_openings()
      or (new.person, new.child, new.from_at, new.until_at, new.kinds, new.score, new.evidence)
        is distinct from (old.person, old.child, old.from_at, old.until_at, old.kinds, old.score, old.evidence)) then
    raise exception 'a suspicion is reviewed in one''s own name, as it was found';
  end if;
  return new;
end $$;
create trigger goes_on before update on access.suspicion for each row execute function access.suspicion_goes_on();
