import { type Day, monthsAfter } from '../generate/days.ts';
import type { Noted } from '../generate/happenings.ts';
import type { ClockRule, Counting } from './clock-rule.ts';
import { firstThen, months, weeks, workingDays } from './counting-days.ts';

/** The rule that governs visits to a placement on a day; null while nobody said one. */
const ruleOn = (start: Noted, noted: readonly Noted[]): string | null =>
  noted.findLast(({ is, thread, on }) => is === 'visiting rule' && thread === start.thread && on <= start.on)?.as ??
  null;

const isLasting = (start: Noted, noted: readonly Noted[]): boolean =>
  noted.some(({ is, thread, on }) => is === 'placement permanent' && thread === start.thread && on <= start.on);
const isYearOver = (start: Noted, noted: readonly Noted[]): boolean =>
  noted.some(({ is, thread, on }) => is === 'placement a year old' && thread === start.thread && on <= start.on);
/** The child still lives there, in care, on that day. */
const isLivedIn = (start: Noted, noted: readonly Noted[]): boolean =>
  !noted.some(
    ({ is, thread, on }) =>
      on <= start.on &&
      ((is === 'placement ended' && thread === start.thread) || (is === 'care ended' && thread === start.episode)),
  );

const ruleIs =
  (rule: string) =>
  (start: Noted): boolean =>
    start.as === rule;
const OVER = [
  { is: 'placement ended', reach: 'thread' },
  { is: 'care ended', reach: 'episode' },
] as const;
/** Another rule ends the chain; the same rule never comes twice in one placement. */
const ANOTHER_RULE = { is: 'visiting rule', reach: 'thread' } as const;

/** Weekly until the first review of the care, then less often; counted anew from its own start for what runs on that day. */
const weeklyUntilReview =
  (thenWeeks: number) =>
  ({ start, origin, noted, ranUntil }: Counting): Day => {
    const review = noted.find(
      ({ is, episode, on }) => is === 'care review' && episode === origin.episode && on >= origin.on,
    )?.on;
    const weekly = start.on + 7;
    return review !== undefined && review <= Math.min(weekly, ranUntil) ? start.on + 7 * thenWeeks : weekly;
  };

const secondYear = (duty: string, lasting: boolean, due: ClockRule['due']): ClockRule => ({
  duty,
  starts: [
    {
      is: 'placement a year old',
      reach: 'child',
      fromLastMeeting: true,
      when: (start, noted) =>
        ruleOn(start, noted) === 'ordinary' && isLasting(start, noted) === lasting && isLivedIn(start, noted),
    },
    ...(lasting
      ? [
          {
            is: 'placement permanent',
            reach: 'child',
            fromLastMeeting: true,
            when: (start: Noted, noted: readonly Noted[]) =>
              isYearOver(start, noted) && ruleOn(start, noted) === 'ordinary',
          } as const,
        ]
      : []),
    {
      is: 'visiting rule',
      reach: 'child',
      fromLastMeeting: true,
      when: (start, noted) =>
        ruleIs('ordinary')(start) && isYearOver(start, noted) && isLasting(start, noted) === lasting,
    },
  ],
  meets: ['seen'],
  ends: [...OVER, ...(lasting ? [] : [{ is: 'placement permanent', reach: 'thread' } as const])],
  again: true,
  due,
});

/** Visits to children in care, by the rule that governs each placement. */
export const RULES_OF_VISITS: readonly ClockRule[] = [
  {
    duty: 'visit-first-week',
    starts: [{ is: 'placement begun', reach: 'child', when: (start, noted) => ruleOn(start, noted) === 'ordinary' }],
    meets: ['seen'],
    ends: OVER,
    due: weeks(1),
  },
  {
    duty: 'visit-6w',
    starts: [
      {
        is: 'visiting rule',
        reach: 'child',
        fromLastMeeting: true,
        when: (start, noted) => ruleIs('ordinary')(start) && !isYearOver(start, noted),
      },
    ],
    meets: ['seen'],
    ends: [{ is: 'placement a year old', reach: 'thread' }, ANOTHER_RULE, ...OVER],
    again: true,
    due: weeks(6),
  },
  secondYear('visit-year2-not-permanent', false, weeks(6)),
  secondYear('visit-year2-permanent', true, months(3)),
  {
    duty: 'visit-careorder-parent',
    starts: [{ is: 'visiting rule', reach: 'child', when: ruleIs('parent-care-order') }],
    meets: ['seen'],
    ends: [ANOTHER_RULE, ...OVER],
    again: true,
    due: firstThen(weeks(1), weeks(6)),
  },
  {
    duty: 'visit-reg24-or-ico-parent',
    starts: [{ is: 'visiting rule', reach: 'child', when: ruleIs('temporary-or-interim-order') }],
    meets: ['seen'],
    ends: [ANOTHER_RULE, ...OVER],
    again: true,
    due: weeklyUntilReview(4),
  },
  {
    duty: 'pf-visit-year1',
    starts: [{ is: 'private fostering known', reach: 'child' }],
    meets: ['seen', 'private fostering inspected'],
    ends: [{ is: 'private fostering ended', reach: 'thread' }],
    again: true,
    due: ({ start, origin, ranUntil }) => {
      const yearOver = monthsAfter(origin.on, 12);
      return start.on + (yearOver <= Math.min(start.on + 42, ranUntil) ? 84 : 42);
    },
  },
  {
    duty: 'pf-first-action-7wd',
    starts: [{ is: 'private fostering notified', reach: 'thread' }],
    meets: ['private fostering inspected'],
    ends: [{ is: 'private fostering ended', reach: 'thread' }],
    due: workingDays(7),
  },
];
