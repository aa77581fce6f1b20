import { addDays, type LocalDate } from '../../../../kernel/local-date.ts';
import { assessmentBegun, assessmentCompleted, assessmentReviewed } from '../../../assessment/public.ts';
import { childInNeedPlanAgreed, childInNeedPlanEnded } from '../../../child-in-need/public.ts';
import { childClosed, referralDecided, referralReceived } from '../../../front-door/public.ts';
import { initialConferenceHeld } from '../../../protection/public.ts';
import { type FileGroup, type FileSlot, type SlotPlace, slotOf } from '../file-group.ts';
import type { FileWindow } from '../file-kind.ts';
import { answerIn, dateIn, ITEM, type ReadRow, textIn } from '../file-note.ts';
import { CLOSURE_OF } from './census-codes.ts';
import { betweenDays, type EpisodeReading, groupIn, inEpisode, lastDayOf, spanIn } from './census-episode.ts';
import { preProceedingsGroup, protectionPlanGroup, section47Group } from './census-protection-groups.ts';

/** One `CINdetails` as a group: the referral, and inside it everything that can be represented. Null without a referral date. */
export function episodeGroup(row: ReadRow, window: FileWindow): FileGroup | null {
  const referredOn = dateIn(row, 'CINreferralDate');
  if (!referredOn) return null;
  const sound = row.faults.length === 0;
  const enquiries = row.rows.filter((inner) => inner.table === 'Section47' && inner.faults.length === 0);
  const conferences = enquiries.map((each) => dateIn(each, 'DateOfInitialCPC')).filter((day) => day !== null);
  const closedOn = sound ? dateIn(row, 'CINclosureDate') : null;
  const episode: EpisodeReading = { referredOn, closedOn, window, conferences: new Set(conferences) };
  const until = closedOn ?? (answerIn(row, 'ReferralNFA') ? referredOn : null);
  return {
    key: `episode:${referredOn}`,
    thread: 'own',
    isEpisode: true,
    slots: sound ? referralSlots(row, episode) : [],
    inner: groupsInside(row, episode),
    span: { from: referredOn, until },
  };
}

function groupsInside(row: ReadRow, episode: EpisodeReading): FileGroup[] {
  const sound = (table: ReadRow['table']): ReadRow[] =>
    row.rows.filter((inner) => inner.table === table && inner.faults.length === 0);
  return [
    ...sound('Assessments').map((each) => assessmentGroup(each, episode)),
    ...sound('CINplanDates').map((each) => needPlanGroup(each, episode)),
    ...sound('Section47').map((each) => section47Group(each, episode)),
    ...row.rows
      .filter(({ table }) => table === 'ChildProtectionPlans')
      .map((each) => protectionPlanGroup(each, episode)),
    ...sound('PreProceedings').map((each) => preProceedingsGroup(each, episode)),
  ].filter((group) => group !== null);
}

function referralSlots(row: ReadRow, episode: EpisodeReading): FileSlot[] {
  const received = slotOf(referralReceived, {
    slot: 'received',
    happened: episode.referredOn,
    said: { referralSource: textIn(row, 'ReferralSource') ?? undefined },
    row,
  });
  return [received, ...decision(row, episode), ...closure(row, episode.closedOn), ...conference(row, episode)];
}

/** The census says whether anything followed, never on which day that was decided. */
function decision(row: ReadRow, episode: EpisodeReading): FileSlot[] {
  const noFurtherAction = answerIn(row, 'ReferralNFA');
  if (noFurtherAction === null) return [];
  return [
    slotOf(referralDecided, {
      slot: 'decided',
      happened: betweenDays(episode.referredOn, lastDayOf(episode)),
      said: {
        next: noFurtherAction ? 'no-further-action' : 'further-action',
        primaryNeed: textIn(row, 'PrimaryNeedCode') ?? undefined,
      },
      row,
    }),
  ];
}

