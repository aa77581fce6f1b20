import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceOf } from '../../../../../county/census/chance.ts';
import { type Edit, editCensus } from '../../../../../county/census/edit-census.ts';
import { inventCensus } from '../../../../../county/census/invent-census.ts';
import type { InventedCensus } from '../../../../../county/census/invented-census.ts';
import { writeCensus } from '../../../../../county/census/write-census.ts';
import { samplePath, textOfSample } from '../../../../../test/census/census-in-tests.ts';
import { countOf, fingerprint, type ImportHouse, importHouse } from '../../../../../test/census/import-in-tests.ts';
import type { LoadReport } from '../file-report.ts';
import { importCinCensus } from './import-cin-census.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'later '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const at = path.join(folder, name);
  writeFileSync(at, text);
  return at;
};

async function load({ context }: ImportHouse, text: string): Promise<LoadReport> {
  const loaded = await importCinCensus(context, [file(`${context.newId()}.xml`, text)]);
  if (!loaded.ok) throw new Error(loaded.refusal.sentence);
  expectSums(loaded.value);
  return loaded.value;
}

function expectSums({ children, rows, setAside }: LoadReport): void {
  for (const { read, loaded, unchanged, setAside: aside } of [children, rows])
    expect(loaded + unchanged + aside).toBe(read);
  expect(setAside.length).toBe(rows.setAside);
}

describe.each([1, 2, 3])('an edited file of the same year, seed %i', (seed) => {
  let house: ImportHouse;
  beforeAll(async () => {
    house = await importHouse('invented');
  });
  afterAll(() => house.fresh.drop());

  test('shows each thing that was planted as what it is, and nothing else', async () => {
    const first: InventedCensus = inventCensus({ seed, year: 2020 + seed + 2, children: 120 });
    const { census, planted } = editCensus(first, chanceOf(seed + 100));
    const loaded = await load(house, writeCensus(first));
    expect(loaded).toMatchObject({
      children: { read: 120, loaded: 120 },
      developments: [],
      corrections: [],
      withdrawn: [],
    });
    const again = await load(house, writeCensus(first, { answers: 'digits' }));
    expect(again).toMatchObject({
      children: { unchanged: 120 },
      entries: 0,
      developments: [],
      corrections: [],
      withdrawn: [],
    });

    const edited = await load(house, writeCensus(census));
    const childrenIn = (lines: readonly { child: string | null }[]): string[] =>
      [...new Set(lines.map(({ child }) => child ?? ''))].sort();
    const plantedAs = (edit: Edit): string[] =>
      [...planted]
        .filter(([, each]) => each === edit)
        .map(([id]) => id)
        .sort();
    for (const edit of ['development', 'correction', 'withdrawn'] as const)
      expect(plantedAs(edit).length).toBeGreaterThan(3);
    expect(childrenIn(edited.developments)).toEqual(plantedAs('development'));
    expect(childrenIn(edited.corrections)).toEqual(plantedAs('correction'));
    expect(childrenIn(edited.withdrawn)).toEqual(plantedAs('withdrawn'));
    expect(edited.children.loaded).toBe(plantedAs('development').length + plantedAs('correction').length);
    expect(edited.identityInDoubt).toEqual([]);

    const print = await fingerprint(house.fresh);
    expect(await load(house, writeCensus(census))).toMatchObject({ entries: 0, children: { loaded: 0 } });
    expect(await fingerprint(house.fresh)).toBe(print);
  });
});

