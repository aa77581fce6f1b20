import { addDays, type LocalDate } from '../../../../kernel/local-date.ts';
import { assessmentBegun, assessmentCompleted } from '../../../assessment/public.ts';
import { childClosed, referralDecided, referralReceived } from '../../../front-door/public.ts';
import {
  initialConferenceHeld,
  protectionPlanAgreed,
  protectionPlanCategoryChanged,
  protectionPlanEnded,
  reviewConferenceHeld,
  section47Begun,
  section47Concluded,
} from '../../../protection/public.ts';
import { ABUSE_OF, CLOSURE_OF } from '../cin-census/census-codes.ts';
import { type FileGroup, type FileSlot, type SlotPlace, slotOf } from '../file-group.ts';
import type { FileWindow } from '../file-kind.ts';
import { answerIn, dateIn, numberIn, textIn } from '../file-note.ts';
import { alsoIn, between, observedGroup, ownGroup, visitGroup } from './annex-reading.ts';
import type { AnnexRow } from './read-annex-list.ts';

const inEpisode = ({ episode }: SlotPlace) => ({ episode });

/** A code of the census; undefined for a coarser text of the template, which stays among what was observed. */
function codeIn(row: AnnexRow | undefined, heading: string): string | undefined {
  const text = row && textIn(row, heading);
  return text && /^[A-Z0-9]{1,3}$/.test(text) ? text : undefined;
}

/** A referral as lists 3 and 6 tell of it: the same day is the same referral. */
type Referral = { readonly on: LocalDate; readonly referred?: AnnexRow; readonly inNeed?: AnnexRow };

/** Lists 3 and 6: referrals, what was decided on them and how they ended. */
export function referralGroups(rows: readonly AnnexRow[], window: FileWindow): FileGroup[] {
  const referrals = new Map<LocalDate, Referral>();
  const extra: FileGroup[] = [];
  for (const row of rows) {
    const on = dateIn(row, row.list === 3 ? 'Date of referral' : 'CIN Start Date');
    if (row.list !== 3 && row.list !== 6) continue;
    extra.push(observedGroup(row, NEED_TOLD, window, on ?? window.until));
    const seen = dateIn(row, 'Date Child Was Last Seen');
    if (seen) extra.push(visitGroup(row, seen, 'seen'));
    if (!on) continue;
    const known = referrals.get(on) ?? { on };
    referrals.set(on, row.list === 3 ? { referred: row, ...known } : { inNeed: row, ...known });
  }
  return [...[...referrals.values()].map((referral) => referralGroup(referral, window)), ...extra];
}

const NEED_TOLD = [
  'Date of referral',
  'Referral Source',
  'Referral NFA?',
  'CIN Start Date',
  'Primary Need Code',
  'Date Child Was Last Seen',
  'CIN Closure Date',
  'Reason for Closure',
];

function referralGroup(referral: Referral, window: FileWindow): FileGroup {
  const { on, referred, inNeed } = referral;
  const row = referred ?? inNeed ?? null;
  const received = slotOf(referralReceived, {
    slot: 'received',
    happened: on,
    said: { referralSource: codeIn(referred, 'Referral Source') },
    row,
    items: alsoIn(referred && inNeed),
  });
  const closedOn = inNeed ? dateIn(inNeed, 'CIN Closure Date') : null;
  const nothingMore = referred ? answerIn(referred, 'Referral NFA?') : null;
  return {
    ...ownGroup(
      {
        key: `episode:${on}`,
        slots: [received, ...decided(referral, closedOn ?? window.until), ...closed(inNeed, closedOn)],
        list: row?.list ?? 3,
      },
      { span: { from: on, until: closedOn ?? (nothingMore ? on : null) } },
    ),
    isEpisode: true,
  };
}

/** The lists say whether anything followed, never on which day that was decided. */
function decided({ on, referred, inNeed }: Referral, until: LocalDate): FileSlot[] {
  const nothingMore = referred ? answerIn(referred, 'Referral NFA?') : null;
  if (nothingMore === null && !inNeed) return [];
  const said = {
    next: nothingMore ? ('no-further-action' as const) : ('further-action' as const),
    primaryNeed: codeIn(inNeed, 'Primary Need Code'),
  };
  return [
    slotOf(referralDecided, {
      slot: 'decided',
      happened: between(on, until),
      said,
      row: referred ?? inNeed ?? null,
      items: alsoIn(referred && inNeed),
    }),
  ];
}

function closed(row: AnnexRow | undefined, on: LocalDate | null): FileSlot[] {
  if (!row || !on) return [];
  const code = textIn(row, 'Reason for Closure');
  const coded = code && /^RC\d$/.test(code) ? code : undefined;
  const said = { reason: CLOSURE_OF[coded ?? ''], reasonCode: coded };
  return [slotOf(childClosed, { slot: 'closed', happened: on, said, row })];
}

/** How soon after a referral an assessment is surely because of it. */
const AT_ONCE_DAYS = 3;

