import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import { copyRows } from './copy-out.ts';
import type { Tx } from './database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase({ max: 1 });
});
afterAll(() => fresh.drop());

const as = <Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> =>
  fresh.db.as({ person: 'a', purpose: 'command' }, work);
const ROWS = 50_000;

test('every row arrives once and in order, however the network cuts it, and the next question is answered', async () => {
  const seen: number[] = [];
  const next = await as(async (tx) => {
    await copyRows(tx, `select n::int4, repeat('x', n % 977) from generate_series(1, ${ROWS}) as n`, (rows, first) => {
      expect(rows.readInt16BE(first)).toBe(2);
      expect(rows.readInt32BE(first + 10)).toBe(rows.readInt32BE(first + 6) % 977);
      seen.push(rows.readInt32BE(first + 6));
    });
    return (await sql<{ n: number }>`select 7 as n`.execute(tx)).rows;
  });
  expect(seen).toEqual(Array.from({ length: ROWS }, (_, at) => at + 1));
  expect(next).toEqual([{ n: 7 }]);
});

test('no row at all is an answer; a fault on either side is told, and the connection stays sound', async () => {
  let taken = 0;
  await as((tx) =>
    copyRows(tx, 'select 1 where false', () => {
      taken += 1;
    }),
  );
  expect(taken).toBe(0);
  const halfway = `select 1 / (n - 3000) from generate_series(1, ${ROWS}) as n`;
  await expect(as((tx) => copyRows(tx, halfway, () => {}))).rejects.toThrow('division by zero');
  const throwing = (): void => {
    throw new Error('I cannot take it');
  };
  await expect(as((tx) => copyRows(tx, 'select 1', throwing))).rejects.toThrow('I cannot take it');
  expect(await as(async (tx) => (await sql<{ n: number }>`select 7 as n`.execute(tx)).rows)).toEqual([{ n: 7 }]);
});
