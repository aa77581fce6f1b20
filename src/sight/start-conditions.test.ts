import { describe, expect, it } from 'vitest';
import { verdictsBy } from './duty-for-tests.fixture.ts';
import type { Fact, FactName } from './facts.ts';
import { fact, window } from './history.fixture.ts';

const care = (name: FactName, days: string, extra = {}): Fact =>
  fact(name, days, { thread: 'care', episode: 'care', ...extra });
const placement = (name: FactName, days: string, extra = {}): Fact =>
  fact(name, days, { thread: 'placement', episode: 'care', ...extra });
const visit = (day: string): Fact => fact('seen.alone', day, { thread: `visit ${day}`, episode: null });

describe('a start that counts only while something is open', () => {
  // Visits every two weeks once a placement has lasted a year and is not known to be meant to last.
  const on = verdictsBy('visits-after-a-year');
  const begun = placement('placement.begun', '2025-01-10');
  const anniversary = placement('placement.first-year-over', '2026-01-10', { recorded: '2025-01-10' });

  it('is late, met and, the day before, not there at all', () => {
    expect(on('2026-01-09', [begun, anniversary])).toEqual([]);
    expect(on('2026-01-10', [begun, anniversary])).toEqual(['not-due']);
    expect(on('2026-01-24', [begun, anniversary])).toEqual(['due-soon']);
    expect(on('2026-01-25', [begun, anniversary])).toEqual(['overdue']);
    expect(on('2026-01-25', [begun, anniversary, visit('2026-01-24')])).toEqual(['met', 'not-due']);
  });

  it('never starts when the placement ended before its first anniversary, or on it', () => {
    const ended = (day: string) => [begun, anniversary, placement('placement.ended', day)];
    expect(on('2026-03-01', ended('2025-11-30'))).toEqual([]);
    expect(on('2026-03-01', ended('2026-01-10'))).toEqual([]);
    expect(on('2026-03-01', ended('2026-01-11'))).toEqual(['superseded']);
  });

  it('is not started by the anniversary of another placement', () => {
    const other = placement('placement.begun', '2025-01-10', { thread: 'other placement' });
    expect(on('2026-03-01', [other, anniversary])).toEqual([]);
  });

  it('cannot be told when the other thing ended on one of several days about the start', () => {
    const ended = placement('placement.ended', '2026-01-05..2026-01-20');
    expect(on('2026-03-01', [begun, anniversary, ended])).toEqual(['cannot-tell: start-day-not-known']);
  });

  it('does not start while what must not be open is, from its own day on', () => {
    const permanent = (day: string) => [begun, anniversary, placement('placement.permanent', day)];
    expect(on('2026-01-20', permanent('2026-01-10'))).toEqual([]);
    expect(on('2026-01-20', permanent('2026-01-11'))).toEqual(['not-due']);
    expect(on('2026-01-20', permanent('2026-01-09..2026-01-12'))).toEqual(['cannot-tell: start-day-not-known']);
  });

  it('asks all of its conditions: here also that the child is in care', () => {
    const permanent = [begun, anniversary, placement('placement.permanent', '2026-02-02')];
    expect(on('2026-02-03', permanent)).toEqual(['overdue']);
    expect(on('2026-02-03', [...permanent, care('care.entered', '2025-01-10')])).toEqual(['overdue', 'not-due']);
  });

  it('counts nothing from a meeting of a chain that never began', () => {
    const ended = placement('placement.ended', '2025-06-01');
    expect(on('2026-03-01', [begun, anniversary, ended, visit('2026-01-20')])).toEqual([]);
  });
});

describe('the first of a thread, and the later ones', () => {
  const first = verdictsBy('second-review-3-months'); // one month after the first review of a time in care
  const later = verdictsBy('later-reviews-6-months'); // two months after every other one
  const entered = care('care.entered', '2025-06-02');
  const review = (days: string, extra = {}): Fact => care('review.care-held', days, extra);

  it('starts from the first alone, or from all others', () => {
    const facts = [entered, review('2025-06-20'), review('2025-07-18')];
    expect(first('2025-07-21', facts)).toEqual(['met']);
    expect(later('2025-07-17', facts)).toEqual([]);
    expect(later('2025-07-18', facts)).toEqual(['not-due']);
    expect(later('2025-09-19', facts)).toEqual(['overdue']);
  });

  it('takes the one recorded first, of two on one day', () => {
    const facts = [entered, review('2025-06-20', { entry: 'a' }), review('2025-06-20', { entry: 'b' })];
    expect([first('2025-06-21', facts).length, later('2025-06-21', facts).length]).toEqual([1, 1]);
  });

  it('cannot tell which came first when their days overlap', () => {
    const facts = [entered, review('2025-06-20'), review('2025-06-18..2025-06-25', { entry: 'other' })];
    expect(first('2025-06-26', facts)).toEqual([
      'cannot-tell: start-day-not-known',
      'cannot-tell: start-day-not-known',
    ]);
  });

  it('cannot call a review the first when the file begins after the child came into care', () => {
    const file = { source: 'ssda903' } as const;
    const held = [care('care.entered', '2024-02-01', file), review('2025-06-20', file)];
    const year = window('2025-04-01', '2026-03-31', 'ssda903');
    expect(first('2025-12-01', [year, ...held])).toEqual(['cannot-tell: source-begins-after']);
    expect(later('2025-12-01', [year, ...held])).toEqual(['cannot-tell: source-begins-after']);
    const both = [window('2024-01-01', '2025-03-31', 'ssda903'), year];
    expect(first('2025-12-01', [...both, ...held])).toEqual(['overdue']);
    const again = review('2025-08-01', file);
    expect(later('2025-09-01', [year, ...held, again])).toEqual(['cannot-tell: source-begins-after', 'not-due']);
  });
});
