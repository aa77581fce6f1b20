import { fromEpochDay, type LocalDate } from '../../../../kernel/local-date.ts';
import type { Verdict } from '../../../../sight/verdict.ts';
import type { Force } from '../../../../statute/duty.ts';
import { plainDay, shortDay, shortWeekday } from '../../../../ui/dates-in-words.ts';
import { type Answered, type Asked, canStillBeMended, isLacking } from '../../../child-page.ts';
import { happenedInWords, limitInWords, statusInWords, type Window, whyCannotTell } from '../../../verdict-in-words.ts';

/** One clock as a row of "What is due". */
export type DueRow = {
  readonly verdict: Verdict;
  readonly status: string;
  readonly miss: string | null;
  readonly title: string;
  readonly limit: string | null;
  readonly dueBy: string;
  readonly force: Force;
  /** What is known, in a sentence. */
  readonly known: string;
  /** The rest of the address of the page that explains it: duty, thread, and what started it. */
  readonly explain: string;
};

/** What somebody must still act on or find out, and what is behind us. */
export type DueRows = { readonly open: readonly DueRow[]; readonly behind: readonly DueRow[] };

/** How urgently a person needs to see it. An ended miss is behind us: it counts for ever, but nobody can still do it. */
function rankOf({ explanation: { verdict, endedOn }, check }: Answered): number {
  switch (verdict) {
    case 'overdue':
      return endedOn === null ? 0 : 5;
    case 'fails':
      return canStillBeMended(check) ? 1 : 5;
    case 'due-soon':
      return 2;
    case 'cannot-tell':
      return 3;
    case 'not-due':
      return 4;
    default:
      return 6;
  }
}

const isBehind = (answered: Answered): boolean => rankOf(answered) >= 5;

/** The address of the page that explains one clock, after the child's own. */
export const explainPath = ({ duty, thread, startedBy }: Answered['explanation']): string =>
  [duty, thread, startedBy].filter((part) => part !== null).join('/');

function dueInWords({ piece, explanation }: Answered): string {
  if (explanation.dueOn !== null) return shortWeekday(explanation.dueOn);
  if (piece.dueFrom === null && piece.dueUntil === null) return explanation.limit === null ? 'No day set' : 'Not known';
  const [from, until] = [piece.dueFrom, piece.dueUntil].map((day) =>
    day === null ? null : shortDay(fromEpochDay(day)),
  );
  return from === until ? `${from}` : `${from ?? 'not known'} to ${until ?? 'not known'}`;
}

function knownInWords({ piece, explanation }: Answered, asked: Asked, windows: readonly Window[]): string {
  const { verdict, because, startedOn, startedBetween, metOn, endedOn, missing } = explanation;
  if (because !== null) return whyCannotTell(because, { startedBetween, windows, on: asked.on });
  const done = metOn === null ? `Done ${doneBetween(piece)}` : `Done on ${plainDay(metOn)}`;
  switch (verdict) {
    case 'met':
    case 'met-late':
      return `${done}.`;
    case 'reasoned-late':
      return metOn === null ? 'Not done yet. A reason is recorded.' : `${done}. A reason is recorded.`;
    case 'excused':
      return 'An extension was recorded before the due day.';
    case 'superseded':
      return `It was no longer owed${endedOn === null ? '' : ` after ${plainDay(endedOn)}`}.`;
    case 'overdue':
      return endedOn === null
        ? nothingYet(asked, windows)
        : `It ended on ${plainDay(endedOn)} without having been done.`;
    case 'fails':
      return missing.length > 0 ? missing.join(' ') : 'The record itself shows that it is not so.';
    case 'holds':
      return 'The record shows that it is so.';
    default:
      return startedOn === null ? '' : `Began on ${plainDay(startedOn)}.`;
  }
}

const dateOf = (day: number | null): LocalDate | null => (day === null ? null : fromEpochDay(day));
const doneBetween = ({ metFrom, metUntil }: Answered['piece']): string =>
  happenedInWords(dateOf(metFrom), dateOf(metUntil));

/** Silence is only as good as its source: the sentence says whose silence it is. */
function nothingYet(asked: Asked, windows: readonly Window[]): string {
  const speaking = windows.find(({ from, until }) => from <= asked.on && asked.on <= until);
  return speaking
    ? `Not done, as far as the census of ${plainDay(speaking.until)} can tell.`
    : 'Nothing recorded says that it was done.';
}

function rowOf(answered: Answered, asked: Asked, windows: readonly Window[]): DueRow {
  const { explanation } = answered;
  const { verdict, late, limit, dueOn, endedOn, wordsForMiss, title, force } = explanation;
  return {
    verdict,
    status: statusInWords({
      verdict,
      late,
      unit: limit?.unit ?? null,
      dueOn,
      ended: endedOn !== null,
      lacks: isLacking(answered.check),
      on: asked.on,
    }),
    miss: wordsForMiss,
    title,
    limit: limit === null ? null : `within ${limitInWords(limit.value, limit.unit)}`,
    dueBy: dueInWords(answered),
    force,
    known: knownInWords(answered, asked, windows),
    explain: explainPath(explanation),
  };
}

const dayOrder = (a: LocalDate | null, b: LocalDate | null): number => (a ?? '9999').localeCompare(b ?? '9999');

/** The clocks of a child in the order in which a person needs them: late, due, not known, then what is behind us. */
export function dueRowsOf(answers: readonly Answered[], asked: Asked, windows: readonly Window[]): DueRows {
  const inOrder = [...answers].sort(
    (a, b) => rankOf(a) - rankOf(b) || dayOrder(a.explanation.dueOn, b.explanation.dueOn),
  );
  const rows = (some: readonly Answered[]): DueRow[] => some.map((each) => rowOf(each, asked, windows));
  return {
    open: rows(inOrder.filter((each) => !isBehind(each))),
    behind: rows(inOrder.filter(isBehind).reverse()),
  };
}
