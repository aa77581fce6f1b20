import { describe, expect, test } from 'vitest';
import { codeStanding, codesOf, labelOf } from './code-set.ts';
import { readStatute } from './read-statute.ts';

const statute = readStatute();

describe('codes of the looked-after children return by collection year', () => {
  test.each([
    ['ssda903-sex', '1', 2024, 'valid'],
    ['ssda903-sex', '1', 2025, 'other-year'],
    ['ssda903-sex', 'M', 2024, 'other-year'],
    ['ssda903-sex', 'M', 2025, 'valid'],
    ['ssda903-placement', 'Z1', 2025, 'valid'],
    ['ssda903-placement', 'Z1', 2026, 'other-year'],
    ['ssda903-placement', 'Z14', 2026, 'valid'],
    ['ssda903-placement', 'K3', 2024, 'other-year'],
    ['ssda903-placement', 'H5', 2018, 'valid'],
    ['ssda903-placement', 'A2', 2026, 'no-year'],
    ['ssda903-reason-episode-ceased', 'E43', 2018, 'valid'],
    ['ssda903-reason-episode-ceased', 'E45', 2018, 'other-year'],
    ['ssda903-reason-episode-ceased', 'E45', 2019, 'valid'],
    ['ssda903-reason-placement-change', 'CUSTOD', 2018, 'other-year'],
    ['ssda903-category-of-need', 'N9', 2026, 'no-year'],
    ['ssda903-activity', 'F3', 2021, 'valid'],
    ['ssda903-activity', 'F3', 2022, 'other-year'],
    ['ssda903-worker-reason', 'LEFTRL', 2023, 'other-year'],
  ] as const)('%s: %s in %i is %s', (set, code, year, standing) => {
    expect(codeStanding(statute, set, code, year)).toBe(standing);
  });

  test('sets have as many codes as the rules of 2026', () => {
    const sizes = (set: string) => codesOf(statute, `ssda903-${set}`, 2026).size;
    expect({
      placement: sizes('placement'),
      ceased: sizes('reason-episode-ceased'),
      change: sizes('reason-placement-change'),
      legal: sizes('legal-status'),
      accommodation: sizes('accommodation'),
      activity: sizes('activity'),
      ethnicity: sizes('ethnicity'),
    }).toEqual({
      placement: 29,
      ceased: 22,
      change: 12,
      legal: 13,
      accommodation: 33,
      activity: 12,
      ethnicity: 20,
    });
  });
});

describe('texts of Annex A', () => {
  const annex = [...statute.codeSets.values()].filter((set) => set.id.startsWith('annex-a-'));

  test('no text stands twice in one set, however its capitals are written', () => {
    for (const { id, codes } of annex) {
      const folded = codes.map(({ code }) => code.toLowerCase());
      expect([id, new Set(folded).size]).toEqual([id, folded.length]);
    }
  });

  test('a text has the words of the code of the return that it stands for', () => {
    const words = (set: string, code: string) => labelOf(statute, set, code);
    expect(words('annex-a-legal-status', 'C1: ICO')).toBe(words('ssda903-legal-status', 'C1'));
    expect(words('annex-a-ethnicity', 'k) APKN')).toBe(words('ssda903-ethnicity', 'APKN'));
    expect(words('annex-a-need', 'N1 - Abuse or neglect')).toBe(words('cin-primary-need', 'N1'));
    expect(words('annex-a-closure-reason', 'RC7')).toBe(words('cin-closure-reason', 'RC7'));
    expect(words('annex-a-contact-source', 'q) 6: Police')).toBe(words('cin-referral-source', '6'));
    expect(words('annex-a-in-touch', 'e) NREQ')).toBe(words('ssda903-in-touch', 'NREQ'));
  });
});
