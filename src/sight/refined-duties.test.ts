import { describe, expect, it } from 'vitest';
import { type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { clocksOf, verdictOn } from './clocks.ts';
import { testCompiled, verdictsBy } from './duty-for-tests.fixture.ts';
import type { Fact, FactName } from './facts.ts';
import { CHILD, fact, LATER, window } from './history.fixture.ts';

const care = (name: FactName, days: string, extra = {}): Fact =>
  fact(name, days, { thread: 'care', episode: 'care', ...extra });
const placement = (name: FactName, days: string, extra = {}): Fact =>
  fact(name, days, { thread: 'placement', episode: 'care', ...extra });
const visit = (days: string): Fact => fact('seen.alone', days, { thread: `visit ${days}`, episode: null });

/** The due days of the last link of a duty, as a day or as two. */
function dueBy(duty: string, day: string, facts: readonly Fact[]): readonly (number | null)[] {
  const piece = verdictOn(clocksOf(testCompiled, CHILD, facts, LATER, []), day as LocalDate)
    .filter((each) => each.duty === duty)
    .at(-1);
  return [...new Set([piece?.dueFrom ?? null, piece?.dueUntil ?? null])];
}
const days = (...texts: string[]): number[] => texts.map((text) => toEpochDay(text as LocalDate));

describe('days counted from the last meeting', () => {
  // Every four weeks in the first year of a placement; from the anniversary on every three, from the last visit.
  const duty = 'visits-counted-from-the-last';
  const on = verdictsBy(duty);
  const begun = placement('placement.begun', '2025-01-10');
  const anniversary = placement('placement.first-year-over', '2026-01-10', { recorded: '2025-01-10' });

  it('runs from the visit before the switch, and exists only from the switch on', () => {
    const facts = [begun, visit('2026-01-02'), anniversary];
    expect(on('2026-01-09', facts)).toEqual(['met-late', 'not-due']);
    expect(dueBy(duty, '2026-01-10', facts)).toEqual(days('2026-01-23'));
    expect(on('2026-01-10', facts)).toEqual(['met-late', 'superseded', 'not-due']);
    expect(on('2026-01-23', facts).at(-1)).toBe('due-soon');
    expect(on('2026-01-24', facts).at(-1)).toBe('overdue');
    expect(on('2026-01-24', [...facts, visit('2026-01-23')]).slice(2)).toEqual(['met', 'not-due']);
    expect(on('2026-01-25', [...facts, visit('2026-01-24')]).slice(2)).toEqual(['met-late', 'not-due']);
  });

  it('is overdue from the day of the switch when the last visit lies too far back', () => {
    // From the day on which another rule governs the visits, they are due each week.
    const switched = placement('visiting.parent-not-assessed', '2025-06-02');
    const facts = [placement('placement.begun', '2025-05-01'), visit('2025-05-20'), switched];
    const weekly = verdictsBy('weekly-until-review');
    expect(dueBy('weekly-until-review', '2025-06-02', facts)).toEqual(days('2025-05-27'));
    expect(weekly('2025-06-01', facts)).toEqual([]);
    expect(weekly('2025-06-02', facts)).toEqual(['overdue']);
    expect(weekly('2025-06-03', [...facts, visit('2025-06-03')])).toEqual(['met-late', 'not-due']);
  });

  it('counts from the switch itself when there was no visit since the placement began', () => {
    expect(dueBy(duty, '2026-01-10', [begun, visit('2025-01-09'), anniversary])).toEqual(days('2026-01-31'));
    expect(dueBy(duty, '2026-01-10', [begun, visit('2025-01-10'), anniversary])).toEqual(days('2025-01-31'));
  });

  it('cannot be told while the last visit may have been early or late enough', () => {
    const facts = [begun, visit('2025-12-10..2025-12-25'), anniversary];
    expect(dueBy(duty, '2026-01-12', facts)).toEqual(days('2025-12-31', '2026-01-15'));
    expect(on('2026-01-12', facts).at(-1)).toBe('cannot-tell: start-day-not-known');
    expect(on('2026-01-16', facts).at(-1)).toBe('overdue');
  });
});

describe('a switch on the day of a fact', () => {
  // Visits every week until the first review, then every six weeks.
  const duty = 'weekly-until-review';
  const on = verdictsBy(duty);
  const begun = placement('visiting.parent-not-assessed', '2025-06-02');
  const review = (day: string) => care('review.care-held', day);

  it('gives the running link its new due day from that day on, counted from its own start', () => {
    const facts = [begun, visit('2025-06-09'), review('2025-06-13')];
    expect(dueBy(duty, '2025-06-12', facts)).toEqual(days('2025-06-16'));
    expect(dueBy(duty, '2025-06-13', facts)).toEqual(days('2025-07-21'));
    expect(on('2025-07-21', facts)).toEqual(['met', 'due-soon']);
    expect(on('2025-07-22', facts)).toEqual(['met', 'overdue']);
    expect(dueBy(duty, '2025-07-01', [...facts, visit('2025-06-30')])).toEqual(days('2025-08-11'));
  });

  it('leaves a miss before it a miss', () => {
    const facts = [begun, visit('2025-06-09'), review('2025-06-17')];
    expect(on('2025-06-30', facts)).toEqual(['met', 'overdue']);
  });

  it('is not made by a review before the chain began, nor by one of another time in care', () => {
    const other = fact('review.care-held', '2025-06-13', { thread: 'other care', episode: 'other care' });
    const facts = [begun, visit('2025-06-09')];
    for (const no of [review('2025-06-01'), other])
      expect(dueBy(duty, '2025-06-20', [...facts, no])).toEqual(days('2025-06-16'));
  });

  it('cannot be told while it may have come too late to count', () => {
    const facts = [begun, visit('2025-06-09'), care('review.care-held', '2025-06-13..2025-06-20')];
    expect(on('2025-06-30', facts)).toEqual(['met', 'cannot-tell: start-day-not-known']);
  });
});

describe('before, or else within so many days', () => {
  const on = verdictsBy('plan-before-or-in-ten-days'); // a care plan: before the placement, else ten working days
  const begun = placement('placement.begun', '2025-06-02');
  const plan = (days: string) => care('care-plan.agreed', days);

  it('is met at once by what was done before, and else counts', () => {
    expect(on('2025-06-01', [begun, plan('2025-05-28')])).toEqual([]);
    expect(on('2025-06-02', [begun, plan('2025-05-28')])).toEqual(['met']);
    expect(on('2025-06-16', [begun])).toEqual(['due-soon']);
    expect(on('2025-06-17', [begun])).toEqual(['overdue']);
    expect(on('2025-06-20', [begun, plan('2025-06-16')])).toEqual(['met']);
    expect(on('2025-06-20', [begun, plan('2025-06-17')])).toEqual(['met-late']);
  });

  it('hears nothing of another time in care', () => {
    const other = fact('care-plan.agreed', '2025-05-28', { thread: 'other care', episode: 'other care' });
    expect(on('2025-06-17', [begun, other])).toEqual(['overdue']);
  });

  it('cannot call it late when it may have been done before', () => {
    const facts = [begun, plan('2025-05-20..2025-07-20')];
    expect(on('2025-06-10', facts)).toEqual(['not-due']);
    expect(on('2025-06-17', facts)).toEqual(['cannot-tell: met-day-not-known']);
    expect(on('2025-08-01', facts)).toEqual(['cannot-tell: met-day-not-known']);
  });

  it('hears only so many months back where the duty says so', () => {
    const health = verdictsBy('health-before-the-review'); // an assessment of the month before counts
    const entered = care('care.entered', '2025-06-12');
    const assessed = (day: string) => fact('health.initial-assessed', day, { thread: 'health', episode: null });
    expect(health('2025-06-12', [entered, assessed('2025-05-12')])).toEqual(['met']);
    expect(health('2025-06-12', [entered, assessed('2025-05-11')])).toEqual(['not-due']);
  });

  it('cannot call late what a file that begins with the start may have left out', () => {
    const again = verdictsBy('reviewed-again-in-two-months'); // unless a placement began in the month before
    const held = care('review.care-held', '2025-06-12', { source: 'ssda903' });
    expect(again('2025-09-01', [window('2025-06-01', '2026-03-31', 'ssda903'), held])).toEqual([
      'cannot-tell: source-begins-after',
    ]);
    expect(again('2025-09-01', [window('2025-05-12', '2026-03-31', 'ssda903'), held])).toEqual(['overdue']);
  });
});

describe('no later than the day of a fact', () => {
  const duty = 'health-before-the-review'; // twenty working days, or the review, whichever is first
  const on = verdictsBy(duty);
  const entered = care('care.entered', '2025-06-02');
  const review = (days: string) => care('review.care-held', days);
  const assessed = (days: string) => fact('health.initial-assessed', days, { thread: 'health', episode: null });

  it('falls due on the day of the fact, from that day on', () => {
    const facts = [entered, review('2025-06-20')];
    expect(dueBy(duty, '2025-06-19', facts)).toEqual(days('2025-06-30'));
    expect(dueBy(duty, '2025-06-20', facts)).toEqual(days('2025-06-20'));
    expect(on('2025-06-20', facts)).toEqual(['due-soon']);
    expect(on('2025-06-21', facts)).toEqual(['overdue']);
    expect(on('2025-07-01', [...facts, assessed('2025-06-20')])).toEqual(['met']);
    expect(on('2025-07-01', [...facts, assessed('2025-06-21')])).toEqual(['met-late']);
  });

  it('changes nothing when the fact comes after the due day, or lies before the start', () => {
    for (const no of [review('2025-07-10'), review('2025-06-01')]) {
      expect(on('2025-07-01', [entered, no])).toEqual(['overdue']);
      expect(on('2025-07-15', [entered, no, assessed('2025-06-30')])).toEqual(['met']);
    }
  });

  it('cannot be told when the fact lies on one of several days', () => {
    const facts = [entered, review('2025-06-16..2025-06-20')];
    expect(on('2025-06-18', facts)).toEqual(['cannot-tell: start-day-not-known']);
    expect(on('2025-07-01', [...facts, assessed('2025-06-18')])).toEqual(['cannot-tell: met-day-not-known']);
    expect(on('2025-07-01', [...facts, assessed('2025-06-16')])).toEqual(['met']);
    expect(on('2025-07-01', [...facts, assessed('2025-06-21')])).toEqual(['met-late']);
  });
});
