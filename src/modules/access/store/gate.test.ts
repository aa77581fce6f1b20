import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceFrom } from '../../../../test/chance-from.ts';
import { type FreshDatabase, inventedDatabase } from '../../../../test/fresh-database.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Identity } from '../../../platform/database/database.ts';
import { judge } from './gate.ts';

let fresh: FreshDatabase;
const numbered = (letter: string, n: number): Id =>
  `00000000-0000-4000-8000-${letter}${String(n).padStart(11, '0')}` as Id;
const child = (n: number) => numbered('c', n);
const person = (n: number) => numbered('a', n);
const ROLES = ['social-worker', 'team-manager', 'duty-worker', 'director', 'performance-analyst', 'auditor', 'legal'];
const PEOPLE = 14;
const CHILDREN = 24;
const COUNCIL = numbered('d', 1);
const TODAY = '2026-03-31';

/** People in three teams, children with every kind of relation, interest and restriction, dealt out by chance. */
beforeAll(async () => {
  fresh = await inventedDatabase();
  const seed = Math.floor(Math.random() * 1_000_000);
  console.info(`seed ${seed}`);
  const chance = chanceFrom(`gate ${seed}`);
  const pick = (most: number): number => Math.floor(chance() * most);
  const some = (share: number): boolean => chance() < share;
  await fresh.db.owner(async (tx) => {
    const run = (query: ReturnType<typeof sql>) => query.execute(tx);
    await run(sql`insert into app.standing_day (today) values (${TODAY})`);
    for (let n = 0; n < PEOPLE; n += 1) {
      await run(sql`insert into access.person (id, email, name, roles, active, added_at, added_by)
        values (${person(n)}, ${`p${n}@x.example`}, ${`P${n}`}, ${[ROLES[n % ROLES.length]]}, ${n !== 7}, now(), 'test')`);
      await run(
        sql`insert into workforce.worker (book, name, email) values (${numbered('b', n)}, ${`P${n}`}, ${`P${n}@x.example`})`,
      );
      await run(
        sql`insert into workforce.membership (book, stay, team, from_day, over) values (${numbered('b', n)}, 1, ${numbered('e', n % 3)}, null, ${n === 5})`,
      );
    }
    for (let n = 0; n < 3; n += 1)
      await run(
        sql`insert into workforce.team (book, name, managed_by) values (${numbered('e', n)}, ${`T${n}`}, ${numbered('b', n * 7 + 1)})`,
      );
    for (let n = 0; n < CHILDREN; n += 1) {
      const identity = n % 8 === 7 ? child(n - 1) : child(n); // some children have two books
      await run(sql`insert into people.child (book, name, died) values (${child(n)}, ${`C${n}`}, false)`);
      await run(sql`insert into people.child_identity (book, identity) values (${child(n)}, ${identity})`);
      if (some(0.6))
        await run(
          sql`insert into front_door.episode (book, episode, over) values (${child(n)}, ${numbered('f', n)}, ${some(0.3)})`,
        );
      if (some(0.7))
        await run(sql`insert into allocation.current (book, entry, held, worker, placeholder) values (${child(n)}, ${numbered('f', n)},
          ${n % 5 === 0 ? 'by-placeholder' : 'by-worker'}, ${n % 5 === 0 ? null : numbered('b', pick(PEOPLE))}, ${n % 5 === 0 ? 'duty' : null})`);
      if (some(0.2))
        await run(
          sql`insert into people.sibling (book, with_book, as_what) values (${child(n)}, ${child((n + 3) % CHILDREN)}, 'sibling')`,
        );
      if (some(0.2))
        await run(
          sql`insert into access.named_relation values (${child(n)}, ${numbered('f', n)}, ${person(pick(PEOPLE))}, 'legal', '2026-01-01', ${some(0.5) ? '2026-03-30' : TODAY})`,
        );
      if (n < 4 || some(0.25)) await run(sql`insert into access.restriction values (${child(n)}, ${numbered('f', n)})`);
      if (some(0.25))
        await run(
          sql`insert into access.restriction_named values (${child(n)}, ${numbered('f', n)}, ${person(pick(PEOPLE))})`,
        );
      if (some(0.4))
        await run(
          sql`insert into access.interest values (${COUNCIL}, ${numbered('f', n)}, ${person(pick(PEOPLE))}, ${child(n)}, 'neighbour')`,
        );
      if (some(0.2))
        await run(
          sql`insert into access.sample values (${COUNCIL}, ${numbered('f', n)}, ${person(5)}, ${child(n)}, '2026-03-01', ${some(0.5) ? '2026-03-30' : TODAY})`,
        );
      if (some(0.3))
        await run(
          sql`insert into access.opening (id, person, child, reason, until) values (${numbered('9', n)}, ${person(pick(PEOPLE))}, ${child(n)}, 'a reason that is long enough', now() + ${some(0.5) ? '1 hour' : '-1 hour'}::interval)`,
        );
    }
    await run(
      sql`insert into access.cover values (${COUNCIL}, ${numbered('f', 1)}, ${person(6)}, ${person(0)}, '2026-03-01', ${TODAY})`,
    );
    await run(
      sql`insert into access.cover values (${COUNCIL}, ${numbered('f', 2)}, ${person(12)}, ${person(1)}, '2026-03-01', '2026-03-30')`,
    );
  });
});
afterAll(() => fresh.drop());

