import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePath } from '../../../../test/census/census-in-tests.ts';
import { countOf, type ImportHouse, importHouse } from '../../../../test/census/import-in-tests.ts';
import type { Id } from '../../../kernel/id.ts';
import { readRun } from '../store/import-run-rows.ts';
import { loadUpload, resumeUploads, takeUpload } from './load-upload.ts';

let house: ImportHouse;
let folder: string;
beforeAll(async () => {
  house = await importHouse('real');
  folder = mkdtempSync(path.join(os.tmpdir(), 'uploads '));
});
afterAll(async () => {
  await house.fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

const someone = { person: 'a tester', purpose: 'command' } as const;
const going = new AbortController().signal;

async function send(write: (at: string) => void): Promise<{ id: Id; keptAt: string }> {
  const { context } = house;
  const id = context.newId();
  const keptAt = path.join(folder, `${id}.xml`);
  write(keptAt);
  await context.db.as(someone, (tx) =>
    takeUpload(tx, {
      id,
      kind: 'cin-census',
      fileName: 'census.xml',
      keptAt,
      trial: false,
      askedBy: 'a tester',
      askedAt: context.now(),
    }),
  );
  return { id, keptAt };
}
const work = (id: Id, signal = going) =>
  loadUpload((identity) => ({ ...house.context, identity }), { run: id }, signal);
const read = (id: Id) => house.context.db.as(someone, (tx) => readRun(tx, id));

test('a file that was sent is loaded by the job, which can be stopped and goes on from its mark', async () => {
  const { id, keptAt } = await send((at) => copyFileSync(samplePath('cin_valid_2025-26_400children.xml'), at));
  expect(await read(id)).toMatchObject({ state: 'waiting', mark: 0 });
  const stopping = new AbortController();
  stopping.abort();
  await work(id, stopping.signal);
  expect(await read(id)).toMatchObject({ state: 'writing', mark: 0, childrenInFile: 399 });
  expect(existsSync(keptAt)).toBe(true);
  expect(await resumeUploads(house.context.db)).toBe(1);
  expect(await countOf(house.fresh, `record.entry where type <> 'rights-set'`)).toBe(0);
  await work(id);
  expect(await read(id)).toMatchObject({
    state: 'done',
    mark: 399,
    fileName: 'census.xml',
    counts: { children: { loaded: 399 } },
  });
  expect(existsSync(keptAt)).toBe(false);
  await work(id); // a job that is run twice has nothing to do
  expect(await resumeUploads(house.context.db)).toBe(0);
});

test('a file that cannot be loaded says why, and is not kept', async () => {
  const { id, keptAt } = await send((at) => writeFileSync(at, '<html/>'));
  await work(id);
  expect(await read(id)).toMatchObject({
    state: 'refused',
    refusedBecause: expect.stringMatching(/^It is not a census: .*\.$/),
  });
  expect(existsSync(keptAt)).toBe(false);
});
