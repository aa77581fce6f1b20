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
