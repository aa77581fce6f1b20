import { expect, test } from 'vitest';
import { readFilter } from './register-filter.ts';

test('an address without a choice shows everything, longest first', () => {
  expect(readFilter({})).toEqual({
    because: null,
    team: null,
    district: null,
    age: null,
    atLeast: null,
    sort: 'days',
    page: 1,
  });
  expect(readFilter({ reason: 'all', team: ' ', age: 'all' })).toEqual(readFilter({}));
});

test('choices are read; what is none is left out', () => {
  expect(
    readFilter({
      reason: 'on-leave',
      team: 'none',
      district: 'Brayford',
      age: '5-9',
      days: '28',
      sort: 'team',
      page: '3',
    }),
  ).toEqual({
    because: 'on-leave',
    team: '',
    district: 'Brayford',
    age: '5-9',
    atLeast: 28,
    sort: 'team',
    page: 3,
  });
  expect(readFilter({ age: '900', days: '29', sort: 'drop table', page: '-1', reason: ['a', 'b'] })).toEqual(
    readFilter({}),
  );
});
