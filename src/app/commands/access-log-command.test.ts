import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, envOf } from '../../../test/command-line.ts';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { keepAccess } from '../../modules/access/store/access-log/access-log.ts';

const newId = () => randomUUID() as string as Id;
const [officer, worker, child] = [newId(), newId(), newId()];
const LINES = 4_500; // more than two pieces of what is read at once

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await sightline(['create', '--council', 'Test County Council', '--admin', 'ada@x.example']);
  await fresh.db.owner((tx) =>
    sql`insert into access.person (id, email, name, roles, added_at, added_by) values
      (${officer}, 'officer@x.example', 'Olive', '{data-protection-officer}', now(), 'test'),
      (${worker}, 'worker@x.example', 'Wanda', '{social-worker}', now(), 'test')`.execute(tx),
  );
  const line = { event: 'child.opened', outcome: 'shown', children: [child], relation: 'team' } as const;
  const who = { person: worker, purpose: 'request' } as const;
  await keepAccess(fresh.db, who, { ...line, at: '2026-03-30T08:00:00.000Z' as Instant, what: 'export' });
  await fresh.db.owner((tx) =>
    sql`insert into access.log (at, person, event, outcome, purpose, children, relation)
      select timestamptz '2026-03-31' + n * interval '1 second', ${worker}, 'child.opened', 'shown', 'request',
        array[${child}::uuid], 'team' from generate_series(1, ${LINES}) n`.execute(tx),
  );
});
afterAll(() => fresh.drop());

const sightline = (words: readonly string[], isRead?: () => boolean) => commandLine(envOf(fresh), words, isRead);
const days = ['--from', '2026-03-30', '--until', '2026-03-31'];

test('the log in numbers, for whoever reviews it and for nobody else', async () => {
  const told = await sightline(['access-log', ...days, '--as', 'officer@x.example']);
  expect(told).toMatchObject({ code: 0 });
  expect(told.out).toContain('Wanda: 1 child, 4,501 lines, 0 with a reason, 1 taken away, 0 turned away.');
  const refused = await sightline(['access-log', ...days, '--as', 'worker@x.example']);
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect((await sightline(['access-log', '--from', 'May', '--as', 'officer@x.example'])).code).toBe(2);
});

test('every line as a FHIR audit event, written while it is read, and without a name', async () => {
  let pieces = 0;
  const isRead = () => {
    pieces += 1;
    return true;
  };
  const told = await sightline(['access-log', ...days, '--fhir', '--as', 'officer@x.example'], isRead);
  expect([told.code, pieces]).toEqual([0, 4]);
  const events = told.out
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as { resourceType: string; type: { code: string } });
  expect(events).toHaveLength(LINES + 1);
  expect(events.map(({ type }) => type.code).slice(0, 2)).toEqual(['110106', '110110']);
  expect(told.out).not.toContain('Wanda');
  expect(told.err).toBe('4,501 lines of the access log.\n');
});

test('it ends when nobody reads any more', async () => {
  const told = await sightline(['access-log', ...days, '--fhir', '--as', 'officer@x.example'], () => false);
  expect([told.code, told.out.trimEnd().split('\n').length]).toEqual([0, 2_000]);
});
