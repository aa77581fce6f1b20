import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine, envOf } from '../../../test/command-line.ts';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await sightline('create', '--council', 'Test Council', '--admin', 'ada@x.example', '--name', 'Ada');
});
afterAll(() => fresh.drop());

const sightline = (...words: string[]) => commandLine(envOf(fresh), words);
const user = (does: string, ...words: string[]) => sightline('user', does, ...words, '--as', 'ada@x.example');
const ask = async <Row>(query: ReturnType<typeof sql<Row>>) =>
  (await fresh.db.owner((tx) => query.execute(tx))).rows as Row[];

describe('who may sign in, on the command line', () => {
  test('the first person of a council is an entry, and may pass on every role that can be given', async () => {
    const [ada] = await ask<{ roles: string[]; may_grant: string[]; told: number }>(sql`
      select roles, may_grant, (select count(*) from record.entry e where e.about = p.id and type = 'rights-set') as told
      from access.person p where email = 'ada@x.example'`);
    expect(ada).toMatchObject({ roles: ['administrator', 'performance-analyst'], told: 1 });
    expect(ada?.may_grant).toContain('director');
  });

  test('adds, changes, stops and starts, each by an entry of its own', async () => {
    const added = ['--name', 'Ben', '--email', 'ben@x.example', '--role', 'social-worker,team-manager'];
    expect(await user('add', ...added)).toMatchObject({ code: 0, err: '' });
    expect(await user('add', ...added)).toMatchObject({
      code: 1,
      err: 'Somebody with this e-mail address has access already.\n',
    });
    expect(await user('roles', 'ben@x.example', '--role', 'social-worker', '--because', 'Back to practice.')).toEqual({
      code: 0,
      err: '',
      out: 'Ben: Social worker.\n',
    });
    expect(await user('stop', 'Ben@x.example')).toMatchObject({ code: 0 });
    expect((await user('list')).out).toContain('Ben, ben@x.example: Social worker; stopped; never signed in');
    expect(await user('start', 'ben@x.example')).toMatchObject({ code: 0 });
    expect(await ask(sql`select count(*) as n from record.entry where type = 'rights-set'`)).toEqual([{ n: 5 }]);
    expect(await ask(sql`select roles, active from access.person where email = 'ben@x.example'`)).toEqual([
      { roles: ['social-worker'], active: true },
    ]);
  });

  test('obeys the rules of the page: no more than one may pass on, nobody’s own rights, never without an administrator', async () => {
    await user(
      'add',
      '--name',
      'Cara',
      '--email',
      'cara@x.example',
      '--role',
      'administrator',
      '--may-grant',
      'auditor',
    );
    const byCara = (does: string, ...words: string[]) => sightline('user', does, ...words, '--as', 'cara@x.example');
    expect(await byCara('roles', 'ben@x.example', '--role', 'director')).toMatchObject({
      code: 1,
      err: 'You may not pass on: Director of children’s services.\n',
    });
    expect(await byCara('stop', 'ada@x.example')).toMatchObject({
      code: 1,
      err: expect.stringContaining('pass on more'),
    });
    expect(await user('stop', 'ada@x.example')).toMatchObject({ code: 1, err: expect.stringContaining('own rights') });
    expect(await user('roles', 'ada@x.example', '--role', 'performance-analyst')).toMatchObject({
      code: 1,
      err: 'Somebody must remain who lets people in and can make another administrator.\n',
    });
    expect(await user('roles', 'ben@x.example', '--role', 'parent')).toMatchObject({
      code: 1,
      err: 'No page exists yet for the role: Parent.\n',
    });
    expect(await user('roles', 'ben@x.example', '--role', 'king')).toMatchObject({ code: 2 });
    expect(await user('stop', 'nobody@x.example')).toMatchObject({ code: 1 });
  });

  test('lets somebody prove anew who they are who lost what they sign in with, but nobody whom one could not have let in', async () => {
    await fresh.db.owner((tx) =>
      sql`insert into access.authenticator (person, sealed, last_step)
        select id, 'sealed', 1 from access.person where email = 'ben@x.example'`.execute(tx),
    );
    const byCara = await sightline('user', 'reset', 'ben@x.example', '--as', 'cara@x.example');
    expect(byCara).toMatchObject({ code: 1, err: 'Ben holds roles that you may not pass on.\n' });
    const reset = await user('reset', 'ben@x.example');
    expect(reset).toMatchObject({ code: 0, out: expect.stringMatching(/\/set-password\/\S{40}/) });
    expect(await ask(sql`select count(*) as n from access.authenticator`)).toEqual([{ n: 0 }]);
  });
});
