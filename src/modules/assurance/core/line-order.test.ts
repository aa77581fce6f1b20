import { expect, test } from 'vitest';
import { inLineOrder, LINE_ORDERS, type LineKeys, type LineOrder } from './line-order.ts';

const line = (name: string, more: Partial<LineKeys>) => ({
  name,
  team: 'Brayford',
  district: null,
  openSince: 20_000,
  days: {},
  bornOn: 15_000,
  shade: 5,
  today: 'nothing-late' as const,
  ...more,
});
const lines = [
  line('none', { team: null, openSince: 1 }),
  line('new', { openSince: 20_500 }),
  line('old', { openSince: 19_000, days: { 'not-seen': 4 }, shade: 2 }),
  line('saltmere', { team: 'Saltmere', days: { 'no-worker': 118, 'not-seen': 90 }, shade: 0, bornOn: 18_000 }),
  line('unknown age', { team: 'Thornwick', bornOn: null, days: { 'no-worker': 0 }, shade: 0 }),
];
const names = (order: LineOrder) => inLineOrder(lines, order).map(({ name }) => name);

test('by team, then longest open; without a team last', () => {
  expect(names('team')).toEqual(['old', 'new', 'saltmere', 'unknown age', 'none']);
});

test('teams of one district stand together', () => {
  const teams = [
    line('a', { team: 'Alpha', district: 'South' }),
    line('b', { team: 'Beta', district: 'North' }),
    line('c', { team: 'Gamma', district: 'South' }),
  ];
  expect(inLineOrder(teams, 'team').map(({ name }) => name)).toEqual(['b', 'a', 'c']);
});

test('by days with a gap: longest first, today’s own before those without', () => {
  expect(names('no-worker').slice(0, 2)).toEqual(['saltmere', 'unknown age']);
  expect(names('not-seen').slice(0, 2)).toEqual(['saltmere', 'old']);
});

test('by age youngest first, and where no birth is known last; by the worst of today', () => {
  expect(names('age')[0]).toBe('saltmere');
  expect(names('age').at(-1)).toBe('unknown age');
  expect(names('worst').slice(0, 3)).toEqual(['saltmere', 'unknown age', 'old']);
});

test('every order keeps every line', () => {
  for (const order of LINE_ORDERS) expect(names(order).sort()).toEqual(lines.map(({ name }) => name).sort());
});
