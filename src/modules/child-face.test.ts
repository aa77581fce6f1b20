import { expect, test } from 'vitest';
import { mustBeDate } from '../kernel/local-date.ts';
import { ageInWords, birthInWords, headingOf } from './child-face.ts';
import { safiyaFace } from './safiya-face.fixture.ts';

const on = mustBeDate('2026-11-20');
const face = safiyaFace;

test('a child is called by name and age', () => {
  expect(headingOf(face, on)).toBe('Safiya Nowak-Rahman, 8');
  expect(birthInWords(face, on)).toBe('14 Feb 2018 (8 years 9 months)');
});

test('where no name is held: by council id, sex and age', () => {
  const nameless = { ...face, name: null };
  expect(headingOf(nameless, on)).toBe('WM104417, girl of 8');
  expect(headingOf({ ...nameless, bornOn: mustBeDate('2026-04-21') }, on)).toBe('WM104417, girl, 6 months');
  expect(headingOf({ ...nameless, sex: null }, on)).toBe('WM104417, child of 8, sex not recorded');
  expect(headingOf({ ...nameless, bornOn: null, sex: 'male' }, on)).toBe('WM104417, boy, age not known');
  expect(headingOf({ ...nameless, bornOn: null, expectedOn: mustBeDate('2027-02-02') }, on)).toBe(
    'WM104417, unborn child',
  );
});

test('an expected birth that is long past was not written down', () => {
  const expected = { ...face, bornOn: null, expectedOn: mustBeDate('2026-11-01') };
  expect(ageInWords(expected, on)).toBe('unborn');
  expect(ageInWords(expected, mustBeDate('2026-12-01'))).toBe('birth not recorded');
});

test('nobody is given a birthday, and the dead do not grow older', () => {
  expect(ageInWords({ ...face, bornOn: null }, on)).toBe('age not known');
  expect(birthInWords({ ...face, bornOn: null }, on)).toBe('Not recorded');
  expect(ageInWords({ ...face, diedOn: mustBeDate('2022-03-01') }, on)).toBe('4');
  expect(birthInWords({ ...face, bornOn: on }, on)).toBe('20 Nov 2026 (0 months)');
});
