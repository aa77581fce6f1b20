import { describe, expect, test } from 'vitest';
import { statute } from '../../../../../test/census/census-in-tests.ts';
import { episode, type Row903 } from '../../../../../test/ssda903/ssda903-in-tests.ts';
import { carePeriods, periodOn } from './care-periods.ts';
import { readNamed } from './read-ssda903-rows.ts';
import { SHAPES } from './ssda903-tables.ts';

const columns = SHAPES.find(({ table }) => table === 'Episodes')?.columns ?? [];
const rowsOf = (rows: readonly Row903[]) =>
  rows.map((row, place) =>
    readNamed(
      'Episodes',
      columns,
      { line: place + 2, cells: new Map(Object.entries(row)) },
      { codeSets: statute.codeSets, year: 2026 },
    ),
  );
/** `from..until: placements`, a period a line; a beginning that the file does not show has a question mark. */
const periodsOf = (...rows: Row903[]): string[] =>
  carePeriods(rowsOf(rows)).map(({ startedOn, firstOn, end, stays }) => {
    const inside = stays.map((stay) => `${stay.startedOn ?? `?${stay.firstOn}`} ${stay.episodes.length}`).join(', ');
    return `${startedOn ?? `?${firstOn}`}..${end ? (end.on ?? `?${end.by}`) : ''}: ${inside}`;
  });

describe('episodes become periods of care and stays', () => {
  test('whatever their order in the file; a change of status alone is no new stay', () => {
    const rows = [
      episode('A', '01/05/2025', '01/06/2025'),
      episode('A', '01/06/2025', '01/09/2025', { RNE: 'L', LS: 'C1' }),
      episode('A', '01/09/2025', '01/12/2025', { RNE: 'P', LS: 'C1' }),
      episode('A', '01/12/2025', '05/01/2026', { RNE: 'B', LS: 'C2', REC: 'E4A' }),
    ];
    const once = ['2025-05-01..2026-01-05: 2025-05-01 2, 2025-09-01 1, 2025-12-01 1'];
    expect(periodsOf(...rows)).toEqual(once);
    expect(periodsOf(...rows.toReversed())).toEqual(once);
  });

  test('the beginning of a period that the file does not show is not known, nor that of its stay', () => {
    expect(periodsOf(episode('A', '01/09/2024', '', { RNE: 'L' }))).toEqual(['?2024-09-01..: ?2024-09-01 1']);
    expect(periodsOf(episode('A', '01/09/2024', '', { RNE: 'P' }))).toEqual(['?2024-09-01..: 2024-09-01 1']);
  });

  test('a child who comes back into care has two periods', () => {
    const first = episode('A', '01/05/2025', '01/06/2025', { REC: 'E4B' });
    expect(periodsOf(first, episode('A', '01/08/2025', ''))).toEqual([
      '2025-05-01..2025-06-01: 2025-05-01 1',
      '2025-08-01..: 2025-08-01 1',
    ]);
  });

  test('a new period though the last has no end: that one ended, nobody can say when', () => {
    expect(periodsOf(episode('A', '01/05/2025', ''), episode('A', '01/08/2025', ''))).toEqual([
      '2025-05-01..?2025-08-01: 2025-05-01 1',
      '2025-08-01..: 2025-08-01 1',
    ]);
  });

  test('a reason without a day ends nothing', () => {
    expect(periodsOf(episode('A', '01/05/2025', '', { REC: 'E4A' }))).toEqual(['2025-05-01..: 2025-05-01 1']);
  });

  test('a day lies in the last period that holds it', () => {
    const periods = carePeriods(
      rowsOf([episode('A', '01/05/2025', '01/06/2025', { REC: 'E4B' }), episode('A', '01/08/2025', '')]),
    );
    const on = (day: string) => periodOn(periods, day as never);
    expect([on('2025-04-30'), on('2025-05-01'), on('2025-07-01'), on('2025-08-01')]).toEqual([null, 0, null, 1]);
  });
});
