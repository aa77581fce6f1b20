import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventCensus } from '../../../../../county/census/invent-census.ts';
import { writeCensus } from '../../../../../county/census/write-census.ts';
import { countOf, type ImportHouse, importHouse } from '../../../../../test/census/import-in-tests.ts';
import { projectRoot } from '../../../../platform/project-root.ts';
import type { LoadReport } from '../file-report.ts';
import { importCinCensus } from './import-cin-census.ts';

const CHILDREN = 2000;
let folder: string;
let file: string;
let house: ImportHouse;
let whole: ImportHouse;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'killed '));
  file = path.join(folder, 'census.xml');
  writeFileSync(file, writeCensus(inventCensus({ seed: 5, year: 2026, children: CHILDREN })));
  [house, whole] = await Promise.all([importHouse('invented'), importHouse('invented')]);
});
afterAll(async () => {
  await Promise.all([house.fresh.drop(), whole.fresh.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

type Ended = {
  readonly signal: string | null;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** `sightline import cin-census`, killed with no warning once it says that more than `after` children are loaded. */
function importKilled(after: number): Promise<Ended> {
  const { ownerUrl, appUrl } = house.fresh;
  const env = { ...process.env, DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl, DATA_DIR: folder };
  const words = [
    'bin/sightline.js',
    'import',
    'cin-census',
    file,
    '--as',
    'priyanka.raghunathan@wherrymouth.example',
    '--json',
  ];
  const child = spawn(process.execPath, words, { cwd: projectRoot(), env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
    const said = [...stderr.matchAll(/: (\d+) of \d+ children/g)].map(([, n]) => Number(n));
    if ((said.at(-1) ?? 0) > after) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr })));
}

test('killed again and again, it goes on from its mark and loads each child once', async () => {
  let reached = 0;
  for (const after of [0, 600, 1200]) {
    const ended = await importKilled(after);
    expect(ended, ended.stderr).toMatchObject({ signal: 'SIGKILL' });
    const mark = await countOf(house.fresh, 'people.child');
    expect(mark).toBeGreaterThan(reached);
    expect(mark).toBeLessThan(CHILDREN);
    reached = mark;
  }
  const ended = await importKilled(Number.POSITIVE_INFINITY);
  expect(ended, ended.stderr).toMatchObject({ code: 0 });
  const report = JSON.parse(ended.stdout) as LoadReport;
  expect(report.children).toEqual({ read: CHILDREN, loaded: CHILDREN, unchanged: 0, setAside: 0 });

  const uninterrupted = await importCinCensus(whole.context, [file]);
  if (!uninterrupted.ok) throw new Error(uninterrupted.refusal.sentence);
  expect(report.rows).toEqual(uninterrupted.value.rows);
  expect(report.entries).toBe(uninterrupted.value.entries);
  for (const from of ['record.entry', 'sight.fact', 'returns.attestation'])
    expect(await countOf(house.fresh, from)).toBe(await countOf(whole.fresh, from));
  expect(await countOf(house.fresh, 'returns.import_run')).toBe(1);
});
