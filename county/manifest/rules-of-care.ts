import { dayOf, monthsAfter } from '../generate/days.ts';
import type { Happening, Noted } from '../generate/happenings.ts';
import { workingDaysAfter } from '../generate/working-calendar.ts';
import { type ClockRule, hoursAfter, type Within } from './clock-rule.ts';
import { months, workingDays } from './counting-days.ts';

const CARE_OVER = { is: 'care ended', reach: 'thread' } as const;
const CARE_OVER_FOR_HOME = { is: 'care ended', reach: 'episode' } as const;
const HOME_OVER = { is: 'placement ended', reach: 'thread' } as const;

const before =
  (is: Happening, by: 'thread' | 'episode') =>
  (start: Noted, noted: readonly Noted[]): boolean =>
    noted.some((each) => each.is === is && each[by] === start[by] && each.on <= start.on);

/** An order had been made, and the care under it was not over, on that day. */
const underAnOrder = (start: Noted, noted: readonly Noted[]): boolean =>
  noted.some(
    (each) =>
      each.is === 'order made' &&
      each.on <= start.on &&
      !noted.some(
        ({ is, thread, on }) => is === 'care ended' && thread === each.thread && on >= each.on && on <= start.on,
      ),
  );

/** Reviews of one period in their order: is this the first? */
const isFirstReview = (start: Noted, noted: readonly Noted[]): boolean =>
  noted.find(({ is, thread }) => is === 'care review' && thread === start.thread) === start;

const sent = (duty: string, meets: Happening, days: number): ClockRule => ({
  duty,
  starts: [{ is: 'care review', reach: 'thread' }],
  meets: [meets],
  ends: [{ is: 'care review', reach: 'thread' }, CARE_OVER],
  due: workingDays(days),
});

const ofHome = (duty: string, meets: Happening): ClockRule => ({
  duty,
  starts: [{ is: 'placement begun', reach: 'thread' }],
  meets: [meets],
  orBefore: before(meets, 'thread'),
  ends: [HOME_OVER, CARE_OVER_FOR_HOME],
  due: workingDays(5),
});

/** Plans, reviews and approvals of children in care. */
export const RULES_OF_CARE: readonly ClockRule[] = [
  {
    duty: 'care-plan-10wd',
    starts: [
      {
        is: 'placement begun',
        reach: 'episode',
        when: (start, noted) => isFirstHome(start) && !underAnOrder(start, noted),
      },
    ],
    meets: ['care plan agreed'],
    orBefore: before('care plan agreed', 'episode'),
    ends: [{ is: 'order made', reach: 'episode' }, CARE_OVER_FOR_HOME],
    due: workingDays(10),
  },
  ofHome('placement-plan-5wd', 'placement plan agreed'),
  ofHome('placement-notify-5wd', 'placement notified'),
  {
    duty: 'cla-review-first',
    starts: [{ is: 'care entered', reach: 'thread' }],
    meets: ['care review'],
    ends: [CARE_OVER],
    due: workingDays(20),
  },
  {
    duty: 'cla-review-second',
    starts: [{ is: 'care review', reach: 'thread', when: isFirstReview }],
    meets: ['care review'],
    ends: [CARE_OVER],
    due: months(3),
  },
  {
    duty: 'cla-review-next',
    starts: [{ is: 'care review', reach: 'thread', when: (start, noted) => !isFirstReview(start, noted) }],
    meets: ['care review'],
    ends: [CARE_OVER],
    again: true,
    due: months(6),
  },
  {
    duty: 'iro-appointed-5wd',
    starts: [{ is: 'care entered', reach: 'thread' }],
    meets: ['officer appointed'],
    ends: [CARE_OVER],
    due: workingDays(5),
  },
  sent('iro-decisions-5wd', 'care review decisions sent', 5),
  sent('iro-record-20wd', 'care review record sent', 20),
  {
    duty: 'reg24-temp-approval',
    starts: [{ is: 'temporary approval', reach: 'thread' }],
    meets: ['temporary approval ended', 'placement ended'],
    ends: [CARE_OVER_FOR_HOME],
    due: ({ start }) => start.on + 7 * (inPandemic(start) ? 24 : 16),
  },
  {
    duty: 'reg25-extension',
    starts: [{ is: 'temporary approval', reach: 'thread' }],
    meets: ['temporary approval ended', 'placement ended'],
    ends: [CARE_OVER_FOR_HOME],
    due: ({ start }) => start.on + 7 * 24,
  },
];

const isFirstHome = ({ as }: Noted): boolean => as?.includes('first') === true;
const inPandemic = ({ on }: Noted): boolean => on >= dayOf('2020-04-24') && on <= dayOf('2020-09-25');

const birthday = (noted: readonly Noted[], is: 'five years old' | 'sixteen years old'): number =>
  noted.find((each) => each.is === is)?.on ?? Number.POSITIVE_INFINITY;
const isFive = (start: Noted, noted: readonly Noted[]): boolean => birthday(noted, 'five years old') <= start.on;
const FIRST_REVIEW: Within = { is: 'care review', reach: 'thread' };

const assessedAgain = (
  duty: string,
  when: (start: Noted, noted: readonly Noted[]) => boolean,
  due: ClockRule['due'],
): ClockRule => ({
  duty,
  starts: [
    { is: 'initial health assessed', reach: 'thread', when },
    { is: 'review health assessed', reach: 'thread', when },
  ],
  meets: ['review health assessed'],
  ends: [CARE_OVER],
  due,
});

/** Health, schooling and going missing. */
export const RULES_OF_HEALTH: readonly ClockRule[] = [
  {
    duty: 'iha-20wd',
    starts: [{ is: 'care entered', reach: 'thread' }],
    meets: ['initial health assessed'],
    orBefore: (start, noted) =>
      noted.some(({ is, on }) => is === 'initial health assessed' && on <= start.on && on >= monthsAfter(start.on, -3)),
    noLaterThan: FIRST_REVIEW,
    ends: [CARE_OVER],
    due: workingDays(20),
  },
  assessedAgain('rha-5plus', isFive, months(12)),
  // What is open at the fifth birthday is counted anew from the same assessment.
  assessedAgain(
    'rha-under5',
    (start, noted) => !isFive(start, noted),
    ({ start, noted, ranUntil }) => {
      const half = monthsAfter(start.on, 6);
      return birthday(noted, 'five years old') <= Math.min(half, ranUntil) ? monthsAfter(start.on, 12) : half;
    },
  ),
  {
    duty: 'dental-annual',
    starts: [{ is: 'care entered', reach: 'thread' }],
    meets: ['teeth checked'],
    ends: [CARE_OVER],
    again: true,
    due: months(12),
  },
  {
    duty: 'pep-initiated',
    starts: [{ is: 'care entered', reach: 'thread', when: isFive }],
    meets: ['education plan begun'],
    orBefore: before('education plan begun', 'thread'),
    noLaterThan: FIRST_REVIEW,
    ends: [CARE_OVER],
    due: ({ start }) => workingDaysAfter(start.on, 10),
  },
  {
    duty: 'rhi-72h',
    starts: [{ is: 'found', reach: 'thread' }],
    meets: ['interview held'],
    excuses: { is: 'interview offered', reach: 'thread' },
    ends: [],
    due: hoursAfter(72),
    hours: 72,
  },
];
