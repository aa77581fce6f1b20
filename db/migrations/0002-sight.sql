-- What the line of sight reads and keeps: facts, standings, policies, clocks, figures. Narrow, and free of text.

create schema sight;

-- The code of each fact's name in this database; the closed vocabulary itself is src/sight/facts.ts.
create table sight.fact_name (
  code smallint generated always as identity primary key,
  name text not null unique
);

-- A name that is added to the vocabulary later gets its code when it is first said.
insert into sight.fact_name (name) values
  ('born.born'), ('born.expected'), ('born.died'), ('concern.raised'), ('concern.triaged'), ('referral.received'),
  ('referral.from-professional'), ('referral.received-by-phone'), ('referral.confirmed-in-writing'),
  ('referral.referrer-told'), ('decision.proceed'), ('decision.no-further-action'), ('decision.plan-needed'),
  ('decision.no-plan-needed'), ('closure.closed'), ('closure.died'), ('closure.transferred'), ('assessment.needed'),
  ('assessment.begun'), ('assessment.completed'), ('assessment.initial-begun'), ('assessment.initial-completed'),
  ('assessment.core-needed'), ('assessment.core-completed'), ('assessment.review-point'),
  ('assessment.overrun-reason'), ('assessment.early-help-agreed'), ('assessment.early-help-completed'),
  ('seen.alone'), ('seen.with-others'), ('seen.not-seen'), ('held.by-worker'), ('held.by-placeholder'),
  ('held.ended'), ('strategy.harm-suspected'), ('strategy.held'), ('strategy.enquiries-begun'), ('enquiry.begun'),
  ('enquiry.led-by-social-worker'), ('enquiry.led-by-other'), ('enquiry.concluded'), ('enquiry.no-conference-needed'),
  ('conference.initial-held'), ('conference.transfer-in-notified'), ('conference.transfer-in-held'),
  ('conference.report-shared'), ('conference.minutes-sent'), ('plan.in-need-begun'), ('plan.in-need-ended'),
  ('plan.protection-begun'), ('plan.protection-ended'), ('plan.protection-first'), ('plan.protection-repeat'),
  ('core-group.held'), ('review.protection-held'), ('review.in-need-held'), ('view.expressed'), ('view.decided'),
  ('view.told'), ('spoken.cin-census');

create table sight.fact (
  child         uuid not null,
  entry         uuid not null,
  ordinal       smallint not null,
  name          smallint not null,
  earliest      date,
  latest        date,
  at            timestamptz,
  thread        uuid not null,
  episode       uuid,
  party         uuid,
  source        text not null,
  believed_from timestamptz not null,
  primary key (child, entry, ordinal)
);
create index fact_party on sight.fact (party) where party is not null;
create index fact_here on sight.fact (believed_from) where source = 'here';

-- The state of a worker or carer, from their own book.
create table sight.standing (
  party         uuid not null,
  entry         uuid not null,
  ordinal       smallint not null,
  state         text not null,
  first_day     date not null,
  last_day      date,
  believed_from timestamptz not null,
  primary key (party, entry, ordinal)
);

-- What the council has set for itself.
create table sight.policy (
  entry         uuid not null,
  ordinal       smallint not null,
  parameter     text not null,
  value         text not null,
  in_force_from date not null,
  believed_from timestamptz not null,
  primary key (entry, ordinal)
);

-- An entry that a later one corrected is no longer believed. Facts, standings and policies are never changed for it.
create table sight.retraction (
  entry          uuid primary key,
  book           uuid not null,
  believed_until timestamptz not null,
  corrected_by   uuid not null
);
create index retraction_book on sight.retraction (book);

-- Each child's clocks as pieces with a first and a last day, as known when they were last reckoned.
create table sight.clock (
  child         uuid not null,
  piece         integer not null,
  duty          text not null,
  thread        uuid not null,
  started_by    uuid not null,
  started_from  date,
  started_until date,
  due_from      date,
  due_until     date,
  met_by        uuid,
  met_from      date,
  met_until     date,
  ended_by      uuid,
  ended_on      date,
  verdict       text not null,
  relaxed       boolean not null,
  local         boolean not null,
  first_day     date not null,
  last_day      date,
  because       text
);
create index clock_child on sight.clock (child, piece);

-- Which books a child's clocks were reckoned from together, and by which version of the statute's files.
create table sight.reckoned (
  book    uuid primary key,
  child   uuid not null,
  statute text not null
);
create index reckoned_child on sight.reckoned (child);

-- Figures as they were given: the same question about the same mark is answered from here for ever.
create table sight.figure (
  question     text not null,
  on_day       date not null,
  mark         timestamptz not null,
  statute      text not null,
  policy_mark  timestamptz not null,
  answer       text not null,
  primary key (question, on_day, mark, statute, policy_mark)
);

do $$
declare
  guarded text;
begin
  foreach guarded in array array['fact', 'standing', 'policy', 'retraction', 'clock', 'reckoned', 'figure'] loop
    execute format('alter table sight.%I enable row level security', guarded);
    execute format($policy$create policy named_person on sight.%I
      using ((select coalesce(current_setting('sightline.person', true), '') <> ''))$policy$, guarded);
  end loop;
end $$;

grant usage on schema sight to sightline_app, sightline_sight, sightline_backup;
grant select on all tables in schema sight to sightline_app, sightline_sight, sightline_backup;
grant insert on sight.fact_name, sight.fact, sight.standing, sight.policy, sight.retraction, sight.figure to sightline_app;
grant insert, delete on sight.clock to sightline_app;
grant insert, update, delete on sight.reckoned to sightline_app;
