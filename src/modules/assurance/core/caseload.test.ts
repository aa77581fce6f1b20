import { describe, expect, test } from 'vitest';
import { mustBeDate, toEpochDay } from '../../../kernel/local-date.ts';
import { calendarOf } from '../../../kernel/working-days.ts';
import type { ListedClock } from '../../listed-clock.ts';
import { idNumber } from '../../stored-entry.fixture.ts';
import { type ClocksOfChild, inOrderOfDue, shownOf, urgencyOf } from './caseload.ts';
import { caseloadStatement } from './caseload-words.ts';
import { daysAhead, FORTNIGHT, WEEK } from './days-ahead.ts';

const on = mustBeDate('2026-03-31');
const goodFriday = new Map([
  [mustBeDate('2026-04-03'), 'Good Friday'],
  [mustBeDate('2026-04-06'), 'Easter Monday'],
]);
const calendar = calendarOf('england-and-wales', 2026, 2026, goodFriday);
const week = daysAhead(calendar, on, WEEK);
const fortnight = daysAhead(calendar, on, FORTNIGHT);
const days = week && fortnight ? { week: week.until, fortnight: fortnight.until } : null;

const due = (day: string | null): ListedClock => ({
  duty: 'visits',
  verdict: 'due-soon',
  startedOn: null,
  dueOn: day === null ? null : toEpochDay(mustBeDate(day)),
});
const clocks = (more: Partial<ClocksOfChild>, number = 1): ClocksOfChild => ({
  child: idNumber(number),
  late: [],
  ahead: [],
  untold: [],
  ...more,
});
const urgency = (more: Partial<ClocksOfChild>) => urgencyOf(clocks(more), on, days);

describe('days ahead', () => {
  test('five working days pass over bank holidays and take the weekend after them', () => {
    expect(week).toEqual({ lastWorked: '2026-04-09', until: '2026-04-09' });
    expect(daysAhead(calendar, mustBeDate('2026-04-10'), WEEK)).toEqual({
      lastWorked: '2026-04-17',
      until: '2026-04-19',
    });
  });

  test('nobody can count beyond the calendar', () => {
    expect(daysAhead(calendar, mustBeDate('2026-12-29'), WEEK)).toBeUndefined();
  });
});

describe('what is most urgent for a child', () => {
  test('late, due on the day itself, this week, the week after, not known, nothing', () => {
    expect(urgency({ late: [due('2026-03-01')] })).toBe('late');
    expect(urgency({ ahead: [due('2026-03-31')] })).toBe('late');
    expect(urgency({ ahead: [due('2026-04-09')] })).toBe('week');
    expect(urgency({ ahead: [due('2026-04-10')] })).toBe('fortnight');
    expect(urgency({ ahead: [due('2026-06-01')], untold: [due(null)] })).toBe('cannot-tell');
    expect(urgency({ ahead: [due('2026-06-01')] })).toBe('nothing-due');
    expect(urgencyOf(clocks({ ahead: [due('2026-04-09')] }), on, null)).toBe('nothing-due');
  });

  test('who has waited longest stands first, then who is due soonest', () => {
    const children = [
      clocks({ ahead: [due('2026-04-02')] }, 1),
      clocks({ late: [due('2026-03-20')] }, 2),
      clocks({ late: [due('2026-01-20')] }, 3),
      clocks({}, 4),
    ];
    expect(children.sort(inOrderOfDue).map(({ child }) => child)).toEqual([3, 2, 1, 4].map(idNumber));
  });

  test('all that is late is shown, and what falls due by the day', () => {
    const own = clocks({ late: [due('2026-01-20'), due('2026-02-20')], ahead: [due('2026-04-02'), due('2026-05-02')] });
    expect(shownOf(own, mustBeDate('2026-04-09'))).toHaveLength(3);
  });
});

describe('the sentence of a caseload', () => {
  const nothing = { children: 4, carers: 0, notHeld: 0, late: 0, dueToday: 0, notSeen: 0, seenUntold: 0, untold: 0 };
  const said = (more: Partial<typeof nothing>, who: string | null = null): string =>
    caseloadStatement({ ...nothing, ...more }, who)
      .map(({ text }) => text)
      .join('');

  test.each([
    [{}, 'You hold 4 children. Nothing is late. Every child has been seen in time.'],
    [
      { children: 1, late: 1, dueToday: 2 },
      'You hold 1 child. One thing is late, two are due today. The child has been seen in time.',
    ],
    [{ children: 0 }, 'No open child is in your name, as far as the record can tell.'],
    [{ children: 0, carers: 2 }, 'You supervise 2 foster carers.'],
    [
      { carers: 1 },
      'You hold 4 children, and supervise 1 foster carer. Nothing is late. Every child has been seen in time.',
    ],
    [
      { notHeld: 4 },
      '4 children are in your name. Nobody holds them. Nothing is late. Every child has been seen in time.',
    ],
    [
      { notHeld: 1, notSeen: 2 },
      'You hold 3 children. Nobody holds one more in this name. Nothing is late. Two children have not been seen in time.',
    ],
  ])('%j', (counts, sentence) => {
    expect(said(counts)).toBe(sentence);
  });

  test('what is not known is never said to be well', () => {
    const text = said({ untold: 3, seenUntold: 1 });
    expect(text).toContain('Nothing is known to be late.');
    expect(text).toContain('Of one child nobody can tell');
    expect(text).not.toContain('Every child');
  });
});
