import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../test/fresh-database.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Identity } from '../../../../platform/database/database.ts';
import type { Role } from '../../core/permission.ts';
import { judge } from '../gate.ts';
import { addPerson } from '../person-store.ts';
import {
  endOpening,
  holderOf,
  openingById,
  openWithReason,
  ownNotices,
  ownRunning,
  runningOn,
  seeNotices,
  toldOpenings,
  unseenNotices,
} from './openings.ts';

const house: Identity = { person: 'house', purpose: 'command' };
const newId = (): Id => randomUUID() as string as Id;
const [worker, manager, colleague, stranger, officer, stopped] = [1, 2, 3, 4, 5, 6].map(newId) as [
  Id,
  Id,
  Id,
  Id,
  Id,
  Id,
];
const [child, joined, unheld, known] = [1, 2, 3, 4].map(newId) as [Id, Id, Id, Id];
const as = (person: Id): Identity => ({ person, purpose: 'request' });
const REASON = 'The hospital called at night and asks who holds her';

let fresh: FreshDatabase;
const asOwner = (statement: string) => fresh.db.owner((tx) => sql.raw(statement).execute(tx));
const gate = async (person: Id, book: Id) => (await judge(fresh.db, { id: person, roles: ['social-worker'] }, book)).is;
const open = async (person: Id, book: Id): Promise<Id> => {
  const id = newId();
  await fresh.db.as(as(person), (tx) => openWithReason(tx, { id, person, child: book, reason: REASON }));
  return id;
};

beforeAll(async () => {
  fresh = await freshDatabase();
  const people: readonly [Id, string, Role][] = [
    [worker, 'worker', 'social-worker'],
    [manager, 'manager', 'team-manager'],
    [colleague, 'colleague', 'social-worker'],
    [stranger, 'stranger', 'social-worker'],
    [officer, 'officer', 'data-protection-officer'],
    [stopped, 'stopped', 'data-protection-officer'],
  ];
  await fresh.db.as(house, async (tx) => {
    for (const [id, name, role] of people)
      await addPerson(tx, {
        id,
        name,
        email: `${name}@x.example`,
        roles: [role],
        addedAt: '2026-03-31T09:00:00.000Z' as Instant,
      });
  });
  const team = newId();
  await asOwner(`
    update access.person set active = false where id = '${stopped}';
    insert into people.child_identity (book, identity) values
      ('${child}', '${child}'), ('${joined}', '${child}'), ('${unheld}', '${unheld}'), ('${known}', '${known}');
    insert into workforce.team (book, name, managed_by) values ('${team}', 'Northfield', '${manager}');
    insert into workforce.worker (book, name, email) values ('${worker}', 'Wanda', 'WORKER@x.example'),
      ('${manager}', 'Moira', null), ('${colleague}', 'Cyrus', null);
    insert into workforce.membership (book, stay, team, over) values ('${worker}', 1, '${team}', false),
      ('${colleague}', 1, '${team}', false);
    insert into allocation.current (book, entry, held, worker, worker_name)
      values ('${joined}', '${newId()}', 'by-worker', '${worker}', 'Wanda');
    insert into access.interest (book, entry, person, child, kind)
      values ('${newId()}', '${newId()}', '${stranger}', '${known}', 'neighbour')`);
});
afterAll(() => fresh.drop());

test('a reason opens the record by every book, and tells the worker, the manager and the data protection officer', async () => {
  expect(await gate(stranger, child)).toBe('ask');
  const opening = await open(stranger, child);
  expect([await gate(stranger, child), await gate(stranger, joined), await gate(stranger, unheld)]).toEqual([
    'open',
    'open',
    'ask',
  ]);
  const { rows } = await fresh.db.owner((tx) =>
    sql<{ person: Id }>`select person from access.notice where about = ${opening} order by person`.execute(tx),
  );
  expect(rows.map(({ person }) => person)).toEqual([worker, manager, officer].sort());
  expect(await fresh.db.as(as(stranger), (tx) => holderOf(tx, child))).toEqual({
    worker: 'Wanda',
    team: 'Northfield',
    manager: 'Moira',
  });
});

