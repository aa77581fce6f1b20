import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  borrowedPath,
  isBorrowed,
  readWhole,
  samplePath,
  textOfSample,
} from '../../../../../../test/census/census-in-tests.ts';

/** Checks over a whole return, or over what is no fault of one child. */
const NOT_OF_ONE_CHILD = new Set(['1520', '2883', '2886Q', '2887Q', '2888Q']);

test('a sample that follows the rules has nothing odd', () => {
  for (const name of ['cin_valid_2025-26_400children.xml', 'cin_valid_2025-26_bool01_xsdstrict.xml']) {
    const { header, children } = readWhole(textOfSample(samplePath(name)));
    expect([...header.flags, ...children.flatMap(({ flags }) => flags)]).toEqual([]);
  }
});

test('every fault planted in a sample is flagged or set aside, at the child where it was planted', () => {
  const { children } = readWhole(textOfSample(samplePath('cin_invalid_2025-26.xml')));
  const planted = JSON.parse(readFileSync(samplePath('cin_invalid_2025-26.faults.json'), 'utf8')) as {
    rule_targeted: string;
    child: string;
  }[];
  const missed = planted.filter(({ rule_targeted: rule, child: id }) => {
    const child = children.find(({ laChildId }) => laChildId === id);
    const flagged = child?.flags.some(({ code }) => code === rule || code === 'code-of-another-year');
    return !flagged && !child?.setAside.length && !NOT_OF_ONE_CHILD.has(rule);
  });
  expect(missed).toEqual([]);
});

test.skipIf(!isBorrowed('d2i_cin/fake_CIN_data.xml'))(
  'a generated file of 2022: all without further action, many open, some in the future',
  () => {
    const { header, children } = readWhole(textOfSample(borrowedPath('d2i_cin/fake_CIN_data.xml')));
    const flags = children.flatMap((child) => child.flags);
    const count = (code: string): number => flags.filter((flag) => flag.code === code).length;
    expect(header.flags.map(({ code }) => code)).toEqual(['100']);
    expect(children.flatMap(({ setAside }) => setAside)).toEqual([]);
    expect(children.reduce((sum, { rows }) => sum + rows.filter(({ table }) => table === 'CINdetails').length, 0)).toBe(
      402,
    );
    expect(count('no-further-action-open')).toBe(150);
    expect(count('8831')).toBe(350);
    expect(count('8600') + count('8620')).toBeGreaterThan(0);
  },
);
