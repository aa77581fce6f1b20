import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { type Awaits, awaitsAfter, UNUSED_DAYS, type Way } from '../../core/signing-in/ways-in.ts';
import { type Origin, startSession } from '../session-store.ts';
import { factorsOf } from './factors.ts';

/** In, with the secret of a new session and what is still to do; or stopped, with whom to ask. */
export type Entered =
  | { readonly is: 'in'; readonly person: Id; readonly session: string; readonly awaits: Awaits | null }
  | { readonly is: 'stopped'; readonly person: Id; readonly ask: readonly string[] };

export type Entrance = {
  readonly way: Way;
  readonly origin: Origin;
  /** Whether the children of this database are real: accounts that nobody uses stop, and a second factor is demanded. */
  readonly real: boolean;
  readonly told?: string | null;
  readonly kept?: string | null;
};

/** Lets somebody in who has proved who they are, unless their account has stopped. */
export async function enter(tx: Tx, person: Id, { real, way, ...more }: Entrance): Promise<Entered> {
  if (real && (await isUnused(tx, person))) return { is: 'stopped', person, ask: await administrators(tx) };
  const awaits = awaitsAfter(way, await factorsOf(tx, person), real);
  const session = await startSession(tx, person, { way, awaits, ...more });
  if (!awaits) await noteSignIn(tx, person);
  return { is: 'in', person, session, awaits };
}

/** Somebody has come in: the thirty days begin again. */
export async function noteSignIn(tx: Tx, person: Id): Promise<void> {
  await sql`update access.person set last_signed_in_at = now() where id = ${person}`.execute(tx);
}

async function isUnused(tx: Tx, person: Id): Promise<boolean> {
  const { rows } = await sql<{ unused: boolean }>`
    select greatest(p.added_at, p.last_signed_in_at, p.woken_at, w.set_at) < now() - make_interval(days => ${UNUSED_DAYS}) as unused
    from access.person p left join access.password w on w.person = p.id where p.id = ${person}`.execute(tx);
  return rows[0]?.unused === true;
}

/** The names of up to three people who may let somebody in again. */
async function administrators(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from access.person where active and 'administrator' = any(roles) order by name, id limit 3`.execute(tx);
  return rows.map(({ name }) => name);
}
