import { describe, expect, test } from 'vitest';
import { mustBeDate } from '../../../kernel/local-date.ts';
import type { NewEntry } from '../../../record/entry.ts';
import { registryOf, upcast } from '../../../record/registry.ts';
import { envelopeOn, idNumber, storedEntries } from '../../stored-entry.fixture.ts';
import { teamFormed } from './team.entry.ts';
import { membershipPage, membershipsOf } from './team-membership.ts';
import { workerJoined, workerLeft, workerMoved } from './worker.entry.ts';
import { teamPage, workerPage } from './worker-now.ts';

const [book, north, south] = [idNumber(1), idNumber(10), idNumber(11)];
const joined = (day: string | null, team?: typeof north) =>
  workerJoined.write(envelopeOn(day), { name: 'Temitope Adeyemi', ...(team ? { team } : {}) });
const moved = (day: string | null, team = south) => workerMoved.write(envelopeOn(day), { team });
const left = (day: string, on = '2022-01-10') => workerLeft.write(envelopeOn(day), { joinedOn: mustBeDate(on) });
const stretches = (...entries: NewEntry[]) =>
  membershipsOf(storedEntries(entries)).map(({ team, from, over, until }) => [team, from, over, until]);

describe('the teams of a worker', () => {
  test('from joining on, while it lasts', () => {
    expect(stretches(joined('2022-01-10', north))).toEqual([[north, '2022-01-10', false, null]]);
    expect(stretches(joined('2022-01-10'))).toEqual([]);
  });

  test('a move ends one on the day on which the other begins', () => {
    expect(stretches(joined('2022-01-10', north), moved('2025-04-01'))).toEqual([
      [north, '2022-01-10', true, '2025-04-01'],
      [south, '2025-04-01', false, null],
    ]);
    expect(stretches(joined('2022-01-10'), moved('2025-04-01'))).toEqual([[south, '2025-04-01', false, null]]);
  });

  test('moves count in the order in which they happened, and a move into the same team is none', () => {
    expect(stretches(moved('2025-04-01', north), joined('2022-01-10', north), moved('2024-02-05'))).toEqual([
      [north, '2022-01-10', true, '2024-02-05'],
      [south, '2024-02-05', true, '2025-04-01'],
      [north, '2025-04-01', false, null],
    ]);
    expect(stretches(joined('2022-01-10', north), moved('2023-01-09', north))).toHaveLength(1);
  });

  test('the day of leaving is the last one in the team', () => {
    expect(stretches(joined('2022-01-10', north), left('2026-02-27'))).toEqual([
      [north, '2022-01-10', true, '2026-02-28'],
    ]);
    expect(stretches(joined('2022-01-10', north), left('2024-06-28'), joined('2025-09-01', north))).toEqual([
      [north, '2022-01-10', true, '2024-06-29'],
      [north, '2025-09-01', false, null],
    ]);
  });

  test('a day that nobody knows is never made up', () => {
    expect(stretches(joined(null, north))).toEqual([[north, null, false, null]]);
  });

  test('the tables: each stretch, and the last team beside the worker', () => {
    const entries = storedEntries([joined('2022-01-10', north), moved('2025-04-01')]);
    expect(membershipPage.rowsOf(book, entries)).toEqual([
      { book, stay: 1, team: north, from_day: '2022-01-10', over: true, until_day: '2025-04-01' },
      { book, stay: 2, team: south, from_day: '2025-04-01', over: false, until_day: null },
    ]);
    expect(workerPage.rowsOf(book, entries)).toMatchObject([{ team: south }]);
  });
});

describe('a team', () => {
  test('what it does and where, as last said', () => {
    const formed = teamFormed.write(envelopeOn('2011-04-01'), { name: 'Northfield' });
    const again = teamFormed.write(envelopeOn('2024-04-01'), {
      name: 'Northfield',
      kind: 'assessment',
      district: 'North',
    });
    expect(teamPage.rowsOf(book, storedEntries([formed]))).toMatchObject([{ kind: null, district: null }]);
    expect(teamPage.rowsOf(book, storedEntries([formed, again]))).toEqual([
      { book, name: 'Northfield', managed_by: null, kind: 'assessment', district: 'North' },
    ]);
  });

  test('one that was recorded before anybody asked is read with what was not asked', () => {
    const registry = registryOf([teamFormed.is]);
    expect(upcast(registry, 'team-formed', 1, { name: 'Northfield', managedBy: north })).toEqual({
      ...{ name: 'Northfield', managedBy: north },
      ...{ kind: { notSaid: 'not asked' }, district: { notSaid: 'not asked' } },
    });
  });
});
