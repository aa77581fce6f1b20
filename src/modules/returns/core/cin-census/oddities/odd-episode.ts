import { addDays, type LocalDate, toEpochDay } from '../../../../../kernel/local-date.ts';
import { workingDaysBetween } from '../../../../../kernel/working-days.ts';
import { textIn } from '../../file-note.ts';
import { type CensusView, type EpisodeView, isBefore, isOutside } from './census-view.ts';

/** What is odd about a referral and its end. */
export function oddEpisode(episode: EpisodeView, view: CensusView): void {
  oddReferral(episode, view);
  oddClosure(episode, view);
  if (episode.noFurtherAction === true) oddNoFurtherAction(episode, view);
  oddAgainstWork(episode, view);
}

function oddReferral({ row, referredOn, noFurtherAction }: EpisodeView, view: CensusView): void {
  const { odd, window, bornOn, expectedOn, diedOn } = view;
  if (isBefore(window.until, referredOn))
    odd('8600', row, `The referral of ${referredOn} lies after the reference date.`);
  const birth = bornOn ?? expectedOn;
  if (birth !== null && isBefore(referredOn, addDays(birth, -280)))
    odd('8606', row, 'The referral lies more than 280 days before the birth.');
  if (isBefore(diedOn, referredOn)) odd('8555Q', row, 'The referral lies after the death.');
  if (textIn(row, 'ReferralSource') === null && referredOn !== null && referredOn >= '2013-04-01')
    odd('8866', row, 'The referral has no source.');
  if (noFurtherAction === null) odd('8568', row, 'Whether anything followed the referral is not said.');
  if (noFurtherAction === false && textIn(row, 'PrimaryNeedCode') === null)
    odd('8610', row, 'The referral went further and has no primary need.');
}

function oddClosure({ row, referredOn, closedOn, closedBecause }: EpisodeView, view: CensusView): void {
  const { odd, window, diedOn } = view;
  if (isBefore(window.until, closedOn)) odd('8620', row, `The closure of ${closedOn} lies after the reference date.`);
  else if (isOutside(closedOn, window)) odd('8620', row, `The closure of ${closedOn} lies before the census year.`);
  if (isBefore(closedOn, referredOn)) odd('8630', row, 'The closure lies before the referral.');
  if (closedOn !== null && closedBecause === null) odd('8805', row, 'The closure has no reason.');
  if (closedOn === null && closedBecause !== null)
    odd('8810', row, 'There is a reason for closure and no closure date: loaded as open.');
  if (closedBecause === 'RC2' && diedOn === null)
    odd('8585Q', row, 'The child is said to have died, and no day is given.');
}

function oddNoFurtherAction(
  { row, referredOn, closedOn, conference, assessments, enquiries, plans, needPlans }: EpisodeView,
  view: CensusView,
): void {
  const { odd, window, calendar } = view;
  if (closedOn === null)
    odd('no-further-action-open', row, 'Nothing followed the referral, and it has no closure date.');
  if (conference !== null || assessments.length > 0 || enquiries.length > 0)
    odd(
      '8831',
      row,
      'Nothing is said to have followed the referral, and there is an assessment, an enquiry or a conference.',
    );
  if (plans.length > 0)
    odd('8832', row, 'Nothing is said to have followed the referral, and there is a protection plan.');
  for (const plan of needPlans)
    odd('4000', plan.row, 'Nothing is said to have followed the referral, and there is a child in need plan.');
  if (referredOn !== null && isLongBefore(referredOn, window.from, calendar))
    odd('8569Q', row, 'Nothing followed the referral, and it lies before the census year.');
}

/** More than one working day before the year begins; more than four days where no calendar says. */
function isLongBefore(day: LocalDate, from: LocalDate, calendar: CensusView['calendar']): boolean {
  if (day >= from) return false;
  const between = calendar ? workingDaysBetween(calendar, toEpochDay(day), toEpochDay(from)) : undefined;
  return between === undefined ? day < addDays(from, -4) : between > 1;
}

function oddAgainstWork(episode: EpisodeView, { odd }: CensusView): void {
  const { row, closedOn, closedBecause, conference, assessments, enquiries, needPlans, plans } = episode;
  const after = closedAfter(closedBecause);
  if (after && (enquiries.length > 0 || plans.length > 0 || needPlans.length > 0 || conference !== null))
    odd('2990', row, 'Closed after assessment, and there is an enquiry, a plan or a conference.');
  if (after && assessments.length === 0) odd('8825Q', row, 'Closed after assessment, and there is no assessment.');
  if (enquiries.length > 0 && assessments.length === 0)
    odd('2991Q', row, 'There is a section 47 enquiry and no assessment.');
  const only = assessments.length === 1 ? assessments[0] : undefined;
  if (only?.factors.length === 1 && only.factors[0] === '21' && closedBecause !== null && !after)
    odd('8873Q', only.row, 'The only assessment found no factors, and the child was closed for another reason.');
  if (closedOn === null) return;
  if (assessments.some(({ until }) => until === null))
    odd('8867', row, 'Closed while an assessment is not authorised.');
  if (enquiries.some((each) => each.conference === null && !each.notRequired))
    odd('8868', row, 'Closed while an enquiry has neither a conference nor word that none is needed.');
  const days = [
    conference,
    ...[...assessments, ...needPlans].flatMap(({ from, until }) => [from, until]),
    ...enquiries.flatMap(({ from, until }) => [from, until]),
    ...plans.map(({ until }) => until),
  ];
  if (days.some((day) => isBefore(closedOn, day))) odd('8565', row, 'Something of the episode lies after its closure.');
}

const closedAfter = (reason: string | null): boolean => reason === 'RC8' || reason === 'RC9';

/** What is odd between the episodes of one child. */
export function oddBetweenEpisodes({ episodes, child, window, odd }: CensusView): void {
  if (child.episodes.length === 0 && child.identifiers)
    odd('8590', child.identifiers, 'The child has no episode of need.');
  const open = episodes.filter(({ noFurtherAction, closedOn }) => noFurtherAction === false && closedOn === null);
  for (const each of open.slice(1)) odd('8815', each.row, 'Another episode that went further is open too.');
  const latest = episodes
    .map(({ referredOn }) => referredOn ?? '')
    .sort()
    .at(-1);
  for (const each of open) if (each.referredOn !== latest) odd('8816', each.row, 'The open episode is not the latest.');
  for (const one of episodes)
    for (const other of episodes) {
      const runsUntil = other.closedOn ?? (other.noFurtherAction === false ? addDays(window.until, 1) : null);
      const { referredOn } = one;
      if (one === other || referredOn === null || other.referredOn === null || runsUntil === null) continue;
      const inside = referredOn > other.referredOn && referredOn < runsUntil;
      const sameDay = referredOn === other.referredOn && one.row.line >= other.row.line && referredOn < runsUntil;
      if (inside || sameDay) odd('8820', one.row, `The referral falls inside the episode of ${other.referredOn}.`);
    }
}