describe('the valid sample with the dates of the next year', () => {
  let house: ImportHouse;
  beforeAll(async () => {
    house = await importHouse('real');
  });
  afterAll(() => house.fresh.drop());

  const valid = textOfSample(samplePath('cin_valid_2025-26_400children.xml'));
  const nextYear = (text: string): string =>
    text.replace('<Year>2026<', '<Year>2027<').replace('<ReferenceDate>2026-', '<ReferenceDate>2027-');

  test('spoke of every child again, changes nothing that it repeats, and misses what it should have', async () => {
    await load(house, valid);
    const before = await countOf(house.fresh, 'record.entry');
    const unedited = await load(house, nextYear(valid));
    expect(unedited).toMatchObject({
      children: { read: 399, loaded: 0, unchanged: 399 },
      entries: 399,
      developments: [],
      corrections: [],
      withdrawn: [],
    });
    expect(await countOf(house.fresh, `record.entry where type = 'file-spoke-of-child'`)).toBe(798);
    expect(await countOf(house.fresh, 'record.entry')).toBe(before + 399);

    // Child 2 closes, child 3 begins a plan on another day, child 4 is gone.
    const edited = nextYear(valid)
      .replace(
        '<CINPlanDates><CINPlanStartDate>2023-07-30</CINPlanStartDate></CINPlanDates>',
        '<CINPlanDates><CINPlanStartDate>2023-07-30</CINPlanStartDate><CINPlanEndDate>2026-09-01</CINPlanEndDate></CINPlanDates>',
      )
      .replace(
        '<CINreferralDate>2024-02-05</CINreferralDate><ReferralSource>5D<',
        '<CINreferralDate>2024-02-05</CINreferralDate><ReferralSource>6<',
      )
      .replace(/<Child><ChildIdentifiers><LAchildID>SL00000004<.*\n/, '');
    const later = await load(house, edited);
    expect(later.developments.map(({ child, reason }) => `${child} ${reason}`)).toEqual([
      'SL00000002 New since an earlier file: ended.',
    ]);
    expect(later.corrections.map(({ child, reason }) => `${child} ${reason}`)).toEqual([
      'SL00000003 The census to 2027-03-31 says otherwise: referral source.',
    ]);
    expect(later.withdrawn.map(({ child }) => child)).toEqual(['SL00000004']);

    // What is in the file again is no longer missing.
    await load(house, nextYear(valid));
    expect(await countOf(house.fresh, 'returns.withdrawal')).toBe(1); // the plan's end, which this file no longer has
  });

  test('an earlier year loaded afterwards adds what it alone knows and changes nothing', async () => {
    const earlier = valid
      .replace('<Year>2026<', '<Year>2025<')
      .replace('<ReferenceDate>2026-', '<ReferenceDate>2025-')
      .replace(
        '<ReferralSource>1C</ReferralSource><PrimaryNeedCode>N4<',
        '<ReferralSource>9</ReferralSource><PrimaryNeedCode>N4<',
      );
    const loaded = await load(house, earlier);
    expect(loaded).toMatchObject({ corrections: [], withdrawn: [], developments: [] });
    expect(loaded.flagged.filter(({ code }) => code === 'older-file')).toMatchObject([{ child: 'SL00000001' }]);
  });
});

describe('whose files a database takes', () => {
  const census = inventCensus({ seed: 9, year: 2026, children: 3 });
  const sentence = async (house: ImportHouse, text: string, trial: boolean): Promise<string> => {
    const loaded = await importCinCensus(house.context, [file('mark.xml', text)], { trial });
    return loaded.ok ? 'loaded' : loaded.refusal.sentence;
  };

  test('a real one refuses the generator’s files and trials; an invented one takes others only for trial, and says so', async () => {
    const [real, invented] = [await importHouse('real'), await importHouse('invented')];
    const [generated, other] = [writeCensus(census), writeCensus(census, { software: 'Another maker' })];
    expect(await sentence(real, generated, false)).toMatch(/children are invented/);
    expect(await sentence(real, other, true)).toMatch(/no files for trial/);
    expect(await sentence(real, other, false)).toBe('loaded');
    expect(await sentence(invented, other, false)).toMatch(/--trial/);
    expect(
      (await countOf(invented.fresh, `record.entry where type <> 'rights-set'`)) +
        (await countOf(invented.fresh, 'returns.import_run')),
    ).toBe(0);
    expect(await sentence(invented, generated, true)).toBe('loaded');
    expect(await countOf(invented.fresh, 'app.trial')).toBe(0);
    expect(await sentence(invented, other, true)).toBe('loaded');
    expect(await countOf(invented.fresh, 'app.trial')).toBe(1);
    await Promise.all([real.fresh.drop(), invented.fresh.drop()]);
  });
});
