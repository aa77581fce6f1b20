import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { type LocalDate, toEpochDay } from '../../kernel/local-date.ts';
import type { BookKind, NewEntry } from '../../record/entry.ts';
import { append } from '../../record/store/append.ts';
import { actOf, contextOf, newId } from '../../record/store/invented-entries.fixture.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { compileStatute } from '../compile.ts';
import type { Policy } from '../facts.ts';
import { clocksAsked, spansAsked } from './asked-tables.ts';
import { factOn, inventedSightRegistry, inventedSpeakers, saying } from './invented-sight.fixture.ts';
import { sightProjection } from './sight-projection.ts';
import { readSpans } from './span-rows.ts';

const law = readStatute();
const reading = { compiledFor: (policies: readonly Policy[]) => compileStatute(law, policies) };
const projections = [sightProjection({ entries: inventedSpeakers, law })];
const day = (text: string): LocalDate => text as LocalDate;
const YESTERDAY = '2026-03-30T12:00:00.000Z' as Instant;
const NOW = '2026-03-31T12:00:00.000Z' as Instant;

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase({ max: 1 });
});
afterAll(() => fresh.drop());

async function write(now: Instant, kind: BookKind, ...entries: NewEntry[]): Promise<void> {
  const act = { ...actOf(entries), opens: entries.map(({ book }) => ({ book, kind })) };
  const context = contextOf({ registry: inventedSightRegistry, projections, now: () => now });
  expect((await append(fresh.db, context, [act])).ok).toBe(true);
}

/** The child's spans as lines: what, from, until, why. */
const told = (child: Id, asked: { how: 'now' | 'then'; knownAt: Instant }): Promise<string[]> =>
  fresh.db.as({ person: 'a-reader', purpose: 'command' }, async (tx) => {
    const spans = (await readSpans(tx, [child], await spansAsked(tx, reading, asked))).get(child) ?? [];
    const dayOf = (epoch: number | null) => (epoch === null ? '…' : epoch - toEpochDay(day('2026-03-01')) + 1);
    return spans.map(({ is, from, until, because }) => `${is} ${dayOf(from)}-${dayOf(until)} ${because ?? ''}`.trim());
  });

async function heldChild(worker: Id): Promise<Id> {
  const [child, referral] = [newId(), newId()];
  await write(YESTERDAY, 'worker', saying(worker, { standings: [inPost] }));
  const facts = [
    factOn('referral.received', '2026-03-02', referral),
    factOn('held.by-worker', '2026-03-04', newId(), worker),
    factOn('assessment.begun', '2026-03-02', referral),
  ];
  await write(YESTERDAY, 'child', saying(child, { facts }));
  return child;
}
const inPost = { state: 'in-post', from: day('2020-01-06'), until: null } as const;
const leave = (until: string | null) =>
  ({ state: 'on-leave', from: day('2026-03-23'), until: until === null ? null : day(until) }) as const;
const NOT_HELD_AT_FIRST = ['open 2-…', 'no-worker 2-4 never-allocated', 'held 4-…'];

test('a long leave that is written today leaves its children without a worker from its first day, though nobody knew it yesterday', async () => {
  const worker = newId();
  const child = await heldChild(worker);
  expect(await told(child, { how: 'now', knownAt: NOW })).toEqual(NOT_HELD_AT_FIRST);
  await write(NOW, 'worker', saying(worker, { standings: [leave('2026-05-01')] }));
  expect(await told(child, { how: 'now', knownAt: NOW })).toEqual([...NOT_HELD_AT_FIRST, 'no-worker 23-63 on-leave']);
  expect(await told(child, { how: 'then', knownAt: YESTERDAY })).toEqual(NOT_HELD_AT_FIRST);
});

test('a leave of which nobody knows the end is a gap from the day on which it has become long, and that day is told ahead', async () => {
  const worker = newId();
  const child = await heldChild(worker);
  await write(NOW, 'worker', saying(worker, { standings: [leave(null)] }));
  expect(await told(child, { how: 'now', knownAt: NOW })).toEqual([...NOT_HELD_AT_FIRST, 'no-worker 37-… on-leave']);
  await write(NOW, 'worker', saying(worker, { standings: [leave('2026-03-29')] }));
  expect(await told(child, { how: 'now', knownAt: NOW })).toEqual(NOT_HELD_AT_FIRST);
});

