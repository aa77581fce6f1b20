import { describe, expect, test } from 'vitest';
import { codeStanding, codesOf, labelOf } from './code-set.ts';
import { readStatute } from './read-statute.ts';

const statute = readStatute();

describe('codes of the census by collection year', () => {
  test('sex took the place of gender in the collection of 2025', () => {
    expect([...codesOf(statute, 'cin-sex', 2024)]).toEqual([]);
    expect([...codesOf(statute, 'cin-sex', 2025).keys()]).toEqual(['M', 'F', 'U']);
    expect([...codesOf(statute, 'cin-gender', 2024).keys()]).toEqual(['0', '1', '2', '9']);
    expect([...codesOf(statute, 'cin-gender', 2025)]).toEqual([]);
  });

  test.each([
    ['cin-closure-reason', 'RC9', 2022, 'other-year'],
    ['cin-closure-reason', 'RC9', 2023, 'valid'],
    ['cin-closure-reason', 'RC10', 2026, 'no-year'],
    ['cin-referral-source', '5D', 2022, 'other-year'],
    ['cin-referral-source', '5D', 2023, 'valid'],
    ['cin-referral-source', '10', 2026, 'valid'],
    ['cin-referral-source', '11', 2026, 'no-year'],
    ['cin-assessment-factor', '24A', 2022, 'valid'],
    ['cin-assessment-factor', '18A', 2024, 'valid'],
    ['cin-assessment-factor', '18A', 2025, 'other-year'],
    ['cin-assessment-factor', '19A', 2026, 'other-year'],
    ['cin-assessment-factor', '8A', 2026, 'no-year'],
    ['cin-upn-authority', '926', 2026, 'valid'],
    ['cin-upn-authority', '006', 2026, 'no-year'],
    ['cin-upn-unknown', 'UN8', 2026, 'no-year'],
  ] as const)('%s: %s in %i is %s', (set, code, year, standing) => {
    expect(codeStanding(statute, set, code, year)).toBe(standing);
  });

  test('the codes keep the order of the file and their labels', () => {
    expect([...codesOf(statute, 'cin-primary-need', 2026).keys()].at(-1)).toBe('N0');
    expect(labelOf(statute, 'cin-assessment-factor', '18A')).toBe('Physical abuse');
    expect(labelOf(statute, 'cin-assessment-factor', '99Z')).toBeUndefined();
  });

  test('sets have as many codes as the schema of 2026', () => {
    const census = [...statute.codeSets.keys()].filter((set) => set.startsWith('cin-'));
    const sizes = census.map((set) => [set, codesOf(statute, set, 2026).size]);
    expect(Object.fromEntries(sizes)).toEqual({
      'cin-abuse-category': 5,
      'cin-assessment-factor': 42,
      'cin-closure-reason': 9,
      'cin-disability': 13,
      'cin-ethnicity': 20,
      'cin-gender': 0,
      'cin-primary-need': 10,
      'cin-referral-source': 22,
      'cin-sex': 3,
      'cin-upn-authority': 193,
      'cin-upn-unknown': 7,
      'cin-yes-no': 4,
    });
  });

  test('a set that does not exist is a fault of the program', () => {
    expect(() => codesOf(statute, 'cin-colour', 2026)).toThrow('no code set cin-colour');
  });
});
