import { textIn } from '../../file-note.ts';
import {
  type CensusView,
  type EpisodeView,
  isBefore,
  isOutside,
  type PlanView,
  type Stretch,
  startsInside,
} from './census-view.ts';

/** What is odd about the plans of an episode, one by one. */
export function oddPlans(episode: EpisodeView, view: CensusView): void {
  for (const each of episode.needPlans) oddNeedPlan(each, episode, view);
  for (const each of episode.plans) oddProtectionPlan(each, episode, view);
}

function oddNeedPlan({ row, from, until }: Stretch, { referredOn, plans }: EpisodeView, view: CensusView): void {
  const { odd, window, diedOn } = view;
  if (isBefore(window.until, from)) odd('4010', row, `The plan of ${from} begins after the reference date.`);
  if (isBefore(from, referredOn)) odd('4015', row, 'The plan begins before the referral.');
  if (isBefore(until, from)) odd('4011', row, 'The plan ends before it begins.');
  if (until !== null && until === from) odd('4012Q', row, 'The plan begins and ends on one day.');
  if (isOutside(until, window)) odd('4013', row, `The plan ends on ${until}, outside the census year.`);
  if (isBefore(diedOn, from)) odd('4008', row, 'The plan begins after the death.');
  if (isBefore(diedOn, until)) odd('4009Q', row, 'The plan ends after the death.');
  if (until === null && plans.some((plan) => plan.until === null))
    odd('4001', row, 'The plan is open while a protection plan is open.');
  const reviews = plans.flatMap((plan) => plan.reviews.filter((review) => review !== plan.until));
  if (reviews.some((review) => from !== null && review >= from && review <= (until ?? window.until)))
    odd('4003', row, 'A review of a protection plan falls inside the plan.');
}

function oddProtectionPlan(
  { row, from, until, reviews }: PlanView,
  { referredOn }: EpisodeView,
  view: CensusView,
): void {
  const { odd, window, diedOn } = view;
  if (isBefore(window.until, from)) odd('8720', row, `The plan of ${from} begins after the reference date.`);
  if (isBefore(from, referredOn)) odd('1105', row, 'The plan begins before the referral.');
  if (isBefore(until, from)) odd('8925', row, 'The plan ends before it begins.');
  if (until !== null && until === from) odd('8840', row, 'The plan begins and ends on one day.');
  if (isOutside(until, window)) odd('8930', row, `The plan ends on ${until}, outside the census year.`);
  if (isBefore(diedOn, from)) odd('8915', row, 'The plan begins after the death.');
  if (isBefore(diedOn, until)) odd('8920', row, 'The plan ends after the death.');
  if (reviews.some((review) => from !== null && review <= from))
    odd('8841', row, 'A review is on or before the first day of the plan.');
  if (reviews.some((review) => review > window.until))
    odd('after-reference-date', row, 'A review lies after the reference date.');
  if (textIn(row, 'InitialCategoryOfAbuse') === null) odd('8905', row, 'The first category of abuse is not given.');
  if (textIn(row, 'LatestCategoryOfAbuse') === null) odd('8910', row, 'The latest category of abuse is not given.');
  if (!row.values.has('NumberOfPreviousCPP')) odd('8730', row, 'How many plans there were before is not given.');
}

/** What is odd between the plans of one child, whichever episode they belong to. */
export function oddBetweenPlans({ episodes, window, odd }: CensusView): void {
  const needPlans = episodes.flatMap((episode) => episode.needPlans);
  const plans = episodes.flatMap((episode) => episode.plans);
  const inside = (one: Stretch, others: readonly Stretch[]): boolean =>
    others.some(
      (other) =>
        other !== one &&
        startsInside(one.from, other, window.until) &&
        (other.from !== one.from || other.row.line <= one.row.line),
    );
  for (const each of needPlans.filter(({ until }) => until === null).slice(1))
    odd('4004', each.row, 'Another child in need plan is open too.');
  for (const each of plans.filter(({ until }) => until === null).slice(1))
    odd('8935', each.row, 'Another protection plan is open too.');
  for (const each of needPlans) {
    if (inside(each, needPlans)) odd('4014', each.row, 'The plan begins inside another child in need plan.');
    if (plans.some((plan) => startsInside(each.from, plan, window.until)))
      odd('4016', each.row, 'The plan begins inside a protection plan.');
  }
  for (const each of plans) {
    if (inside(each, plans)) odd('8940', each.row, 'The plan begins inside another protection plan.');
    if (needPlans.some((plan) => startsInside(each.from, plan, window.until)))
      odd('4017', each.row, 'The protection plan begins inside a child in need plan.');
  }
}

/** A plan that began in the year begins on the day of a conference. */
export function oddBeginnings({ episodes, window, odd }: CensusView): void {
  const ofEnquiries = episodes.flatMap(({ enquiries }) => enquiries.flatMap(({ conference }) => conference ?? []));
  const ofEpisodes = episodes.flatMap(({ conference }) => conference ?? []);
  const days = new Set(ofEnquiries.length > 0 ? ofEnquiries : ofEpisodes);
  for (const { row, from } of episodes.flatMap(({ plans }) => plans))
    if (from !== null && !isOutside(from, window) && !days.has(from))
      odd('2885', row, 'The plan does not begin on the day of a conference.');
}
