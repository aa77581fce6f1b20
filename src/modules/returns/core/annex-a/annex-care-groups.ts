import type { LocalDate } from '../../../../kernel/local-date.ts';
import { happenedBetween } from '../../../../record/entry.ts';
import {
  adoptionReported,
  adviserInTouch,
  careEnded,
  careEntered,
  careReviewHeld,
  dentalChecked,
  healthAssessed,
  leaverObserved,
  legalStatusChanged,
  pathwayPlanReviewed,
  placementBegun,
  reviewingOfficerSpokeToChild,
} from '../../../looked-after/public.ts';
import {
  CARE_ENDING_OF,
  CARE_NEED_OF,
  isShortBreaks,
  LEGAL_STATUS_OF,
  PLACEMENT_OF,
  PROVIDER_OF,
  visitingRuleOf,
} from '../care-codes.ts';
import { careKey, goesOnWithCare } from '../care-key.ts';
import { type FileGroup, type FileSlot, type SlotPlace, slotOf } from '../file-group.ts';
import type { FileWindow } from '../file-kind.ts';
import { dateIn, textIn } from '../file-note.ts';
import { observedGroup, ownGroup, visitGroup } from './annex-reading.ts';
import type { AnnexRow } from './read-annex-list.ts';

const inEpisode = ({ episode }: SlotPlace) => ({ episode });
type Seen = { readonly row: AnnexRow; readonly on: LocalDate };

/** List 8: a period of care, its placement, and what was last done in it. */
export function careGroups(row: AnnexRow, window: FileWindow): FileGroup[] {
  const on = dateIn(row, 'Date Started to be Looked After');
  if (!on) return [];
  const until = dateIn(row, 'Date Ceased to be Looked After');
  const visited = dateIn(row, 'Date of Last Social Work Visit');
  const own = { key: careKey(on), slots: careSlots(row, on, until), list: 8 };
  return [
    {
      ...ownGroup(own, { span: { from: on, until }, inner: insideCare(row, on) }),
      isEpisode: true,
      continues: goesOnWithCare({ startedOn: on, firstOn: on, endedOn: until }),
    },
    ...(visited ? [visitGroup(row, visited, undefined)] : []),
    observedGroup(row, CARE_TOLD, window, on),
  ];
}

const CARE_TOLD = [
  'Date Started to be Looked After',
  "Child's Category of Need",
  'Start date of current legal status',
  "Child's Legal Status",
  'Date of Latest Statutory Review',
  'Date of Last Social Work Visit',
  'Date of Last IRO Visit / Contact to the Child',
  'Date of Last Health Assessment',
  'Date of Last Dental Check',
  'Date Ceased to be Looked After',
  'Reason Ceased to be Looked After',
  'Start Date of Most Recent Placement',
  'Placement Type',
  'Placement Provider',
  'Placement postcode',
  'URN of Placement',
  'Placement Location',
];

/** The legal status that is in force now is the one at the start only where it has not changed since. */
function careSlots(row: AnnexRow, on: LocalDate, until: LocalDate | null): FileSlot[] {
  const status = textIn(row, "Child's Legal Status");
  const since = dateIn(row, 'Start date of current legal status');
  const shortBreaks = isShortBreaks(status) ? true : undefined;
  const entered = slotOf(careEntered, {
    slot: 'entered',
    happened: on,
    said: {
      because: CARE_NEED_OF[textIn(row, "Child's Category of Need") ?? ''],
      legalStatus: since === on ? LEGAL_STATUS_OF[status ?? ''] : undefined,
      shortBreaks,
    },
    row,
  });
  const ending = CARE_ENDING_OF[textIn(row, 'Reason Ceased to be Looked After') ?? ''];
  const ended = until
    ? [slotOf(careEnded, { slot: 'ended', happened: until, said: { because: ending, shortBreaks }, row })]
    : [];
  return [entered, ...ended];
}

