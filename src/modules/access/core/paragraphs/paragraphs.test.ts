import { expect, test } from 'vitest';
import { goldenExamples } from '../../../../../test/golden/golden-examples.ts';
import { paragraphsOf, pathInWords } from './paragraphs.ts';

const pathsOf = (name: string): string[] => {
  const example = goldenExamples().find(({ type }) => type.type === name);
  if (!example) throw new Error(`no example of ${name}`);
  return paragraphsOf(example.data, (data) => example.type.data.safeParse(data).success).map(({ path }) => path);
};

test('sentences and lists of names are paragraphs; days, choices, codes and ids are not', () => {
  expect(pathsOf('view-expressed')).toEqual(['words', 'told', 'how']);
  expect(pathsOf('child-described')).toEqual(['languages']);
  expect(pathsOf('initial-conference-target-set')).toEqual([]);
  expect(pathsOf('books-linked')).toEqual(['because']);
  expect(pathsOf('annex-observed')).toEqual(['cells.0.heading', 'cells.0.value', 'cells.1.heading']);
});

test('a path reads as a heading', () => {
  expect(['account', 'notSeenBecause', 'cells.0.value'].map(pathInWords)).toEqual([
    'Account',
    'Not seen because',
    'Cells 1, value',
  ]);
});
