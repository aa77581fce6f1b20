import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Tx } from '../../../../platform/database/database.ts';

/** When this person said where they live; undefined when they did not. The place itself is never read. */
export async function homeSaidAt(tx: Tx, person: Id): Promise<Instant | undefined> {
  const { rows } = await sql<{ at: Instant }>`select said_at as at from access.home where person = ${person}`.execute(
    tx,
  );
  return rows[0]?.at;
}

/** Keeps the keys of one’s own home in the place of those that were kept. */
export async function sayHome(tx: Tx, person: Id, keys: readonly string[]): Promise<void> {
  await sql`insert into access.home (person, keys) values (${person}, ${[...keys]})
    on conflict (person) do update set keys = excluded.keys, said_at = now()`.execute(tx);
}

export async function forgetHome(tx: Tx, person: Id): Promise<void> {
  await sql`delete from access.home where person = ${person}`.execute(tx);
}

/** Of these children, who live or lived in this reader’s own house, and who in the same postcode. Nothing of a protected place. */
export async function homesShared(
  tx: Tx,
  reader: Id,
  children: readonly Id[],
): Promise<ReadonlyMap<Id, { readonly sameHouse: boolean }>> {
  const { rows } = await sql<{ child: Id; sameHouse: boolean }>`
    select child, same_house as "sameHouse" from access.homes_shared(${reader}, ${[...children]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ child, sameHouse }) => [child, { sameHouse }]));
}
