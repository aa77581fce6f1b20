import { sql } from 'kysely';
import { generateSecret, generateURI, verifySync } from 'otplib/functional';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';

/** The code of the moment before and of the moment after counts too: clocks differ. In seconds; a step has thirty. */
const TOLERANCE = 30;

/** A new secret for an authenticator app, 160 bits in base 32. */
export const newAuthenticatorSecret = (): string => generateSecret();

/** The address that an app reads from the picture: whose secret it is, and for what. */
export const authenticatorAddress = (secret: string, council: string, email: string): string =>
  generateURI({ issuer: `Sightline ${council}`, label: email, secret });

/** The step of thirty seconds whose code it is, now or one step aside; undefined when it is no such code. */
export function stepOfCode(secret: string, typed: string): number | undefined {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const read = verifySync({ secret, token, epochTolerance: TOLERANCE });
  return read.valid && 'timeStep' in read ? read.timeStep : undefined;
}

/** Keeps the secret of somebody's app, sealed, in place of an earlier one. The code that proved it is used up. */
export async function keepAuthenticator(
  tx: Tx,
  keys: Keyring,
  person: Id,
  secret: string,
  step: number,
): Promise<void> {
  await sql`insert into access.authenticator (person, sealed, last_step)
    values (${person}, ${keys.seal('second-factor', secret)}, ${step})
    on conflict (person) do update set sealed = excluded.sealed, last_step = excluded.last_step, set_up_at = now()`.execute(
    tx,
  );
}

/** Is it a code of their app? A code works once, and none before it works any more. */
export async function useCode(tx: Tx, keys: Keyring, person: Id, typed: string): Promise<'right' | 'wrong' | 'used'> {
  const { rows } = await sql<{ sealed: string; lastStep: number }>`
    select sealed, last_step as "lastStep" from access.authenticator where person = ${person} for update`.execute(tx);
  const secret = rows[0] && keys.open('second-factor', rows[0].sealed);
  const step = secret === undefined ? undefined : stepOfCode(secret, typed);
  if (!rows[0] || step === undefined) return 'wrong';
  if (step <= rows[0].lastStep) return 'used';
  await sql`update access.authenticator set last_step = ${step} where person = ${person}`.execute(tx);
  return 'right';
}

export type Authenticator = { readonly setUpAt: Instant; readonly lastUsedAt: Instant };

/** When somebody's app was set up, and for which moment the last code was that they used. */
export async function authenticatorOf(tx: Tx, person: Id): Promise<Authenticator | undefined> {
  const { rows } = await sql<Authenticator>`
    select set_up_at as "setUpAt", to_timestamp(last_step * 30) as "lastUsedAt" from access.authenticator
    where person = ${person}`.execute(tx);
  return rows[0];
}

export async function removeAuthenticator(tx: Tx, person: Id): Promise<void> {
  await sql`delete from access.authenticator where person = ${person}`.execute(tx);
}
