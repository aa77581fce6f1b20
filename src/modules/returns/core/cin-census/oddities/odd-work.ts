import { isWeekend, toEpochDay } from '../../../../../kernel/local-date.ts';
import { workingDaysBetween } from '../../../../../kernel/working-days.ts';
import { dateIn } from '../../file-note.ts';
import {
  type AssessmentView,
  type CensusView,
  type EnquiryView,
  type EpisodeView,
  isBefore,
  isOutside,
  startsInside,
} from './census-view.ts';

/** What is odd about the assessments and enquiries of an episode. */
export function oddWork(episode: EpisodeView, view: CensusView): void {
  for (const each of episode.assessments) {
    oddAssessment(each, episode, view);
    oddFactors(each, view);
  }
  for (const each of episode.enquiries) oddEnquiry(each, episode, view);
  oddOverlaps(episode, view);
}

function isOld(view: CensusView, from: AssessmentView['from'], workingDays: number): boolean {
  const { calendar, window } = view;
  if (!calendar || from === null || from > window.until) return false;
  return (workingDaysBetween(calendar, toEpochDay(from), toEpochDay(window.until)) ?? 0) > workingDays;
}

function oddAssessment({ row, from, until }: AssessmentView, { referredOn }: EpisodeView, view: CensusView): void {
  const { odd, window } = view;
  if (isBefore(from, referredOn)) odd('1103', row, 'The assessment begins before the referral.');
  if (isBefore(window.until, from))
    odd('after-reference-date', row, `The assessment of ${from} begins after the reference date.`);
  if (isBefore(until, from)) odd('8608', row, 'The assessment is authorised before it begins.');
  if (isOutside(until, window)) odd('8696', row, `The assessment is authorised on ${until}, outside the census year.`);
  if (until !== null) return;
  if (isOutside(from, window) && isBefore(from, window.from))
    odd('8736', row, 'The assessment is open and did not begin in the census year.');
  if (isOld(view, from, 45))
    odd('8670Q', row, 'The assessment is open and began more than 45 working days before the reference date.');
}

function oddFactors({ row, until, factors }: AssessmentView, { odd, window }: CensusView): void {
  if (until === null && row.rows.length > 0)
    odd('8614', row, 'Factors are given and the assessment is not authorised.');
  if (until !== null && !isOutside(until, window) && factors.length === 0)
    odd('8897Q', row, 'The assessment is authorised and has no factors.');
  if (factors.includes('21') && new Set(factors).size > 1)
    odd('8869', row, 'No factors were found, and some are given.');
  if (new Set(factors).size < factors.length) odd('8898', row, 'A factor is given twice.');
}

function oddEnquiry(enquiry: EnquiryView, { referredOn, conference: ofEpisode }: EpisodeView, view: CensusView): void {
  const { row, from, conference, notRequired } = enquiry;
  const { odd, window } = view;
  if (isBefore(from, referredOn)) odd('2889', row, 'The enquiry begins before the referral.');
  if (isBefore(window.until, from))
    odd('after-reference-date', row, `The enquiry of ${from} begins after the reference date.`);
  if (isBefore(conference, referredOn)) odd('1104', row, 'The conference lies before the referral.');
  if (isBefore(conference, from)) odd('8615', row, 'The conference lies before the enquiry begins.');
  if (isOutside(conference, window)) odd('8715', row, `The conference of ${conference} lies outside the census year.`);
  if (conference !== null && conference === ofEpisode)
    odd('2884', row, 'The conference is held on the episode too: loaded once.');
  if (conference !== null && isWeekend(conference))
    odd('8875', row, `The conference of ${conference} is on a weekend.`);
  const target = dateIn(row, 'InitialCPCtarget');
  if (target !== null && isWeekend(target))
    odd('8870Q', row, `The day set for the conference, ${target}, is on a weekend.`);
  if (!row.values.has('ICPCnotRequired'))
    odd('icpc-not-required-missing', row, 'Whether a conference was needed is not said.');
  if (conference !== null || notRequired) return;
  if (isBefore(from, window.from)) odd('8740', row, 'The enquiry has no conference, and began before the census year.');
  if (isOld(view, from, 15))
    odd('8675Q', row, 'The enquiry has no conference and began more than 15 working days before the reference date.');
}

function oddOverlaps({ row, assessments, enquiries }: EpisodeView, { odd, window }: CensusView): void {
  for (const one of assessments)
    if (
      assessments.some((other) => other !== one && startsInside(one.from, other, window.until) && isFirst(other, one))
    )
      odd('8863Q', one.row, 'The assessment begins while another is running.');
  if (assessments.filter(({ until }) => until === null).length > 1)
    odd('8896', row, 'More than one assessment is open.');
  const open = enquiries.filter(({ conference, notRequired }) => conference === null && !notRequired);
  if (open.length > 1) odd('8839', row, 'More than one enquiry is open.');
  const running = enquiries.filter(({ notRequired }) => !notRequired);
  for (const one of enquiries)
    if (running.some((other) => other !== one && startsInside(one.from, other, window.until) && isFirst(other, one)))
      odd('8890', one.row, 'The enquiry begins while another is running.');
}

/** Of two that begin on one day only the later in the file is flagged. */
const isFirst = (a: { row: { line: number }; from: unknown }, b: { row: { line: number }; from: unknown }): boolean =>
  a.from !== b.from || a.row.line <= b.row.line;
