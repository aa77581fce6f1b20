import { expect, test } from 'vitest';
import { mustBeDate } from '../../../kernel/local-date.ts';
import type { NewEntry } from '../../../record/entry.ts';
import { notKnown } from '../../../record/said.ts';
import { envelopeOn, idNumber, storedEntries, toldOf } from '../../stored-entry.fixture.ts';
import { people } from '../module.ts';
import { adultRecorded, nameUsed } from './adult-recorded.entry.ts';
import { related } from './family.entry.ts';
import { adultPage, aliasPage, householdPage, relationshipPage } from './family-now.ts';
import { householdJoined, householdLeft } from './household.entry.ts';

const [book, mother, house, hostel] = [idNumber(1), idNumber(2), idNumber(10), idNumber(11)];
const on = (day: string | null = '2026-01-05') => envelopeOn(day);
const rowsOf = (page: typeof adultPage, ...entries: NewEntry[]) => page.rowsOf(book, storedEntries(entries));

test('an adult: what was last said of each thing stands', () => {
  const first = adultRecorded.write(on(), { name: 'Marta Nowak', sex: 'female', aliases: ['Marta Kowalska'] });
  const later = adultRecorded.write(on(), { name: 'Marta Zielińska', bornOn: mustBeDate('1990-05-04') });
  expect(rowsOf(adultPage, first, later)).toEqual([
    { book, name: 'Marta Zielińska', born_on: '1990-05-04', sex: 'female' },
  ]);
  const used = nameUsed.write(on(), { name: 'Marta Kowalska', kind: 'birth' });
  expect(rowsOf(aliasPage, first, later, used)).toEqual([
    { book, name: 'Marta Kowalska', kind: 'birth', from_day: null, until_day: null },
  ]);
  expect(rowsOf(aliasPage, used, first)).toMatchObject([{ name: 'Marta Kowalska', kind: 'birth' }]);
});

test('a relationship is replaced by what is said of it later; another kind stands beside it', () => {
  const guess = related.write(on(), { to: mother, as: 'mother', parentalResponsibility: notKnown });
  const asked = related.write(on(), { to: mother, as: 'mother', parentalResponsibility: true });
  const carer = related.write(on(), { to: mother, as: 'carer', until: mustBeDate('2026-01-05') });
  expect(rowsOf(relationshipPage, guess)).toMatchObject([{ parental_responsibility: null }]);
  expect(rowsOf(relationshipPage, guess, asked, carer)).toMatchObject([
    { with_book: mother, as_what: 'mother', parental_responsibility: true, until_day: null },
    { with_book: mother, as_what: 'carer', parental_responsibility: null, until_day: '2026-01-05' },
  ]);
  expect(toldOf(people.entries, guess)).toBe('People. The mother was recorded.');
  expect(toldOf(people.entries, related.write(on(), { to: mother, as: 'father', parentalResponsibility: false }))).toBe(
    'People. The father was recorded, without parental responsibility.',
  );
});

test('somebody who left a household and came back stayed there twice', () => {
  const joined = (day: string | null, household = house) => householdJoined.write(on(day), { household });
  const left = (day: string | null, household = house) => householdLeft.write(on(day), { household });
  expect(rowsOf(householdPage, joined('2024-01-01'), left('2024-06-01'), joined('2025-02-01'))).toEqual([
    { book, stay: 1, household: house, joined_on: '2024-01-01', gone: true, left_on: '2024-06-01' },
    { book, stay: 2, household: house, joined_on: '2025-02-01', gone: false, left_on: null },
  ]);
  // A second home does not end the first, and a home that nobody said they came to is not left.
  expect(rowsOf(householdPage, joined('2024-01-01'), joined('2024-03-01', hostel))).toHaveLength(2);
  expect(rowsOf(householdPage, left('2024-03-01', hostel))).toEqual([]);
  expect(rowsOf(householdPage, joined('2024-01-01'), joined('2024-02-01'))).toHaveLength(1);
  expect(rowsOf(householdPage, joined(null))).toMatchObject([{ joined_on: null, gone: false }]);
});
