import { expect, test } from 'vitest';
import { z } from 'zod';
import { BOOK_KINDS, type EntryType, entryType } from './entry.ts';
import { parseData, registryOf, typeOf, upcast } from './registry.ts';

const versionOf = (version: number, upcastTo?: EntryType['upcast']): EntryType => ({
  ...entryType({ type: 'plan-agreed', version, books: BOOK_KINDS, data: z.strictObject({ n: z.number() }) }),
  ...(upcastTo ? { upcast: upcastTo } : {}),
});
const addOne = (data: { n: number }) => ({ n: data.n + 1 });

test('old data is raised step by step to the newest version', () => {
  const registry = registryOf([versionOf(3), versionOf(1, addOne), versionOf(2, addOne)]);
  expect(upcast(registry, 'plan-agreed', 1, { n: 0 })).toEqual({ n: 2 });
  expect(upcast(registry, 'plan-agreed', 3, { n: 0 })).toEqual({ n: 0 });
});

test('a version names the one before it, and both are known', () => {
  const registry = registryOf([{ ...versionOf(2), was: versionOf(1, addOne) }]);
  expect([...registry.types.keys()].slice(-2)).toEqual(['plan-agreed@1', 'plan-agreed@2']);
  expect(upcast(registry, 'plan-agreed', 1, { n: 0 })).toEqual({ n: 1 });
});

test('a version that is there twice, missing, or has no way on is refused at the start', () => {
  expect(() => registryOf([versionOf(1), versionOf(1)])).toThrow('plan-agreed@1 is defined twice');
  expect(() => registryOf([versionOf(2)])).toThrow('plan-agreed@1 has no way to version 2');
  expect(() => registryOf([versionOf(1), versionOf(2)])).toThrow('plan-agreed@1 has no way to version 2');
});

test('an entry that nobody knows is not read by guesswork, and a misfit is told without its words', () => {
  const registry = registryOf([versionOf(1)]);
  expect(() => typeOf(registry, 'plan-agreed', 2)).toThrow('No module knows');
  expect(() => parseData(versionOf(1), { n: 'a secret' })).toThrow(/plan-agreed@1 does not fit: n \(invalid_type\)$/);
});
