import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { goldenBook, goldenLines, readGolden } from '../../src/record/golden/golden-entry.ts';
import { sha256 } from '../../src/record/store/sha256.ts';
import { goldenExamples } from './golden-examples.ts';

/**
 * Adds to the golden book what is about to be released: `node_modules/.bin/node test/golden/keep-golden.ts`. Lines that are there are
 * never changed; before the very first release, delete the file to begin again.
 */
const file = fileURLToPath(new URL('../../src/record/golden/golden-book.jsonl', import.meta.url));
const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
const added = goldenBook(sha256, readGolden(kept), goldenExamples());
writeFileSync(file, kept + goldenLines(added));
console.log(`${added.length} added`);
