import { expect, test } from 'vitest';
import { IdTable } from './id-table.ts';

/** Ids that count upwards, in the middle of a longer row. */
function idAt(n: number): Buffer {
  const row = Buffer.alloc(24);
  row.writeInt32BE(n >> 8, 4);
  row.writeInt32BE(n, 16);
  return row;
}

test('what was set is found and nothing else, the least of two for one id', () => {
  const table = new IdTable();
  expect(table.get(idAt(1), 4)).toBeUndefined();
  for (let n = 0; n < 40_000; n += 2) table.setLeast(idAt(n), 4, n);
  for (let n = 0; n < 40_000; n += 1) expect(table.get(idAt(n), 4)).toBe(n % 2 === 0 ? n : undefined);
  table.setLeast(idAt(100), 4, 200);
  table.setLeast(idAt(102), 4, 7);
  expect([table.get(idAt(100), 4), table.get(idAt(102), 4)]).toEqual([100, 7]);
});
