import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { accepted, type Result, refused } from '../../kernel/result.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Destruction } from '../seal.ts';
import { certificates } from './seals.ts';

/** The entries whose words are gone: for what else must forget them (facts, tables, search rows, files). */
export type DestroyedEntry = { readonly id: Id; readonly book: Id };
export type Forget = (tx: Tx, destroyed: readonly DestroyedEntry[]) => Promise<void>;

export type DestructionRefusal = 'two different people must agree' | 'a rule must be named' | 'an entry is not there';

/**
 * Destroys the words and the salt of entries for ever, with drafts about them and all that `forget` knows of, under a certificate
 * of two people and a rule. The envelope and its hashes stay, so the chain still verifies. Entries that were destroyed before
 * are left as they are.
 */
export async function destroy(
  db: Database,
  destruction: Destruction,
  forget: readonly Forget[],
): Promise<Result<readonly DestroyedEntry[], DestructionRefusal>> {
  const [first, second] = destruction.by;
  if (!first || !second || first === second) return refused('two different people must agree');
  if (!destruction.rule) return refused('a rule must be named');
  return db.owner(async (tx) => {
    const there = await entriesOf(tx, destruction);
    if (there.length < destruction.entries.length) return refused('an entry is not there');
    await certify(tx, destruction, there);
    await forgetWords(tx, there, forget);
    return accepted(there);
  });
}

/**
 * Does again what a restored backup did not know: every certificate of the list, which seals carry, that this database lacks.
 * Answers how many there were. Entries that the backup does not hold at all need no destroying.
 */
export async function replayDestructions(
  db: Database,
  list: readonly Destruction[],
  forget: readonly Forget[],
): Promise<number> {
  return db.owner(async (tx) => {
    const known = new Set((await certificates(tx)).map(({ id }) => id));
    const lacking = list.filter(({ id }) => !known.has(id));
    for (const destruction of lacking) {
      const there = await entriesOf(tx, destruction);
      await certify(tx, destruction, there);
      await forgetWords(tx, there, forget);
    }
    return lacking.length;
  });
}

async function entriesOf(tx: Tx, { entries }: Destruction): Promise<DestroyedEntry[]> {
  const { rows } = await sql<DestroyedEntry>`
    select id, book from record.entry where id = any(${entries}::uuid[]) order by id`.execute(tx);
  return rows;
}

async function certify(tx: Tx, destruction: Destruction, there: readonly DestroyedEntry[]): Promise<void> {
  const { id, destroyedAt, rule, by } = destruction;
  await sql`
    insert into record.destruction (id, destroyed_at, rule, first_person, second_person)
    values (${id}, ${destroyedAt}, ${rule}, ${by[0]}, ${by[1]})`.execute(tx);
  await sql`
    insert into record.destroyed (entry, destruction)
    select entry, ${id}::uuid from unnest(${there.map((entry) => entry.id)}::uuid[]) as entry
    on conflict (entry) do nothing`.execute(tx);
}

async function forgetWords(tx: Tx, there: readonly DestroyedEntry[], forget: readonly Forget[]): Promise<void> {
  await sql`
    delete from record.entry_data d using record.entry e
    where e.id = any(${there.map(({ id }) => id)}::uuid[]) and d.book = e.book and d.seq = e.seq`.execute(tx);
  await sql`
    delete from record.draft where book = any(${there.map(({ book }) => book)}::uuid[])`.execute(tx);
  for (const each of forget) await each(tx, there);
}
