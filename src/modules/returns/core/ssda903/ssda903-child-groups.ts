import type { LocalDate } from '../../../../kernel/local-date.ts';
import { happenedBetween } from '../../../../record/entry.ts';
import {
  adoptionReported,
  careReviewHeld,
  childFound,
  childWentMissing,
  healthObserved,
  leaverObserved,
} from '../../../looked-after/public.ts';
import { childDescribed, childDied, childRecorded } from '../../../people/public.ts';
import { type FileGroup, type FileSlot, type FileSpan, type SlotPlace, slotOf } from '../file-group.ts';
import type { FileWindow } from '../file-kind.ts';
import { dateIn, numberIn, textIn } from '../file-note.ts';
import type { ChildIdentity } from '../prepared-child.ts';
import type { Ssda903Row } from './read-ssda903-rows.ts';
import {
  ACTIVITY_OF,
  IN_TOUCH_OF,
  NO_ACTIVITY_OF,
  NO_SCORE_BECAUSE,
  PREVIOUS_PERMANENCE_OF,
  TOOK_PART,
} from './ssda903-codes.ts';
import { lookedAfterReported, workerReported } from './ssda903-reported.entry.ts';

const unknownWhen = happenedBetween(null, null);
const inEpisode = ({ episode }: SlotPlace) => ({ episode });
/** `1` and `0`; undefined where the file gives neither. */
const answer = (row: Ssda903Row, name: string): boolean | undefined => {
  const code = textIn(row, name);
  return code === null ? undefined : code === '1';
};
const within = <Words extends Record<string, unknown>>(
  words: Words,
  key: string | null,
): Words[keyof Words] | undefined =>
  key !== null && Object.hasOwn(words, key) ? (words[key] as Words[keyof Words]) : undefined;

const group = (
  key: string,
  slots: readonly FileSlot[],
  more: { readonly thread?: FileGroup['thread']; readonly span?: FileSpan | null; readonly part: string },
): FileGroup => ({
  key,
  thread: more.thread ?? 'own',
  isEpisode: false,
  slots,
  inner: [],
  span: more.span ?? null,
  part: more.part,
});

/** Who the child is: from the Header, or as far as other tables say where the child stands in none. */
export function identityGroup(
  header: Ssda903Row | null,
  child: string,
  who: ChildIdentity,
  diedOn: LocalDate | null,
): FileGroup {
  const upn = header && textIn(header, 'UPN');
  const unknownBecause = upn && /^UN\d/.test(upn) ? upn : undefined;
  const recorded = slotOf(childRecorded, {
    slot: 'recorded',
    happened: unknownWhen,
    said: {
      councilChildId: child,
      bornOn: who.bornOn ?? undefined,
      sex: who.sex ?? undefined,
      upn: upn && !unknownBecause ? upn : undefined,
      upnUnknownReason: unknownBecause,
    },
    row: header,
    adds: true,
    opens: header === null,
  });
  const died = diedOn ? [slotOf(childDied, { slot: 'died', happened: diedOn, said: {}, row: null })] : [];
  if (header) return group('child', [recorded, ...died], { thread: 'child', part: 'Header' });
  // A child in no Header may be known already: then nothing is new, and nothing is lost.
  const known: FileGroup['continues'] = ({ said }) =>
    said.some((each) => each.group === 'child' && each.slot === 'recorded') ? 'child' : null;
  return { ...group('child-mentioned', [recorded, ...died], { thread: 'child', part: 'Header' }), continues: known };
}

export function describedGroups(header: Ssda903Row | null): FileGroup[] {
  if (!header) return [];
  const ethnicity = textIn(header, 'ETHNIC');
  const [mother, born] = [answer(header, 'MOTHER'), dateIn(header, 'MC_DOB') ?? undefined];
  const described = slotOf(childDescribed, {
    slot: 'described',
    happened: unknownWhen,
    said: { ethnicity: ethnicity ?? undefined },
    row: header,
    adds: true,
  });
  const said = { mother, firstChildBornOn: born };
  const reported = slotOf(lookedAfterReported, { slot: 'reported', happened: unknownWhen, said, row: header });
  return [
    ...(ethnicity ? [group('described', [described], { thread: 'child', part: 'Header' })] : []),
    ...(mother === true || born ? [group('motherhood', [reported], { thread: 'child', part: 'Header' })] : []),
  ];
}

/** A review stands on the thread of the period of care. */
export function reviewGroup(row: Ssda903Row): FileGroup {
  const on = dateIn(row, 'REVIEW') as LocalDate;
  const tookPart = TOOK_PART[textIn(row, 'REVIEW_CODE') ?? ''];
  const held = slotOf(careReviewHeld, { slot: 'held', happened: on, said: { tookPart }, row });
  return group(`review:${on}`, [held], { thread: 'outer', span: { from: on, until: on }, part: 'Reviews' });
}

export function missingGroup(row: Ssda903Row): FileGroup {
  const from = dateIn(row, 'MIS_START') as LocalDate;
  const until = dateIn(row, 'MIS_END');
  const kind = within({ M: 'missing', A: 'away-without-authorisation' } as const, textIn(row, 'MISSING'));
  const gone = slotOf(childWentMissing, { slot: 'begun', happened: from, said: { kind }, also: inEpisode, row });
  const found = until ? [slotOf(childFound, { slot: 'found', happened: until, said: {}, also: inEpisode, row })] : [];
  const own = group(`missing:${from}`, [gone, ...found], { span: { from, until: until ?? from }, part: 'Missing' });
  return { ...own, ofChild: true };
}

