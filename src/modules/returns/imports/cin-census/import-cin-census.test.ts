import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePath } from '../../samples/census-in-tests.ts';
import { countOf, fingerprint, type ImportHouse, importHouse } from '../../samples/import-in-tests.ts';
import { importCinCensus } from './import-cin-census.ts';

const VALID = samplePath('cin_valid_2025-26_400children.xml');

describe('a valid file', () => {
  let house: ImportHouse;
  beforeAll(async () => {
    house = await importHouse('real');
  });
  afterAll(() => house.fresh.drop());

  test('loads wholly, and a second time changes nothing', async () => {
    const t = performance.now();
    const first = await importCinCensus(house.context, [VALID]);
    console.log(performance.now() - t, JSON.stringify(first).slice(0, 1500));
    if (!first.ok) throw new Error(first.refusal.sentence);
    expect(first.value).toMatchObject({
      kind: 'cin-census',
      year: 2026,
      window: { from: '2025-04-01', until: '2026-03-31' },
      children: { read: 399, loaded: 399, unchanged: 0, setAside: 0 },
      setAside: [],
      withdrawn: [],
    });
    const before = await fingerprint(house.fresh);
    const second = await importCinCensus(house.context, [VALID]);
    console.log(JSON.stringify(second).slice(0, 1500));
    expect(second).toMatchObject({
      ok: true,
      value: {
        children: { read: 399, loaded: 0, unchanged: 399 },
        entries: 0,
        developments: [],
        corrections: [],
        withdrawn: [],
      },
    });
    expect(await fingerprint(house.fresh)).toBe(before);
    expect(await countOf(house.fresh, 'record.entry')).toBe(first.value.entries);
  });
});
