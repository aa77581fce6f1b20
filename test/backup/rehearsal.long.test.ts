import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { entryRegistry } from '../../src/app/entry-registry.ts';
import { forgetEverywhere } from '../../src/app/forget-destroyed.ts';
import { openPlace, type Place } from '../../src/app/place.ts';
import { append } from '../../src/record/store/append.ts';
import { destroy } from '../../src/record/store/destroy.ts';
import { actOf, contextOf, newId, note } from '../../src/record/store/invented-entries.fixture.ts';
import { commandLine } from '../command-line.ts';
import { certificateFor, doomedChild, searchEverywhere } from './restored-words.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sightline rehearsal '));
const at = (name: string): string => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sightline(data: string, ...words: string[]) {
  const { code, out, err } = await commandLine({ DATA_DIR: at(data) }, [...words, '--json']);
  return { code, err, said: JSON.parse(out || 'null') };
}

async function inPlace<Answer>(data: string, work: (place: Place) => Promise<Answer>): Promise<Answer> {
  const config = readConfig({ DATA_DIR: at(data) });
  if (!config.ok) throw new Error(config.refusal.join());
  const place = await openPlace(config.value);
  try {
    return await work(place);
  } finally {
    await place.close();
  }
}

test('the disk is lost: the county of the demonstration comes back whole, without what was destroyed after its backup', async () => {
  expect(await sightline('living', 'county', '--load')).toMatchObject({ code: 0 });
  const made = await sightline('living', 'backup', '--to', folder);
  expect(made).toMatchObject({ code: 0, err: '' });
  const { file, tables } = made.said;

  // Life goes on after the backup: somebody writes, a child's words are destroyed, the record is sealed.
  const { doomed, lost } = await inPlace('living', async ({ db }) => {
    const child = await doomedChild(db);
    const book = newId();
    await append(db, contextOf(), [actOf([note(book), note(book)])]);
    expect(await destroy(db, certificateFor(child, newId()), forgetEverywhere(entryRegistry()))).toMatchObject({
      ok: true,
    });
    expect((await searchEverywhere(db, child.name)).found).toEqual([]);
    return { doomed: child, lost: book };
  });
  expect(await sightline('living', 'seal', '--out', at('outside.seal'))).toMatchObject({ code: 0 });
  writeFileSync(at('destructions.json'), JSON.stringify((await sightline('living', 'destructions')).said));
  writeFileSync(at('kept-keys.json'), readFileSync(at('living/keys.json')), { mode: 0o600 });
  rmSync(at('living'), { recursive: true });

  const kept = [
    '--keys',
    at('kept-keys.json'),
    '--destructions',
    at('destructions.json'),
    '--seal',
    at('outside.seal'),
  ];
  const answering = ['--by', 'the director', '--reason', 'the disk failed', '--out', at('renewed.seal')];
  const restored = await sightline('elsewhere', 'restore', file, '--into', at('restored'), ...kept, ...answering);
  expect(restored).toMatchObject({
    code: 0,
    err: '',
    said: { destroyedAgain: 1, verification: { ok: true, restores: 1 } },
  });
  expect(restored.said.rows).toBe(Object.values<number>(tables).reduce((sum, rows) => sum + rows, 0));
  expect(existsSync(at('elsewhere'))).toBe(false);
  expect(statSync(at('restored/keys.json')).mode & 0o777).toBe(0o600);

  await inPlace('restored', async ({ db }) => {
    const now = await searchEverywhere(db, doomed.name);
    expect(now.found).toEqual([]);
    expect((await searchEverywhere(db, lost)).found).toEqual([]);
    // What no destruction touches is there to the last row.
    const whole = Object.entries<number>(tables).filter(([table]) =>
      /^(sight|returns|access|app)\.|^record\.(book|entry|command|misfiling)$/.test(table),
    );
    for (const [table, rows] of whole) expect([table, now.rows[table]]).toEqual([table, rows]);
    expect(now.rows['record.entry_data']).toBe(tables['record.entry_data'] - doomed.entries.length);
  });
  expect(await sightline('restored', 'verify', '--seal', at('renewed.seal'))).toMatchObject({ code: 0 });
  for (const module of ['people', 'workforce', 'allocation', 'sight'])
    expect(await sightline('restored', 'rebuild', module)).toMatchObject({ code: 0 });
  expect((await sightline('restored', 'restore', file, '--into', at('restored'), ...kept)).said.refused).toContain(
    'holds a database already',
  );
  // The backup that comes after is of the same rows but for what happened here.
  const next = await sightline('restored', 'backup', '--to', folder);
  expect(next).toMatchObject({ code: 0, said: { tables: { 'record.entry': tables['record.entry'] } } });
});
