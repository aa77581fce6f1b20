import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePath } from '../../../../../test/census/census-in-tests.ts';
import { countOf, fingerprint, type ImportHouse, importHouse } from '../../../../../test/census/import-in-tests.ts';
import { importCinCensus } from './import-cin-census.ts';

const VALID = samplePath('cin_valid_2025-26_400children.xml');

describe('a valid file', () => {
  let house: ImportHouse;
  beforeAll(async () => {
    house = await importHouse('real');
  });
  afterAll(() => house.fresh.drop());

  test('loads wholly, and a second time changes nothing', async () => {
    const first = await importCinCensus(house.context, [VALID]);
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
    expect(await countOf(house.fresh, `record.entry where type <> 'rights-set'`)).toBe(first.value.entries);
  });
});

describe('two files of different children under the same ids', () => {
  let house: ImportHouse;
  beforeAll(async () => {
    house = await importHouse('real');
  });
  afterAll(() => house.fresh.drop());

  test('end in identity in doubt, never in a changed birth date', async () => {
    await importCinCensus(house.context, [VALID]);
    const births = 'people.child where born_on is not null';
    const before = await countOf(house.fresh, births);
    const second = await importCinCensus(house.context, [samplePath('cin_invalid_2025-26.xml')]);
    if (!second.ok) throw new Error(second.refusal.sentence);
    console.log(
      JSON.stringify(
        {
          ...second.value,
          withdrawn: second.value.withdrawn.slice(0, 5),
          setAside: second.value.setAside.length,
          identityInDoubt: second.value.identityInDoubt.slice(0, 3),
          flagged: second.value.flagged.slice(0, 10),
          corrections: second.value.corrections.slice(0, 10),
          developments: second.value.developments.slice(0, 5),
        },
        null,
        1,
      ),
    );
    expect(second.value.children).toMatchObject({ read: 150, setAside: 0 });
    expect(second.value.identityInDoubt.length).toBeGreaterThan(120);
    expect(await countOf(house.fresh, births)).toBeGreaterThan(before + 120);
    const print = await fingerprint(house.fresh);
    const third = await importCinCensus(house.context, [samplePath('cin_invalid_2025-26.xml')]);
    expect(third).toMatchObject({ ok: true, value: { entries: 0, children: { unchanged: 150 } } });
    expect(await fingerprint(house.fresh)).toBe(print);
  });
});
