import { describe, expect, test } from 'vitest';
import { readWhole } from '../../test/census/census-in-tests.ts';
import { inventCensus } from './invent-census.ts';
import { writeCensus } from './write-census.ts';

describe.each([2022, 2023, 2024, 2025, 2026])('an invented census of %i', (year) => {
  const census = inventCensus({ seed: 7, year, children: 300 });

  test('is the same for the same seed, and another for another', () => {
    expect(inventCensus({ seed: 7, year, children: 300 })).toEqual(census);
    expect(inventCensus({ seed: 8, year, children: 300 })).not.toEqual(census);
  });

  test.each(['words', 'digits'] as const)('keeps to the checks of the census, with answers in %s', (answers) => {
    const { header, children, strangers } = readWhole(writeCensus(census, { answers }));
    expect(header).toMatchObject({ year, softwareCode: 'Sightline county generator', flags: [] });
    expect(strangers).toEqual([]);
    expect(children).toHaveLength(300);
    expect(children.flatMap(({ setAside }) => setAside)).toEqual([]);
    expect(
      children.flatMap(({ flags, laChildId }) => flags.map(({ code, reason }) => `${laChildId} ${code} ${reason}`)),
    ).toEqual([]);
  });

  test('has something in every table', () => {
    const { children } = readWhole(writeCensus(census));
    const tables = new Set(children.flatMap(({ rows }) => rows.map(({ table }) => table)));
    expect([...tables].sort()).toEqual([
      'AssessmentFactorsList',
      'Assessments',
      'CINdetails',
      'CINplanDates',
      'ChildCharacteristics',
      'ChildIdentifiers',
      'ChildProtectionPlans',
      'Disabilities',
      'Reviews',
      'Section47',
    ]);
  });
});
