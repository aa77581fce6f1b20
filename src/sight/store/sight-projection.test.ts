import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import type { Id } from '../../kernel/id.ts';
import { type Instant, instantOf } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { BookKind, Entry, NewEntry } from '../../record/entry.ts';
import { type AppendContext, append } from '../../record/store/append.ts';
import { destroy } from '../../record/store/destroy.ts';
import { actOf, contextOf, newId } from '../../record/store/invented-entries.fixture.ts';
import { misfile } from '../../record/store/misfile.ts';
import { readStatute } from '../../statute/read-statute.ts';
import { clocksOf } from '../clocks.ts';
import { columnsOf } from '../columns.ts';
import { compileStatute } from '../compile.ts';
import { readClocks } from './clock-rows.ts';
import { forgetInSight } from './forget-entries.ts';
import { factOn, inventedSightRegistry, inventedSpeakers, saying } from './invented-sight.fixture.ts';
import { figureOf } from './kept-figures.ts';
import { columnsAt } from './read-columns.ts';
import { factsOf, policiesOf, spokenUntil, standingsOf } from './read-facts.ts';
import { rebuildSight } from './rebuild-sight.ts';
import { EVERYTHING } from './reckon-clocks.ts';
import { sightProjection } from './sight-projection.ts';

const law = readStatute();
const projection = sightProjection({ entries: inventedSpeakers, law });
const reader = { person: 'a-reader', purpose: 'command' } as const;

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase({ max: 8 });
});
afterAll(() => fresh.drop());

const write = (kind: BookKind, ...entries: NewEntry[]): Promise<readonly Entry[]> => writeAt({}, kind, ...entries);
const writeAt = async (
  at: Partial<AppendContext>,
  kind: BookKind,
  ...entries: NewEntry[]
): Promise<readonly Entry[]> => {
  const act = {
    ...actOf(entries),
    opens: [...new Set(entries.map(({ book }) => book))].map((book) => ({ book, kind })),
  };
  const outcome = await append(
    fresh.db,
    contextOf({ registry: inventedSightRegistry, projections: [projection], ...at }),
    [act],
  );
  if (!outcome.ok) throw new Error('conflict');
  return outcome.value.entries;
};
const asked = <Answer>(work: Parameters<typeof fresh.db.as<Answer>>[1]): Promise<Answer> => fresh.db.as(reader, work);
const just = (at: Instant, later: number): Instant => instantOf(Date.parse(at) + later);
const link = (book: Id, identity: Id) =>
  fresh.db.owner((tx) =>
    sql`insert into people.child_identity (book, identity) values (${book}, ${identity})
      on conflict (book) do update set identity = excluded.identity`.execute(tx),
  );
/** What is stored for a child is what the engine answers from all that is stored. */
const expectReckoned = async (child: Id): Promise<number> => {
  const [facts, rows, policies, standings] = await asked(async (tx) => [
    (await factsOf(tx, [child], EVERYTHING)).get(child) ?? [],
    await readClocks(tx, [child]),
    await policiesOf(tx, EVERYTHING),
    await standingsOf(tx, null, EVERYTHING),
  ]);
  expect(rows).toEqual(clocksOf(compileStatute(law, policies, null), child, facts, EVERYTHING, standings));
  return rows.length;
};

test('facts are believed from when they were recorded until they are corrected', async () => {
  const [book, referral] = [newId(), newId()];
  const [wrong] = await write('child', saying(book, { facts: [factOn('referral.received', '2026-03-02', referral)] }));
  if (!wrong) throw new Error('nothing written');
  const [right] = await write(
    'child',
    saying(book, { facts: [factOn('referral.received', '2026-03-03', referral)] }, { corrects: wrong.id }),
  );
  const at = right?.recordedAt as Instant;
  const daysAt = async (known: Instant) =>
    (await asked((tx) => factsOf(tx, [book], known))).get(book)?.map(({ latest }) => latest) ?? [];
  expect(await daysAt(just(wrong.recordedAt, -1))).toEqual([]);
  expect(await daysAt(wrong.recordedAt)).toEqual(['2026-03-02']);
  expect(await daysAt(just(at, -1))).toEqual(['2026-03-02']);
  expect(await daysAt(at)).toEqual(['2026-03-03']);
  expect((await asked((tx) => factsOf(tx, [book], wrong.recordedAt))).get(book)?.[0]).toMatchObject({
    child: book,
    entry: wrong.id,
    believedFrom: wrong.recordedAt,
    believedUntil: at,
    source: 'here',
    name: 'referral.received',
  });
});