function closure(row: ReadRow, closedOn: LocalDate | null): FileSlot[] {
  if (!closedOn) return [];
  const code = textIn(row, 'ReasonForClosure');
  const said = { reason: CLOSURE_OF[code ?? ''], reasonCode: code ?? undefined };
  return [slotOf(childClosed, { slot: 'closed', happened: closedOn, said, row })];
}

/** A conference that the file holds on the episode and on an enquiry is one conference: the enquiry's. */
function conference(row: ReadRow, episode: EpisodeReading): FileSlot[] {
  const held = dateIn(row, 'DateOfInitialCPC');
  if (!held || episode.conferences.has(held)) return [];
  return [slotOf(initialConferenceHeld, { slot: 'conference', happened: held, said: {}, also: inEpisode, row })];
}
/**
 * A later assessment of an episode is because of something new, the first because of the referral. A file shows no
 * assessment that was finished before its window: then the first that is known need not be the first, unless it began
 * within days of the referral, and why it was made is not in the source. A file that does show one finished before its
 * window was not cut off there.
 */
function becauseOf(
  { on, authorised }: Assessed,
  { referredOn }: EpisodeReading,
  { followsAnother, spokenSince }: SlotPlace,
) {
  if (followsAnother) return 'new-information' as const;
  const isFirst =
    referredOn >= spokenSince || on <= addDays(referredOn, 3) || (authorised !== null && authorised < spokenSince);
  return isFirst ? ('referral' as const) : undefined;
}

type Assessed = { readonly on: LocalDate; readonly authorised: LocalDate | null };

function assessmentGroup(row: ReadRow, episode: EpisodeReading): FileGroup | null {
  const on = dateIn(row, 'AssessmentActualStartDate');
  if (!on) return null;
  const kind = 'single' as const;
  const review = dateIn(row, 'AssessmentInternalReviewDate');
  const authorised = dateIn(row, 'AssessmentAuthorisationDate');
  const begun = slotOf(assessmentBegun, {
    slot: 'begun',
    happened: on,
    said: {},
    also: (at) => ({ ...inEpisode(at), kind, because: becauseOf({ on, authorised }, episode, at) }),
    row,
  });
  const reviewed = review
    ? [slotOf(assessmentReviewed, { slot: 'reviewed', happened: review, said: {}, also: inEpisode, row })]
    : [];
  const slots = [begun, ...reviewed, ...(authorised ? [completed(row, { on, authorised }, episode)] : [])];
  return groupIn(`assessment:${on}`, slots, spanIn(episode, on, authorised));
}

/** An assessment that need not be the first answers no referral: the earlier one, which the file hides, may have done so in time. */
function completed(
  row: ReadRow,
  { on, authorised }: Assessed & { readonly authorised: LocalDate },
  episode: EpisodeReading,
): FileSlot {
  const items = row.rows.filter((item) => item.faults.length === 0);
  const factors = [...new Set(items.map((item) => textIn(item, ITEM) ?? ''))].sort();
  return slotOf(assessmentCompleted, {
    slot: 'completed',
    happened: authorised,
    said: { factors: factors.length > 0 ? factors : undefined },
    also: (at) => ({
      episode: becauseOf({ on, authorised }, episode, at) ? at.episode : null,
      kind: 'single' as const,
    }),
    row,
    items: items.map((item) => ({ row: item, in: 'factors', item: textIn(item, ITEM) })),
  });
}

function needPlanGroup(row: ReadRow, episode: EpisodeReading): FileGroup | null {
  const from = dateIn(row, 'CINPlanStartDate');
  if (!from) return null;
  const until = dateIn(row, 'CINPlanEndDate');
  const slots = [
    slotOf(childInNeedPlanAgreed, { slot: 'agreed', happened: from, said: {}, also: inEpisode, row }),
    ...(until
      ? [slotOf(childInNeedPlanEnded, { slot: 'ended', happened: until, said: {}, also: inEpisode, row })]
      : []),
  ];
  return groupIn(`need-plan:${from}`, slots, spanIn(episode, from, until));
}
