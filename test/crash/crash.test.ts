import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/record/store/invented-entries.fixture.ts';
import { askAgain, lookAfter, recovered, type Victim, victim, writeUntilKilled } from './crash-rounds.ts';

let doomed: Victim;
beforeAll(async () => {
  doomed = await victim();
});
afterAll(() => doomed.stop());

test('PostgreSQL killed amid appends loses no acknowledged entry, keeps no half act, and a retry writes once', async () => {
  const books = Array.from({ length: 10 }, newId);
  const written = await writeUntilKilled(doomed, books, 1);
  expect(written.acknowledged.length).toBeGreaterThan(0);
  await recovered(doomed.db);
  expect(await lookAfter(doomed.db, written)).toMatchObject({ lost: [], halves: [], verified: { ok: true } });
  await askAgain(doomed.db, written);
  const all = { acknowledged: [...written.acknowledged, ...written.inDoubt], inDoubt: [] };
  const after = await lookAfter(doomed.db, all);
  expect(after).toMatchObject({ lost: [], halves: [], verified: { ok: true, entries: all.acknowledged.length * 3 } });
});