test('the clocks of a child move with every append', async () => {
  const [book, referral] = [newId(), newId()];
  await write('child', saying(book, { facts: [factOn('referral.received', '2026-03-02', referral)] }));
  const met = async () => (await asked((tx) => readClocks(tx, [book]))).filter(({ metBy }) => metBy !== null).length;
  expect(await expectReckoned(book)).toBeGreaterThan(0);
  expect(await met()).toBe(0);
  await write(
    'child',
    saying(book, {
      facts: [factOn('decision.proceed', '2026-03-03', referral), factOn('assessment.begun', '2026-03-04', newId())],
    }),
  );
  await expectReckoned(book);
  expect(await met()).toBeGreaterThan(0);
});

test('two books of one child are reckoned together, and apart again once they are parted', async () => {
  const [one, two, referral] = [newId(), newId(), newId()];
  await write('child', saying(one, { facts: [factOn('referral.received', '2026-03-02', referral)] }));
  await write('child', saying(two, { facts: [factOn('decision.proceed', '2026-03-03', referral)] }));
  await link(one, one);
  await link(two, one);
  await write('child', saying(two, {}));
  await expectReckoned(one);
  expect(await asked((tx) => readClocks(tx, [two]))).toEqual([]);
  expect((await asked((tx) => factsOf(tx, [one], EVERYTHING))).get(one)).toHaveLength(2);
  expect((await asked((tx) => readClocks(tx, [one]))).some(({ metBy }) => metBy !== null)).toBe(true);
  await link(two, two);
  await write('child', saying(one, {}));
  await expectReckoned(one);
  await expectReckoned(two);
  expect((await asked((tx) => readClocks(tx, [one]))).some(({ metBy }) => metBy !== null)).toBe(false);
});

test('two writers of one child in two books lose nothing of each other', async () => {
  const [one, two, referral] = [newId(), newId(), newId()];
  await write('child', saying(one, { facts: [factOn('referral.received', '2026-01-02', referral)] }), saying(two, {}));
  await link(one, one);
  await link(two, one);
  await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      write('child', saying(i % 2 ? one : two, { facts: [factOn('referral.received', `2026-02-${10 + i}`, newId())] })),
    ),
  );
  await expectReckoned(one);
  expect((await asked((tx) => factsOf(tx, [one], EVERYTHING))).get(one)).toHaveLength(13);
});

test('a policy of the council reaches every child, and its correction too', async () => {
  const [book, referral, council] = [newId(), newId(), newId()];
  await write(
    'child',
    saying(book, {
      facts: [factOn('referral.received', '2026-03-02', referral), factOn('assessment.begun', '2026-03-04', referral)],
    }),
  );
  const [set] = await write(
    'council',
    saying(council, {
      policies: [{ parameter: 'leaveDaysBeforeUnallocated', value: 7, from: '2026-01-01' as LocalDate }],
    }),
  );
  expect(await asked((tx) => policiesOf(tx, EVERYTHING))).toMatchObject([{ value: 7, from: '2026-01-01' }]);
  await expectReckoned(book);
  await write('council', saying(council, {}, { corrects: set?.id ?? null }));
  expect(await asked((tx) => policiesOf(tx, EVERYTHING))).toEqual([]);
  await expectReckoned(book);
});

test('the later of two standings says the end that was not known before, from when it was recorded', async () => {
  const worker = newId();
  const from = '2026-01-05' as LocalDate;
  const [joined] = await write('worker', saying(worker, { standings: [{ state: 'in-post', from, until: null }] }));
  await write('worker', saying(worker, { standings: [{ state: 'in-post', from, until: '2026-03-01' as LocalDate }] }));
  const untilAt = async (known: Instant) =>
    (await asked((tx) => standingsOf(tx, [worker], known))).map(({ until }) => until);
  expect(await untilAt(joined?.recordedAt as Instant)).toEqual([null]);
  expect(await untilAt(EVERYTHING)).toEqual(['2026-03-01']);
});

test('files speak until the end of the latest window, as known at each moment', async () => {
  const speaks = async (until: string, recorded: string): Promise<Instant> => {
    const [from, file] = ['2022-04-01' as LocalDate, '0'.repeat(64)];
    const window = { ...factOn('spoken.cin-census', until, newId()), earliest: from };
    const source = { kind: 'cin-census', file, row: 'child:1', naturalKey: until } as const;
    const said = { source: { ...source, window: { from, until: until as LocalDate } } };
    const now = (): Instant => `${recorded}T12:00:00.000Z` as Instant;
    const [entry] = await writeAt({ now }, 'child', saying(newId(), { facts: [window] }, said));
    return entry?.recordedAt as Instant;
  };
  const until = (known: Instant) => asked((tx) => spokenUntil(tx, known));
  expect(await until(EVERYTHING)).toBeNull();
  const early = await speaks('2023-03-31', '2033-05-01');
  await speaks('2023-03-31', '2033-05-02');
  const late = await speaks('2026-03-31', '2036-05-01');
  expect(await until(EVERYTHING)).toBe('2026-03-31');
  expect(await until(just(late, -1))).toBe('2023-03-31');
  expect(await until(just(early, -1))).toBeNull();
});

