import { afterEach, beforeEach, expect, test } from 'vitest';
import { samplePath } from '../../../../test/census/census-in-tests.ts';
import { type ImportHouse, importHouse } from '../../../../test/census/import-in-tests.ts';
import { importCinCensus } from '../imports/cin-census/import-cin-census.ts';
import { openDisagreements } from './open-disagreements.ts';

let house: ImportHouse;
beforeEach(async () => {
  house = await importHouse('real');
});
afterEach(() => house.fresh.drop());

const waiting = () => house.fresh.db.as({ person: 'a tester', purpose: 'command' }, openDisagreements);

test('a child without an id is counted once, however often the file is loaded', async () => {
  expect(await waiting()).toMatchObject({ unidentified: 0 });
  for (const _ of [1, 2]) {
    await importCinCensus(house.context, [samplePath('cin_missing_id_crashes_d2i.xml')]);
    expect(await waiting()).toMatchObject({ kinds: ['cin-census'], unidentified: 1 });
  }
});
