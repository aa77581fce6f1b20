import { describe, expect, test } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import { type LocalDate, mustBeDate } from '../../../kernel/local-date.ts';
import { FACT_NAMES, type FactName } from '../../../sight/facts.ts';
import { idNumber } from '../../stored-entry.fixture.ts';
import { CASELOAD_WEIGHTS, caseloadOf, WORK_FACTS, WORK_KINDS, weightOf, workOn } from './caseload-weight.ts';

const [care, plan] = [idNumber(1), idNumber(2)];
const told = (name: FactName, day: string | null, thread: Id = care) => {
  const on: LocalDate | null = day === null ? null : mustBeDate(day);
  return { name, earliest: on, latest: on, thread };
};
const work = (on: string, ...facts: ReturnType<typeof told>[]) => workOn(facts, mustBeDate(on));

describe('what is being done for a child', () => {
  const begun = told('plan.protection-begun', '2026-01-10', plan);
  const ended = told('plan.protection-ended', '2026-03-01', plan);

  test('lasts from its first day to the day before its end', () => {
    expect(work('2026-01-09', begun, ended)).toEqual(['open-only']);
    expect(work('2026-01-10', begun, ended)).toEqual(['protection-plan']);
    expect(work('2026-02-28', begun, ended)).toEqual(['protection-plan']);
    expect(work('2026-03-01', begun, ended)).toEqual(['open-only']);
  });

  test('the end of one plan does not end another', () => {
    const other = told('plan.protection-begun', '2026-02-10', care);
    expect(work('2026-03-01', begun, ended, other)).toEqual(['protection-plan']);
  });

  test('what ended on a day that nobody knows may still run', () => {
    expect(work('2026-06-01', begun, told('plan.protection-ended', null, plan))).toEqual(['protection-plan']);
  });

  test('an enquiry is over by its conclusion or by the conference to which it led', () => {
    const enquiry = told('enquiry.begun', '2026-01-10');
    expect(work('2026-01-20', enquiry)).toEqual(['enquiry']);
    for (const name of ['enquiry.concluded', 'enquiry.no-conference-needed', 'conference.initial-held'] as const)
      expect(work('2026-01-20', enquiry, told(name, '2026-01-20'))).toEqual(['open-only']);
  });

  test('a child enters care until the second review of that period', () => {
    const entered = told('care.entered', '2025-06-02');
    const first = told('review.care-held', '2025-06-27');
    const second = told('review.care-held', '2025-09-20');
    const elsewhere = told('review.care-held', '2025-09-20', plan);
    expect(work('2025-12-01', entered, first, elsewhere)).toEqual(['entering-care']);
    expect(work('2025-09-19', entered, first, second)).toEqual(['entering-care']);
    expect(work('2025-09-20', entered, first, second)).toEqual(['looked-after']);
    expect(work('2026-01-05', entered, first, told('care.ended', '2026-01-05'))).toEqual(['open-only']);
  });

  test('a court is at work while an interim order stands', () => {
    const interim = told('legal-status.interim-care-order', '2025-06-02');
    expect(work('2025-12-01', interim)).toEqual(['court']);
    expect(work('2025-12-01', interim, told('legal-status.care-order', '2025-11-20'))).toEqual(['open-only']);
    // An interim order that came again after an agreement counts anew.
    const again = [
      told('legal-status.accommodated', '2025-07-01'),
      told('legal-status.interim-care-order', '2025-08-01'),
    ];
    expect(work('2025-12-01', interim, ...again)).toEqual(['court']);
  });

  test('each kind of work can be told from facts, and only from those that are listed', () => {
    const reached = new Set(WORK_FACTS.flatMap((name) => work('2026-03-01', told(name, '2026-01-10'))));
    expect([...reached].sort()).toEqual(WORK_KINDS.filter((kind) => kind !== 'looked-after').toSorted());
    const others = FACT_NAMES.filter((name) => !WORK_FACTS.includes(name));
    expect(work('2026-03-01', ...others.map((name) => told(name, '2026-01-10')))).toEqual(['open-only']);
  });
});

describe('weights', () => {
  test('every kind of work weighs between 4 and 10 points', () => {
    for (const kind of WORK_KINDS) expect(CASELOAD_WEIGHTS[kind], kind).toBeGreaterThanOrEqual(4);
    for (const kind of WORK_KINDS) expect(CASELOAD_WEIGHTS[kind], kind).toBeLessThanOrEqual(10);
  });

  test('a child weighs what the heaviest work weighs, whatever the order', () => {
    expect(weightOf(['child-in-need-plan', 'court', 'looked-after'])).toEqual({ points: 10, because: 'court' });
    expect(weightOf(['court', 'child-in-need-plan'])).toEqual({ points: 10, because: 'court' });
    expect(() => weightOf([])).toThrow('Nothing to weigh');
  });

  test('a council’s own numbers are used', () => {
    const own = { ...CASELOAD_WEIGHTS, 'leaving-care': 11 };
    expect(weightOf(['court', 'leaving-care'], own)).toEqual({ points: 11, because: 'leaving-care' });
  });

  test('a caseload is the sum, and says of what', () => {
    const weights = [
      weightOf(['court']),
      weightOf(['enquiry', 'assessment']),
      weightOf(['enquiry']),
      weightOf(['carer']),
    ];
    expect(caseloadOf(weights)).toEqual({
      held: 4,
      points: 10 + 8 + 8 + 4,
      by: new Map([
        ['court', 1],
        ['enquiry', 2],
        ['carer', 1],
      ]),
    });
    expect(caseloadOf([])).toEqual({ held: 0, points: 0, by: new Map() });
  });
});
