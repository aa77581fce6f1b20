import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { roomyFolder, serversOf, watch } from './watched-process.ts';

const folder = roomyFolder('commands');
afterAll(() => {
  for (const pid of serversOf(folder)) process.kill(pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true });
});

const data = path.join(folder, 'a real one');
mkdirSync(data); // an empty folder that is already there will do

async function sightline(words: readonly string[], env: Record<string, string> = {}) {
  const process = watch('bin/sightline.js', words, { DATA_DIR: data, ...env });
  const code = await process.ended();
  return { code, out: process.out(), err: process.err() };
}

test('a real council is created once, and its first person works at once', async () => {
  const none = await sightline(['verify', '--json']);
  expect([none.code, none.out]).toEqual([1, expect.stringMatching(/^\{"refused":"There is no database in .*"\}\n$/)]);
  const created = await sightline(['--json', 'create', '--council', 'Test County Council', '--admin', 'Ada@x.example']);
  expect([created.code, created.err]).toEqual([0, '']);
  expect(JSON.parse(created.out)).toMatchObject({
    council: 'Test County Council',
    mark: 'real',
    admin: 'ada@x.example',
  });
  const again = await sightline(['create', '--invented']);
  expect([again.code, again.out]).toEqual([1, '']);
  expect(again.err).toBe('A database already stands here: that of Test County Council, marked real.\n');
  const add = ['user', 'add', '--name', 'Ben', '--email', 'ben@x.example', '--role', 'social-worker'];
  expect(await sightline(add)).toMatchObject({ code: 2, err: expect.stringContaining('--as EMAIL') });
  expect(await sightline([...add, '--as', 'eve@x.example'])).toMatchObject({ code: 1 });
  expect(await sightline([...add, '--as', 'ada@x.example'])).toMatchObject({ code: 0, err: '' });
  expect(await sightline([...add, '--as', 'ben@x.example'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('may not'),
  });
  expect(serversOf(folder)).toEqual([]);
});

test('nobody moves the day of a real database', async () => {
  const moved = await sightline(['verify'], { SIGHTLINE_TODAY: '2020-01-01' });
  expect(moved).toMatchObject({ code: 1, out: '' });
  expect(moved.err).toMatch(/^SIGHTLINE_TODAY moves the clock of an invented database only.*\n$/);
});

test('verify and seal need nobody; a seal replaces nothing', async () => {
  const verified = await sightline(['verify', '--json']);
  expect(verified.code).toBe(0);
  expect(JSON.parse(verified.out)).toMatchObject({ entries: 2, books: 1, ok: true, firstFault: null });
  const file = path.join(folder, 'a seal.json');
  expect(await sightline(['seal', '--out', file])).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ number: 1 });
  expect(await sightline(['seal', '--out', file])).toMatchObject({ code: 1 });
  expect(await sightline(['verify', '--seal', file])).toMatchObject({ code: 0 });
  writeFileSync(file, 'not a seal');
  expect(await sightline(['verify', '--seal', file])).toMatchObject({
    code: 1,
    err: 'This file is not a seal of Sightline.\n',
  });
  expect(await sightline(['rebuild', 'people', '--json'])).toMatchObject({ code: 0 });
  expect(await sightline(['migrate', '--json'])).toMatchObject({ code: 0, out: '{"applied":[]}\n' });
});

test('wrong use exits 2 and says how', async () => {
  for (const words of [
    ['sihgt'],
    ['seal'],
    ['rebuild'],
    ['rebuild', 'nothing'],
    ['verify', '--out', 'x'],
    ['create', '--council', 'X'],
  ])
    expect([words, (await sightline(words)).code]).toEqual([words, 2]);
  expect(await sightline(['--help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('create') });
  expect(await sightline(['verify'], { PORT: 'x' })).toMatchObject({ code: 2 });
});
