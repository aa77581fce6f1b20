import { expect, test } from 'vitest';
import { mustBeDate } from '../../../../kernel/local-date.ts';
import type { SightlinePart, SightlinePicture } from '../../../../ui/sightline/sightline-picture.ts';
import { daysCovered, daysInWords } from './days-covered.ts';

const day = mustBeDate;
const part = (is: 'open' | 'cover' | 'gap' | 'unknown', from: string, until: string | null): SightlinePart => ({
  is,
  from: day(from),
  until: until === null ? null : day(until),
  what: is,
});
const lane = (name: SightlinePicture['lanes'][number]['lane'], ...parts: SightlinePart[]) => ({
  lane: name,
  now: { words: '' },
  parts,
});
const picture = (...lanes: SightlinePicture['lanes'][number][]): SightlinePicture => ({
  name: 'A child',
  today: day('2026-03-31'),
  worst: [],
  lanes,
});

test('the days add up to those that were open, whatever overlaps', () => {
  const days = daysCovered(
    picture(
      lane('concern', part('open', '2026-03-02', null)),
      lane('held', part('gap', '2026-03-02', '2026-03-05'), part('cover', '2026-03-05', null)),
      lane('seen', part('gap', '2026-03-04', '2026-03-09'), part('unknown', '2026-03-08', '2026-03-12')),
      lane('planned', part('gap', '2026-03-30', null)),
    ),
  );
  expect(days).toEqual({ open: 30, covered: 18, missing: 9, unknown: 3, missingNow: 1 });
  expect(daysInWords(days)).toEqual({
    open: 'Open for 30 days. On 18 of them somebody held the child, had seen them in time, had assessed the risk and had a plan where one was owed.',
    missing: 'On 9 at least one of these was missing.',
    rest: 'Of 3 days nobody can tell. One of the four is missing on this day.',
  });
});

test('days outside the time with the council do not count', () => {
  const days = daysCovered(
    picture(
      lane('concern', part('open', '2026-03-02', '2026-03-12')),
      lane('held', part('unknown', '2026-01-01', null)),
    ),
  );
  expect(days).toEqual({ open: 10, covered: 0, missing: 0, unknown: 10, missingNow: 0 });
});

test('a child who was never open has no sentence', () => {
  expect(daysInWords(daysCovered(picture(lane('concern'))))).toBeNull();
});
