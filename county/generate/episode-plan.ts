import type { Chance } from '../census/chance.ts';
import { type CountyOf, FIRST_DAY, PRESENT_DAY } from './county-plan.ts';
import { type Day, weekday } from './days.ts';
import { pickShare } from './shares.ts';
import { workedFrom } from './working-calendar.ts';

/** How far an episode of need goes; each way begins as the one before it does. */
export const ROUTES = ['nothing', 'assessed', 'in-need', 'enquiry', 'protection', 'care'] as const;
export type Route = (typeof ROUTES)[number];

/** What an episode is to be, before anything of it is written: that says whether it is open on the present day. */
export type EpisodePlan = {
  readonly route: Route;
  readonly referredOn: Day;
  /** The day of the decision of no further action, or of closing; it may lie after the present day. */
  readonly endsOn: Day;
  /** Days from the referral on which a plan, or care, is to begin; counted on from the work that comes before. */
  readonly careAfter: number;
  readonly stepsDown: boolean;
};

const SHARES: readonly (readonly [Route, number])[] = [
  ['nothing', 29.5],
  ['assessed', 38],
  ['in-need', 14.5],
  ['enquiry', 4.5],
  ['protection', 5.5],
  ['care', 7],
];

/** In its first ten years the county helped fewer of those whom it assessed: its heavier work has grown. */
function inventRoute(chance: Chance, referredOn: Day): Route {
  const route = pickShare(chance, SHARES);
  const years = (referredOn - FIRST_DAY) / 365.25;
  const isHeavy = route !== 'nothing' && route !== 'assessed';
  return isHeavy && chance.next() > 0.03 + (years * years) / 140 ? 'assessed' : route;
}

/** An episode is never so short that its work does not fit in. */
const LEAST_DAYS: Readonly<Record<Route, number>> = {
  nothing: 0,
  assessed: 24,
  'in-need': 110,
  enquiry: 70,
  protection: 150,
  care: 30,
};

export function planEpisode(chance: Chance, referredOn: Day, route = inventRoute(chance, referredOn)): EpisodePlan {
  const stepsDown = chance.percent(55);
  const careAfter = chance.percent(30) ? chance.whole(1, 12) : chance.whole(40, 400);
  const days = Math.max(LEAST_DAYS[route], daysOf(chance, route, stepsDown, careAfter));
  return { route, referredOn, endsOn: workedFrom(referredOn + days), careAfter, stepsDown };
}

/** Around a middle, with a long tail: half of the values lie between two thirds of it and one and a half times. */
const around = (chance: Chance, middle: number): number =>
  Math.round(middle * Math.exp(0.6 * (chance.next() + chance.next() + chance.next() - 1.5) * 1.4));

function daysOf(chance: Chance, route: Route, stepsDown: boolean, careAfter: number): number {
  switch (route) {
    case 'nothing':
      return chance.percent(80) ? chance.whole(0, 1) : chance.whole(2, 9);
    case 'assessed':
      // Some are helped for months without a plan: a short break, a nursery place, money for a bed.
      return chance.percent(70) ? around(chance, 80) : 130 + around(chance, 420);
    case 'in-need':
      return 80 + around(chance, 300);
    case 'enquiry':
      return 60 + around(chance, 200);
    case 'protection':
      return 30 + around(chance, 340) + (stepsDown ? around(chance, 110) : 0);
    case 'care':
      return (
        careAfter +
        (chance.percent(30)
          ? chance.whole(20, 150)
          : chance.percent(55)
            ? around(chance, 720)
            : around(chance, 2_400)) +
        10
      );
  }
}

/** Referrals a year, beside the last year's 100; the county has grown busier. From the year that began in April 2011. */
const BUSY = [36, 39, 42, 46, 49, 53, 57, 61, 64, 61, 59, 67, 76, 90, 100];

/** A day on which a family first comes to notice: more in later years, hardly ever at weekends, fewer in August. */
export function inventFirstDay(chance: Chance, county: CountyOf): Day {
  const days = county.today - county.from + 1;
  for (;;) {
    const day = county.from + chance.whole(0, days - 1);
    const year = Math.floor((BUSY.length * (day - county.from)) / days);
    const wanted = (BUSY[year] ?? 100) * (weekday(day) > 4 ? 0.12 : 1);
    if (chance.next() * 100 < wanted) return day;
  }
}

/** When the family is referred again after an episode, where it is: within months for many. */
export function nextReferral(chance: Chance, { endsOn, route }: EpisodePlan): Day | null {
  if (!chance.percent(route === 'nothing' ? 52 : 46)) return null;
  const day = endsOn + 2 + Math.round(-Math.log(1 - chance.next()) * 430);
  return weekday(day) > 4 ? day + 2 : day;
}

export const isOpenOn = ({ endsOn, referredOn }: EpisodePlan, today: Day = PRESENT_DAY): boolean =>
  referredOn <= today && endsOn > today;
