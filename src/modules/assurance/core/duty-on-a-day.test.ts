import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../kernel/instant.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import type { Policy } from '../../../sight/facts.ts';
import { dutySchema } from '../../../statute/duty.ts';
import { dutyOnADay, historyOf, periodOn } from './duty-on-a-day.ts';

const value = {
  limit: 10,
  count: 'working-days+',
  force: 'statutory guidance',
  citation: 'Working Together 2010, chapter 5',
  source: 'S1',
  confidence: 'V',
};
const base = {
  id: 'initial-assessment',
  title: 'Complete the initial assessment',
  owes: 'The council',
  asks: 'What asks',
  ships: 'on',
  shape: 'clock',
  starts: [{ fact: 'referral.received', meets: 'episode' }],
  meets: ['assessment.completed'],
  values: { '2000-04-01': { ...value, limit: 7 }, '2010-03-17': value, '2013-04-15': null },
  parameters: [{ name: 'initialAssessmentWorkingDays', sets: 'limit', may: 'stricter' }],
  checked: { on: '2026-01-01', by: 'somebody', next: '2027-01-01' },
};
const duty = dutySchema.parse(base);
const on = (day: string, policies: readonly Policy[] = []) => dutyOnADay(duty, policies, mustBeDate(day));
const policy = (set: number, from: string): Policy => ({
  parameter: 'initialAssessmentWorkingDays',
  value: set,
  from: mustBeDate(from),
  believedFrom: '2012-01-01T00:00:00.000Z' as Instant,
  believedUntil: null,
});

test('a history has no gap and no overlap', () => {
  expect(historyOf(duty).map(({ from, until, value: each }) => [from, until, each?.limit ?? null])).toEqual([
    ['2000-04-01', '2010-03-16', 7],
    ['2010-03-17', '2013-04-14', 10],
    ['2013-04-15', null, null],
  ]);
  expect(periodOn(duty, mustBeDate('1999-01-01'))).toBeUndefined();
});

describe('the law of a day', () => {
  test('the day before and the day of a change', () => {
    expect(on('2010-03-16')).toMatchObject({ inForce: true, limit: { value: 7, unit: 'working-days+' } });
    expect(on('2010-03-17')).toMatchObject({ inForce: true, limit: { value: 10, unit: 'working-days+' } });
    expect(on('2013-04-14')).toMatchObject({ inForce: true, whyNot: null });
    expect(on('2013-04-15')).toMatchObject({ inForce: false, whyNot: 'ceased', limit: null });
  });

  test('a duty that is not in force still says what it rests on', () => {
    expect(on('2013-04-15').citation).toBe('Working Together 2010, chapter 5');
    expect(on('1999-01-01')).toMatchObject({ inForce: false, whyNot: 'not-yet', force: 'statutory guidance' });
  });

  test('what the council has set is shown from its day on', () => {
    const set = [policy(7, '2012-06-01')];
    expect(on('2012-05-31', set).limit?.value).toBe(10);
    expect(on('2012-06-01', set)).toMatchObject({ limit: { value: 7 }, hasSet: [{ value: 7, from: '2012-06-01' }] });
  });

  test('a duty without a number is off until the council numbers it', () => {
    const local = dutySchema.parse({
      ...base,
      ships: 'off',
      values: { '2000-01-01': { ...value, limit: null, count: null, force: 'local' } },
      parameters: [{ name: 'initialAssessmentWorkingDays', sets: 'limit', may: 'free', count: 'hours' }],
    });
    expect(dutyOnADay(local, [], mustBeDate('2012-07-01'))).toMatchObject({ inForce: false, whyNot: 'switched-off' });
    expect(dutyOnADay(local, [policy(4, '2012-06-01')], mustBeDate('2012-07-01'))).toMatchObject({
      inForce: true,
      limit: { value: 4, unit: 'hours' },
    });
  });
});
