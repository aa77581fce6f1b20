import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, envOf } from '../../test/command-line.ts';
import { type FreshDatabase, inventedDatabase } from '../../test/fresh-database.ts';
import { writeMasterKey } from '../platform/keys/key-text.ts';
import { keyringOf, newMasterKey } from '../platform/keys/keyring.ts';
import { remark, reseal, sealedByKey } from './key-rotation.ts';
import { sealedColumns } from './sealed-columns.ts';

let fresh: FreshDatabase;
const folder = mkdtempSync(path.join(os.tmpdir(), 'sightline-keys-'));
beforeAll(async () => {
  fresh = await inventedDatabase();
  await fresh.db.owner((tx) => sql`create table public.secret (id int, sealed text, mark bytea)`.execute(tx));
});
afterAll(async () => {
  await fresh.drop();
  rmSync(folder, { recursive: true });
});

const COLUMNS = [{ table: 'public.secret', column: 'sealed', purpose: 'second-factor' }] as const;
const [first, second, third] = [newMasterKey(), newMasterKey(), newMasterKey()];
const sealedNow = () =>
  fresh.db.owner(
    async (tx) => (await sql<{ sealed: string }>`select sealed from public.secret order by id`.execute(tx)).rows,
  );

test('what older keys sealed is sealed by the newest, and what nobody can open stands and is told', async () => {
  const [old, both] = [keyringOf([first]), keyringOf([first, second])];
  const values = [
    old.seal('second-factor', 'one'),
    both.seal('second-factor', 'two'),
    keyringOf([third]).seal('second-factor', 'three'),
  ];
  await fresh.db.owner((tx) =>
    sql`insert into public.secret (id, sealed) select n, v from unnest(${values}::text[]) with ordinality as t (v, n)`.execute(
      tx,
    ),
  );
  await fresh.db.owner((tx) => sql`insert into public.secret (id) values (9)`.execute(tx));
  expect(await reseal(fresh.db, both, COLUMNS)).toEqual({ resealed: 1, lost: 1 });
  expect(await reseal(fresh.db, both, COLUMNS)).toEqual({ resealed: 0, lost: 1 });
  const rows = await sealedNow();
  expect(rows.map(({ sealed }) => sealed && keyringOf([second]).open('second-factor', sealed))).toEqual([
    'one',
    'two',
    undefined,
    null,
  ]);
  expect(old.open('second-factor', rows[0]?.sealed ?? '')).toBeUndefined();
  expect(await fresh.db.owner((tx) => sealedByKey(tx, COLUMNS))).toEqual(
    new Map([
      [second.id, 2],
      [third.id, 1],
    ]),
  );
});

test('marks are computed again by the oldest key that is left', async () => {
  const left = keyringOf([second, third]);
  const again = await remark(fresh.db, left, [
    async (tx, keys) => {
      await sql`update public.secret set mark = ${keys.mark('protected-literal', '1 Long Lane')} where id = 1`.execute(
        tx,
      );
      return 1;
    },
  ]);
  expect(again).toBe(1);
  const { rows } = await fresh.db.owner((tx) =>
    sql<{ mark: Buffer }>`select mark from public.secret where id = 1`.execute(tx),
  );
  expect(rows[0]?.mark).toEqual(keyringOf([second]).mark('protected-literal', '1 Long Lane'));
});

const sightline = (...words: string[]) => withKeys({}, ...words);
async function withKeys(keys: NodeJS.ProcessEnv, ...words: string[]) {
  const { code, out } = await commandLine({ ...keys, DATA_DIR: folder, ...envOf(fresh) }, [...words, '--json']);
  return { code, said: JSON.parse(out) };
}

test('a key is added, the older one is retired, and no answer shows a key', async () => {
  expect(await sightline('keys', 'retire')).toMatchObject({
    code: 1,
    said: { refused: expect.stringContaining('one key only') },
  });
  const before = await sightline('keys', 'list');
  const { said } = await sightline('keys', 'rotate');
  expect(said.newest).not.toBe(before.said.keys[0].id);
  const both = await sightline('keys', 'list');
  expect(both.said.keys.map(({ id, seals, marks }: Record<string, unknown>) => [id, seals, marks])).toEqual([
    [before.said.keys[0].id, false, true],
    [said.newest, true, false],
  ]);
  expect(await sightline('keys', 'retire')).toMatchObject({ code: 0, said: { retired: before.said.keys[0].id } });
  const { keys } = JSON.parse(readFileSync(path.join(folder, 'keys.json'), 'utf8'));
  expect(keys).toEqual([expect.stringMatching(`^${said.newest}:`)]);
  for (const secret of keys) expect(JSON.stringify([both, said])).not.toContain(secret.split(':')[1]);
});

test('keys of SIGHTLINE_KEYS are the administrator’s to change: nothing is written', async () => {
  const before = readFileSync(path.join(folder, 'keys.json'), 'utf8');
  const env = { SIGHTLINE_KEYS: [first, second].map(writeMasterKey).join() };
  expect(await withKeys(env, 'keys', 'rotate')).toMatchObject({ code: 0, said: { newest: second.id } });
  expect(await withKeys(env, 'keys', 'retire')).toMatchObject({ code: 0, said: { retired: first.id } });
  expect(readFileSync(path.join(folder, 'keys.json'), 'utf8')).toBe(before);
});

test('every sealed column of the database is re-sealed, and every one that stands in the list is there', async () => {
  const { rows } = await fresh.db.owner((tx) =>
    sql<{ place: string; named: boolean }>`
      select table_schema || '.' || table_name || ' ' || column_name as place, column_name ~ '(^|_)sealed($|_(?!at$))' as named
      from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker')`.execute(tx),
  );
  const listed = sealedColumns.map(({ table, column }) => `${table} ${column}`);
  expect(
    rows
      .filter(({ named }) => named)
      .map(({ place }) => place)
      .filter((place) => !listed.includes(place)),
  ).toEqual([]);
  expect(listed.filter((place) => !rows.some((row) => row.place === place))).toEqual([]);
});
