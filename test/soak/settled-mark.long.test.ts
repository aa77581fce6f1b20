import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../../src/record/store/verify.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { soak } from './settled-soak.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase({ max: 40 });
});
afterAll(() => fresh.drop());

test('while 32 writers append, 1,000 figures asked again about their marks are the same', async () => {
  const soaked = await soak(fresh.db, { writers: 32, children: 60, figures: 1000, seed: 4_711 });
  console.log(`appended ${soaked.appended} entries while ${soaked.asked} figures were taken`);
  expect(soaked).toMatchObject({ asked: 1000, changed: [] });
  expect(await verify(fresh.db)).toMatchObject({ ok: true, entries: soaked.appended });
});