/** List 4. `referrals`: the days of those that the file itself tells of. */
export function assessmentGroups(row: AnnexRow, window: FileWindow, referrals: readonly LocalDate[]): FileGroup[] {
  const on = dateIn(row, 'Continuous Assessment Start Date');
  if (!on) return [];
  const authorised = dateIn(row, 'Continuous Assessment Date of Authorisation');
  const because = ({ followsAnother }: SlotPlace) => {
    if (followsAnother) return 'new-information' as const;
    const since = referrals.filter((day) => day <= on).at(-1);
    const isFirst = since !== undefined && (since >= window.from || on <= addDays(since, AT_ONCE_DAYS));
    return isFirst ? ('referral' as const) : undefined;
  };
  const kind = 'single' as const;
  const begun = slotOf(assessmentBegun, {
    slot: 'begun',
    happened: on,
    said: {},
    also: (at) => ({ ...inEpisode(at), kind, because: because(at) }),
    row,
  });
  const completed = authorised
    ? [
        slotOf(assessmentCompleted, {
          slot: 'completed',
          happened: authorised,
          said: {},
          also: (at) => ({ episode: because(at) ? at.episode : null, kind }),
          row,
        }),
      ]
    : [];
  const own = { key: `assessment:${on}`, slots: [begun, ...completed], list: 4 };
  return [
    ownGroup(own, { span: { from: on, until: authorised }, findsEpisode: on }),
    observedGroup(row, ['Continuous Assessment Start Date', 'Continuous Assessment Date of Authorisation'], window, on),
  ];
}

/** List 5: an enquiry, from the strategy discussion that began it, and its conference. */
export function enquiryGroups(row: AnnexRow, window: FileWindow): FileGroup[] {
  const on = dateIn(row, 'Strategy discussion initiating Section 47 Enquiry Start Date');
  if (!on) return [];
  const held = dateIn(row, 'Date of Initial Child Protection Conference');
  const unneeded = answerIn(row, 'Was an Initial Child Protection Conference deemed unnecessary?');
  const planned = answerIn(row, 'Did the Initial Child Protection Conference Result in a Child Protection Plan');
  const begun = slotOf(section47Begun, {
    slot: 'begun',
    happened: on,
    said: {},
    also: (at) => ({ ...inEpisode(at), strategyDiscussionSameDay: true }),
    row,
  });
  const conference = held
    ? [
        slotOf(initialConferenceHeld, {
          slot: 'conference',
          happened: held,
          said: { planAgreed: planned ?? undefined },
          also: inEpisode,
          row,
        }),
      ]
    : [];
  const concluded =
    unneeded === true
      ? [
          slotOf(section47Concluded, {
            slot: 'concluded',
            happened: between(on, window.until),
            said: { conferenceNeeded: false },
            also: inEpisode,
            row,
          }),
        ]
      : [];
  const told = [
    'Strategy discussion initiating Section 47 Enquiry Start Date',
    'Was an Initial Child Protection Conference deemed unnecessary?',
    'Date of Initial Child Protection Conference',
    'Did the Initial Child Protection Conference Result in a Child Protection Plan',
  ];
  const own = { key: `section-47:${on}`, slots: [begun, ...conference, ...concluded], list: 5 };
  return [ownGroup(own, { span: { from: on, until: on }, findsEpisode: on }), observedGroup(row, told, window, on)];
}

/** List 7: a protection plan, its latest review and the last visit. */
export function protectionPlanGroups(row: AnnexRow, window: FileWindow): FileGroup[] {
  const on = dateIn(row, 'Child Protection Plan Start Date');
  if (!on) return [];
  const until = dateIn(row, 'Child Protection Plan End Date');
  const review = dateIn(row, 'Date of latest review conference');
  const visited = dateIn(row, 'Date of the Last Statutory Visit');
  const alone = answerIn(row, 'Was the Child Seen Alone?');
  const held = (day: LocalDate) => {
    const slots = [
      slotOf(reviewConferenceHeld, { slot: 'held', happened: day, said: {}, also: inEpisode, row, observation: true }),
    ];
    return { ...ownGroup({ key: `review:${day}`, slots, list: 7 }), thread: 'outer' as const };
  };
  const own = { key: `protection-plan:${on}`, slots: planSlots(row, on, until, window), list: 7 };
  const inner = review ? [held(review)] : [];
  return [
    ownGroup(own, { span: { from: on, until }, inner, findsEpisode: on }),
    ...(visited ? [visitGroup(row, visited, alone === true ? 'alone' : alone === false ? 'seen' : undefined)] : []),
    observedGroup(row, PLAN_TOLD, window, on),
  ];
}

const PLAN_TOLD = [
  'Child Protection Plan Start Date',
  'Child Protection Plan End Date',
  'Initial Category of Abuse',
  'Latest Category of Abuse',
  'Date of latest review conference',
  'Date of the Last Statutory Visit',
  'Was the Child Seen Alone?',
  'Number of Previous Child Protection Plans',
];

function planSlots(row: AnnexRow, on: LocalDate, until: LocalDate | null, window: FileWindow): FileSlot[] {
  const [first, latest] = [textIn(row, 'Initial Category of Abuse'), textIn(row, 'Latest Category of Abuse')];
  const agreed = slotOf(protectionPlanAgreed, {
    slot: 'agreed',
    happened: on,
    said: {
      category: ABUSE_OF[first ?? ''],
      previousPlans: numberIn(row, 'Number of Previous Child Protection Plans') ?? undefined,
    },
    also: inEpisode,
    row,
  });
  const changed =
    latest && latest !== first
      ? [
          slotOf(protectionPlanCategoryChanged, {
            slot: `category-changed:${latest}`,
            happened: between(on, until ?? window.until),
            said: { category: ABUSE_OF[latest] },
            also: inEpisode,
            row,
            observation: true,
          }),
        ]
      : [];
  const ended = until
    ? [slotOf(protectionPlanEnded, { slot: 'ended', happened: until, said: {}, also: inEpisode, row })]
    : [];
  return [agreed, ...changed, ...ended];
}