function insideCare(row: AnnexRow, from: LocalDate): FileGroup[] {
  const at = (heading: string, make: (seen: Seen) => FileGroup): FileGroup[] => {
    const on = dateIn(row, heading);
    return on ? [make({ row, on })] : [];
  };
  return [
    ...statusGroup(row, from),
    ...at('Start Date of Most Recent Placement', placementGroup),
    ...at('Date of Latest Statutory Review', (seen) =>
      looked('review', slotOf(careReviewHeld, { ...lookedAt(seen), slot: 'held' }), seen),
    ),
    ...at('Date of Last IRO Visit / Contact to the Child', (seen) =>
      looked('officer', slotOf(reviewingOfficerSpokeToChild, { ...lookedAt(seen), slot: 'spoke' }), seen),
    ),
    // The list does not say whether it was the first or a review.
    ...at('Date of Last Health Assessment', (seen) =>
      looked('health', slotOf(healthAssessed, { ...lookedAt(seen), slot: 'assessed' }), seen),
    ),
    ...at('Date of Last Dental Check', (seen) =>
      looked('teeth', slotOf(dentalChecked, { ...lookedAt(seen), slot: 'checked' }), seen),
    ),
  ];
}

const lookedAt = ({ row, on }: Seen) => ({ happened: on, said: {}, row, observation: true as const });

/** The latest of its kind, on the thread of the period: a later list that has another takes nothing back. */
const looked = (kind: string, slot: FileSlot, { on, row }: Seen): FileGroup => ({
  ...ownGroup({ key: `${kind}:${on}`, slots: [slot], list: row.list }),
  thread: 'outer',
});

function statusGroup(row: AnnexRow, from: LocalDate): FileGroup[] {
  const on = dateIn(row, 'Start date of current legal status');
  const legalStatus = LEGAL_STATUS_OF[textIn(row, "Child's Legal Status") ?? ''];
  if (!on || on === from || !legalStatus) return [];
  const slot = slotOf(legalStatusChanged, { slot: 'changed', happened: on, said: { legalStatus }, row });
  return [looked('status', slot, { row, on })];
}

function placementGroup({ row, on }: Seen): FileGroup {
  const kind = PLACEMENT_OF[textIn(row, 'Placement Type') ?? ''];
  const location = textIn(row, 'Placement Location');
  // A status that began after the placement does not say which rule governed the visits at first.
  const statusSince = dateIn(row, 'Start date of current legal status');
  const slot = slotOf(placementBegun, {
    slot: 'begun',
    happened: on,
    said: {
      kind,
      provider: PROVIDER_OF[textIn(row, 'Placement Provider') ?? ''],
      outOfArea: location === null ? undefined : /out/i.test(location),
      postcode: textIn(row, 'Placement postcode') ?? undefined,
      urn: textIn(row, 'URN of Placement') ?? undefined,
      visiting: statusSince && statusSince > on ? undefined : visitingRuleOf(textIn(row, "Child's Legal Status"), kind),
    },
    also: inEpisode,
    row,
  });
  return ownGroup({ key: `placement:${on}`, slots: [slot], list: 8 });
}

/** List 9: what the council knows of somebody who left care or is about to. */
export function leaverGroups(row: AnnexRow, window: FileWindow): FileGroup[] {
  const reviewed = dateIn(row, 'Latest Pathway Plan Review Date');
  const touched = dateIn(row, 'Latest Date of Contact');
  const about = (key: string, slot: FileSlot): FileGroup => ownGroup({ key, slots: [slot], list: 9 });
  const seen = (on: LocalDate) => lookedAt({ row, on });
  return [
    ...(reviewed
      ? [about(`pathway-review:${reviewed}`, slotOf(pathwayPlanReviewed, { ...seen(reviewed), slot: 'reviewed' }))]
      : []),
    ...(touched ? [about(`in-touch:${touched}`, slotOf(adviserInTouch, { ...seen(touched), slot: 'in-touch' }))] : []),
    about(
      `leaver:${window.until}`,
      slotOf(leaverObserved, { ...seen(window.until), said: leaverSaid(row), slot: 'observed' }),
    ),
    observedGroup(row, LEAVER_TOLD, window, window.until),
  ];
}

