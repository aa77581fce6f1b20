import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handMadeId } from '../../../../county/hand-made/hand-made-id.ts';
import { loadHandMade } from '../../../../county/hand-made/load-hand-made.ts';
import { type FreshDatabase, inventedDatabase } from '../../../../test/fresh-database.ts';
import { entryRegistry } from '../../../app/entry-registry.ts';
import { TIMETABLE } from '../../../app/house-jobs.ts';
import { houseProjections } from '../../../app/house-projections.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/instant.ts';
import { addJob, runs } from '../../../platform/jobs/job.ts';
import { startWorker } from '../../../platform/jobs/worker.ts';
import { readStatute } from '../../../statute/read-statute.ts';
import { countSurnames, surroundingsOf } from '../store/needless-reading/child-surroundings.ts';
import { wroteAbout } from '../store/needless-reading/own-reading.ts';
import { checkReading, checkReadingJob, periodUntil } from './check-reading.ts';

const newId = () => randomUUID() as string as Id;
const child = (name: string): Id => handMadeId('child', name);
const [safiya, zayn, yusra] = [child('Safiya Nowak-Rahman'), child('Zayn Nowak-Rahman'), child('Yusra al-Hashimi')];
const [nosy, aunt, worker, other, officer] = [newId(), newId(), newId(), newId(), newId()];
const period = periodUntil('2026-03-31T12:00:00.000Z' as Instant);
let fresh: FreshDatabase;

/** One line of the log, as a page would have left it. */
const opened = (person: Id, children: Id[], at: string, relation: string | null, outcome = 'shown') =>
  fresh.db.owner((tx) =>
    sql`insert into access.log (at, person, event, outcome, purpose, children, relation)
      values (${at}, ${person}, 'child.opened', ${outcome}, 'request', ${children}::uuid[], ${relation})`.execute(tx),
  );
type Row = { person: Id; child: Id; kinds: string[]; score: number; evidence: { kind: string; lines: number[] }[] };
const found = async (person: Id) =>
  (
    await fresh.db.owner((tx) =>
      sql<Row>`select person, child, kinds, score, evidence from access.suspicion where person = ${person}`.execute(tx),
    )
  ).rows;

const knownTimes = async () =>
  (
    await fresh.db.owner((tx) =>
      sql<{ identifier: string }>`select identifier from graphile_worker._private_known_crontabs`.execute(tx),
    )
  ).rows;

beforeAll(async () => {
  fresh = await inventedDatabase();
  const [registry, statute] = [entryRegistry(), readStatute()];
  const projections = houseProjections(registry, statute);
  await loadHandMade({ db: fresh.db, registry, projections, councilBook: handMadeId('council', 'of the tests') });
  await fresh.db.owner(async (tx) => {
    for (const [id, name] of [
      [nosy, 'Nosy Parker'],
      [aunt, 'Aunt Agatha'],
      [worker, 'Wanda Work'],
      [other, 'Otto Other'],
    ] as const)
      await sql`insert into access.person (id, email, name, roles, added_at, added_by)
        values (${id}, ${`${id}@x.example`}, ${name}, '{social-worker}', now(), 'test')`.execute(tx);
    await sql`insert into access.person (id, email, name, roles, added_at, added_by)
      values (${officer}, 'officer@x.example', 'Olive', '{data-protection-officer}', now(), 'test')`.execute(tx);
    await sql`insert into access.interest (book, entry, person, child, kind)
      values (${newId()}, ${newId()}, ${aunt}, ${zayn}, 'relative')`.execute(tx);
  });
  for (const day of ['03', '05', '09', '12', '20']) await opened(nosy, [safiya], `2026-03-${day}T22:30:00Z`, 'reason');
  await opened(aunt, [safiya], '2026-03-10T10:00:00Z', 'allocated');
  for (const day of ['03', '05', '09', '12', '20']) await opened(worker, [safiya], `2026-03-${day}T22:30:00Z`, 'team');
  await opened(worker, [safiya], '2026-03-02T10:00:00Z', 'allocated');
  // None of these shows a record: rows of a list, a search with one hit, and what was refused.
  for (const day of ['03', '05', '09', '12', '20']) {
    await opened(other, [safiya, yusra], `2026-03-${day}T22:30:00Z`, 'reason');
    await opened(other, [safiya], `2026-03-${day}T22:31:00Z`, null);
    await opened(other, [safiya], `2026-03-${day}T22:32:00Z`, 'reason', 'not-permitted');
  }
});
afterAll(() => fresh.drop());

