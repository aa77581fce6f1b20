import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../kernel/local-date.ts';
import { type Duty, dutySchema } from '../statute/duty.ts';
import { policy } from './history.fixture.ts';
import { policyBook } from './policy-in-force.ts';
import { valueOn, valuesInForce } from './value-in-force.ts';

const value = (limit: number | null) => ({
  limit,
  count: limit === null ? null : 'working-days+',
  force: 'statutory guidance',
  citation: 'a citation',
  source: 'S1',
  confidence: 'V',
});
const duty = (more: object): Duty =>
  dutySchema.parse({
    id: 'a-duty',
    title: 'a duty',
    owes: 'somebody',
    asks: 'something?',
    shape: 'clock',
    ships: 'on',
    starts: [{ fact: 'referral.received', meets: 'episode' }],
    meets: ['decision.proceed'],
    values: { '2010-03-17': value(10), '2013-04-15': null },
    checked: { on: '2026-01-01', by: 'tests', next: '2027-01-01' },
    ...more,
  });
const limited = (sets: string, may: string, more: object = {}) => ({
  parameters: [{ name: 'own', sets, may, ...more }],
});
const on = (of: Duty, day: string, ...policies: Parameters<typeof policyBook>[0]) =>
  valueOn(of, policyBook(policies, null), day as LocalDate);

describe('the value in force', () => {
  it('is the dated value of the file, and nothing before the first or from a null on', () => {
    expect(on(duty({}), '2010-03-16').limit).toBeNull();
    expect(on(duty({}), '2010-03-17')).toMatchObject({ limit: 10, count: 'working-days+', local: false });
    expect(on(duty({}), '2013-04-14').limit).toBe(10);
    expect(on(duty({}), '2013-04-15').value).toBeNull();
  });

  it('hears a stricter limit from the day of its policy, never a laxer one', () => {
    const strict = duty(limited('limit', 'stricter'));
    expect(on(strict, '2012-01-01', policy('own', 7, '2012-01-02'))).toMatchObject({ limit: 10, local: false });
    expect(on(strict, '2012-01-02', policy('own', 7, '2012-01-02'))).toMatchObject({ limit: 7, local: true });
    expect(on(strict, '2012-01-02', policy('own', 12, '2012-01-02'))).toMatchObject({ limit: 10, local: false });
    expect(on(duty(limited('limit', 'free')), '2012-01-02', policy('own', 12, '2012-01-02')).limit).toBe(12);
    const twice = [policy('own', 7, '2012-01-01'), policy('own', 8, '2012-06-01')] as const;
    expect(on(strict, '2012-07-01', ...twice).limit).toBe(8);
  });

  it('counts the trigger day when the council says so', () => {
    const counted = duty(limited('start-counts', 'stricter'));
    expect(on(counted, '2012-01-02', policy('own', true, '2012-01-01')).count).toBe('working-days=');
    expect(on(counted, '2012-01-02', policy('own', false, '2012-01-01')).count).toBe('working-days+');
  });

  it('moves the day on which a regime began or ended for the council', () => {
    const ends = duty(limited('ends-on', 'free'));
    expect(on(ends, '2013-06-01', policy('own', '2013-09-01' as LocalDate, '2013-01-01'))).toMatchObject({
      limit: 10,
      local: true,
    });
    expect(on(ends, '2013-09-01', policy('own', '2013-09-01' as LocalDate, '2013-01-01')).value).toBeNull();
    const begins = duty(limited('begins-on', 'free'));
    expect(on(begins, '2010-01-01', policy('own', '2009-06-01' as LocalDate, '2009-01-01'))).toMatchObject({
      limit: 10,
      local: true,
    });
    expect(on(begins, '2010-06-01', policy('own', '2011-01-01' as LocalDate, '2009-01-01')).value).toBeNull();
  });

  it('is nothing while a duty ships switched off, until the council switches it on or numbers it', () => {
    const off = duty({ ships: 'off', ...limited('switched-on', 'free') });
    expect(on(off, '2012-01-01').value).toBeNull();
    expect(on(off, '2012-01-01', policy('own', true, '2011-01-01')).limit).toBe(10);
    const numbered = duty({
      ships: 'off',
      values: { '2010-03-17': value(null) },
      ...limited('limit', 'free', { count: 'days+' }),
    });
    expect(on(numbered, '2012-01-01').value).toBeNull();
    expect(on(numbered, '2012-01-01', policy('own', 5, '2011-01-01'))).toMatchObject({
      limit: 5,
      count: 'days+',
      local: true,
    });
  });

  it('cannot be switched off where the law is fixed', () => {
    const fixed = duty(limited('switched-on', 'stricter'));
    expect(on(fixed, '2012-01-01', policy('own', false, '2011-01-01')).limit).toBe(10);
  });

  it('lists each change once', () => {
    const book = policyBook([policy('own', 7, '2012-01-01'), policy('own', 12, '2012-06-01')], null);
    const rows = valuesInForce(duty(limited('limit', 'stricter')), book);
    expect(rows.map(({ from, limit }) => `${from} ${limit}`)).toEqual([
      '1000-01-01 null',
      '2010-03-17 10',
      '2012-01-01 7',
      '2012-06-01 10',
      '2013-04-15 null',
    ]);
  });
});
