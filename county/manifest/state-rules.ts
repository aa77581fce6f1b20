import type { Id } from '../../src/kernel/id.ts';
import { SINGLE_ASSESSMENTS } from '../generate/county-plan.ts';
import { SUPERVISION_RULES } from '../generate/county-policies.ts';
import { type Day, dayOf, monthsAfter } from '../generate/days.ts';
import type { Happening, Noted } from '../generate/happenings.ts';
import type { ExpectedClock, ExpectedState } from './expected.ts';

/** A check of what stands beside a happening: null where it is not asked of that one. */
type StateRule = {
  readonly duty: string;
  readonly of: Happening;
  readonly holds: (about: Noted, noted: readonly Noted[]) => boolean | null;
};

const TWO_PLANS = dayOf('2021-04-01');
const REGISTERED = dayOf('2023-10-28');
const UNREGULATED = dayOf('2021-09-09');

const inEpisode =
  (about: Noted, is: readonly Happening[]) =>
  (each: Noted): boolean =>
    is.includes(each.is) && each.episode === about.episode;

export const STATE_RULES: readonly StateRule[] = [
  {
    duty: 'rereferral-12m',
    of: 'referred',
    holds: (about, noted) =>
      !noted.some(
        ({ is, thread, on }) =>
          is === 'referred' && thread !== about.thread && on < about.on && on >= monthsAfter(about.on, -12),
      ),
  },
  {
    duty: 'child-seen-in-assessment',
    of: 'assessment completed',
    holds: (about, noted) =>
      isUnborn(noted, about.on) ? null : noted.some((each) => inEpisode(about, ['seen'])(each) && each.on <= about.on),
  },
  {
    duty: 's47-lead-qualified',
    of: 'enquiry begun',
    holds: (about) => about.as === 'social worker',
  },
  {
    duty: 'section47-no-assessment',
    of: 'enquiry begun',
    holds: (about, noted) =>
      about.on < SINGLE_ASSESSMENTS ? null : noted.some(inEpisode(about, ['assessment begun', 'assessment completed'])),
  },
  {
    duty: 'cp-plan-starts-icpc-day',
    of: 'protection plan begun',
    holds: (about, noted) =>
      noted.some(
        (each) => inEpisode(about, ['conference held', 'move here conference held'])(each) && each.on === about.on,
      ),
  },
  {
    duty: 'cp-repeat-plan',
    of: 'protection plan begun',
    holds: (about) => about.as === 'first',
  },
  {
    duty: 'cp-review-after-start',
    of: 'review conference',
    holds: (about, noted) =>
      noted.some(({ is, thread, on }) => is === 'protection plan begun' && thread === about.thread && on < about.on),
  },
  {
    duty: 'cp-no-concurrent-cin-plan',
    of: 'need plan begun',
    holds: (about, noted) => (about.on < TWO_PLANS ? null : !isBesideProtection(about, noted)),
  },
  approvedBefore('oo-area-approval', 'out of area', 'approved out of area'),
  approvedBefore('distant-placement-dcs', 'at a distance', 'approved at a distance', dayOf('2014-01-27')),
  approvedBefore('placement-with-parent-approval', 'with-parents', 'approved with parent'),
  {
    duty: 'foster-sw-allocated',
    of: 'carer approved',
    holds: (about, noted) => noted.some(({ is, thread }) => is === 'carer worker allocated' && thread === about.thread),
  },
  {
    duty: 'foster-review-views',
    of: 'carer reviewed',
    holds: (about, noted) =>
      noted.some(({ is, thread, on }) => is === 'carer views recorded' && thread === about.thread && on <= about.on),
  },
  {
    duty: 'foster-supervision-signed',
    of: 'carer supervised',
    holds: (about, noted) =>
      about.on < SUPERVISION_RULES
        ? null
        : noted.some(({ is, thread }) => is === 'supervision signed' && thread === about.thread),
  },
  beforeReview('iro-appointed', 'officer appointed'),
  beforeReview('iro-spoke-to-child', 'officer spoke to child'),
  {
    duty: 'supported-accommodation-registered',
    of: 'placement begun',
    holds: ({ on, as }) =>
      on >= REGISTERED && as?.includes('supported-accommodation') ? !as.includes('not registered') : null,
  },
  {
    duty: 'u16-unregulated-ban',
    of: 'placement begun',
    holds: ({ on, as }, noted) =>
      on >= UNREGULATED && (as?.includes('semi-independent') || as?.includes('not registered'))
        ? noted.some((each) => each.is === 'sixteen years old' && each.on <= on)
        : null,
  },
];

/** What must have been approved by the day of a placement of that sort. */
function approvedBefore(duty: string, sort: string, approved: Happening, from = 0): StateRule {
  return {
    duty,
    of: 'placement begun',
    holds: (about, noted) =>
      about.as?.includes(sort) && about.on >= from
        ? noted.some(({ is, thread, on }) => is === approved && thread === about.thread && on <= about.on)
        : null,
  };
}

/** What must have been done in the period of care by the day of each review. */
function beforeReview(duty: string, done: Happening): StateRule {
  return {
    duty,
    of: 'care review',
    holds: (about, noted) =>
      noted.some(({ is, thread, on }) => is === done && thread === about.thread && on <= about.on),
  };
}

function isUnborn(noted: readonly Noted[], on: Day): boolean {
  const born = noted.find(({ is }) => is === 'born');
  return born ? born.on > on : noted.some(({ is }) => is === 'expected');
}

/** Was a protection plan open on a day on which this plan was? The day of an end is not an open one. */
function isBesideProtection(about: Noted, noted: readonly Noted[]): boolean {
  const endOf = (begun: Noted, is: Happening): Day =>
    noted.find((each) => each.is === is && each.thread === begun.thread && each.on >= begun.on)?.on ??
    Number.POSITIVE_INFINITY;
  const end = endOf(about, 'need plan ended');
  return noted.some(
    (plan) =>
      plan.is === 'protection plan begun' &&
      Math.max(plan.on, about.on) < Math.min(end, endOf(plan, 'protection plan ended')),
  );
}

export function statesOf(
  book: Id,
  noted: readonly Noted[],
  clocks: readonly ExpectedClock[],
  today: Day,
): ExpectedState[] {
  const found = STATE_RULES.flatMap(({ duty, of, holds }) =>
    noted
      .filter(({ is }) => is === of)
      .flatMap((about): ExpectedState[] => {
        const answer = holds(about, noted);
        return answer === null ? [] : [{ duty, book, thread: about.thread, on: about.on, holds: answer }];
      }),
  );
  return [...found, ...clocks.filter((clock) => wasLate(clock, today)).map((clock) => reasoned(clock, noted))];
}

/** Late on some day so far, as an assessment is that was not done by its due day. */
const wasLate = ({ duty, dueOn, metOn, outcome }: ExpectedClock, today: Day): boolean =>
  duty === 'single-assessment-45wd' && outcome !== 'superseded' && dueOn < today && (metOn === null || metOn > dueOn);

const reasoned = ({ book, thread, startedOn }: ExpectedClock, noted: readonly Noted[]): ExpectedState => ({
  duty: 'assessment-overrun-reason',
  book,
  thread,
  on: startedOn,
  holds: noted.some(({ is, episode, on }) => is === 'overrun explained' && episode === thread && on >= startedOn),
});
