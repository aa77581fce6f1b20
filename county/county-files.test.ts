import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mustBeDate } from '../src/kernel/local-date.ts';
import { importAnnexA } from '../src/modules/returns/imports/annex-a/import-annex-a.ts';
import { importCinCensus } from '../src/modules/returns/imports/cin-census/import-cin-census.ts';
import { importSsda903 } from '../src/modules/returns/imports/ssda903/import-ssda903.ts';
import { countOf, type ImportHouse, importHouse } from '../test/census/import-in-tests.ts';
import { type WrittenFiles, writeCountyFiles } from './files/write-county-files.ts';
import { countyOf } from './generate/county-plan.ts';
import { inventCounty } from './generate/invent-county.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'county '));
const invented = inventCounty(countyOf(11, 60));
let written: WrittenFiles;
let house: ImportHouse;
beforeAll(async () => {
  written = await writeCountyFiles(invented, folder);
  house = await importHouse('invented');
});
afterAll(async () => {
  await house?.fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the county’s own trio, read by the importers', () => {
  test('of the generator, so that an invented database takes it; nothing of it is set aside', async () => {
    const census = await importCinCensus(house.context, [written.census]);
    expect(census).toMatchObject({ ok: true });
    const lookedAfter = await importSsda903(house.context, '2026', written.lookedAfter);
    expect(lookedAfter).toMatchObject({ ok: true });
    const annex = await importAnnexA(house.context, written.annex, mustBeDate('2026-03-31'));
    expect(annex).toMatchObject({ ok: true });
    for (const report of [census, lookedAfter, annex])
      expect(report).toMatchObject({
        value: { setAside: [], corrections: [], disagreements: [], identityInDoubt: [], withdrawn: [] },
      });
  });

  test('of the same children: whom the census knows, the return and the lists know by the same number', async () => {
    const known = await countOf(house.fresh, 'people.child');
    expect(known).toBeGreaterThan(60);
    expect(known).toBe(await countOf(house.fresh, '(select distinct council_child_id from people.child) as known'));
  });
});