/** What a year's table says of health: that it was done in the year, never on which day. */
export function healthGroup(row: Ssda903Row, window: FileWindow): FileGroup {
  const observed = slotOf(healthObserved, {
    slot: 'observed',
    happened: happenedBetween(window.from, window.until),
    said: {
      healthAssessed: answer(row, 'HEALTH_ASSESSMENT'),
      teethChecked: answer(row, 'TEETH_CHECK'),
      immunised: answer(row, 'IMMUNISATIONS'),
      developmentChecked: answer(row, 'HEALTH_CHECK'),
      convicted: answer(row, 'CONVICTED'),
      substanceMisuse: answer(row, 'SUBSTANCE_MISUSE'),
      interventionReceived: answer(row, 'INTERVENTION_RECEIVED'),
      interventionOffered: answer(row, 'INTERVENTION_OFFERED'),
      strengthsScore: numberIn(row, 'SDQ_SCORE') ?? undefined,
      noScoreBecause: NO_SCORE_BECAUSE[textIn(row, 'SDQ_REASON') ?? ''],
    },
    row,
  });
  return group(`health:${window.from}..${window.until}`, [observed], { thread: 'outer', span: window, part: 'OC2' });
}

/** What is known of somebody who left care, around a birthday of that year. */
export function leaverGroup(row: Ssda903Row, window: FileWindow): FileGroup {
  const [activity, home] = [textIn(row, 'ACTIV') ?? '', textIn(row, 'ACCOM') ?? ''];
  const busy = within(ACTIVITY_OF, activity.slice(1));
  const observed = slotOf(leaverObserved, {
    slot: 'observed',
    happened: happenedBetween(window.from, window.until),
    said: {
      inTouch: within(IN_TOUCH_OF, textIn(row, 'IN_TOUCH')),
      activity: /^[FP]/.test(activity) ? busy : within(NO_ACTIVITY_OF, activity),
      fullTime: busy && /^[FP]/.test(activity) ? activity.startsWith('F') : undefined,
      accommodation: /^[A-Z]/.test(home) ? home.charAt(0) : undefined,
      suitable: /^[A-Z][12]$/.test(home) ? home.endsWith('1') : undefined,
    },
    row,
  });
  return group(`leaver:${window.from}..${window.until}`, [observed], { span: window, part: 'OC3' });
}

export function adoptersGroup(row: Ssda903Row): FileGroup {
  const [decidedOn, matchedOn] = [dateIn(row, 'DATE_INT') ?? undefined, dateIn(row, 'DATE_MATCH') ?? undefined];
  const said = {
    decidedOn,
    matchedOn,
    adoptedByFosterCarer: answer(row, 'FOSTER_CARE'),
    adopters: Number(textIn(row, 'NB_ADOPTR')) || undefined,
    adoptersSex: textIn(row, 'SEX_ADOPTR') ?? undefined,
    adoptersStatus: textIn(row, 'LS_ADOPTR') ?? undefined,
  };
  const reported = slotOf(adoptionReported, { slot: 'reported', happened: unknownWhen, said, row });
  return group(`adopters:${matchedOn ?? decidedOn ?? 'no-day'}`, [reported], { part: 'AD1' });
}

/** The day on which it was decided that the child should be placed for adoption, and on which that was taken back. */
export function adoptionDecidedGroup(row: Ssda903Row): FileGroup {
  const decidedOn = dateIn(row, 'DATE_PLACED') as LocalDate;
  const reversed = dateIn(row, 'DATE_PLACED_CEASED');
  const said = {
    decidedOn,
    decisionReversedOn: reversed ?? undefined,
    reversedBecause: textIn(row, 'REASON_PLACED_CEASED') ?? undefined,
  };
  const reported = slotOf(adoptionReported, { slot: 'reported', happened: decidedOn, said, row });
  return group(`placed-for-adoption:${decidedOn}`, [reported], { part: 'PlacedAdoption' });
}

export function previousPermanenceGroup(row: Ssda903Row): FileGroup {
  const said = {
    previousPermanence: within(PREVIOUS_PERMANENCE_OF, textIn(row, 'PREV_PERM')),
    previousPermanenceBy: textIn(row, 'LA_PERM') ?? undefined,
    previousPermanenceOn: textIn(row, 'DATE_PERM') ?? undefined,
  };
  const reported = slotOf(lookedAfterReported, { slot: 'reported', happened: unknownWhen, said, row });
  return group('previous-permanence', [reported], { thread: 'child', part: 'PrevPerm' });
}

export function unaccompaniedGroup(row: Ssda903Row): FileGroup {
  const said = { unaccompanied: true, unaccompaniedUntil: dateIn(row, 'DUC') ?? undefined };
  const reported = slotOf(lookedAfterReported, { slot: 'reported', happened: unknownWhen, said, row });
  return group('unaccompanied', [reported], { thread: 'child', part: 'UASC' });
}

export function workerGroup(row: Ssda903Row): FileGroup {
  const from = dateIn(row, 'SW_DECOM') as LocalDate;
  const until = dateIn(row, 'SW_DEC');
  const said = {
    workerNumber: textIn(row, 'SW_ID') ?? '',
    until: until ?? undefined,
    changedBecause: textIn(row, 'SW_REASON') ?? undefined,
  };
  const reported = slotOf(workerReported, { slot: 'reported', happened: from, said, row });
  return group(`worker:${from}`, [reported], { span: { from, until }, part: 'SWEpisodes' });
}
