import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../kernel/local-date.ts';
import { fromEpochDay } from '../kernel/local-date.ts';
import { readStatute } from '../statute/read-statute.ts';
import type { ClockPiece } from './clock.ts';
import { clocksOf, verdictOn } from './clocks.ts';
import { compileStatute } from './compile.ts';
import { explain } from './explain.ts';
import type { Fact } from './facts.ts';
import { CHILD, fact, LATER, window } from './history.fixture.ts';

const statute = await readStatute();
const compiled = compileStatute(statute, []);
const piecesOf = (duty: string, facts: Fact[]): ClockPiece[] =>
  clocksOf(compiled, CHILD, facts, LATER, []).filter((piece) => piece.duty === duty);
/** `verdict first..last`, one a piece. */
const told = (pieces: ClockPiece[]): string[] =>
  pieces.map(
    ({ verdict, because, firstDay, lastDay }) =>
      `${verdict}${because ? ` (${because})` : ''} ${fromEpochDay(firstDay)}..${lastDay === null ? '' : fromEpochDay(lastDay)}`,
  );

describe('a clock', () => {
  it('counts working days from the day after the referral, over Easter 2013', () => {
    const facts = [fact('strategy.enquiries-begun', '2013-03-25', { thread: 'enquiry' })];
    expect(told(piecesOf('icpc-15wd', facts))).toEqual([
      'not-due 2013-03-25..2013-04-12',
      'due-soon 2013-04-13..2013-04-17',
      'overdue 2013-04-18..',
    ]);
    const [told15] = explain(compiled, piecesOf('icpc-15wd', facts), facts, '2013-04-18' as LocalDate);
    expect(told15?.skipped.map(({ on }) => on)).toEqual(['2013-03-29', '2013-04-01']);
    expect(told15).toMatchObject({ dueOn: '2013-04-17', late: 1, wordsForMiss: 'guidance not followed' });
  });

  it('is met on the due day and late the day after', () => {
    const on = (day: string) =>
      told(piecesOf('referral-decision', [fact('referral.received', '2025-03-03'), fact('decision.proceed', day)])).at(
        -1,
      );
    expect(on('2025-03-03')).toBe('met 2025-03-03..');
    expect(on('2025-03-04')).toBe('met 2025-03-04..');
    expect(on('2025-03-05')).toBe('met-late 2025-03-05..');
    expect(on('2025-03-02')).toBe('overdue 2025-03-05..');
  });

  it('cannot tell after the last day on which a file speaks, unless it was late by then', () => {
    const referral = (day: string) => [
      window('2025-04-01', '2026-03-31'),
      fact('referral.received', day, { source: 'cin-census' }),
    ];
    expect(told(piecesOf('referral-decision', referral('2026-03-31')))).toEqual([
      'due-soon 2026-03-31..2026-03-31',
      'cannot-tell (source-ends-before) 2026-04-01..',
    ]);
    expect(told(piecesOf('referral-decision', referral('2026-03-26'))).at(-1)).toBe('overdue 2026-03-28..');
    expect(told(piecesOf('referral-decision', referral('2025-03-31')))).toEqual([
      'cannot-tell (source-begins-after) 2025-03-31..',
    ]);
    expect(
      told(
        piecesOf('core-group-first', [
          window('2025-04-01', '2026-03-31'),
          fact('plan.protection-begun', '2025-05-01', { source: 'cin-census', thread: 'plan' }),
        ]),
      ),
    ).toEqual(['cannot-tell (source-never-says) 2025-05-01..']);
  });

  it('cannot tell of what lies before a file’s days from another file that shows only the latest', () => {
    const care = { thread: 'care', episode: 'care', source: 'annex-a' } as const;
    const facts = [
      window('2025-04-01', '2026-03-31', 'ssda903'),
      fact('care.entered', '2018-08-28', care),
      fact('review.care-held', '2025-03-28', care),
    ];
    expect(told(piecesOf('cla-review-first', facts))).toEqual([
      'cannot-tell (source-begins-after) 2018-08-28..2025-03-27',
      'cannot-tell (source-begins-after) 2025-03-28..',
    ]);
    const listed = fact('review.care-held', '2025-03-28', { ...care, source: 'ssda903' });
    expect(told(piecesOf('cla-review-first', [facts[0], facts[1], listed] as Fact[])).at(-1)).toBe(
      'met-late 2025-03-28..',
    );
  });

  it('runs a chain of reviews, each from the one before, until the plan ends', () => {
    const review = (day: string) => fact('review.protection-held', day, { thread: 'plan' });
    const facts = [
      review('2024-01-10'),
      review('2024-07-10'),
      review('2025-01-11'),
      fact('plan.protection-ended', '2025-03-01', { thread: 'plan' }),
    ];
    const pieces = verdictOn(piecesOf('cp-review-next-legal', facts), '2026-01-01' as LocalDate);
    expect(pieces.map(({ verdict }) => verdict)).toEqual(['met', 'met-late', 'superseded']);
  });
});
