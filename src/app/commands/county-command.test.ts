import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, envOf } from '../../../test/command-line.ts';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';

let fresh: FreshDatabase;
let other: FreshDatabase;
const folder = mkdtempSync(path.join(os.tmpdir(), 'county command '));
beforeAll(async () => {
  fresh = await freshDatabase();
  other = await freshDatabase();
});
afterAll(async () => {
  await fresh?.drop();
  await other?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const sightline = (where: FreshDatabase, ...words: string[]) => commandLine(envOf(where), words);

test('a county is loaded where there is no database, says how it goes on, and is refused where there are children', async () => {
  const load = ['county', '--seed', '5', '--children', '20', '--load'];
  const loaded = await sightline(fresh, ...load, '--json');
  expect(loaded).toMatchObject({ code: 0, err: expect.stringMatching(/^[\d,]+ entries\n/) });
  expect(JSON.parse(loaded.out)).toMatchObject({ seed: 5, children: 20 });
  expect(await sightline(fresh, 'verify')).toMatchObject({ code: 0 });
  expect(await sightline(fresh, ...load)).toMatchObject({
    code: 1,
    out: '',
    err: 'The database here already holds children: a county is loaded into an empty one.\n',
  });
}, 120_000);

test('an invented database without children takes a county; a real one never does', async () => {
  await sightline(other, 'create', '--council', 'Test', '--admin', 'ada@x.example');
  expect(await sightline(other, 'county', '--children', '20', '--load')).toMatchObject({
    code: 1,
    err: 'The database here is that of Test, which is real: an invented county is not loaded into it.\n',
  });
});

test('its files are written into a folder, without a database', async () => {
  const out = path.join(folder, 'files');
  expect(await sightline(other, 'county', '--children', '20', '--out', out)).toMatchObject({ code: 0 });
  for (const file of ['census-2026.xml', 'annex-a.xlsx', 'ssda903/header.csv', 'ssda903/software.csv'])
    expect(existsSync(path.join(out, file))).toBe(true);
});

test.each([
  [['--children', 'many'], '--children must be a whole number from 20 to 500000.'],
  [['--children', '3'], '--children must be a whole number from 20 to 500000.'],
  [['--seed', '-1'], 'The option --seed needs a value.'],
  [['--seed', 'x'], '--seed must be a whole number.'],
  [['--load', '--out', 'x'], 'Say --load or --out, one at a time.'],
])('%j is wrong use', async (words, sentence) => {
  expect(await sightline(other, 'county', ...words)).toMatchObject({ code: 2, err: `${sentence}\n` });
});
