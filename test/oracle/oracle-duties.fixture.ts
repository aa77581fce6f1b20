import { type Duty, dutySchema } from '../../src/statute/duty.ts';

const common = {
  owes: 'nobody',
  asks: 'a test',
  ships: 'on',
  checked: { on: '2026-01-01', by: 'tests', next: '2027-01-01' },
};
const value = (limit: number | null, count: string | null, more: object = {}) => ({
  limit,
  count,
  force: 'statutory guidance',
  citation: 'test',
  source: 'S1',
  confidence: 'V',
  ...more,
});
const clock = (id: string, more: object): Duty =>
  dutySchema.parse({ ...common, id, title: id, shape: 'clock', ...more });

/** Duties that use what no duty of the statute uses yet, or not together: switches, extensions, reasons, overlays, hours. */
export const TEST_DUTIES: readonly Duty[] = [
  clock('visit-with-switches', {
    starts: [{ fact: 'plan.protection-begun', meets: 'child' }],
    meets: ['seen.alone', 'seen.with-others'],
    restarts: true,
    ends: [{ fact: 'plan.protection-ended', in: 'thread' }],
    switches: [
      { afterMonths: 1, limit: 4, count: 'weeks+' },
      { afterMonths: 3, limit: 2, count: 'months+' },
    ],
    values: { '2010-01-01': value(1, 'weeks+', { next: 2 }) },
  }),
  clock('visit-until-five', {
    starts: [{ fact: 'plan.in-need-begun', meets: 'episode' }],
    meets: ['seen.alone', 'seen.with-others'],
    restarts: true,
    ends: [{ fact: 'plan.in-need-ended', in: 'thread' }],
    switches: [{ atAge: 5, limit: 5, count: 'days+' }],
    values: { '2010-01-01': value(20, 'days=') },
  }),
  clock('extended-and-reasoned', {
    starts: [{ fact: 'assessment.begun', meets: 'thread' }],
    meets: ['assessment.completed'],
    ends: [{ fact: 'closure.closed', in: 'episode' }],
    excuses: [{ fact: 'assessment.review-point', in: 'thread' }],
    reasons: [{ fact: 'assessment.overrun-reason', in: 'episode' }],
    overlays: [{ from: '2025-12-20', until: '2026-01-05', relaxed: true, citation: 'test', confidence: 'V' }],
    values: { '2010-01-01': value(10, 'working-days='), '2013-04-15': value(15, 'working-days+'), '2026-01-15': null },
  }),
  clock('told-within-72-hours', {
    starts: [{ fact: 'concern.raised', meets: 'child' }],
    meets: ['seen.alone', 'seen.with-others', 'referral.received'],
    ends: [{ fact: 'decision.no-further-action', in: 'child' }],
    values: { '2010-01-01': value(72, 'hours') },
  }),
  clock('again-within-48-hours', {
    starts: [{ fact: 'seen.not-seen', meets: 'child' }],
    meets: ['seen.not-seen', 'seen.alone'],
    values: { '2010-01-01': value(48, 'hours') },
    parameters: [{ name: 'againHours', sets: 'limit', may: 'stricter' }],
  }),
  clock('every-kind-of-setting', {
    starts: [{ fact: 'referral.received', meets: 'episode' }],
    meets: ['decision.proceed', 'decision.no-further-action'],
    ends: [{ fact: 'closure.closed', in: 'episode' }],
    ships: 'off',
    values: { '2012-01-01': value(5, 'working-days+'), '2013-04-15': null, '2025-06-01': value(3, 'working-days+') },
    parameters: [
      { name: 'everyLimit', sets: 'limit', may: 'stricter' },
      { name: 'everyBegins', sets: 'begins-on', may: 'free' },
      { name: 'everyEnds', sets: 'ends-on', may: 'free' },
      { name: 'everyStart', sets: 'start-counts', may: 'stricter' },
      { name: 'everyOn', sets: 'switched-on', may: 'free' },
    ],
  }),
  clock('second-review-3-months', {
    starts: [{ fact: 'review.care-held', meets: 'thread', ordinal: 'first' }],
    meets: ['review.care-held'],
    ends: [{ fact: 'care.ended', in: 'thread' }],
    values: { '2010-01-01': value(1, 'months+') },
  }),
  clock('later-reviews-6-months', {
    starts: [
      {
        fact: 'review.care-held',
        meets: 'thread',
        ordinal: 'later',
        while: { opens: 'care.entered', closes: 'care.ended', in: 'thread' },
      },
    ],
    meets: ['review.care-held'],
    restarts: true,
    ends: [{ fact: 'care.ended', in: 'thread' }],
    values: { '2010-01-01': value(2, 'months+') },
  }),
  clock('visits-after-a-year', {
    starts: [
      {
        fact: 'placement.first-year-over',
        meets: 'child',
        while: [
          { opens: 'placement.begun', closes: 'placement.ended', in: 'thread' },
          { opens: 'placement.permanent', closes: 'placement.ended', in: 'thread', not: true },
        ],
      },
      {
        fact: 'placement.permanent',
        meets: 'child',
        while: [
          { opens: 'placement.first-year-over', closes: 'placement.ended', in: 'thread' },
          { opens: 'care.entered', closes: 'care.ended' },
        ],
      },
    ],
    meets: ['seen.alone', 'seen.with-others'],
    restarts: true,
    ends: [{ fact: 'placement.ended', in: 'thread' }],
    values: { '2010-01-01': value(2, 'weeks+') },
  }),
  clock('visits-counted-from-the-last', {
    starts: [
      { fact: 'placement.first-year-over', meets: 'child', counts: 'from-last-meeting' },
      { fact: 'placement.begun', meets: 'child' },
    ],
    meets: ['seen.alone', 'seen.with-others'],
    restarts: true,
    ends: [
      { fact: 'placement.ended', in: 'thread' },
      { fact: 'placement.first-year-over', in: 'thread' },
    ],
    values: { '2010-01-01': value(4, 'weeks+', { next: 2 }), '2013-04-15': value(3, 'weeks+') },
  }),
  clock('weekly-until-review', {
    starts: [{ fact: 'visiting.parent-not-assessed', meets: 'child', counts: 'from-last-meeting' }],
    meets: ['seen.alone', 'seen.with-others'],
    restarts: true,
    ends: [
      { fact: 'visiting.ordinary', in: 'thread' },
      { fact: 'placement.ended', in: 'thread' },
    ],
    switches: [
      { at: 'review.care-held', in: 'episode', limit: 6, count: 'weeks+' },
      { afterMonths: 3, limit: 2, count: 'months+' },
      { at: 'care.ended', in: 'child', limit: 10, count: 'days+' },
    ],
    values: { '2010-01-01': value(1, 'weeks+') },
  }),
  clock('plan-before-or-in-ten-days', {
    starts: [{ fact: 'placement.begun', meets: 'episode' }],
    meets: ['care-plan.agreed'],
    orBefore: [{ fact: 'care-plan.agreed', in: 'episode' }],
    ends: [{ fact: 'placement.ended', in: 'thread' }],
    values: { '2010-01-01': value(10, 'working-days+') },
  }),
  clock('health-before-the-review', {
    starts: [{ fact: 'care.entered', meets: 'child' }],
    meets: ['health.initial-assessed'],
    orBefore: [
      { fact: 'health.initial-assessed', in: 'child', withinMonths: 1 },
      { fact: 'health.review-assessed', in: 'thread', withinMonths: 2 },
    ],
    dueNoLaterThan: [{ fact: 'review.care-held', in: 'episode' }],
    ends: [{ fact: 'care.ended', in: 'thread' }],
    reasons: [{ fact: 'placement.notified', in: 'episode' }],
    values: { '2010-01-01': value(20, 'working-days+') },
  }),
  clock('reviewed-again-in-two-months', {
    starts: [{ fact: 'review.care-held', meets: 'child' }],
    meets: ['review.care-held', 'placement.ended'],
    orBefore: [{ fact: 'placement.begun', in: 'child', withinMonths: 1 }],
    dueNoLaterThan: [
      { fact: 'care.ended', in: 'child' },
      { fact: 'missing.begun', in: 'child' },
    ],
    values: { '2010-01-01': value(2, 'months+') },
  }),
];