test('a figure is given once for a mark, and again for another', async () => {
  let asking = 0;
  const figure = (mark: string) =>
    asked((tx) =>
      figureOf(
        tx,
        { question: 'a test', on: '2026-03-31' as LocalDate, mark: mark as Instant, statute: law.version },
        async () => {
          asking += 1;
          return { asking };
        },
      ),
    );
  expect(await figure('2026-03-31T12:00:00.000Z')).toEqual({ asking: 1 });
  expect(await figure('2026-03-31T12:00:00.000Z')).toEqual({ asking: 1 });
  expect(await figure('2026-03-31T12:00:00.001Z')).toEqual({ asking: 2 });
});

test('rebuilt from the books, the line of sight is what it was; what was tampered with is told and put right', async () => {
  const rules = { entries: inventedSpeakers, law };
  const rebuild = () => fresh.db.owner((tx) => rebuildSight(tx, inventedSightRegistry, rules));
  const [book, referral] = [newId(), newId()];
  await write('child', saying(book, { facts: [factOn('referral.received', '2026-03-02', referral)] }));
  await rebuild(); // links were made and parted by hand above
  const untouched = await rebuild();
  expect(untouched.map(({ table, differed }) => [table, differed])).toEqual([
    ['sight.fact', 0],
    ['sight.standing', 0],
    ['sight.policy', 0],
    ['sight.retraction', 0],
    ['sight.clock', 0],
    ['sight.span', 0],
  ]);
  expect(untouched[0]?.rows).toBeGreaterThan(10);
  await fresh.db.owner((tx) => sql`update sight.fact set latest = latest - 1 where child = ${book}`.execute(tx));
  await fresh.db.owner((tx) => sql`delete from sight.clock where child = ${book}`.execute(tx));
  const put = await rebuild();
  expect(put[0]?.differed).toBe(2);
  expect(put[4]?.differed).toBeGreaterThan(0);
  await expectReckoned(book);
});

test('destroyed words take their facts and clocks with them', async () => {
  const [book, referral] = [newId(), newId()];
  const [entry] = await write('child', saying(book, { facts: [factOn('referral.received', '2026-03-02', referral)] }));
  const certificate = {
    id: newId(),
    destroyedAt: entry?.recordedAt as Instant,
    rule: 'a rule',
    by: ['one', 'two'] as const,
    entries: [entry?.id as Id],
  };
  expect(await destroy(fresh.db, certificate, [forgetInSight({ law })])).toMatchObject({ ok: true });
  expect(await asked((tx) => factsOf(tx, [book], EVERYTHING))).toEqual(new Map());
  expect(await asked((tx) => readClocks(tx, [book]))).toEqual([]);
});

test('a misfiled entry says nothing at any moment, and its clocks are gone', async () => {
  const [book, referral] = [newId(), newId()];
  const [entry] = await write('child', saying(book, { facts: [factOn('referral.received', '2026-03-02', referral)] }));
  const context = contextOf({ registry: inventedSightRegistry, projections: [projection] });
  const openings = async () => [];
  await misfile(fresh.db, context, { entry: entry?.id as Id, reason: 'another child', again: null, openings });
  expect(await asked((tx) => factsOf(tx, [book], entry?.recordedAt as Instant))).toEqual(new Map());
  expect(await asked((tx) => readClocks(tx, [book]))).toEqual([]);
  const rebuilt = await fresh.db.owner((tx) =>
    rebuildSight(tx, inventedSightRegistry, { entries: inventedSpeakers, law }),
  );
  expect(rebuilt.every(({ differed }) => differed === 0)).toBe(true);
});

test('read straight into columns, the facts of all children are those that are read one by one', async () => {
  const [book, referral] = [newId(), newId()];
  await write(
    'child',
    saying(book, {
      facts: [
        { ...factOn('born.born', '2020-02-29', book), episode: null },
        { ...factOn('seen.alone', '2026-03-05', referral), at: '2026-03-05T10:30:00.000Z' as Instant },
        { ...factOn('referral.received', '2026-03-02', referral), earliest: null, latest: null },
      ],
    }),
  );
  const [{ columns, children }, facts] = await asked(async (tx) => [
    await columnsAt(tx, EVERYTHING),
    await factsOf(tx, null, EVERYTHING),
  ]);
  expect(children).toEqual([...facts.keys()]);
  expect(columns).toEqual(columnsOf([...facts.values()]).columns);
});