const LEAVER_TOLD = [
  'Latest Pathway Plan Review Date',
  'Latest Date of Contact',
  'LA in Touch',
  'Suitability of Accommodation',
  'Activity Status',
];
const IN_TOUCH = {
  YES: 'yes',
  NO: 'no',
  DIED: 'died',
  REFU: 'refused',
  NREQ: 'no-help-needed',
  RHOM: 'returned-home',
} as const;
const ACTIVITY = {
  '1': 'higher-education',
  '2': 'other-education',
  '3': 'training-or-employment',
  '4': 'apprenticeship',
  '5': 'training-or-employment',
} as const;
const NO_ACTIVITY = {
  G4: 'none-for-illness-or-disability',
  G5: 'none-for-another-reason',
  G6: 'none-for-pregnancy-or-parenting',
} as const;

const oneOf = <Key extends string, Value>(of: Readonly<Record<Key, Value>>, key: string | null): Value | undefined =>
  key !== null && key in of ? of[key as Key] : undefined;

function leaverSaid(row: AnnexRow) {
  const activity = textIn(row, 'Activity Status');
  const accommodation = textIn(row, 'Type of Accommodation');
  const suitability = textIn(row, 'Suitability of Accommodation');
  return {
    inTouch: oneOf(IN_TOUCH, textIn(row, 'LA in Touch')),
    activity: oneOf(NO_ACTIVITY, activity) ?? oneOf(ACTIVITY, activity?.slice(1) ?? null),
    fullTime: activity?.startsWith('F') ? true : activity?.startsWith('P') ? false : undefined,
    accommodation: accommodation && /^[A-Z]$/.test(accommodation) ? accommodation : undefined,
    suitable: suitability === null ? undefined : suitable(suitability),
  };
}

const suitable = (text: string): boolean | undefined =>
  /not suitable|unsuitable/i.test(text) ? false : /suitable/i.test(text) ? true : undefined;

/** List 10: the steps of adoption, kept as they are given. */
export function adoptionGroups(row: AnnexRow, window: FileWindow): FileGroup[] {
  const on = dateIn(row, 'Date the Child Entered Care');
  if (!on) return [];
  const day = (heading: string) => dateIn(row, heading) ?? undefined;
  const reversed = textIn(row, 'Reason Why Child No Longer Placed for Adoption');
  const slot = slotOf(adoptionReported, {
    slot: 'reported',
    happened: happenedBetween(null, window.until),
    said: {
      decidedOn: day('Date of Decision that Child Should be Placed for Adoption'),
      placementOrderOn: day('Date of Placement Order'),
      matchedOn: day('Date of Matching Child and Prospective Adopters'),
      placedOn: day('Date Placed for Adoption'),
      orderOn: day('Date of Adoption Order'),
      decisionReversedOn: day('Date of Decision that Child Should No Longer be Placed for Adoption'),
      reversedBecause: reversed && /^RD\d$/.test(reversed) ? reversed : undefined,
      fosteringForAdoptionOn: day('Date the child was placed for fostering in FFA or concurrent planning placement'),
    },
    row,
    observation: true,
  });
  return [
    { ...ownGroup({ key: `adoption:${on}`, slots: [slot], list: 10 }), thread: 'child' },
    observedGroup(row, ADOPTION_TOLD, window, on),
  ];
}

const ADOPTION_TOLD = [
  'Date of Decision that Child Should be Placed for Adoption',
  'Date of Placement Order',
  'Date of Matching Child and Prospective Adopters',
  'Date Placed for Adoption',
  'Date of Adoption Order',
  'Date of Decision that Child Should No Longer be Placed for Adoption',
  'Date the child was placed for fostering in FFA or concurrent planning placement',
];
