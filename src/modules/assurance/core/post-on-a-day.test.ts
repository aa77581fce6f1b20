import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../kernel/instant.ts';
import { mustBeDate } from '../../../kernel/local-date.ts';
import type { Standing } from '../../../sight/facts.ts';
import { idNumber } from '../../stored-entry.fixture.ts';
import { ORDINARY_CASELOAD, postOn, protectedPoints } from './post-on-a-day.ts';

const stands = (state: Standing['state'], from: string, until: string | null): Standing => ({
  party: idNumber(1),
  state,
  from: mustBeDate(from),
  until: until === null ? null : mustBeDate(until),
  believedFrom: '2020-01-01T00:00:00.000Z' as Instant,
  believedUntil: null,
});
const on = mustBeDate('2026-03-31');

describe('how a worker stands', () => {
  test('in post from the first day to the last', () => {
    const post = [stands('in-post', '2026-03-31', '2026-06-30')];
    expect(postOn(post, mustBeDate('2026-03-30'))).toMatchObject({ inPost: false, since: null, left: null });
    expect(postOn(post, on)).toMatchObject({ inPost: true, since: '2026-03-31', left: null });
    expect(postOn(post, mustBeDate('2026-06-30'))).toMatchObject({ inPost: true });
    expect(postOn(post, mustBeDate('2026-07-01'))).toMatchObject({ inPost: false, left: '2026-06-30' });
  });

  test('nobody can tell of whom nothing is recorded', () => {
    expect(postOn([], on)).toMatchObject({ inPost: null, registration: null, registered: false });
  });

  test('leave that has begun, and leave to come', () => {
    const leaves = [stands('on-leave', '2026-05-01', '2026-05-08'), stands('on-leave', '2026-03-02', null)];
    expect(postOn(leaves, on)).toMatchObject({
      leave: { from: '2026-03-02', until: null },
      nextLeave: { from: '2026-05-01' },
    });
    expect(postOn(leaves, mustBeDate('2026-03-01'))).toMatchObject({ leave: null, nextLeave: { from: '2026-03-02' } });
  });

  test('a registration that lapsed says when', () => {
    const registered = [stands('registered', '2024-12-01', '2026-03-30')];
    expect(postOn(registered, mustBeDate('2026-03-30'))).toMatchObject({ registered: true });
    expect(postOn(registered, on)).toMatchObject({ registered: false, registration: { until: '2026-03-30' } });
  });
});

describe('a protected caseload', () => {
  test('is for the newly qualified, until the day before a year has gone', () => {
    const since = mustBeDate('2025-04-01');
    expect(protectedPoints('newly-qualified-social-worker', since, on)).toBeLessThan(ORDINARY_CASELOAD);
    expect(protectedPoints('newly-qualified-social-worker', since, mustBeDate('2026-04-01'))).toBeNull();
    expect(protectedPoints('social-worker', since, on)).toBeNull();
    expect(protectedPoints('newly-qualified-social-worker', null, on)).toBeNull();
  });
});
