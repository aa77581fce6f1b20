import { expect, test } from 'vitest';
import { countyOf } from './generate/county-plan.ts';
import { inventCounty } from './generate/invent-county.ts';
import { differences } from './manifest/differences.fixture.ts';

const seed = Math.floor(Math.random() * 2 ** 31);
console.log(`The county of the long suite: seed ${seed}.`);

test('at the size of a county the line of sight finds what the manifest lists, and nothing else', () => {
  const { children, differ } = differences(countyOf(seed, 5_500));
  expect(differ.slice(0, 40)).toEqual([]);
  expect(children + 11).toBe(9 * 5_500);
});

test('thirty seeds at a small size', () => {
  for (let each = 1; each <= 30; each += 1)
    expect(differences(countyOf(seed + each, 60)).differ.slice(0, 10)).toEqual([]);
});

test('the county of 5,500 is shaped as it is said to be', () => {
  const found = { inCare: 0, lastYear: 0, yearBefore: 0, autumn: new Set<string>() };
  const { today } = countyOf(seed, 5_500);
  for (const { children } of inventCounty(countyOf(seed, 5_500)).families())
    for (const { book, noted } of children) {
      const over = new Set(noted.filter(({ is }) => is === 'care ended').map(({ thread }) => thread));
      if (noted.some(({ is, thread }) => is === 'care entered' && !over.has(thread))) found.inCare += 1;
      for (const { is, on } of noted) {
        if (is === 'referred' && on > today - 365) found.lastYear += 1;
        if (is === 'referred' && on > today - 730 && on <= today - 365) found.yearBefore += 1;
        if (is === 'in nobody’s hands' && on >= today - 190 && on < today - 109) found.autumn.add(book);
      }
    }
  expect(found.inCare).toBeGreaterThan(1_000);
  expect(Math.abs(found.lastYear - 8_500)).toBeLessThan(850); // within a tenth
  expect(Math.abs(found.yearBefore - 7_500)).toBeLessThan(750);
  expect(found.autumn.size).toBeGreaterThan(200);
});

test('an episode that ends on the day on which it began has nobody to hold it', () => {
  const families = [...inventCounty(countyOf(24_757, 5_500)).families()];
  expect(families.length).toBeGreaterThan(5_500);
});
