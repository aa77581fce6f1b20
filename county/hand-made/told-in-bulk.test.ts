import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { entryRegistry } from '../../src/app/entry-registry.ts';
import { houseProjections } from '../../src/app/house-projections.ts';
import type { Id } from '../../src/kernel/id.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import type { NewEntry } from '../../src/record/entry.ts';
import { entryWithdrawn } from '../../src/record/record-entries.ts';
import { append } from '../../src/record/store/append.ts';
import { appendHistory } from '../../src/record/store/append-history.ts';
import { verify } from '../../src/record/store/verify.ts';
import type { Told } from '../../src/record/told.ts';
import { readStatute } from '../../src/statute/read-statute.ts';
import { type FreshDatabase, inventedDatabase } from '../../test/fresh-database.ts';
import { countyOf } from '../generate/county-plan.ts';
import { inventCounty } from '../generate/invent-county.ts';
import { handMadeId } from './hand-made-id.ts';
import { toldByHand } from './load-hand-made.ts';

const registry = entryRegistry();
const context = () => ({ registry, projections: houseProjections(registry, readStatute()) });

/** The hand-made children and the first families of an invented county; then some workers, whose children are reckoned again. */
function someHistory(): Told[] {
  const county = inventCounty(countyOf(7, 12));
  const families = [...county.families()].slice(0, 6).flatMap(({ told }) => [...told, withdrawnFrom(told)]);
  const workers = [...county.toldOfWorkforce()].slice(0, 60);
  return [...toldByHand(handMadeId('council', 'told in bulk')), ...families, ...workers];
}

/** An hour after the last act of a family: the second entry of its last book was a mistake. */
function withdrawnFrom(told: readonly Told[]): Told {
  const last = told.at(-1) as Told;
  const book = last.act.entries[0]?.book as Id;
  const wrong = told.flatMap(({ act }) => act.entries).filter((entry) => entry.book === book)[1] as NewEntry;
  const { type, version } = entryWithdrawn;
  const entry = { ...wrong, id: handMadeId('withdrawn', wrong.id), type, version, data: {}, corrects: wrong.id };
  return {
    recordedAt: instantOf(Date.parse(last.recordedAt) + 3_600_000),
    recordedBy: last.recordedBy,
    act: { id: handMadeId('withdrawing', wrong.id), entries: [entry], decidedOn: [] },
  };
}

async function tellOneByOne({ db }: FreshDatabase, history: Iterable<Told>): Promise<void> {
  const { projections } = context();
  for (const { recordedAt, recordedBy, act } of history) {
    const identity = { person: recordedBy, purpose: 'import' } as const;
    const outcome = await append(db, { identity, now: () => recordedAt, registry, projections, commandId: act.id }, [
      act,
    ]);
    expect(outcome.ok).toBe(true);
  }
}

/** Chance: salts, and the hashes that follow from them. The codes of fact names are compared by the names. */
const BY_CHANCE = ['salt', 'data_hash', 'prev_hash', 'hash', 'head_hash'];

async function everythingIn({ db }: FreshDatabase): Promise<ReadonlyMap<string, readonly string[]>> {
  return db.owner(async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('app', 'information_schema', 'graphile_worker')
        and n.nspname not like 'pg\\_%' and c.relname not in ('fact_name', 'literal_change') order by 1`.execute(tx);
    const found = new Map<string, string[]>();
    for (const { name } of tables) {
      const row = name === 'sight.fact' ? sql`to_jsonb(t) || jsonb_build_object('name', n.name)` : sql`to_jsonb(t)`;
      const named = name === 'sight.fact' ? sql`join sight.fact_name n on n.code = t.name` : sql``;
      const { rows } = await sql<{ row: string }>`
        select ((${row}) - ${BY_CHANCE}::text[])::text as row from ${sql.table(name)} t ${named} order by 1`.execute(
        tx,
      );
      const told = rows.map((each) => each.row);
      found.set(name, name === 'record.book' ? told.filter((each) => !each.includes('"opened_by": "house"')) : told);
    }
    return found;
  });
}

test('told in bulk, a history leaves the very tables that it leaves told act by act, with every chain whole', async () => {
  const [plain, bulk] = [await inventedDatabase(), await inventedDatabase()];
  const history = someHistory();
  await appendHistory(bulk.db, context(), history);
  await tellOneByOne(plain, history);
  const [expected, told] = [await everythingIn(plain), await everythingIn(bulk)];
  expect([...told.keys()]).toEqual([...expected.keys()]);
  for (const [table, rows] of expected) expect(told.get(table), table).toEqual(rows);
  expect(expected.get('sight.clock')?.length).toBeGreaterThan(400);
  expect(expected.get('sight.retraction')?.length).toBeGreaterThan(0);
  expect(await verify(bulk.db)).toMatchObject({ ok: true, entries: expected.get('record.entry')?.length });
  for (const each of [plain, bulk]) await each.drop();
});

test('a history that breaks off is told again from where it was, and nothing twice', async () => {
  const fresh = await inventedDatabase();
  const history = someHistory().slice(0, 400);
  const broken = function* (): Generator<Told> {
    yield* history.slice(0, 150);
    throw new Error('the power fails');
  };
  await expect(appendHistory(fresh.db, context(), broken())).rejects.toThrow('the power fails');
  const entries = history.reduce((sum, { act }) => sum + act.entries.length, 0);
  expect(await appendHistory(fresh.db, context(), history)).toBe(entries);
  expect(await appendHistory(fresh.db, context(), history)).toBe(entries);
  expect(await verify(fresh.db)).toMatchObject({ ok: true, entries });
  await fresh.drop();
});
