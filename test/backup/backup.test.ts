import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handMadeId } from '../../county/hand-made/hand-made-id.ts';
import { loadHandMade } from '../../county/hand-made/load-hand-made.ts';
import { entryRegistry } from '../../src/app/entry-registry.ts';
import { forgetEverywhere } from '../../src/app/forget-destroyed.ts';
import { houseProjections } from '../../src/app/house-projections.ts';
import type { Instant } from '../../src/kernel/instant.ts';
import { append } from '../../src/record/store/append.ts';
import { destroy } from '../../src/record/store/destroy.ts';
import { actOf, contextOf, newId, note } from '../../src/record/store/invented-entries.fixture.ts';
import { seal } from '../../src/record/store/seals.ts';
import { verify } from '../../src/record/store/verify.ts';
import { readStatute } from '../../src/statute/read-statute.ts';
import { commandLine, envOf } from '../command-line.ts';
import { type FreshDatabase, freshDatabase, inventedDatabase } from '../fresh-database.ts';
import { certificateFor, type Doomed, doomedChild, searchEverywhere } from './restored-words.ts';

let living: FreshDatabase;
let empty: FreshDatabase;
let doomed: Doomed;
const folder = mkdtempSync(path.join(os.tmpdir(), 'sightline-backup-'));
const at = (name: string): string => path.join(folder, name);
const NOW = '2026-03-31T12:00:00.000Z' as Instant;

