import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { formToken } from '../../../platform/http/form-token.ts';
import type { Entering, SignedIn } from '../../../platform/http/page.ts';
import { browserInWords, networkInWords } from '../core/signing-in/browser-in-words.ts';
import type { Awaits, Way } from '../core/signing-in/ways-in.ts';
import { DOORKEEPER } from './person-store.ts';
import { hashOf, newSecret } from './signing-in/secrets.ts';

/** A session ends after an hour without a request, and after a working day in any case. */
const QUIET_MINUTES = 60;
const LONGEST_HOURS = 12;
/** Ended sessions are kept for a while: a form of theirs that arrives late is kept for the person who wrote it. */
const KEPT_DAYS = 30;

/** From where somebody asks: the network address, and what the browser says of itself. */
export type Origin = { readonly from: string; readonly agent: string };

type Beginning = {
  readonly way: Way;
  readonly awaits: Awaits | null;
  readonly origin: Origin;
  /** How the council's own sign-in says that it knew them. */
  readonly told?: string | null;
  /** A form that arrived when an earlier session had ended, sealed. */
  readonly kept?: string | null;
};
const PLAIN: Beginning = { way: 'password', awaits: null, origin: { from: '', agent: '' } };

const stands = sql`s.ended_at is null and s.seen_at > now() - make_interval(mins => ${QUIET_MINUTES})
  and s.started_at > now() - make_interval(hours => ${LONGEST_HOURS})`;

/** Begins a session. Answers the secret for the cookie; the database keeps only its hash. */
export async function startSession(tx: Tx, person: Id, beginning: Beginning = PLAIN): Promise<string> {
  const { way, awaits, origin, told = null, kept = null } = beginning;
  const secret = newSecret();
  await tidy(tx);
  await sql`insert into access.session (hash, form, person, way, awaits, browser, network, told, kept_sealed)
    values (${hashOf(secret)}, ${hashOf(formToken(secret))}, ${person}, ${way}, ${awaits},
      ${browserInWords(origin.agent)}, ${networkInWords(origin.from)}, ${told}, ${kept})`.execute(tx);
  return secret;
}

/** What a session kept for its person goes with it, and after thirty days the session itself. */
async function tidy(tx: Tx): Promise<void> {
  await sql`delete from access.session where started_at < now() - make_interval(days => ${KEPT_DAYS})`.execute(tx);
  await sql`update access.session set kept_sealed = null, codes_sealed = null
    where coalesce(kept_sealed, codes_sealed) is not null
      and started_at < now() - make_interval(hours => ${LONGEST_HOURS})`.execute(tx);
}

/** A session like that one under a new secret, with nothing left to do: its person has just proved more. The old one ends. */
export async function renewSession(tx: Tx, session: Id): Promise<string> {
  const secret = newSecret();
  await sql`insert into access.session (hash, form, person, way, browser, network, told, kept_sealed, codes_sealed)
    select ${hashOf(secret)}, ${hashOf(formToken(secret))}, person, way, browser, network, told, kept_sealed, codes_sealed
    from access.session where id = ${session}`.execute(tx);
  await sql`update access.session set ended_at = coalesce(ended_at, now()), kept_sealed = null, codes_sealed = null
    where id = ${session}`.execute(tx);
  return secret;
}

/** Whose session it is, with the roles of this moment; undefined when it ended or the person was stopped. */
export function personOfSession(db: Database, secret: string): Promise<SignedIn | Entering | undefined> {
  const hash = hashOf(secret);
  return db.as(DOORKEEPER, async (tx) => {
    const { rows } = await sql<Row>`
      select p.id, p.name, p.email, p.roles, p.active, s.id as session, s.started_at as "startedAt", s.awaits,
        s.seen_at < now() - interval '1 minute' as stale
      from access.session s join access.person p on p.id = s.person where s.hash = ${hash} and ${stands}`.execute(tx);
    if (!rows[0]) return undefined;
    const { stale, session, startedAt, awaits, active, ...person } = rows[0];
    if (!active) {
      await endSessionsOf(tx, person.id); // whoever stopped the account, and whoever starts it again
      return undefined;
    }
    if (stale) await sql`update access.session set seen_at = now() where hash = ${hash}`.execute(tx);
    return { ...person, session: { id: session, startedAt }, ...(awaits ? { awaits } : {}) };
  });
}
type Row = Omit<SignedIn, 'session'> & {
  readonly session: Id;
  readonly startedAt: Instant;
  readonly awaits: Awaits | null;
  readonly active: boolean;
  readonly stale: boolean;
};

/** Who was given a form with this token, in a session that goes on or ended within thirty days. */
export async function personOfForm(db: Database, token: string): Promise<Id | undefined> {
  const { rows } = await db.as(DOORKEEPER, (tx) =>
    sql<{ person: Id }>`select person from access.session where form = ${hashOf(token)}`.execute(tx),
  );
  return rows[0]?.person;
}

const ending = sql`ended_at = now(), kept_sealed = null, codes_sealed = null`;

export async function endSession(db: Database, secret: string): Promise<void> {
  await db.as(DOORKEEPER, (tx) =>
    sql`update access.session set ${ending} where hash = ${hashOf(secret)} and ended_at is null`.execute(tx),
  );
}

/** Ends every session of somebody: their account, roles, password or second factor changed. */
export async function endSessionsOf(tx: Tx, person: Id): Promise<void> {
  await sql`update access.session set ${ending} where person = ${person} and ended_at is null`.execute(tx);
}

/** Ends one session of this person by its id, or all of theirs but one. Answers how many ended. */
export async function endTheirs(tx: Tx, person: Id, which: { one: Id } | { allBut: Id }): Promise<number> {
  const those = 'one' in which ? sql`id = ${which.one}` : sql`id <> ${which.allBut}`;
  const { numAffectedRows } = await sql`update access.session set ${ending}
    where person = ${person} and ended_at is null and ${those}`.execute(tx);
  return Number(numAffectedRows);
}

export type SessionSeen = {
  readonly id: Id;
  readonly way: Way;
  readonly told: string | null;
  readonly browser: string;
  readonly network: string;
  readonly startedAt: Instant;
  readonly seenAt: Instant;
};

/** The sessions of somebody that go on, the one used last first. */
export async function sessionsOf(tx: Tx, person: Id): Promise<SessionSeen[]> {
  const { rows } = await sql<SessionSeen>`
    select s.id, s.way, s.told, s.browser, s.network, s.started_at as "startedAt", s.seen_at as "seenAt"
    from access.session s where s.person = ${person} and s.awaits is null and ${stands} order by s.seen_at desc, s.id`.execute(
    tx,
  );
  return rows;
}
