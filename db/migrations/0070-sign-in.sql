-- Signing in: second factors, passkeys, recovery codes, the council's own sign-in, and what a session keeps.
-- Everything here runs by the machine's own clock, since the day of an invented database stands still.

alter table access.person
  add column last_signed_in_at timestamptz,
  add column woken_at timestamptz; -- an administrator let an account in again that had stopped for not being used

-- The sessions before this had no second step: everybody signs in once more.
delete from access.session;
alter table access.session
  add column id           uuid not null unique default gen_random_uuid(),
  add column form         bytea not null unique, -- a hash of the token of its forms: whose words a late form holds
  add column way          text not null check (way in ('password', 'passkey', 'council')),
  add column awaits       text check (awaits in ('second-factor', 'set-up')), -- null: nothing any more
  add column browser      text not null,
  add column network      text not null,
  add column told         text, -- how the council's own sign-in says that it knew them (amr, acr)
  add column ended_at     timestamptz,
  add column kept_sealed  text, -- a form that arrived when an earlier session had ended
  add column codes_sealed text; -- new recovery codes, until their owner says that they have them
grant update (ended_at, kept_sealed, codes_sealed) on access.session to sightline_app;

-- An authenticator app: its secret, sealed, and the last step of thirty seconds whose code was used.
create table access.authenticator (
  person      uuid primary key references access.person,
  sealed      text not null,
  last_step   bigint not null,
  set_up_at   timestamptz not null default now()
);

create table access.passkey (
  id           text primary key, -- the credential's own, in base64url
  person       uuid not null references access.person,
  public_key   bytea not null,
  counter      bigint not null,
  transports   text[] not null,
  name         text not null,
  made_at      timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_person on access.passkey (person);

create table access.recovery_code (
  hash    text primary key,
  person  uuid not null references access.person,
  used_at timestamptz
);
create index recovery_code_person on access.recovery_code (person);

-- What a passkey must sign, once, within ten minutes, for the browser that asked.
create table access.challenge (
  challenge text primary key,
  visitor   bytea not null,
  made_at   timestamptz not null default now()
);

-- Somebody has gone to the council's own sign-in and may come back, once, within ten minutes, in the same browser.
create table access.council_visit (
  state       bytea primary key,
  visitor     bytea not null,
  nonce       text not null,
  verifier    text not null,
  next        text not null,
  kept_sealed text,
  made_at     timestamptz not null default now()
);

-- Who somebody of the council's own sign-in is here.
create table access.council_identity (
  issuer  text not null,
  subject text not null,
  person  uuid not null references access.person,
  first_at timestamptz not null default now(),
  primary key (issuer, subject),
  unique (issuer, person)
);

do $$
declare guarded text;
begin
  -- Only the doorkeeper reads what lets somebody in; an administrator and the owner's commands may take it away.
  foreach guarded in array array['authenticator', 'passkey', 'recovery_code', 'challenge', 'council_visit', 'council_identity'] loop
    execute format('alter table access.%I enable row level security', guarded);
    execute format($policy$create policy doorkeeper on access.%I
      using ((select coalesce(current_setting('sightline.person', true), '') = 'sign-in'))$policy$, guarded);
    execute format('grant select, insert, delete on access.%I to sightline_app', guarded);
    execute format('grant select on access.%I to sightline_backup', guarded);
  end loop;
end $$;
grant update (sealed, last_step, set_up_at) on access.authenticator to sightline_app;
grant update (counter, last_used_at) on access.passkey to sightline_app;
grant update (used_at) on access.recovery_code to sightline_app;
grant update (last_signed_in_at, woken_at) on access.person to sightline_app;
