import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, sourceFiles } from './import-graph.ts';

const root = path.resolve(import.meta.dirname, '../..');
const product = sourceFiles(root).filter((file) => !/\.(test|types\.test|fixture|examples)\.tsx?$/.test(file));
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Where entries are read for somebody's eyes, and what becomes of their words there. Another place is a decision: add it here. */
const READS_FOR_EYES: Readonly<Record<string, string>> = {
  'src/app/read-child.ts': 'redacts before anything else is done with them',
  'src/modules/access/pages/paragraphs/set-audience/entry-to-keep.ts':
    'shows what `redacted` leaves; of the rest the paths alone',
  'src/modules/allocation/pages/allocate-worker/allocate-worker.page.ts': 'shows what `redacted` leaves',
  'src/modules/child-on-form.ts': 'takes the id of the last entry on a thread',
  'src/modules/people/pages/set-protection/set-protection.page.ts': 'takes the id of the last entry on a thread',
  'src/modules/returns/pages/settle-event/event-to-settle.ts': 'shows what `asReaderMay` and `redacted` leave',
  'src/modules/returns/pages/settle-identity/settle-identity.page.ts': 'shows what `redacted` leaves',
};

test('whoever reads entries for a page or a command is known here, with what becomes of their words', () => {
  const readers = product
    .filter((file) => /^src\/(app\/|modules\/[^/]+\/pages\/|modules\/[^/]+\.tsx?$)/.test(file))
    .filter((file) => importsOf(root, file).some(({ to }) => to === 'src/record/store/read-entries.ts'));
  const unknown = readers.filter((file) => !(file in READS_FOR_EYES) && !mayTakeIdsAlone(file));
  expect(unknown).toEqual([]);
  expect(Object.keys(READS_FOR_EYES).filter((file) => !readers.includes(file))).toEqual([]);
});

/** Pages that ask only whether an act was written (`readActs(…).length`) show nothing of it. */
function mayTakeIdsAlone(file: string): boolean {
  const text = textOf(file);
  const uses = [...text.matchAll(/\b(readEntries|readById|readOfTypeNow|readActs|correctionsIn)\(/g)].map(
    ([, name]) => name,
  );
  const counted = [...text.matchAll(/readActs\([^)]*\)\)*\)?\.length/g)].length;
  return uses.length > 0 && uses.every((name) => name === 'readActs') && counted === uses.length;
}

test('only the redactor says that an entry is redacted', () => {
  const saying = product.filter((file) => /\bas (readonly )?RedactedEntry\b/.test(textOf(file)));
  expect(saying).toEqual(['src/modules/access/core/paragraphs/redact.ts']);
});

test('the words of an entry leave a view by `saidInWords`, which tells of what is withheld, or stand where they cannot be', () => {
  const bare = product.filter(
    (file) => /\.view\.tsx$/.test(file) && /saidOrNull\([^)]*\)\s*\?\?\s*'/.test(textOf(file)),
  );
  expect(bare).toEqual([]);
});
