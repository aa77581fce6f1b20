import { afterEach, describe, expect, test } from 'vitest';
import { borrowedPath, isBorrowed, samplePath } from '../../../../../test/census/census-in-tests.ts';
import { countOf, type ImportHouse, importHouse } from '../../../../../test/census/import-in-tests.ts';
import type { LoadReport } from '../file-report.ts';
import { importCinCensus } from './import-cin-census.ts';

let house: ImportHouse | undefined;
afterEach(async () => {
  await house?.fresh.drop();
  house = undefined;
});

async function loadedAfresh(path: string): Promise<LoadReport> {
  house = await importHouse('real');
  const loaded = await importCinCensus(house.context, [path]);
  if (!loaded.ok) throw new Error(loaded.refusal.sentence);
  for (const { read, loaded: fresh, unchanged, setAside } of [loaded.value.children, loaded.value.rows])
    expect(fresh + unchanged + setAside).toBe(read);
  expect(loaded.value.setAside).toHaveLength(loaded.value.rows.setAside);
  return loaded.value;
}
const entriesOf = (type: string): Promise<number> =>
  countOf((house as ImportHouse).fresh, `record.entry where type = '${type}'`);

describe('each sample, alone in a fresh database', () => {
  test('cin_invalid: what can be represented is loaded, and the rest is named', async () => {
    const report = await loadedAfresh(samplePath('cin_invalid_2025-26.xml'));
    expect(report.children).toEqual({ read: 150, loaded: 150, unchanged: 0, setAside: 0 });
    expect(report.setAside).toContainEqual({
      child: 'SL00000016',
      table: 'CINdetails',
      line: 18,
      reason: 'ReasonForClosure “RC99” is not a code of any year’s census.',
    });
    expect(report.setAside).toContainEqual({
      child: 'SL00000072',
      table: 'Reviews',
      line: 74,
      reason: 'CPPreviewDate is empty.',
    });
    expect(await entriesOf('file-spoke-of-child')).toBe(150);
  });

  test('cin_missing_id: the child without an id is counted, and all its rows are named', async () => {
    const report = await loadedAfresh(samplePath('cin_missing_id_crashes_d2i.xml'));
    expect(report.children).toEqual({ read: 20, loaded: 19, unchanged: 0, setAside: 1 });
    expect(report.setAside.every(({ child, line }) => child === null && line === 14)).toBe(true);
  });

  test('cin_valid in digits: loads as the one in words does', async () => {
    const report = await loadedAfresh(samplePath('cin_valid_2025-26_bool01_xsdstrict.xml'));
    expect(report).toMatchObject({ children: { read: 297, loaded: 297 }, setAside: [], flagged: [] });
  });
});

describe('files that are borrowed for testing', () => {
  test.skipIf(!isBorrowed('d2i_cin/fake_CIN_data.xml'))(
    'fake_CIN_data: all 402 episodes without further action, 150 of them open',
    async () => {
      const report = await loadedAfresh(borrowedPath('d2i_cin/fake_CIN_data.xml'));
      expect(report).toMatchObject({
        year: 2022,
        window: { from: '2021-07-22', until: '2022-07-21' },
        children: { read: 332, loaded: 332 },
        setAside: [],
      });
      expect(report.flagged.filter(({ code }) => code === 'no-further-action-open')).toHaveLength(150);
      expect(await entriesOf('referral-received')).toBe(402);
      expect(
        await countOf(
          (house as ImportHouse).fresh,
          "sight.fact f join sight.fact_name n on n.code = f.name where n.name = 'decision.no-further-action'",
        ),
      ).toBe(402);
    },
  );

  const small = [
    'CIN2rows',
    'CIN_Census_2021',
    'CIN_Census_2021_copy',
    'CIN_Census_2021_no_assessment_factors',
    'CIN_Census_2024',
    'CIN_Census_2026',
    'CIN_header_issues_100',
    'CIN_la_issues_2887Q',
  ];
  for (const name of small)
    test.skipIf(!isBorrowed(`d2i_cin/${name}.xml`))(`${name}: loads, and what is odd is flagged`, async () => {
      const report = await loadedAfresh(borrowedPath(`d2i_cin/${name}.xml`));
      expect(report.children.setAside).toBe(0);
      expect(report.flagged.map(({ code }) => code)).toContain('text-between-elements');
      if (name === 'CIN_Census_2026') expect(await entriesOf('pre-proceedings-reported')).toBe(1);
      if (name === 'CIN2rows') expect(report.rows.unchanged).toBe(2); // a plan and its review, given twice
    });
});
