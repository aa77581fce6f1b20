import type { LocalDate } from '../../../../../kernel/local-date.ts';
import type { Calendar } from '../../../../../kernel/working-days.ts';
import type { FileWindow } from '../../file-kind.ts';
import { answerIn, dateIn, type FileFlag, ITEM, type ReadRow, textIn } from '../../file-note.ts';
import type { ReadChild } from '../read-census-child.ts';

/** What oddities are judged with. Rows that were set aside are not judged again. */
export type CensusView = {
  readonly child: ReadChild;
  readonly window: FileWindow;
  readonly year: number;
  readonly bornOn: LocalDate | null;
  readonly expectedOn: LocalDate | null;
  readonly diedOn: LocalDate | null;
  readonly episodes: readonly EpisodeView[];
  /** Of England and Wales; null where none is known. */
  readonly calendar: Calendar | null;
  readonly odd: (code: string, row: ReadRow, reason: string) => void;
};

/** Something with a first and a last day; a `from` that is not given is not judged. */
export type Stretch = { readonly row: ReadRow; readonly from: LocalDate | null; readonly until: LocalDate | null };
export type EnquiryView = Stretch & { readonly conference: LocalDate | null; readonly notRequired: boolean };
export type AssessmentView = Stretch & { readonly factors: readonly string[] };
export type PlanView = Stretch & { readonly reviews: readonly LocalDate[] };

/** One episode of need, with the days that the rules of the census compare. */
export type EpisodeView = {
  readonly row: ReadRow;
  readonly referredOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly closedBecause: string | null;
  readonly noFurtherAction: boolean | null;
  readonly conference: LocalDate | null;
  readonly assessments: readonly AssessmentView[];
  readonly enquiries: readonly EnquiryView[];
  readonly needPlans: readonly Stretch[];
  readonly plans: readonly PlanView[];
};

/** Views the sound rows of one child. Every `odd` becomes a flag at the line of its row. */
export function viewCensus(
  child: ReadChild,
  given: { readonly window: FileWindow; readonly year: number; readonly calendar: Calendar | null },
  flags: FileFlag[],
): CensusView {
  const identifiers = sound(child.identifiers);
  const day = (name: string): LocalDate | null => (identifiers ? dateIn(identifiers, name) : null);
  return {
    ...given,
    child,
    bornOn: day('PersonBirthDate'),
    expectedOn: day('ExpectedPersonBirthDate'),
    diedOn: day('PersonDeathDate'),
    episodes: child.episodes.filter((row) => row.faults.length === 0).map(viewEpisode),
    odd: (code, { table, line }, reason) => flags.push({ code, table, line, reason }),
  };
}

export const sound = (row: ReadRow | null): ReadRow | null => (row && row.faults.length === 0 ? row : null);

function viewEpisode(row: ReadRow): EpisodeView {
  const inside = (table: ReadRow['table']): ReadRow[] =>
    row.rows.filter((inner) => inner.table === table && inner.faults.length === 0);
  const stretch = (each: ReadRow, from: string, until: string): Stretch => ({
    row: each,
    from: dateIn(each, from),
    until: dateIn(each, until),
  });
  return {
    row,
    referredOn: dateIn(row, 'CINreferralDate'),
    closedOn: dateIn(row, 'CINclosureDate'),
    closedBecause: textIn(row, 'ReasonForClosure'),
    noFurtherAction: answerIn(row, 'ReferralNFA'),
    conference: dateIn(row, 'DateOfInitialCPC'),
    assessments: inside('Assessments').map((each) => ({
      ...stretch(each, 'AssessmentActualStartDate', 'AssessmentAuthorisationDate'),
      factors: each.rows.flatMap((item) => textIn(item, ITEM) ?? []),
    })),
    enquiries: inside('Section47').map((each) => ({
      ...stretch(each, 'S47ActualStartDate', 'DateOfInitialCPC'),
      conference: dateIn(each, 'DateOfInitialCPC'),
      notRequired: answerIn(each, 'ICPCnotRequired') === true,
    })),
    needPlans: inside('CINplanDates').map((each) => stretch(each, 'CINPlanStartDate', 'CINPlanEndDate')),
    plans: inside('ChildProtectionPlans').map((each) => ({
      ...stretch(each, 'CPPstartDate', 'CPPendDate'),
      reviews: each.rows.flatMap((item) => dateIn(item, ITEM) ?? []),
    })),
  };
}

/** Both days are given and the first is before the second. */
export const isBefore = (a: LocalDate | null, b: LocalDate | null): boolean => a !== null && b !== null && a < b;
/** The day is given and lies outside the window. */
export const isOutside = (day: LocalDate | null, { from, until }: FileWindow): boolean =>
  day !== null && (day < from || day > until);
/** `day` lies after the first day of the stretch and before its end, or before `open` while it has none. */
export const startsInside = (day: LocalDate | null, { from, until }: Stretch, open: LocalDate): boolean =>
  day !== null && from !== null && day >= from && day < (until ?? open);