const booksSeenBy = async (identity: Identity): Promise<Set<string>> => {
  const { rows } = await fresh.db.as(identity, (tx) =>
    sql<{ book: string }>`select book from people.child`.execute(tx),
  );
  return new Set(rows.map(({ book }) => book));
};

describe('the rows of the database and the clauses of the rule', () => {
  test('agree on every person and every child', async () => {
    let open = 0;
    let hidden = 0;
    for (let n = 0; n < PEOPLE; n += 1) {
      const asker = { id: person(n), roles: n === 7 ? [] : [ROLES[n % ROLES.length] ?? ''] }; // 7 was stopped: no session, no roles
      const seen = await booksSeenBy({ person: asker.id, purpose: 'request' });
      for (let c = 0; c < CHILDREN; c += 1) {
        const gate = await judge(fresh.db, asker, child(c));
        expect([n, c, seen.has(child(c))]).toEqual([n, c, gate.is === 'open']);
        if (gate.is === 'open') open += 1;
        if (gate.is === 'hidden') hidden += 1;
      }
    }
    expect([open > 40, hidden > 40]).toEqual([true, true]);
  });

  test('somebody who was stopped, a visitor and nobody at all see no child', async () => {
    for (const who of [person(7), 'visitor', 'sign-in'])
      expect([who, (await booksSeenBy({ person: who, purpose: 'request' })).size]).toEqual([who, 0]);
    expect((await booksSeenBy({ person: person(7), purpose: 'command' })).size).toBe(0);
  });

  test('an import and the house’s own hands see every book; a command of a person sees what the person sees', async () => {
    expect((await booksSeenBy({ person: person(0), purpose: 'import' })).size).toBe(CHILDREN);
    expect((await booksSeenBy({ person: 'house', purpose: 'command' })).size).toBe(CHILDREN);
    expect(await booksSeenBy({ person: person(0), purpose: 'command' })).toEqual(
      await booksSeenBy({ person: person(0), purpose: 'request' }),
    );
  });

  test('what the gate opened is seen for that question alone', async () => {
    const opened = { books: [child(2)], relation: 'reason' };
    expect(await booksSeenBy({ person: person(7), purpose: 'request', opened })).toEqual(new Set([child(2)]));
    expect((await booksSeenBy({ person: person(7), purpose: 'request' })).size).toBe(0);
  });
});

test('a book that is no child’s is nobody’s to judge', async () => {
  expect(await judge(fresh.db, { id: person(3), roles: ['director'] }, COUNCIL)).toEqual({ is: 'nobody' });
});