test('the job of the night finds who opened a record without need, and its time is known to the queue', async () => {
  const logged: string[] = [];
  const runner = runs(checkReadingJob, async (_, signal) => void (await checkReading(fresh.db, period, signal)));
  const queue = await startWorker(fresh.jobsUrl, [runner], (event) => logged.push(event), TIMETABLE);
  try {
    await expect.poll(knownTimes, { timeout: 10_000 }).toEqual([{ identifier: checkReadingJob.name }]);
    await fresh.db.as({ person: 'house', purpose: 'job' }, (tx) => addJob(tx, checkReadingJob, {}));
    await expect.poll(async () => (await found(nosy)).length, { timeout: 10_000 }).toBe(1);
    await expect.poll(async () => (await found(aunt)).length, { timeout: 10_000 }).toBe(1);
  } finally {
    await queue.stop(1_000);
  }
  expect(logged).toEqual([]);
  const [night] = await found(nosy);
  expect(night).toMatchObject({ child: safiya, kinds: ['returned', 'out-of-hours', 'without-work'] });
  expect(night?.evidence.map(({ lines }) => lines.length)).toEqual([5, 5, 5]);
  expect((await found(aunt))[0]?.kinds).toEqual(['own-family']);
  expect([await found(worker), await found(other)]).toEqual([[], []]);
});

test('read again, nothing is kept twice; what others do changes nothing that is said about somebody', async () => {
  const before = await found(nosy);
  for (const day of ['04', '06', '15', '16', '21']) await opened(other, [safiya], `2026-03-${day}T23:30:00Z`, 'reason');
  expect(await checkReading(fresh.db, period)).toEqual({ readers: 4, lines: 17, alerts: 3, added: 1 });
  expect(await found(nosy)).toEqual(before);
  expect(await found(other)).toHaveLength(1);
});

const HOUSE = { person: 'house', purpose: 'job' } as const;

test('round a child: brothers and sisters, a parent’s other children, the parents’ names; never where anybody lives', async () => {
  const [parent, half, home] = [newId(), child('Esmé Tull'), newId()];
  await fresh.db.owner(async (tx) => {
    await sql`insert into people.adult (book, name) values (${parent}, 'Petronella Ünver')`.execute(tx);
    await sql`insert into people.relationship (book, with_book, as_what)
      values (${yusra}, ${parent}, 'mother'), (${parent}, ${half}, 'child')`.execute(tx);
    await sql`insert into people.household_member (book, stay, household, gone)
      values (${half}, 901, ${home}, false), (${safiya}, 901, ${home}, false)`.execute(tx);
    await sql`insert into people.address (book, entry, line, postcode, protected)
      values (${yusra}, ${newId()}, '3 Quill Yard', 'QX9 9ZZ', true), (${yusra}, ${newId()}, '4 Open Row', 'QX8 8ZZ', false)`.execute(
      tx,
    );
  });
  const around = await fresh.db.as(HOUSE, (tx) => surroundingsOf(tx, [safiya, yusra, half]));
  expect(around.get(safiya)?.family).toEqual(expect.arrayContaining([zayn, half]));
  expect(around.get(yusra)).toMatchObject({ family: [half], postcodes: [], addresses: [] });
  expect(around.get(yusra)?.surnames).toEqual(expect.arrayContaining(['hashimi', 'unver', 'tull']));
  expect(around.get(half)?.family).toEqual(expect.arrayContaining([safiya, yusra]));
  expect(JSON.stringify([...around])).not.toMatch(/quill|open row|qx9|qx8/i);
  const census = await countSurnames((work) => fresh.db.as(HOUSE, work));
  expect(census.bearing.get('unver')).toBe(2);
  expect(census.children).toBeGreaterThan(10);
});

test('who wrote about a child here has written; a file that somebody loaded has not', async () => {
  const writers = await fresh.db.owner((tx) =>
    sql<{
      by: Id;
      until: Instant;
    }>`select recorded_by as by, max(recorded_at) as until from record.entry where book = ${safiya}
      and source::jsonb ->> 'kind' = 'here' and recorded_by ~ '^[0-9a-f-]{36}$' group by 1 order by 2 desc limit 1`.execute(
      tx,
    ),
  );
  const { by, until } = writers.rows[0] ?? expect.fail('nobody wrote about her');
  const wrote = (who: Id, at: Instant) =>
    fresh.db.as(HOUSE, (tx) => wroteAbout(tx, who, [safiya, yusra], periodUntil(at)));
  expect([...(await wrote(by, until))]).toContain(safiya);
  expect(await wrote(nosy, until)).toEqual(new Set());
  expect(await wrote(by, '2031-01-01T00:00:00.000Z' as Instant)).toEqual(new Set());
  await fresh.db.owner(async (tx) => {
    await sql`alter table record.entry disable trigger never_rewritten`.execute(tx);
    await sql`update record.entry set source = '{"kind":"cin-census"}' where recorded_by = ${by}`.execute(tx);
  });
  expect(await wrote(by, until)).toEqual(new Set());
});
