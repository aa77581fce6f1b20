import { describe, expect, test } from 'vitest';
import { statute } from '../../../../../test/census/census-in-tests.ts';
import { readRow } from './read-ssda903-rows.ts';
import { readCell } from './read-ssda903-value.ts';
import { recogniseTable, SHAPES } from './ssda903-tables.ts';

const namesOf = (table: string): string[] =>
  (SHAPES.find((shape) => shape.table === table)?.columns ?? []).map(({ name }) => name);

describe('a table is known by its headings alone', () => {
  test.each(SHAPES.map(({ table }) => table))('%s, in any order and case', (table) => {
    const headings = namesOf(table)
      .toReversed()
      .map((name) => ` ${name.toLowerCase()} `);
    expect(recogniseTable(headings).shape.table).toBe(table);
  });

  test('names of other makers', () => {
    const headings = namesOf('Episodes').map((name) => ({ CHILD: 'CHILDID', PLACE: 'PL' })[name] ?? name);
    expect(recogniseTable(headings).shape.table).toBe('Episodes');
  });

  test.each<[string, string[], RegExp]>([
    ['an unknown column', [...namesOf('Reviews'), 'MOOD'], /a column MOOD, which the table Reviews does not have/],
    ['a missing column', namesOf('Episodes').slice(0, -1), /no column URN, which the table Episodes has/],
    ['a column twice', [...namesOf('Missing'), 'MISSING'], /column MISSING twice/],
    ['something else', ['Name', 'Address'], /not a table of the looked-after return: its first line is “NAME,ADDRESS”/],
    ['other separators', [namesOf('Missing').join(';')], /not a table of the looked-after return/],
    ['a table of a later year', ['CHILD', 'DOB', 'DOLO_START', 'DOLO_END'], /DoLo, which the return has from 2027/],
  ])('%s is refused, with its name', (_, headings, says) => {
    expect(() => recogniseTable(headings)).toThrow(says);
  });
});

describe('a cell is read as what its column is', () => {
  const law = { codeSets: statute.codeSets, year: 2026 };
  const read = (name: string, is: Parameters<typeof readCell>[0]['is'], text: string) =>
    readCell({ name, is }, text, law);

  test('a day is one that exists, in the order of the return; never guessed', () => {
    expect(read('DECOM', 'date', '03/04/2025')).toEqual({ is: 'value', value: '2025-04-03' });
    expect(read('DECOM', 'date', '29/02/2025')).toMatchObject({ is: 'fault' });
    expect(read('DECOM', 'date', '04/13/2025')).toMatchObject({ is: 'fault' });
    expect(read('DECOM', 'date', '2025-04-03')).toMatchObject({ value: '2025-04-03', odd: { code: 'date-form' } });
    expect(read('DECOM', 'date', ' ')).toEqual({ is: 'nothing' });
  });

  test('a code of another year is loaded and flagged, one of no year is not', () => {
    expect(read('SEX', 'code:ssda903-sex', '2')).toMatchObject({ value: '2', odd: { code: 'code-of-another-year' } });
    expect(read('SEX', 'code:ssda903-sex', 'f')).toEqual({ is: 'value', value: 'F' });
    expect(read('SEX', 'code:ssda903-sex', 'X')).toMatchObject({
      is: 'fault',
      reason: expect.stringMatching(/not a code of any year/),
    });
  });

  test('a score is a whole number from 0 to 40', () => {
    expect(read('SDQ_SCORE', 'score', '40')).toEqual({ is: 'value', value: 40 });
    for (const wrong of ['41', '-1', '7.5', 'many']) expect(read('SDQ_SCORE', 'score', wrong).is).toBe('fault');
  });

  test('a row with more or fewer values than columns, or without a child, is set aside with that reason', () => {
    const table = recogniseTable(namesOf('Missing'));
    const faults = (cells: string[]) => readRow(table, { line: 2, cells }, law).faults.join(' ');
    expect(faults(['A', '02/03/2012', 'M', '01/05/2025', '', ''])).toBe('');
    expect(faults(['A', '02/03/2012', 'M', '01/05/2025', '', 'x'])).toMatch(/6 values, where the table has 5/);
    expect(faults(['A', '02/03/2012', 'M'])).toMatch(/only 3 of the 5/);
    expect(faults(['', '02/03/2012', 'M', '01/05/2025', ''])).toMatch(/no CHILD: nobody can say whose/);
    expect(faults(['A', '02/03/2012', 'M', '', ''])).toBe('It has no MIS_START.');
  });
});
