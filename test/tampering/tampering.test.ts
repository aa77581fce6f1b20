import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '../../src/kernel/id.ts';
import { instantOf } from '../../src/kernel/instant.ts';
import type { Seal } from '../../src/record/seal.ts';
import { append } from '../../src/record/store/append.ts';
import { actOf, contextOf, note } from '../../src/record/store/invented-entries.fixture.ts';
import { acceptRestore, readSeal, seal } from '../../src/record/store/seals.ts';
import { verify } from '../../src/record/store/verify.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { type Forger, forger } from './forger.ts';

const [BEFORE, BOOK, AFTER] = ['1', '5', '9'].map(
  (digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000` as Id,
) as [Id, Id, Id];
const NOW = instantOf(Date.parse('2026-03-31T12:00:00.000Z'));

let fresh: FreshDatabase;
let forging: Forger;
let sealed: Seal;

const write = async (book: Id, entries: number): Promise<void> => {
  const notes = Array.from({ length: entries }, (_, i) => note(book, { data: { words: `${i} of ${book}`, count: i } }));
  const outcome = await append(fresh.db, contextOf(), [actOf(notes)]);
  if (!outcome.ok) throw new Error('conflict');
};

beforeAll(async () => {
  fresh = await freshDatabase();
  forging = forger(fresh.db);
  await write(BEFORE, 3);
  await write(BOOK, 4);
  await seal(fresh.db, NOW);
  await write(BOOK, 3);
  await write(AFTER, 2);
  sealed = await seal(fresh.db, NOW);
  await write(AFTER, 2);
  await forging.backUp();
});
beforeEach(() => forging.restore());
afterAll(() => fresh.drop());

const at = (seq: number) => `where book = '${BOOK}' and seq = ${seq}`;

test('an untouched record is well, with and without its seals', async () => {
  const well = { entries: 14, books: 3, ok: true, firstFault: null, destroyed: 0, restores: 0 };
  expect(await verify(fresh.db)).toEqual(well);
  expect(await verify(fresh.db, sealed)).toEqual(well);
});

describe('found by the chain alone', () => {
  const cases: { name: string; statements: string[]; seq: number; what: RegExp }[] = [
    {
      name: 'altered words',
      statements: [`update record.entry_data set canonical = replace(canonical, '3', '4') ${at(4)}`],
      seq: 4,
      what: /words were altered/,
    },
    {
      name: 'an altered salt',
      statements: [`update record.entry_data set salt = decode(repeat('ab', 16), 'hex') ${at(4)}`],
      seq: 4,
      what: /words were altered/,
    },
    {
      name: 'an altered day',
      statements: [`update record.entry set earliest = earliest - 1 ${at(3)}`],
      seq: 3,
      what: /envelope was altered/,
    },
    {
      name: 'an altered time of recording',
      statements: [`update record.entry set recorded_at = recorded_at - interval '1 day' ${at(3)}`],
      seq: 3,
      what: /envelope was altered/,
    },
    {
      name: 'an altered writer',
      statements: [`update record.entry set recorded_by = 'somebody else' ${at(7)}`],
      seq: 7,
      what: /envelope was altered/,
    },
    {
      name: 'missing words',
      statements: [`delete from record.entry_data ${at(2)}`],
      seq: 2,
      what: /words are missing/,
    },
    { name: 'a deleted entry', statements: [`delete from record.entry ${at(5)}`], seq: 5, what: /missing/ },
    { name: 'a deleted first entry', statements: [`delete from record.entry ${at(1)}`], seq: 1, what: /missing/ },
    { name: 'a deleted last entry', statements: [`delete from record.entry ${at(7)}`], seq: 7, what: /missing/ },
    {
      name: 'a deleted entry whose place was closed',
      statements: [
        `delete from record.entry ${at(5)}`,
        `delete from record.entry_data ${at(5)}`,
        `update record.entry set seq = seq - 1 where book = '${BOOK}' and seq > 5`,
        `update record.entry_data set seq = seq - 1 where book = '${BOOK}' and seq > 5`,
      ],
      seq: 5,
      what: /does not follow/,
    },
    {
      name: 'an inserted entry',
      statements: [
        `insert into record.entry select book, 8, gen_random_uuid(), about, act, type, version, earliest, latest, precision, at,
           recorded_at, recorded_by, on_behalf_of, source, corrects, reason, data_hash, prev_hash, hash from record.entry ${at(7)}`,
        `insert into record.entry_data select book, 8, salt, canonical from record.entry_data ${at(7)}`,
      ],
      seq: 8,
      what: /does not follow/,
    },
    {
      name: 'swapped entries',
      statements: [
        `update record.entry set seq = 100 ${at(3)}`,
        `update record.entry set seq = 3 ${at(4)}`,
        `update record.entry set seq = 4 ${at(100)}`,
        `update record.entry_data set seq = 100 ${at(3)}`,
        `update record.entry_data set seq = 3 ${at(4)}`,
        `update record.entry_data set seq = 4 ${at(100)}`,
      ],
      seq: 3,
      what: /does not follow/,
    },
    {
      name: 'swapped words',
      statements: [
        `update record.entry_data set canonical = (select canonical from record.entry_data ${at(4)}) ${at(3)}`,
      ],
      seq: 3,
      what: /words were altered/,
    },
    {
      name: 'an entry hidden as misfiled',
      statements: [`insert into record.misfiling select id, book, act, recorded_at from record.entry ${at(6)}`],
      seq: 6,
      what: /hidden as misfiled/,
    },
    {
      name: 'a certificate of destruction for words that stand',
      statements: [
        `insert into record.destruction values ('${BOOK}', '2026-03-31', 'a rule', 'one', 'two')`,
        `insert into record.destroyed select id, '${BOOK}' from record.entry ${at(6)}`,
      ],
      seq: 6,
      what: /words stand/,
    },
  ];
  test.each(cases)('$name', async ({ statements, seq, what }) => {
    await forging.forge(...statements);
    const found = await verify(fresh.db);
    expect(found.ok).toBe(false);
    expect(found.firstFault).toEqual({ book: BOOK, seq, what: expect.stringMatching(what) });
  });
});

describe('hidden from the chain by reckoning later hashes again, and found by the seal', () => {
  const cases: { name: string; statements: string[]; from: number; seq: number }[] = [
    {
      name: 'altered words',
      statements: [`update record.entry_data set canonical = '{"words":"new"}' ${at(6)}`],
      from: 6,
      seq: 7,
    },
    {
      name: 'words altered before an earlier seal',
      statements: [`update record.entry_data set canonical = '{"words":"new"}' ${at(2)}`],
      from: 2,
      seq: 4,
    },
    {
      name: 'an altered envelope',
      statements: [`update record.entry set recorded_by = 'another' ${at(3)}`],
      from: 3,
      seq: 4,
    },
    {
      name: 'a truncated book',
      statements: [`delete from record.entry ${at(7)}`, `delete from record.entry_data ${at(7)}`],
      from: 1,
      seq: 7,
    },
    {
      name: 'a deleted entry whose place was closed',
      statements: [
        `delete from record.entry ${at(5)}`,
        `delete from record.entry_data ${at(5)}`,
        `update record.entry set seq = seq - 1 where book = '${BOOK}' and seq > 5`,
        `update record.entry_data set seq = seq - 1 where book = '${BOOK}' and seq > 5`,
      ],
      from: 5,
      seq: 7,
    },
    {
      name: 'a whole book that is gone',
      statements: ['entry', 'entry_data']
        .map((table) => `delete from record.${table} where book = '${BOOK}'`)
        .concat(`delete from record.book where id = '${BOOK}'`),
      from: 1,
      seq: 1,
    },
  ];
  test.each(cases)('$name', async ({ statements, from, seq }) => {
    await forging.forge(...statements, 'delete from record.seal');
    await forging.rehash(BOOK, from);
    expect((await verify(fresh.db)).ok).toBe(true);
    const lastSealOnly = await verify(fresh.db, sealed);
    expect(lastSealOnly.firstFault?.book).toBe(BOOK);
    await forging.restore();
    await forging.forge(...statements);
    await forging.rehash(BOOK, from);
    expect((await verify(fresh.db, sealed)).firstFault).toMatchObject({ book: BOOK, seq });
  });

  test('seals that were altered or forgotten are found', async () => {
    await forging.forge('delete from record.seal where number = 1');
    expect((await verify(fresh.db, sealed)).firstFault?.what).toMatch(/seal 2 does not follow/);
    await forging.restore();
    await forging.forge('delete from record.seal where number = 2');
    expect((await verify(fresh.db)).ok).toBe(true);
    expect((await verify(fresh.db, sealed)).firstFault?.what).toMatch(/rolled back/);
    await forging.restore();
    await forging.forge(`update record.seal set content = replace(content, '"seq":', '"seq" :') where false`);
    await forging.forge(
      `update record.seal set content = replace(content, '"number":1', '"number":3') where number = 1`,
    );
    expect((await verify(fresh.db)).firstFault?.what).toMatch(/was altered/);
  });
});

describe('a record rolled back to an older backup', () => {
  test('is found with the seal; accepted by a named person it is well again, and old seals still bind what was kept', async () => {
    await write(BOOK, 2);
    const newer = await seal(fresh.db, NOW);
    await forging.restore();
    expect((await verify(fresh.db)).ok).toBe(true);
    expect((await verify(fresh.db, newer)).firstFault).toMatchObject({
      book: BOOK,
      seq: 8,
      what: expect.stringMatching(/missing/),
    });

    const renewed = await acceptRestore(fresh.db, newer, { person: 'the director', reason: 'the disk failed' }, NOW);
    if (!renewed.ok) throw new Error(renewed.refusal);
    for (const outside of [null, sealed, newer, renewed.value])
      expect(await verify(fresh.db, outside)).toMatchObject({ ok: true, restores: 1 });

    await write(BOOK, 3);
    expect(await verify(fresh.db, newer)).toMatchObject({ ok: true });
    await forging.forge(`update record.entry_data set canonical = '{"words":"new"}' ${at(6)}`);
    await forging.rehash(BOOK, 6);
    expect((await verify(fresh.db, newer)).firstFault).toMatchObject({ book: BOOK, seq: 7 });
  });

  test('cannot be accepted when it differs otherwise than by being older', async () => {
    await write(AFTER, 1);
    const newer = await seal(fresh.db, NOW);
    await forging.restore();
    await write(AFTER, 1);
    const by = { person: 'the director', reason: 'none' };
    expect(await acceptRestore(fresh.db, newer, by, NOW)).toMatchObject({
      ok: false,
      refusal: expect.stringMatching(/differs/),
    });
    expect(await acceptRestore(fresh.db, sealed, by, NOW)).toMatchObject({ ok: false, refusal: 'nothing was lost' });
    const altered = { ...newer, number: newer.number + 1 };
    expect(await acceptRestore(fresh.db, altered, by, NOW)).toMatchObject({
      ok: false,
      refusal: 'the seal was altered',
    });
  });
});

test('a seal goes to a file and comes back; a file that is none, or was changed, is refused', () => {
  const text = JSON.stringify(sealed, null, 2);
  expect(readSeal(text)).toEqual({ ok: true, value: sealed });
  expect(readSeal(text.replace(BOOK, AFTER))).toMatchObject({ ok: false, refusal: expect.stringMatching(/altered/) });
  for (const bad of ['', '{', '[]', '{"root":1}']) expect(readSeal(bad)).toMatchObject({ ok: false });
});
