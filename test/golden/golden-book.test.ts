import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entryRegistry } from '../../src/app/entry-registry.ts';
import { faultsOfGolden, missingFromGolden, readGolden } from '../../src/record/golden/golden-entry.ts';
import { sha256 } from '../../src/record/store/sha256.ts';

const book = readGolden(readFileSync(new URL('../../src/record/golden/golden-book.jsonl', import.meta.url), 'utf8'));

test('every type and version of entry stands in the golden book (if not: test/golden/keep-golden.ts adds it)', () => {
  expect(missingFromGolden(entryRegistry(), book)).toEqual([]);
});

test('everything that was ever released still verifies, is raised to the newest version and fits it', () => {
  expect(faultsOfGolden(sha256, entryRegistry(), book)).toEqual([]);
});