test('an allocation and a leave that are written at once lose nothing of each other', async () => {
  const parallel = await freshDatabase({ max: 2 });
  const [worker, child, referral] = [newId(), newId(), newId()];
  const writing = (book: Id, kind: BookKind, what: Parameters<typeof saying>[1], then: () => Promise<void>) => {
    const act = { ...actOf([saying(book, what)]), opens: [{ book, kind }] };
    const context = contextOf({ registry: inventedSightRegistry, projections: [...projections, then] });
    return append(parallel.db, context, [act]);
  };
  const nothing = async () => {};
  await writing(worker, 'worker', { standings: [inPost] }, nothing);
  const facts = [
    factOn('referral.received', '2026-03-02', referral),
    factOn('held.by-worker', '2026-03-04', newId(), worker),
  ];
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let reached = () => {};
  const written = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const allocating = writing(child, 'child', { facts }, () => {
    reached();
    return held;
  });
  await written;
  const leaving = writing(worker, 'worker', { standings: [leave('2026-05-01')] }, nothing);
  await waitsForALock(parallel);
  goOn();
  await Promise.all([allocating, leaving]);
  const spans = await parallel.db.as({ person: 'a-reader', purpose: 'command' }, (tx) => readSpans(tx, [child]));
  expect(spans.get(child)?.filter(({ because }) => because === 'on-leave')).toHaveLength(1);
  await parallel.drop();
});

/** Until somebody waits for an advisory lock. */
async function waitsForALock({ db }: FreshDatabase): Promise<void> {
  await vi.waitFor(async () => {
    const { rows } = await db.owner((tx) =>
      sql`select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`.execute(
        tx,
      ),
    );
    expect(rows.length).toBeGreaterThan(0);
  }, 5000);
}

test('a policy that is written today changes every child, and none as known yesterday', async () => {
  const worker = newId();
  const child = await heldChild(worker);
  await write(NOW, 'worker', saying(worker, { standings: [leave('2026-03-29')] }));
  const stricter = { parameter: 'leaveDaysBeforeUnallocated', value: 5, from: day('2026-01-01') };
  await write(NOW, 'council', saying(newId(), { policies: [stricter] }));
  expect(await told(child, { how: 'now', knownAt: NOW })).toEqual([...NOT_HELD_AT_FIRST, 'no-worker 23-30 on-leave']);
  expect(await told(child, { how: 'then', knownAt: YESTERDAY })).toEqual(NOT_HELD_AT_FIRST);
});

test('clocks too are told as they were known, by the same question, and both tables are gone with the transaction', async () => {
  const referral = newId();
  const child = newId();
  await write(YESTERDAY, 'child', saying(child, { facts: [factOn('referral.received', '2026-03-02', referral)] }));
  await write(NOW, 'child', saying(child, { facts: [factOn('decision.proceed', '2026-03-03', referral)] }));
  const verdicts = (how: 'now' | 'then') =>
    fresh.db.as({ person: 'a-reader', purpose: 'command' }, async (tx) => {
      const table = await clocksAsked(tx, reading, { how, knownAt: YESTERDAY });
      expect(await clocksAsked(tx, reading, { how, knownAt: YESTERDAY })).toBe(table);
      const { rows } = await sql<{ verdict: string }>`
        select verdict from ${sql.table(table)} where child = ${child} and duty = 'referral-decision' order by piece`.execute(
        tx,
      );
      return rows.map(({ verdict }) => verdict);
    });
  expect((await verdicts('now')).at(-1)).toBe('met');
  expect((await verdicts('then')).at(-1)).toBe('overdue');
  expect((await verdicts('now')).at(-1)).toBe('met');
  expect(await verdicts('then')).toEqual(await verdicts('then'));
});