test('it runs for four hours by the machine’s clock, and then the next reason opens it anew', async () => {
  await asOwner(
    `update access.opening set opened_at = opened_at - interval '3 hours 59 minutes', until = until - interval '3 hours 59 minutes'`,
  );
  expect(await gate(stranger, child)).toBe('open');
  await asOwner(
    `update access.opening set opened_at = opened_at - interval '2 minutes', until = until - interval '2 minutes'`,
  );
  expect(await gate(stranger, child)).toBe('ask');
  expect(await fresh.db.as(as(stranger), (tx) => ownRunning(tx, stranger))).toEqual([]);
  await open(stranger, child);
  expect(await gate(stranger, child)).toBe('open');
});

test('the worker and the manager see it and may end it, and whoever opened it is told; the record shuts at once', async () => {
  for (const person of [worker, manager]) {
    const [told] = await fresh.db.as(as(person), (tx) => toldOpenings(tx, person));
    expect(told).toMatchObject({
      person: stranger,
      personName: 'stranger',
      reason: REASON,
      answersForChild: true,
      unseen: true,
    });
  }
  const [running] = await fresh.db.as(as(colleague), (tx) => runningOn(tx, [child, joined]));
  expect(running).toMatchObject({ personName: 'stranger' });
  const id = running?.id as Id;
  expect(await fresh.db.as(as(colleague), (tx) => endOpening(tx, id, colleague))).toBe(false);
  expect(await fresh.db.as(as(worker), (tx) => endOpening(tx, id, worker))).toBe(true);
  expect(await fresh.db.as(as(manager), (tx) => endOpening(tx, id, manager))).toBe(false);
  expect(await gate(stranger, child)).toBe('ask');
  const [notice] = await fresh.db.as(as(stranger), (tx) => ownNotices(tx, stranger));
  expect(notice).toMatchObject({ kind: 'opening-ended', endedByName: 'worker' });
  await fresh.db.as(as(stranger), (tx) => seeNotices(tx, stranger));
  expect(await fresh.db.as(as(stranger), (tx) => unseenNotices(tx, stranger))).toBe(0);
  expect(await fresh.db.as(as(worker), (tx) => unseenNotices(tx, worker))).toBe(2);
});

test('what is over by itself is ended by nobody', async () => {
  const id = await open(stranger, child);
  await asOwner(
    `update access.opening set opened_at = opened_at - interval '5 hours', until = until - interval '5 hours' where id = '${id}'`,
  );
  expect(await fresh.db.as(as(worker), (tx) => endOpening(tx, id, worker))).toBe(false);
  expect((await fresh.db.as(as(worker), (tx) => openingById(tx, id, worker)))?.endedAt).toBeNull();
});

test('somebody else reads neither the reason nor the notices', async () => {
  const other = newId();
  const seen = await fresh.db.as(as(other), (tx) =>
    sql`select id::text from access.opening union all select id::text from access.notice`.execute(tx),
  );
  expect(seen.rows).toEqual([]);
});

test('the table takes no other hand, no longer time and no second ending', async () => {
  const write = (person: Id, statement: string) => fresh.db.as(as(person), (tx) => sql.raw(statement).execute(tx));
  const values = `('${newId()}', '${worker}', '${unheld}', '${REASON}')`;
  await expect(
    write(stranger, `insert into access.opening (id, person, child, reason) values ${values}`),
  ).rejects.toThrow('row-level security');
  await expect(
    write(
      stranger,
      `insert into access.opening (id, person, child, reason, until)
      values ('${newId()}', '${stranger}', '${unheld}', '${REASON}', now() + interval '8 hours')`,
    ),
  ).rejects.toThrow('permission denied');
  await expect(asOwner(`update access.opening set until = until + interval '1 minute'`)).rejects.toThrow('check');
  await expect(asOwner(`update access.opening set ended_at = now() where ended_at is not null`)).rejects.toThrow(
    'ended once',
  );
  const id = await open(stranger, unheld);
  await expect(
    write(stranger, `update access.opening set ended_at = now(), ended_by = '${worker}' where id = '${id}'`),
  ).rejects.toThrow('own name');
  await expect(
    write(
      stranger,
      `update access.opening set reviewed_at = now(), reviewed_by = '${stranger}', finding = 'right' where id = '${id}'`,
    ),
  ).rejects.toThrow();
});

test('of a child known outside work nothing is told, not even who holds it', async () => {
  expect(await gate(stranger, known)).toBe('hidden');
  expect(await fresh.db.as(as(stranger), (tx) => holderOf(tx, known))).toBeNull();
});
