import { afterEach, describe, expect, test } from 'vitest';
import { borrowedPath, isBorrowed } from '../../../../../test/census/census-in-tests.ts';
import { countOf, type ImportHouse, importHouse } from '../../../../../test/census/import-in-tests.ts';
import { load903 } from '../../../../../test/ssda903/ssda903-in-tests.ts';
import { importSsda903 } from './import-ssda903.ts';

let house: ImportHouse | undefined;
afterEach(async () => {
  await house?.fresh.drop();
  house = undefined;
});

const samples = (...names: string[]): string[] => names.map((name) => borrowedPath(`ssda903/${name}`));
const TABLES = ['header', 'episodes', 'reviews', 'uasc', 'oc2', 'oc3', 'ad1', 'missing', 'previous_permanence'];

describe.skipIf(!isBorrowed('ssda903/header.csv'))('files that are borrowed for testing', () => {
  test('nine tables of a year load whole, but for the rows with a code of no year', async () => {
    house = await importHouse('real');
    const report = await load903(house, 2018, samples(...TABLES.map((name) => `${name}.csv`)));
    expect(report.children).toEqual({ read: 2675, loaded: 2675, unchanged: 0, setAside: 0 });
    expect(report.rows.read).toBe(25_914);
    expect(report.setAside.map(({ table, reason }) => `${table}: ${reason}`)).toEqual([
      'OC3: ACCOM “01” is not a code of any year’s return.',
      'OC3: ACCOM “02” is not a code of any year’s return.',
    ]);
    expect(await countOf(house.fresh, 'people.child')).toBe(2675);
    expect(await countOf(house.fresh, "record.entry where type = 'care-review-held'")).toBe(12_580);
  }, 180_000);

  test('the return as XML loads, with its own oddities', async () => {
    house = await importHouse('real');
    const report = await load903(house, 2018, samples('fake_903.xml'));
    expect(report.children.setAside).toBe(0);
    expect(report.children.read).toBeGreaterThan(100);
    expect(report.setAside.every(({ reason }) => / is not a code of any year’s return\./.test(reason))).toBe(true);
  }, 120_000);

  test.each([
    ['a table of a later year', ['DoLo.csv'], '2026', /DoLo, which the return has from 2027/],
    ['two of one table', ['placed_for_adoption.csv', 'placed_for_adoption_errors.csv'], '2018', /give each table once/],
    ['a workbook', ['ch_fake.xlsx'], '2018', /workbook, not CSV/],
  ])('%s is refused', async (_, names, year, says) => {
    house = await importHouse('real');
    expect(await importSsda903(house.context, year, samples(...names))).toMatchObject({
      ok: false,
      refusal: { sentence: expect.stringMatching(says) },
    });
    expect(await countOf(house.fresh, 'returns.import_run')).toBe(0);
  });

  test('rows of a table that the year had not yet are set aside', async () => {
    house = await importHouse('real');
    expect(await load903(house, 2018, samples('missing.csv', 'sw_episodes.csv'))).toMatchObject({
      rows: { setAside: 1 },
      setAside: [
        { table: 'SWEpisodes', reason: expect.stringMatching(/has had the table SWEpisodes only since 2024/) },
      ],
    });
  });

  test('a reason of no year sets its row aside, and the child is loaded', async () => {
    house = await importHouse('real');
    expect(await load903(house, 2024, samples('sw_episodes.csv'))).toMatchObject({
      children: { read: 1, loaded: 1 },
      setAside: [
        { child: 'CHILD10', table: 'SWEpisodes', reason: 'SW_REASON “SWLAZY” is not a code of any year’s return.' },
      ],
    });
  });
});
