import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../../src/record/store/verify.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { soak } from './settled-soak.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase({ max: 12 });
});
afterAll(() => fresh.drop());

test('while 8 writers append, 40 figures asked again about their marks are the same', async () => {
  const soaked = await soak(fresh.db, { writers: 8, children: 12, figures: 40, seed: 20_260_331 });
  expect(soaked).toMatchObject({ asked: 40, changed: [] });
  expect(soaked.appended).toBeGreaterThan(50);
  expect(await verify(fresh.db)).toMatchObject({ ok: true, entries: soaked.appended });
});