beforeAll(async () => {
  [living, empty] = await Promise.all([inventedDatabase(), freshDatabase()]);
  const registry = entryRegistry();
  await loadHandMade({
    db: living.db,
    registry,
    projections: houseProjections(registry, readStatute()),
    councilBook: handMadeId('council', 'of the tests'),
  });
  doomed = await doomedChild(living.db);
  await living.db.owner(async (tx) => {
    await sql`insert into access.person (id, email, name, roles, added_at, added_by)
      values (gen_random_uuid(), 'ada@x.example', 'Ada', '{social-worker}', now(), 'test') on conflict do nothing`.execute(
      tx,
    );
    await sql`insert into access.session (hash, person, form, way, browser, network)
      select 'a', id, 'b', 'password', '', '' from access.person limit 1`.execute(tx);
    await sql`insert into access.one_time_link (hash, person) select 'a', id from access.person limit 1`.execute(tx);
  });
});
afterAll(async () => {
  await Promise.all([living.drop(), empty.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

async function sightline(database: FreshDatabase, ...words: string[]) {
  const env = { ...envOf(database), DATA_DIR: at('data'), DATABASE_BACKUP_URL: database.backupUrl };
  const { code, out, err } = await commandLine(env, [...words, '--json']);
  return { code, err, said: JSON.parse(out) };
}

const openSignIns = async (db: FreshDatabase['db']): Promise<number | undefined> =>
  (
    await db.owner((tx) =>
      sql<{ n: number }>`select (select count(*) from access.session where ended_at is null)
        + (select count(*) from access.one_time_link where used_at is null) as n`.execute(tx),
    )
  ).rows[0]?.n;

let file: string;
let manifest: Record<string, number>;

test('a backup is one sealed file of its own name, complete, and nothing is ever written over', async () => {
  const before = await searchEverywhere(living.db, doomed.name);
  expect(before.found).toContain('people.child');
  const made = await sightline(living, 'backup', '--to', folder);
  expect(made).toMatchObject({ code: 0, err: '' });
  ({ file, tables: manifest } = made.said);
  expect(path.basename(file)).toMatch(/^sightline-\d{8}T\d{6}Z-[0-9a-f]{8}\.backup$/);
  expect(statSync(file).mode & 0o777).toBe(0o400);
  const { 'app.migration': _, ...rows } = before.rows;
  expect(manifest).toEqual(rows);
  const bytes = readFileSync(file);
  for (const words of [doomed.name, 'canonical', 'record.entry']) expect(bytes.includes(words)).toBe(false);
  const again = await sightline(living, 'backup', '--to', file);
  expect(again.said.refused).toContain('is there already');
  expect(readFileSync(file)).toEqual(bytes);
  expect((await sightline(living, 'backup', '--to', folder)).said.file).not.toBe(file);
  expect((await sightline(living, 'backup', '--to', at('no/such/folder'))).said.refused).toContain('cannot be written');
});

test('a backup that was changed, cut off, lengthened, or made by another key brings back nothing', async () => {
  const bytes = readFileSync(file);
  const changed = Buffer.from(bytes);
  changed[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  const spoilt = {
    changed,
    cut: bytes.subarray(0, -1_000),
    longer: Buffer.concat([bytes, bytes.subarray(-100)]),
    text: Buffer.from('words\n'),
  };
  for (const [name, content] of Object.entries(spoilt)) {
    writeFileSync(at(name), content);
    const { code, said } = await sightline(empty, 'restore', at(name), '--none-destroyed');
    expect([name, code, said.refused]).toEqual([name, 1, expect.stringMatching(/damaged|cut off|added|not a backup/)]);
  }
  const key = `{"format":"sightline-keys-1","keys":["other:${Buffer.alloc(32, 7).toString('base64')}"]}`;
  writeFileSync(at('other-keys.json'), key, { mode: 0o600 });
  const other = await sightline(empty, 'restore', file, '--none-destroyed', '--keys', at('other-keys.json'));
  expect(other.said.refused).toContain('which is not among those that were given');
  chmodSync(at('other-keys.json'), 0o644);
  expect(
    (await sightline(empty, 'restore', file, '--none-destroyed', '--keys', at('other-keys.json'))).said.refused,
  ).toContain('can be read by others');
  expect((await searchEverywhere(empty.db, doomed.name)).found).toEqual([]);
});

test('restored into a place where a record stands, or without saying what was destroyed: refused', async () => {
  expect((await sightline(living, 'restore', file, '--none-destroyed')).said.refused).toContain('A record stands');
  expect((await sightline(empty, 'restore', file)).said.wrongUse).toContain('--destructions FILE');
});

test('what was destroyed after the backup is destroyed again, everywhere, and what is lost is answered for on record', async () => {
  const destroyed = await destroy(living.db, certificateFor(doomed, newId()), forgetEverywhere(entryRegistry()));
  expect(destroyed).toMatchObject({ ok: true });
  const left = await searchEverywhere(living.db, doomed.name);
  expect(left.found).toEqual([]);
  await append(living.db, contextOf(), [actOf([note(newId())])]); // written after the backup: it is lost
  writeFileSync(at('outside.seal'), `${JSON.stringify(await seal(living.db, NOW))}\n`);
  const list = await sightline(living, 'destructions');
  expect(list.said).toHaveLength(1);
  writeFileSync(at('destructions.json'), JSON.stringify(list.said));

  const given = ['--destructions', at('destructions.json'), '--seal', at('outside.seal')];
  const answering = ['--by', 'the director', '--reason', 'the disk failed', '--out', at('renewed.seal')];
  const restored = await sightline(empty, 'restore', file, ...given, ...answering);
  expect(restored).toMatchObject({ code: 0, said: { destroyedAgain: 1, verification: { ok: true, restores: 1 } } });
  const now = await searchEverywhere(empty.db, doomed.name);
  expect(now.found).toEqual([]);
  expect(now.rows).toEqual({ ...left.rows, 'record.seal': 1 });
  expect(now.rows['record.entry_data']).toBe((manifest['record.entry_data'] ?? 0) - doomed.entries.length);
  expect((await verify(empty.db)).ok).toBe(true);
  expect(JSON.parse(readFileSync(at('renewed.seal'), 'utf8')).restored).toMatchObject({ by: 'the director' });
  expect((await sightline(empty, 'verify', '--seal', at('renewed.seal'))).code).toBe(0);
});

test('what came back is worked in on: counters go on, guards stand, and everybody signs in anew', async () => {
  expect([await openSignIns(living.db), await openSignIns(empty.db)]).toEqual([2, 0]);
  const log = await empty.db.as({ person: 'house', purpose: 'job' }, (tx) =>
    sql<{ n: number }>`select nextval('access.log_number') as n`.execute(tx),
  );
  expect(log.rows[0]?.n).toBeGreaterThan(0);
  await expect(empty.db.owner((tx) => sql`truncate record.entry cascade`.execute(tx))).rejects.toThrow(
    'never rewritten',
  );
  const book = newId();
  await append(empty.db, contextOf(), [actOf([note(book)])]);
  expect((await verify(empty.db)).ok).toBe(true);
  expect(readdirSync(folder).filter((name) => name.endsWith('.backup'))).toHaveLength(2);
});

test('a restore that was not finished lets nobody in', async () => {
  const half = await freshDatabase();
  try {
    const refused = await sightline(half, 'restore', file, '--none-destroyed', '--seal', at('outside.seal'));
    expect(refused.said.refused).toContain('older than the seal');
    expect((await sightline(half, 'verify')).said.refused).toContain('was not finished');
  } finally {
    await half.drop();
  }
});
