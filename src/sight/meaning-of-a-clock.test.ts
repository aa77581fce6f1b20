import { describe, expect, it } from 'vitest';
import { TEST_DUTIES } from '../../test/oracle/oracle-duties.fixture.ts';
import { type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import { readStatute } from '../statute/read-statute.ts';
import { clocksOf, verdictOn } from './clocks.ts';
import { compileStatute } from './compile.ts';
import type { Fact } from './facts.ts';
import { CHILD, fact, LATER, noon, policy, window } from './history.fixture.ts';

const read = await readStatute();
const statute = { ...read, duties: [...read.duties, ...TEST_DUTIES] };
const compiled = compileStatute(statute, []);

/** The verdicts of a duty on a day, with the reason for each that cannot be told. */
const on = (day: string, duty: string, facts: Fact[], law = compiled, known = LATER): string[] =>
  verdictOn(clocksOf(law, CHILD, facts, known, []), day as LocalDate)
    .filter((piece) => piece.duty === duty)
    .map(({ verdict, because }) => (because ? `${verdict}: ${because}` : verdict));

const started = (days: string): Fact => fact('assessment.begun', days, { thread: 'assessment' });
const completed = (days: string, extra = {}): Fact =>
  fact('assessment.completed', days, { thread: 'assessment', ...extra });
const EXTENDED = 'extended-and-reasoned'; // 15 working days; may be extended by a review point, reasoned by an overrun reason

describe('a start on one of several days', () => {
  it('is late only when it is late whichever day it was', () => {
    // Due on 6 October from 15 September, on 8 October from the 17th.
    const facts = [started('2025-09-15..2025-09-17')];
    expect(on('2025-09-14', EXTENDED, facts)).toEqual([]);
    expect(on('2025-10-06', EXTENDED, facts)).toEqual(['due-soon']);
    expect(on('2025-10-07', EXTENDED, facts)).toEqual(['cannot-tell: start-day-not-known']);
    expect(on('2025-10-09', EXTENDED, facts)).toEqual(['overdue']);
    expect(on('2025-12-01', EXTENDED, [...facts, completed('2025-10-07')])).toEqual(['cannot-tell: met-day-not-known']);
  });

  it('cannot be told when the days lie under different rules, or there are none', () => {
    expect(on('2025-12-01', EXTENDED, [started('2013-04-12..2013-04-16')])).toEqual([
      'cannot-tell: start-day-not-known',
    ]);
    expect(on('2025-12-01', EXTENDED, [started('?..?')])).toEqual(['cannot-tell: start-day-not-known']);
  });
});

describe('a meeting on one of several days', () => {
  it('is met, or late, only when every day is', () => {
    const met = (days: string) => on('2025-12-01', EXTENDED, [started('2025-09-15'), completed(days)]);
    expect(met('2025-10-01..2025-10-06')).toEqual(['met']);
    expect(met('2025-10-06..2025-10-07')).toEqual(['cannot-tell: met-day-not-known']);
    expect(met('2025-10-07..2025-10-20')).toEqual(['met-late']);
  });

  it('leaves the clock running while it may not have happened yet', () => {
    const facts = [started('2025-09-15'), completed('2025-09-20..2025-10-20')];
    expect(on('2025-09-25', EXTENDED, facts)).toEqual(['not-due']);
    expect(on('2025-10-06', EXTENDED, facts)).toEqual(['due-soon']);
    expect(on('2025-10-07', EXTENDED, facts)).toEqual(['cannot-tell: met-day-not-known']);
  });
});

describe('several meetings', () => {
  it('bound the first by all that may be it', () => {
    const facts = [
      started('2025-09-15'),
      completed('2025-10-08'),
      completed('2025-09-20..2025-10-20', { entry: 'other' }),
    ];
    expect(on('2025-12-01', EXTENDED, facts)).toEqual(['cannot-tell: met-day-not-known']);
  });
});

describe('an end before any meeting', () => {
  const closed = (days: string) => fact('closure.closed', days);
  it('removes the duty up to the due day, and does not undo a miss', () => {
    expect(on('2026-01-05', EXTENDED, [started('2025-09-15'), closed('2025-10-06')])).toEqual(['superseded']);
    expect(on('2026-01-05', EXTENDED, [started('2025-09-15'), closed('2025-10-07')])).toEqual(['overdue']);
    expect(on('2026-01-05', EXTENDED, [started('2025-09-15'), closed('2025-10-06..2025-10-07')])).toEqual([
      'cannot-tell: end-day-not-known',
    ]);
  });

  it('says what ended it, from the day of the end on', () => {
    const pieces = clocksOf(compiled, CHILD, [started('2025-09-15'), closed('2025-10-20')], LATER, []).filter(
      ({ duty }) => duty === EXTENDED,
    );
    expect(pieces.map(({ verdict, endedOn }) => [verdict, endedOn])).toEqual([
      ['not-due', null],
      ['due-soon', null],
      ['overdue', null],
      ['overdue', toEpochDay('2025-10-20' as LocalDate)],
    ]);
  });

  it('is not looked at when the clock was met by then', () => {
    expect(on('2026-01-05', EXTENDED, [started('2025-09-15'), completed('2025-10-01'), closed('2025-10-01')])).toEqual([
      'met',
    ]);
    expect(on('2026-01-05', EXTENDED, [started('2025-09-15'), completed('2025-10-02'), closed('2025-10-01')])).toEqual([
      'superseded',
    ]);
  });
});

describe('lateness', () => {
  const extension = (day: string, recorded = day) =>
    fact('assessment.review-point', day, { thread: 'assessment', recorded });
  const reason = (day: string) => fact('assessment.overrun-reason', day);
  it('is excused by an extension that was recorded by the due day', () => {
    const late = [started('2025-09-15'), completed('2025-10-10')];
    expect(on('2025-12-01', EXTENDED, [...late, extension('2025-10-06')])).toEqual(['excused']);
    expect(on('2025-12-01', EXTENDED, [...late, extension('2025-10-06', '2025-10-07')])).toEqual(['met-late']);
    expect(on('2025-12-01', EXTENDED, [...late, extension('2025-10-07')])).toEqual(['met-late']);
    expect(on('2025-12-01', EXTENDED, [started('2025-09-15'), extension('2025-10-06')])).toEqual(['excused']);
  });

  it('is reasoned from the day of the reason, once the work is done; until then it is overdue', () => {
    const late = [started('2025-09-15'), completed('2025-10-10'), reason('2025-10-20')];
    expect(on('2025-10-19', EXTENDED, late)).toEqual(['met-late']);
    expect(on('2025-10-20', EXTENDED, late)).toEqual(['reasoned-late']);
    expect(on('2025-10-20', EXTENDED, [started('2025-09-15'), reason('2025-10-08')])).toEqual(['overdue']);
  });

  it('of the year before excuses nothing', () => {
    expect(
      on('2025-12-01', EXTENDED, [started('2025-09-15'), completed('2025-10-10'), extension('2024-10-01')]),
    ).toEqual(['met-late']);
  });
});

describe('hours', () => {
  const raised = (time?: string) => fact('concern.raised', '2025-10-24', time ? { time } : {});
  const seen = (day: string, time?: string) => fact('seen.alone', day, { thread: 'visit', ...(time ? { time } : {}) });
  const told = (...facts: Fact[]) => on('2025-12-01', 'told-within-72-hours', facts)[0];
  it('count by the moment across the night on which clocks go back', () => {
    expect(told(raised('09:00'), seen('2025-10-27', '08:00'))).toBe('met');
    expect(told(raised('09:00'), seen('2025-10-27', '08:01'))).toBe('met-late');
  });
  it('with days only have three answers', () => {
    expect(told(raised(), seen('2025-10-26'))).toBe('met');
    expect(told(raised(), seen('2025-10-27'))).toBe('cannot-tell: time-of-day-not-known');
    expect(told(raised(), seen('2025-10-28'))).toBe('met-late');
    expect(told(raised('09:00'), seen('2025-10-27'))).toBe('cannot-tell: time-of-day-not-known');
  });
});

describe('a chain', () => {
  const plan = fact('plan.protection-begun', '2025-06-02', { thread: 'plan' });
  const visit = (day: string, thread = `visit ${day}`) => fact('seen.alone', day, { thread, episode: null });
  it('starts its links on distinct days: a visit on the first day, or a second on one day, starts none', () => {
    const facts = [plan, visit('2025-06-02'), visit('2025-06-06'), visit('2025-06-06', 'again'), visit('2025-06-25')];
    expect(on('2025-06-25', 'visit-with-switches', facts)).toEqual(['met', 'met-late', 'not-due']);
  });

  it('counts a link anew from its own start on the day of a switch, unless it was late by then', () => {
    const due = (facts: Fact[], day: string) =>
      verdictOn(clocksOf(compiled, CHILD, facts, LATER, []), day as LocalDate)
        .filter(({ duty }) => duty === 'visit-with-switches')
        .map(({ dueFrom }) => dueFrom)
        .at(-1);
    const running = [plan, visit('2025-06-24')];
    expect(due(running, '2025-07-01')).toBe(toEpochDay('2025-07-08' as LocalDate));
    expect(due(running, '2025-07-02')).toBe(toEpochDay('2025-07-22' as LocalDate));
    const late = [plan, visit('2025-06-10')];
    expect(due(late, '2025-07-10')).toBe(toEpochDay('2025-06-24' as LocalDate));
    expect(on('2025-07-10', 'visit-with-switches', late).at(-1)).toBe('overdue');
  });
});

describe('what files can say', () => {
  const census = { source: 'cin-census' } as const;
  const year = window('2025-04-01', '2026-03-31');
  it('hears silence inside the window, of years that touch as of one', () => {
    const begun = [
      window('2024-04-01', '2025-03-31'),
      fact('strategy.enquiries-begun', '2025-03-20', { ...census, thread: 'e' }),
    ];
    expect(on('2025-04-20', 'icpc-15wd', begun)).toEqual(['cannot-tell: source-ends-before']);
    expect(on('2025-04-20', 'icpc-15wd', [year, ...begun])).toEqual(['overdue']);
  });

  it('calls late only what was late before the last day of the window', () => {
    const referral = (day: string) => [year, fact('referral.received', day, census)];
    expect(on('2026-04-01', 'referral-decision', referral('2026-03-27'))).toEqual(['overdue']);
    expect(on('2026-04-01', 'referral-decision', referral('2026-03-30'))).toEqual(['cannot-tell: source-ends-before']);
  });

  it('does not call a first visit late when no file speaks of visits', () => {
    const plan = fact('plan.protection-begun', '2025-06-02', { ...census, thread: 'plan' });
    const visit = fact('seen.alone', '2026-01-20', { thread: 'visit', episode: null });
    expect(on('2026-01-21', 'visit-with-switches', [year, plan, visit])).toEqual([
      'cannot-tell: source-never-says',
      'not-due',
    ]);
  });
});

describe('flags and edges', () => {
  it('marks a stretch that touches a relaxation, and a limit of the council', () => {
    const relaxed = clocksOf(compiled, CHILD, [started('2025-12-10')], LATER, []).filter(
      ({ duty }) => duty === EXTENDED,
    );
    expect(relaxed.every((piece) => piece.relaxed)).toBe(true);
    const own = compileStatute(statute, [policy('icpcLimit', 10, '2020-01-01')]);
    const [first] = clocksOf(own, CHILD, [fact('strategy.enquiries-begun', '2025-09-15')], LATER, []).filter(
      ({ duty }) => duty === 'icpc-15wd',
    );
    expect(first).toMatchObject({ local: true, dueFrom: toEpochDay('2025-09-29' as LocalDate) });
  });

  it('cannot tell past the last year of the calendar', () => {
    expect(on('2027-12-30', 'icpc-15wd', [fact('strategy.enquiries-begun', '2027-12-20')])).toEqual([
      'cannot-tell: calendar-ends',
    ]);
  });

  it('answers as it was known: a correction counts from when it was written', () => {
    const wrong = completed('2025-10-01', { entry: 'wrong', recorded: '2025-10-02', until: '2025-11-01' });
    const right = completed('2025-10-10', { entry: 'right', recorded: '2025-11-01' });
    const facts = [started('2025-09-15'), wrong, right];
    expect(on('2025-12-01', EXTENDED, facts, compiled, noon('2025-10-15'))).toEqual(['met']);
    expect(on('2025-12-01', EXTENDED, facts, compiled, noon('2025-11-01'))).toEqual(['met-late']);
    expect(on('2025-12-01', EXTENDED, facts)).toEqual(['met-late']);
  });

  it('goes by a limit that was in force on a single day', () => {
    const own = compileStatute(statute, [policy('icpcLimit', 10, '2025-09-15'), policy('icpcLimit', 12, '2025-09-16')]);
    const due = (day: string) =>
      clocksOf(own, CHILD, [fact('strategy.enquiries-begun', day)], LATER, []).find(({ duty }) => duty === 'icpc-15wd')
        ?.dueFrom;
    expect([due('2025-09-15'), due('2025-09-16')]).toEqual(
      ['2025-09-29', '2025-10-02'].map((day) => toEpochDay(day as LocalDate)),
    );
  });
});

describe('a check of what stands beside', () => {
  it('hears what happened on the day itself, where it may', () => {
    const seen = (day: string) =>
      on('2025-12-01', 'child-seen-in-assessment', [
        fact('born.born', '2015-01-01', { thread: 'birth' }),
        completed('2025-10-01'),
        fact('seen.alone', day, { thread: 'visit' }),
      ]);
    expect([seen('2025-09-30'), seen('2025-10-01'), seen('2025-10-02')]).toEqual([['holds'], ['holds'], ['fails']]);
  });
});

describe('a check that nothing came before', () => {
  it('passes over what came on the same day, and hears twelve months to the day', () => {
    const again = (before: string) =>
      on('2025-12-01', 'rereferral-12m', [
        fact('referral.received', before, { thread: 'first', episode: 'first' }),
        fact('referral.received', '2025-09-15', { thread: 'second', episode: 'second' }),
      ]).at(-1);
    expect([again('2025-09-15'), again('2025-09-14'), again('2024-09-15'), again('2024-09-14')]).toEqual([
      'holds',
      'fails',
      'fails',
      'holds',
    ]);
  });
});
