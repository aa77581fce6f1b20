import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../kernel/local-date.ts';
import { readStatute } from '../statute/read-statute.ts';
import { clocksOf } from './clocks.ts';
import { compileStatute } from './compile.ts';
import { testCompiled } from './duty-for-tests.fixture.ts';
import { explain } from './explain.ts';
import type { Fact, FactName, Policy } from './facts.ts';
import { CHILD, fact, LATER, policy, window, wordFor } from './history.fixture.ts';

const statute = await readStatute();
const explained = (on: string, duty: string, facts: Fact[], policies: Policy[] = []) => {
  const compiled = compileStatute(statute, policies);
  const found = explain(compiled, clocksOf(compiled, CHILD, facts, LATER, []), facts, on as LocalDate);
  return found.filter((each) => each.duty === duty);
};

describe('an explanation', () => {
  it('names the rule of the day, the days counted and the holidays skipped', () => {
    const [told] = explained('2013-02-01', 'initial-assessment-10wd', [
      fact('referral.received', '2012-12-20', { entry: 'start' }),
    ]);
    expect(told).toMatchObject({
      verdict: 'overdue',
      startedOn: '2012-12-20',
      dueOn: '2013-01-08',
      limit: { value: 10, unit: 'working-days+' },
      late: 18,
      force: 'statutory guidance',
      wordsForMiss: 'guidance not followed',
    });
    expect(told?.skipped.map(({ on }) => on)).toEqual(['2012-12-25', '2012-12-26', '2013-01-01']);
    expect(told?.missing).toEqual(['Nothing recorded of a completed initial assessment, or a completed assessment.']);
    expect(wordFor(told?.startedBy ?? null)).toBe('start');
  });

  it('counts lateness to the day on which it was done, in the unit of the limit', () => {
    const facts = [fact('strategy.enquiries-begun', '2025-09-15'), fact('conference.initial-held', '2025-10-13')];
    expect(explained('2025-12-01', 'icpc-15wd', facts)).toMatchObject([
      { verdict: 'met-late', late: 5, metOn: '2025-10-13', missing: [] },
    ]);
  });

  it('gives the limit of a later link, and its own due day', () => {
    const review = (day: string) => fact('review.protection-held', day, { thread: 'plan' });
    const plan = fact('plan.protection-begun', '2025-01-10', { thread: 'plan' });
    const on = policy('cpReviewMeasureOn', true, '2020-01-01');
    const told = explained('2025-05-01', 'cp-review-measure', [plan, review('2025-04-01')], [on]);
    expect(told.map(({ limit, dueOn }) => [limit?.value, dueOn])).toEqual([
      [91, '2025-04-11'],
      [183, '2025-10-01'],
    ]);
  });

  it('calls the miss of a stricter number of the council a local target missed', () => {
    const facts = [fact('strategy.enquiries-begun', '2025-09-15'), fact('conference.initial-held', '2025-10-01')];
    const [told] = explained('2025-12-01', 'icpc-15wd', facts, [policy('icpcLimit', 10, '2020-01-01')]);
    expect(told).toMatchObject({
      verdict: 'met-late',
      local: true,
      force: 'local',
      wordsForMiss: 'local target missed',
    });
    const kept = [fact('strategy.enquiries-begun', '2025-09-15'), fact('conference.initial-held', '2025-10-06')];
    expect(explained('2025-12-01', 'icpc-15wd', kept, [policy('icpcLimit', 10, '2020-01-01')])[0]?.force).toBe('local');
    const later = [fact('strategy.enquiries-begun', '2025-09-15'), fact('conference.initial-held', '2025-10-07')];
    expect(explained('2025-12-01', 'icpc-15wd', later, [policy('icpcLimit', 10, '2020-01-01')])).toMatchObject([
      { local: true, force: 'statutory guidance', wordsForMiss: 'guidance not followed' },
    ]);
  });

  it('says what is missing when it cannot be told', () => {
    const facts = [
      window('2025-04-01', '2026-03-31'),
      fact('plan.protection-begun', '2025-05-01', { source: 'cin-census', thread: 'plan' }),
    ];
    const [told] = explained('2025-12-01', 'core-group-first', facts);
    expect(told).toMatchObject({ verdict: 'cannot-tell', because: 'source-never-says', late: 0, wordsForMiss: null });
    expect(told?.missing).toEqual([
      'No file loaded speaks of this, and nothing is recorded here.',
      'Nothing recorded of a core group.',
    ]);
  });

  it('says so where the days are counted from the last meeting, or a fact has brought the due day forward', () => {
    const placement = (name: FactName, day: string) => fact(name, day, { thread: 'placement', episode: 'care' });
    const care = (name: FactName, day: string) => fact(name, day, { thread: 'care', episode: 'care' });
    const visit = fact('seen.alone', '2025-05-28', { thread: 'visit', episode: null });
    const facts = [
      placement('placement.begun', '2025-05-20'),
      visit,
      placement('visiting.parent-not-assessed', '2025-06-02'),
      care('care.entered', '2025-06-02'),
      care('review.care-held', '2025-06-20'),
    ];
    const told = (on: string, duty: string) => {
      const pieces = clocksOf(testCompiled, CHILD, facts, LATER, []);
      return explain(testCompiled, pieces, facts, on as LocalDate).filter((each) => each.duty === duty);
    };
    expect(told('2025-06-05', 'weekly-until-review')).toMatchObject([
      { startedOn: '2025-06-02', countedFrom: '2025-05-28', dueOn: '2025-06-04', broughtForwardBy: null },
    ]);
    expect(told('2025-06-19', 'health-before-the-review')).toMatchObject([
      { dueOn: '2025-06-30', broughtForwardBy: null, countedFrom: null },
    ]);
    expect(told('2025-06-24', 'health-before-the-review')).toMatchObject([
      { dueOn: '2025-06-20', broughtForwardBy: 'a review of the child in care', late: 2 },
    ]);
  });
});
