import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './import-graph.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Who may take a protected value out of what keeps it from being printed, and what for. */
const MAY_REVEAL: Readonly<Record<string, string>> = {
  'src/kernel/protected.ts': 'defines it',
  'src/record/canonical-json.ts': 'the bytes of an entry in its book',
  'src/modules/people/core/places-now.ts': 'rows that the application writes and cannot read',
  'src/modules/people/core/shown-to.ts': 'what one reader is shown, judged by relation and today’s protection',
};

const files = sourceFiles(root, ['src', 'county', 'bench']).filter((file) => !/\.test\.tsx?$/.test(file));
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

test('only these files reveal a protected value', () => {
  const revealing = files.filter((file) => /\breveal\b(?!ed)|Protected\.valueOf/.test(textOf(file)));
  expect(revealing.sort()).toEqual(Object.keys(MAY_REVEAL).sort());
});

test('every entry field that is an address line, a postcode or a telephone number is one that cannot print', () => {
  const plain = files
    .filter((file) => file.endsWith('.entry.ts'))
    .flatMap((file) =>
      (textOf(file).match(/\b(line|address|postcode|telephone|phone|number): said\((words|shortText)\)/g) ?? []).map(
        (field) => `${file}: ${field}`,
      ),
    );
  expect(plain).toEqual(NOT_OF_A_FAMILY);
});

/** Not of a family: a social worker’s number in the register. */
const NOT_OF_A_FAMILY: readonly string[] = ['src/modules/workforce/core/worker.entry.ts: number: said(shortText)'];
