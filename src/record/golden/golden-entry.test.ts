import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { BOOK_KINDS, type EntryType, entryType } from '../entry.ts';
import { entryMisfiled, entryWithdrawn } from '../record-entries.ts';
import { registryOf } from '../registry.ts';
import {
  faultsOfGolden,
  type GoldenExample,
  goldenBook,
  goldenLines,
  missingFromGolden,
  readGolden,
} from './golden-entry.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const visitOf = (version: number, data: z.ZodType, upcast?: EntryType['upcast']): EntryType => ({
  ...entryType({ type: 'visit-made', version, books: BOOK_KINDS, data }),
  ...(upcast ? { upcast } : {}),
});
const first = visitOf(1, z.strictObject({ seen: z.boolean() }), (data: { seen: boolean }) => ({
  seen: data.seen ? 'alone' : 'no',
}));
const second = visitOf(2, z.strictObject({ seen: z.enum(['alone', 'no']) }));
const own: GoldenExample[] = [
  { type: entryWithdrawn, data: {} },
  { type: entryMisfiled, data: { entry: '00000000-0000-4000-8000-000000000009' } },
];
const atFirst = goldenBook(sha256, [], [...own, { type: first, data: { seen: true } }]);

test('every type and version is kept as it was written, and a new version adds a line without touching the others', () => {
  const registry = registryOf([first, second]);
  expect(missingFromGolden(registry, atFirst)).toEqual(['visit-made@2']);
  const added = goldenBook(sha256, atFirst, [
    ...own,
    { type: first, data: { seen: false } },
    { type: second, data: { seen: 'no' } },
  ]);
  expect(added.map(({ type, version }) => `${type}@${version}`)).toEqual(['visit-made@2']);
  const book = readGolden(goldenLines(atFirst) + goldenLines(added));
  expect(missingFromGolden(registry, book)).toEqual([]);
  expect(faultsOfGolden(sha256, registry, book)).toEqual([]);
});

test('a line that was changed, and an old version that can no longer be read, are found', () => {
  const changed = atFirst.map((entry) => ({ ...entry, canonical: entry.canonical.replace('true', 'false') }));
  expect(faultsOfGolden(sha256, registryOf([first, second]), changed)).toEqual([
    '3 visit-made@1: the words were altered',
  ]);
  const careless = visitOf(1, first.data, () => ({ seen: 'perhaps' }));
  expect(faultsOfGolden(sha256, registryOf([careless, second]), atFirst)[0]).toMatch(
    /visit-made@1: .*does not fit: seen/,
  );
});
