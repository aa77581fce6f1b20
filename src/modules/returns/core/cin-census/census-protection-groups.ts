import type { LocalDate } from '../../../../kernel/local-date.ts';
import {
  initialConferenceHeld,
  initialConferenceTargetSet,
  protectionPlanAgreed,
  protectionPlanCategoryChanged,
  protectionPlanEnded,
  reviewConferenceHeld,
  section47Begun,
  section47Concluded,
} from '../../../protection/public.ts';
import { type FileGroup, type FileSlot, slotOf } from '../file-group.ts';
import { answerIn, dateIn, ITEM, numberIn, type ReadRow, textIn } from '../file-note.ts';
import { ABUSE_OF } from './census-codes.ts';
import { betweenDays, type EpisodeReading, groupIn, inEpisode, lastDayOf, spanIn } from './census-episode.ts';
import { preProceedingsReported } from './pre-proceedings-reported.entry.ts';

/** A section 47 enquiry. Its start is the day of the strategy discussion at which enquiries were begun. */
export function section47Group(row: ReadRow, episode: EpisodeReading): FileGroup | null {
  const from = dateIn(row, 'S47ActualStartDate');
  if (!from) return null;
  const held = dateIn(row, 'DateOfInitialCPC');
  const begun = slotOf(section47Begun, {
    slot: 'begun',
    happened: from,
    said: {},
    also: (at) => ({ ...inEpisode(at), strategyDiscussionSameDay: true }),
    row,
  });
  const conference = held
    ? [slotOf(initialConferenceHeld, { slot: 'conference', happened: held, said: {}, also: inEpisode, row })]
    : [];
  const slots = [begun, ...target(row, episode), ...conference, ...concluded(row, episode)];
  // Only the year in which it began, or in which its conference was, has to hold an enquiry.
  return groupIn(`section-47:${from}`, slots, { from, until: held ?? from });
}

function target(row: ReadRow, episode: EpisodeReading): FileSlot[] {
  const by = dateIn(row, 'InitialCPCtarget');
  const from = dateIn(row, 'S47ActualStartDate');
  if (!by || !from) return [];
  const happened = betweenDays(from, lastDayOf(episode));
  return [slotOf(initialConferenceTargetSet, { slot: 'target', happened, said: { target: by }, also: inEpisode, row })];
}

function concluded(row: ReadRow, episode: EpisodeReading): FileSlot[] {
  const from = dateIn(row, 'S47ActualStartDate');
  if (!from || answerIn(row, 'ICPCnotRequired') !== true) return [];
  const happened = betweenDays(from, lastDayOf(episode));
  return [
    slotOf(section47Concluded, {
      slot: 'concluded',
      happened,
      said: { conferenceNeeded: false },
      also: inEpisode,
      row,
    }),
  ];
}

/** A protection plan and its reviews. Reviews of a plan that was itself set aside are kept when its first day can be read. */
export function protectionPlanGroup(row: ReadRow, episode: EpisodeReading): FileGroup | null {
  const from = dateIn(row, 'CPPstartDate');
  if (!from) return null;
  const sound = row.faults.length === 0;
  const until = sound ? dateIn(row, 'CPPendDate') : null;
  const reviews = row.rows.filter((review) => review.faults.length === 0).flatMap((review) => reviewGroup(review));
  const slots = sound ? planSlots(row, from, until, episode) : [];
  return groupIn(`protection-plan:${from}`, slots, spanIn(episode, from, until), reviews);
}

function planSlots(row: ReadRow, from: LocalDate, until: LocalDate | null, episode: EpisodeReading): FileSlot[] {
  const agreed = slotOf(protectionPlanAgreed, {
    slot: 'agreed',
    happened: from,
    said: {
      category: ABUSE_OF[textIn(row, 'InitialCategoryOfAbuse') ?? ''],
      previousPlans: numberIn(row, 'NumberOfPreviousCPP') ?? undefined,
    },
    also: inEpisode,
    row,
  });
  const ended = until
    ? [slotOf(protectionPlanEnded, { slot: 'ended', happened: until, said: {}, also: inEpisode, row })]
    : [];
  return [agreed, ...categoryChanged(row, episode), ...ended];
}

/** The latest category is a look at the plan on the file's last day: a later file that shows another has news. */
function categoryChanged(row: ReadRow, episode: EpisodeReading): FileSlot[] {
  const [from, first, latest] = [
    dateIn(row, 'CPPstartDate'),
    textIn(row, 'InitialCategoryOfAbuse'),
    textIn(row, 'LatestCategoryOfAbuse'),
  ];
  if (!from || !latest || latest === first) return [];
  return [
    slotOf(protectionPlanCategoryChanged, {
      slot: `category-changed:${latest}`,
      happened: betweenDays(from, dateIn(row, 'CPPendDate') ?? lastDayOf(episode)),
      said: { category: ABUSE_OF[latest] },
      also: inEpisode,
      row,
      observation: true,
    }),
  ];
}

function reviewGroup(row: ReadRow): FileGroup[] {
  const on = dateIn(row, ITEM);
  if (!on) return [];
  const held = slotOf(reviewConferenceHeld, { slot: 'held', happened: on, said: {}, also: inEpisode, row });
  return [{ ...groupIn(`review:${on}`, [held], { from: on, until: on }), thread: 'outer' }];
}

/** Of the draft for 2026-27: kept as the file says it. */
export function preProceedingsGroup(row: ReadRow, episode: EpisodeReading): FileGroup {
  const day = (name: string) => dateIn(row, name) ?? undefined;
  const started = dateIn(row, 'PPStartDate');
  const reported = slotOf(preProceedingsReported, {
    slot: 'reported',
    happened: started ?? betweenDays(episode.referredOn, lastDayOf(episode)),
    said: {
      letterSentOn: day('LBPSentDate'),
      familyMeetingOffered: answerIn(row, 'FGDMMeetingOffer') ?? undefined,
      familyMeetingHeld: answerIn(row, 'FGDMMeetingFac') ?? undefined,
      firstMeetingOn: day('InitialPPMeetingDate'),
      reviewMeetings: numberIn(row, 'ReviewMeetingsCount') ?? undefined,
      stepDecidedOn: day('StepDecisionDate'),
      outcomeCode: textIn(row, 'PPOutcome') ?? undefined,
      courtApplicationOn: day('CourtAppDate'),
      proceedingsLetterOn: day('LetterInitCPDate'),
    },
    also: inEpisode,
    row,
  });
  return groupIn(`pre-proceedings:${started ?? 'no-day'}`, [reported], null);
}
