import type { Id } from '../../../../kernel/id.ts';
import { fromEpochDay, type LocalDate, toEpochDay } from '../../../../kernel/local-date.ts';
import type { Verdict } from '../../../../sight/verdict.ts';
import { countOf, dayAndMonth, shortWeekday } from '../../../../ui/dates-in-words.ts';
import { type AskedDay, askedQuery } from '../../../asked.ts';
import { type ChildFace, childPath, headingOf } from '../../../child-face.ts';
import type { Asked } from '../../../child-page.ts';
import { type ListedClock, type ListLaw, statusOfListed } from '../../../listed-clock.ts';
import type { Caseload, Weight } from '../../../workforce/public.ts';
import {
  type Ahead,
  type ClocksOfChild,
  inOrderOfDue,
  shownOf,
  URGENCIES,
  type Urgency,
  urgencyOf,
} from '../../core/caseload.ts';
import type { CaseloadCounts } from '../../core/caseload-words.ts';
import type { DaysAhead } from '../../core/days-ahead.ts';
import type { PostOnADay } from '../../core/post-on-a-day.ts';
import type { HeldChild } from '../../store/children-held.ts';
import type { WorkerRow } from '../../store/team-workers.ts';

/** One thing that is owed to a child. */
export type OwedLine = {
  readonly verdict: Verdict;
  /** `4 working days late`, `3 days`, `Today`. */
  readonly status: string;
  readonly late: boolean;
  readonly title: string;
  /** `Mon 23 Nov`; empty where no day is set. */
  readonly due: string;
};

/** A child in a worker's list. */
export type CaseloadRow = {
  readonly href: string;
  readonly heading: string;
  readonly urgency: Urgency;
  readonly weight: Weight;
  /** What is late, and what falls due within ten working days. */
  readonly owed: readonly OwedLine[];
  readonly moreOwed: number;
  /** What comes next after these days. */
  readonly next: OwedLine | null;
  readonly untold: readonly string[];
  readonly moreUntold: number;
  /** The code of why the worker who is named does not hold the child; null where they do. */
  readonly because: string | null;
};

/** One worker's children, in the order of what is due. */
export type CaseloadPage = AskedDay & {
  readonly worker: WorkerRow;
  /** Read by the worker: "you" instead of a name. */
  readonly own: boolean;
  /** Notices about openings with a reason that the reader has not seen; 0 on another worker’s page. */
  readonly unseenNotices: number;
  /** Children about whom the reader wrote words that are withheld from others, since they give a protected place. */
  readonly wordsRaised: readonly Id[];
  /** The page itself, without a query. */
  readonly here: string;
  readonly post: PostOnADay;
  readonly counts: CaseloadCounts;
  /** Of the children, those whom this reader may not open. */
  readonly closed: number;
  readonly groups: readonly { readonly urgency: Urgency; readonly rows: readonly CaseloadRow[] }[];
  readonly week: DaysAhead | null;
  readonly fortnight: DaysAhead | null;
  readonly caseload: Caseload;
  /** The most points that the first year allows; null for who is not newly qualified. */
  readonly protectedAt: number | null;
  readonly statuteVersion: string;
};

const LINES_SHOWN = 4;
const UNTOLD_SHOWN = 2;

type RowOf = {
  readonly held: HeldChild;
  readonly face: ChildFace | undefined;
  readonly clocks: ClocksOfChild;
  readonly weight: Weight;
  readonly asked: Asked;
  readonly days: Ahead;
  readonly law: ListLaw;
};

/** A child as a row of the list. */
export function caseloadRow({ held, face, clocks, weight, asked, days, law }: RowOf): CaseloadRow {
  const owed = shownOf(clocks, days?.fortnight ?? asked.on);
  const later = clocks.ahead.find((clock) => !owed.includes(clock));
  const untold = [...new Set(clocks.untold.map(({ duty }) => law.titleOf(duty)))];
  return {
    href: `${childPath(held.child)}${askedQuery(asked)}`,
    heading: face ? headingOf(face, asked.on) : 'No council id',
    urgency: urgencyOf(clocks, asked.on, days),
    weight,
    owed: owed.slice(0, LINES_SHOWN).map((clock) => owedLine(clock, asked.on, law)),
    moreOwed: Math.max(0, owed.length - LINES_SHOWN),
    next: later ? owedLine(later, asked.on, law) : null,
    untold: untold.slice(0, UNTOLD_SHOWN),
    moreUntold: Math.max(0, untold.length - UNTOLD_SHOWN),
    because: held.because,
  };
}

/** A clock that is owed, as a line. */
export function owedLine(clock: ListedClock, on: LocalDate, law: ListLaw): OwedLine {
  const { verdict, dueOn, duty } = clock;
  const late = verdict === 'overdue' || verdict === 'fails';
  const left = dueOn === null ? null : dueOn - toEpochDay(on);
  const status = late || left === null ? statusOfListed(clock, on, law) : left <= 0 ? 'Today' : countOf(left, 'day');
  const day = dueOn === null || left === 0 ? '' : dueInWords(fromEpochDay(dueOn), on);
  return { verdict, status, late, title: law.titleOf(duty), due: day };
}

/** `Mon 23 Nov`; with the year where it is another. */
export const dueInWords = (due: LocalDate, on: LocalDate): string =>
  due.slice(0, 4) === on.slice(0, 4) ? `${shortWeekday(due).slice(0, 3)} ${dayAndMonth(due)}` : shortWeekday(due);

/** The groups of the page, each in the order of what is due; those without anybody are left out. */
export function groupsOf(rows: readonly { readonly clocks: ClocksOfChild; readonly row: CaseloadRow }[]) {
  return URGENCIES.map((urgency) => ({
    urgency,
    rows: rows
      .filter(({ row }) => row.urgency === urgency)
      .sort((a, b) => inOrderOfDue(a.clocks, b.clocks))
      .map(({ row }) => row),
  })).filter((group) => group.rows.length > 0);
}
