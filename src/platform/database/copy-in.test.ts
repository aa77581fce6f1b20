import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/fresh-database.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { BinaryRows } from './binary-rows.ts';
import { copyIn } from './copy-in.ts';
import type { Tx } from './database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await fresh.db.owner((tx) =>
    sql`create table public.copied (n int, word text, id uuid, ids uuid[], small smallint, yes boolean, day date,
        at timestamptz, raw bytea);
      alter table public.copied enable row level security;
      create policy all_of_it on public.copied using (true);
      grant select, insert on public.copied to sightline_app`.execute(tx),
  );
});
afterAll(() => fresh.drop());

const COLUMNS = ['n', 'word', 'id', 'ids', 'small', 'yes', 'day', 'at', 'raw'];
const ID = '0189abcd-ef01-4234-8567-89abcdef0123';
const LONG = 'ö\t"\\N"\n'.repeat(40_000);
const DAYS = ['1969-12-31', '2000-02-29', '9999-12-31'] as LocalDate[];
const TIMES = ['1899-12-31T23:59:59.999Z', '2000-01-01T00:00:00.000Z', '2038-03-04T05:06:07.008Z'] as Instant[];

async function fill(tx: Tx): Promise<unknown> {
  const rows = new BinaryRows();
  for (let n = 0; n < 3; n += 1) {
    rows
      .row(9)
      .int4(-n)
      .text(n === 1 ? LONG : 'plain')
      .uuid(ID)
      .oneUuid(ID)
      .int2(-n)
      .bool(n === 1);
    rows
      .day(n)
      .instant(TIMES[n] as Instant)
      .bytes(new Uint8Array([0, n, 255]));
  }
  rows.row(9).int4(null).text(null).uuid(null).oneUuid(ID).int2(null).bool(null);
  rows
    .date(DAYS[1] as LocalDate)
    .instant(null)
    .bytes(null);
  await copyIn(tx, 'public.copied', COLUMNS, rows);
  return (await sql`select * from public.copied order by n nulls last`.execute(tx)).rows;
}

const expected = [
  ...[2, 1, 0].map((n) => ({
    ...{ n: -n, word: n === 1 ? LONG : 'plain', id: ID, ids: [ID], small: -n, yes: n === 1 },
    ...{ day: `1970-01-0${n + 1}`, at: TIMES[n], raw: Buffer.from([0, n, 255]) },
  })),
  { n: null, word: null, id: null, ids: [ID], small: null, yes: null, day: '2000-02-29', at: null, raw: null },
].map((row) => (row.n === 0 ? { ...row, n: 0, small: 0 } : row));

const rolledBack = new Error('undone');
const undone = async (work: (tx: Tx) => Promise<void>, as: 'app' | 'owner'): Promise<void> => {
  const all = async (tx: Tx) => {
    await work(tx);
    throw rolledBack;
  };
  const asked = as === 'owner' ? fresh.db.owner(all) : fresh.db.as({ person: 'a', purpose: 'command' }, all);
  await expect(asked).rejects.toBe(rolledBack);
};

test.each(['app', 'owner'] as const)('rows copied as the %s are the rows that were written', async (as) => {
  await undone(async (tx) => expect(await fill(tx)).toEqual(expected), as);
});

test('a row that breaks a rule fails the transaction and leaves the connection sound', async () => {
  const broken = new BinaryRows().row(1).text('a word where a number belongs');
  const attempt = fresh.db.as({ person: 'a', purpose: 'command' }, (tx) => copyIn(tx, 'public.copied', ['n'], broken));
  await expect(attempt).rejects.toThrow('incorrect binary data format');
  await undone(async (tx) => expect(await fill(tx)).toEqual(expected), 'app');
});
