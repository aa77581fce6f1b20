import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, envOf } from '../../../test/command-line.ts';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import { commands } from '../commands/commands.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

const sightline = (...words: string[]) => commandLine(envOf(fresh), words);

test('a server takes the place of the embedded database, and every use on somebody’s behalf is logged', async () => {
  expect(await sightline('verify')).toMatchObject({ code: 1, err: expect.stringContaining('never created') });
  expect(await sightline('create', '--council', 'Test', '--admin', 'ada@x.example')).toMatchObject({ code: 0 });
  const add = [
    'user',
    'add',
    '--email',
    'ben@x.example',
    '--role',
    'social-worker',
    '--role',
    'team-manager',
    '--json',
  ];
  expect(await sightline(...add, '--name', 'Ben', '--as', 'ada@x.example')).toMatchObject({ code: 0, err: '' });
  expect(await sightline(...add, '--name', 'Ben', '--as', 'ada@x.example')).toMatchObject({ code: 1 });
  expect(await sightline(...add, '--name', 'Eve', '--as', 'ben@x.example')).toMatchObject({ code: 1 });
  expect(await sightline(...add, '--name', 'Ben')).toMatchObject({ code: 2 });
  const { rows } = await fresh.db.owner((tx) =>
    sql<{ email: string; event: string; outcome: string; purpose: string }>`
      select p.email, l.event, l.outcome, l.purpose from access.log l join access.person p on p.id::text = l.person order by l.id`.execute(
      tx,
    ),
  );
  const use = { event: 'command.user-add', purpose: 'command' };
  expect(rows).toEqual([
    { ...use, email: 'ada@x.example', outcome: 'done' },
    { ...use, email: 'ada@x.example', outcome: 'refused' },
    { ...use, email: 'ben@x.example', outcome: 'not-permitted' },
  ]);
});

test('with --json, standard output is one JSON value whatever happens', async () => {
  for (const words of [
    ['migrate'],
    ['verify'],
    ['sihgt'],
    ['seal'],
    ['rebuild', 'nothing'],
    ['user', 'add', '--as', 'nobody@x.example'],
    ['create', '--invented'],
  ]) {
    const { code, out } = await sightline('--json', ...words);
    expect([words, out.trim().split('\n').length, typeof JSON.parse(out)]).toEqual([words, 1, 'object']);
    expect([words, code === 0]).toEqual([words, !/refused|wrongUse/.test(out)]);
  }
});

test('what reads or writes children names a person; what does not, does not', () => {
  const needsNobody = new Set([
    ...['create', 'county', 'verify', 'seal', 'rebuild', 'migrate', 'duties'],
    ...['backup', 'destructions', 'restore', 'keys list', 'keys rotate', 'keys retire'],
  ]);
  for (const { name, needs } of commands) expect([name, needs === 'person']).toEqual([name, !needsNobody.has(name)]);
});

test('every command has its help', async () => {
  for (const { name } of commands) {
    const { code, out, err } = await sightline(...name.split(' '), '--help');
    expect([name, code, err]).toEqual([name, 0, '']);
    expect(out).toMatch(new RegExp(`^sightline ${name}`));
  }
});
