import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Database, Tx } from '../../../../platform/database/database.ts';
import type { SignedIn } from '../../../../platform/http/page.ts';
import { DOORKEEPER } from '../person-store.ts';
import { hashOf } from './secrets.ts';

/** Where a passkey is used: the house as the browser sees it, and the token that binds a form to this browser. */
export type Place = { readonly origin: string; readonly csrf: string };

export type Passkey = {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Instant;
  readonly lastUsedAt: Instant | null;
};

/** Minutes in which a challenge is answered. */
const MINUTES = 10;

const siteOf = ({ origin }: Place): string => new URL(origin).hostname;

/** What a new passkey of somebody is to sign. It asks to know its owner, so that it can stand for two factors. */
export async function beginPasskey(db: Database, place: Place, person: SignedIn): Promise<unknown> {
  const options = await generateRegistrationOptions({
    rpName: 'Sightline',
    rpID: siteOf(place),
    userName: person.email,
    userDisplayName: person.name,
    userID: new TextEncoder().encode(person.id),
    attestationType: 'none',
    excludeCredentials: (await db.as(DOORKEEPER, (tx) => credentialsOf(tx, person.id))).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
  await keepChallenge(db, place, options.challenge);
  return options;
}

/** The new passkey of an answer, not kept yet; undefined when the answer is not right. */
export async function readNewPasskey(db: Database, place: Place, answer: string): Promise<NewPasskey | undefined> {
  const response = parsed<RegistrationResponseJSON>(answer);
  const challenge = response && (await takeChallenge(db, place, response));
  if (!challenge) return undefined;
  const read = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: siteOf(place),
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!read?.verified) return undefined;
  const { id, publicKey, counter, transports = [] } = read.registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey), counter, transports };
}
export type NewPasskey = {
  readonly id: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
};

/** Keeps a passkey of somebody. False when it is kept already. */
export async function keepPasskey(tx: Tx, person: Id, made: NewPasskey, name: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into access.passkey (id, person, public_key, counter, transports, name)
    values (${made.id}, ${person}, ${made.publicKey}, ${made.counter}, ${[...made.transports]}, ${name})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** What a passkey is to sign: one of this person, or any that the browser knows for this house. */
export async function beginPasskeySignIn(db: Database, place: Place, person?: Id): Promise<unknown> {
  const theirs = person ? await db.as(DOORKEEPER, (tx) => credentialsOf(tx, person)) : [];
  const options = await generateAuthenticationOptions({
    rpID: siteOf(place),
    allowCredentials: theirs.map(({ id, transports }) => ({ id, transports })),
    userVerification: 'required',
  });
  await keepChallenge(db, place, options.challenge);
  return options;
}

/** Whose passkey signed, with its owner known to it; undefined when the answer is not right or the account is closed. */
export async function personOfPasskey(db: Database, place: Place, answer: string): Promise<Id | undefined> {
  const response = parsed<AuthenticationResponseJSON>(answer);
  const challenge = response && (await takeChallenge(db, place, response));
  if (!challenge) return undefined;
  const { rows } = await db.as(DOORKEEPER, (tx) =>
    sql<{ person: Id; key: Buffer; counter: number }>`
      select k.person, k.public_key as key, k.counter from access.passkey k
      join access.person p on p.id = k.person and p.active where k.id = ${response.id}`.execute(tx),
  );
  const kept = rows[0];
  if (!kept) return undefined;
  const read = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: siteOf(place),
    requireUserVerification: true,
    credential: { id: response.id, publicKey: new Uint8Array(kept.key), counter: kept.counter },
  }).catch(() => undefined);
  if (!read?.verified) return undefined;
  await db.as(DOORKEEPER, (tx) =>
    sql`update access.passkey set counter = ${read.authenticationInfo.newCounter}, last_used_at = now()
      where id = ${response.id}`.execute(tx),
  );
  return kept.person;
}

/** The passkeys of somebody, the oldest first. */
export async function passkeysOf(tx: Tx, person: Id): Promise<Passkey[]> {
  const { rows } = await sql<Passkey>`
    select id, name, made_at as "madeAt", last_used_at as "lastUsedAt" from access.passkey
    where person = ${person} order by made_at, id`.execute(tx);
  return rows;
}

export async function removePasskey(tx: Tx, person: Id, id: string): Promise<void> {
  await sql`delete from access.passkey where person = ${person} and id = ${id}`.execute(tx);
}

type Credential = { readonly id: string; readonly transports: string[] };
async function credentialsOf(tx: Tx, person: Id): Promise<Credential[]> {
  const { rows } = await sql<Credential>`select id, transports from access.passkey where person = ${person}`.execute(
    tx,
  );
  return rows;
}

async function keepChallenge(db: Database, { csrf }: Place, challenge: string): Promise<void> {
  await db.as(DOORKEEPER, async (tx) => {
    await sql`delete from access.challenge where made_at < now() - make_interval(mins => ${MINUTES})`.execute(tx);
    await sql`insert into access.challenge (challenge, visitor) values (${challenge}, ${hashOf(csrf)})`.execute(tx);
  });
}

/** The challenge that an answer names, when it was ours, for this browser, and not used yet. */
async function takeChallenge(
  db: Database,
  { csrf }: Place,
  answer: RegistrationResponseJSON | AuthenticationResponseJSON,
): Promise<string | undefined> {
  const named = parsed<{ challenge?: unknown }>(
    Buffer.from(String(answer.response?.clientDataJSON ?? ''), 'base64url').toString('utf8'),
  )?.challenge;
  if (typeof named !== 'string') return undefined;
  const { rows } = await db.as(DOORKEEPER, (tx) =>
    sql<{ challenge: string }>`delete from access.challenge where challenge = ${named} and visitor = ${hashOf(csrf)}
      and made_at > now() - make_interval(mins => ${MINUTES}) returning challenge`.execute(tx),
  );
  return rows[0]?.challenge;
}

/** What a browser sent as JSON; undefined when it is no object. What it holds is judged by who verifies it. */
function parsed<Shape extends object>(text: string): Shape | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Shape) : undefined;
  } catch {
    return undefined;
  }
}
