import { SINGLE_ASSESSMENTS } from '../generate/county-plan.ts';
import { dayOf } from '../generate/days.ts';
import { type ClockRule, hoursAfter } from './clock-rule.ts';
import { months, since, until, weeks, workingDays } from './counting-days.ts';

const CLOSED = { is: 'closed', reach: 'episode' } as const;
const NOTHING = { is: 'decided: nothing follows', reach: 'episode' } as const;

/** The council set its own numbers for visits and core groups from this day, and for reviews of plans in 2019. */
const OWN_NUMBERS = SINGLE_ASSESSMENTS;
const OWN_REVIEWS = dayOf('2019-09-02');

/** From referral to plan: what is owed to a child in need, as a reader of the law counts it on a calendar. */
export const RULES_OF_NEED: readonly ClockRule[] = [
  {
    duty: 'referral-decision',
    starts: [{ is: 'referred', reach: 'episode' }],
    meets: ['decided: proceed', 'decided: nothing follows'],
    ends: [CLOSED],
    due: workingDays(1),
  },
  {
    duty: 'referral-ack-referrer',
    starts: [{ is: 'referred by a professional', reach: 'episode' }],
    meets: ['referrer told'],
    ends: [CLOSED],
    due: workingDays(1),
  },
  {
    duty: 'referral-written-confirm',
    starts: [{ is: 'referred by telephone', reach: 'episode' }],
    meets: ['confirmed in writing'],
    ends: [NOTHING, CLOSED],
    due: until(SINGLE_ASSESSMENTS, hoursAfter(48)),
    hours: 48,
  },
  {
    duty: 'initial-assessment-10wd',
    starts: [{ is: 'referred', reach: 'episode' }],
    meets: ['initial assessment completed', 'assessment completed'],
    ends: [{ is: 'core assessment needed', reach: 'episode' }, NOTHING, CLOSED],
    due: until(SINGLE_ASSESSMENTS, workingDays(10)),
  },
  {
    duty: 'core-assessment-35wd',
    starts: [
      { is: 'core assessment needed', reach: 'thread' },
      { is: 'enquiries begun', reach: 'episode' },
    ],
    meets: ['core assessment completed', 'assessment completed'],
    ends: [CLOSED],
    due: until(SINGLE_ASSESSMENTS, workingDays(35)),
  },
  {
    duty: 'single-assessment-45wd',
    starts: [
      { is: 'referred', reach: 'episode' },
      { is: 'assessment needed', reach: 'thread' },
    ],
    meets: ['assessment completed'],
    ends: [NOTHING, CLOSED],
    reasons: ['overrun explained'],
    due: since(SINGLE_ASSESSMENTS, workingDays(45)),
  },
  {
    duty: 'cin-visit',
    starts: [{ is: 'need plan begun', reach: 'child' }],
    meets: ['seen'],
    ends: [{ is: 'need plan ended', reach: 'thread' }, CLOSED],
    again: true,
    due: since(OWN_NUMBERS, workingDays(20)),
  },
  {
    duty: 'cin-review',
    starts: [{ is: 'need plan begun', reach: 'thread' }],
    meets: ['need plan reviewed'],
    ends: [{ is: 'need plan ended', reach: 'thread' }, CLOSED],
    again: true,
    due: since(OWN_REVIEWS, weeks(12)),
  },
];

const PLAN_ENDED = { is: 'protection plan ended', reach: 'thread' } as const;

/** Enquiries, conferences and plans for protection. */
export const RULES_OF_PROTECTION: readonly ClockRule[] = [
  {
    duty: 'icpc-15wd',
    starts: [{ is: 'enquiries begun', reach: 'episode' }],
    meets: ['conference held'],
    ends: [{ is: 'no conference needed', reach: 'thread', voids: true }, CLOSED],
    due: workingDays(15),
  },
  {
    duty: 'icpc-minutes',
    starts: [{ is: 'conference held', reach: 'thread' }],
    meets: ['minutes sent'],
    ends: [CLOSED],
    due: workingDays(20),
  },
  {
    duty: 'icpc-transfer-in',
    starts: [{ is: 'move here notified', reach: 'thread' }],
    meets: ['move here conference held'],
    ends: [CLOSED],
    due: workingDays(15),
  },
  {
    duty: 'core-group-first',
    starts: [{ is: 'protection plan begun', reach: 'thread' }],
    meets: ['core group'],
    ends: [PLAN_ENDED, CLOSED],
    due: workingDays(10),
  },
  {
    duty: 'core-group-next',
    starts: [{ is: 'core group', reach: 'thread' }],
    meets: ['core group'],
    ends: [PLAN_ENDED, CLOSED],
    again: true,
    due: since(OWN_NUMBERS, weeks(6)),
  },
  {
    duty: 'cp-review-first-legal',
    starts: [{ is: 'protection plan begun', reach: 'thread' }],
    meets: ['review conference'],
    ends: [PLAN_ENDED, CLOSED],
    due: months(3),
  },
  {
    duty: 'cp-review-next-legal',
    starts: [{ is: 'review conference', reach: 'thread' }],
    meets: ['review conference'],
    ends: [PLAN_ENDED, CLOSED],
    again: true,
    due: months(6),
  },
  {
    duty: 'cp-plan-duration-18m-2y',
    starts: [{ is: 'protection plan begun', reach: 'thread' }],
    meets: ['protection plan ended'],
    ends: [CLOSED],
    due: months(24),
  },
  {
    duty: 'cp-visit',
    starts: [{ is: 'protection plan begun', reach: 'child' }],
    meets: ['seen'],
    ends: [PLAN_ENDED, CLOSED],
    again: true,
    due: since(OWN_NUMBERS, workingDays(10)),
  },
];
