import { grouped } from '../../src/kernel/grouped.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { EpochDay } from '../../src/kernel/local-date.ts';
import type { ClockPiece } from '../../src/sight/clock.ts';
import { FILE_KINDS, type FileKind, givenBy } from '../../src/sight/duty-by-file.ts';
import { SPOKEN_BY } from '../../src/sight/told-by-files.ts';
import type { Verdict } from '../../src/sight/verdict.ts';
import type { Duty } from '../../src/statute/duty.ts';

/** Every child's clocks, by the council's number for the child. */
export type ClocksByNumber = ReadonlyMap<string, readonly ClockPiece[]>;

export type Compared = {
  readonly county: ClocksByNumber;
  /** The same children as their own files tell of them. */
  readonly trio: ClocksByNumber;
  readonly duties: readonly Duty[];
  /** The first day of which each file speaks; all speak until `today`. */
  readonly from: Readonly<Record<FileKind, EpochDay>>;
  readonly today: EpochDay;
};

/** A clock on which the files and the county differ, on one day. */
export type Mismatch = {
  /** `contradicted`: the files say something else. `invented`: the county has no such clock. `not-told`: the table promises it. */
  readonly is: 'contradicted' | 'invented' | 'not-told';
  readonly duty: string;
  readonly child: string;
  readonly started: EpochDay | null;
  readonly on: EpochDay;
  readonly county: string;
  readonly trio: string;
};

const holdsOn = ({ firstDay, lastDay }: ClockPiece, on: EpochDay): boolean =>
  firstDay <= on && (lastDay === null || on <= lastDay);
const clockOf = ({ duty, startedFrom, startedUntil }: ClockPiece): string => [duty, startedFrom, startedUntil].join();

/** Where the files say a thing that the county contradicts, on any day of which they speak. A verdict is sure or *cannot tell*. */
export function contradictions({ county, trio, from, today }: Compared): Mismatch[] {
  const first = Math.min(...FILE_KINDS.map((file) => from[file]));
  return [...trio].flatMap(([child, pieces]) => {
    const truth = grouped(county.get(child) ?? [], clockOf);
    const truthOf = (piece: ClockPiece): readonly ClockPiece[] =>
      truth.get(clockOf(piece)) ?? otherNamesOf(piece, county.get(child) ?? []);
    return pieces
      .filter(({ duty, verdict }) => verdict !== 'cannot-tell' && !NOT_COMPARED.has(duty))
      .flatMap((piece) => firstContradiction(child, piece, truthOf(piece), { first, today }));
  });
}

function firstContradiction(
  child: string,
  piece: ClockPiece,
  truth: readonly ClockPiece[],
  { first, today }: { readonly first: EpochDay; readonly today: EpochDay },
): Mismatch[] {
  const last = Math.min(piece.lastDay ?? today, today);
  for (let on = Math.max(piece.firstDay, first); on <= last; on += 1) {
    const known = truth.filter((each) => holdsOn(each, on));
    if (known.some((each) => agrees(piece, each.verdict, on)) || isKnownToDiffer(piece, today)) continue;
    const is = truth.length === 0 ? 'invented' : 'contradicted';
    const { duty, startedFrom: started, verdict } = piece;
    const county = known.map((each) => each.verdict).join(' or ') || 'no clock';
    return [{ is, duty, child, started, on, county, trio: verdict }];
  }
  return [];
}

/**
 * A census closes a referral together with the decision that nothing further is done, and closing ends the duty to tell the
 * referrer; in the county's own record that decision ends nothing.
 */
const isClosedOnPaper = ({ duty, verdict }: ClockPiece): boolean =>
  duty === 'referral-ack-referrer' && verdict === 'superseded';

/** Of this no verdict of the files is held against the county: it asks of the record itself whether a thing is written in it. */
const NOT_COMPARED = new Set(['visit-rule-known']);

/** A census must say yes or no to "nothing further": of a referral of its last days, undecided yet, it says that it went on. */
const isSaidTooEarly = ({ duty, dueFrom }: ClockPiece, today: EpochDay): boolean =>
  duty === 'referral-decision' && dueFrom !== null && dueFrom >= today;

const isKnownToDiffer = (piece: ClockPiece, today: EpochDay): boolean =>
  isClosedOnPaper(piece) || isSaidTooEarly(piece, today);

/**
 * Where no file says which paragraph governs the visits to a placement, a visit in the first week is looked for, as all of
 * them ask; in the county the clock of the paragraph that governs stands in its place. Nor does a file say that a placement was
 * made permanent: after the first year it counts as not, which is the stricter way.
 */
const otherNamesOf = ({ duty, startedFrom }: ClockPiece, county: readonly ClockPiece[]): readonly ClockPiece[] => {
  const isOther = OTHER_NAMES[duty];
  return isOther ? county.filter((each) => isOther(each.duty) && each.startedFrom === startedFrom) : [];
};

const OTHER_NAMES: Readonly<Record<string, (duty: string) => boolean>> = {
  'visit-first-week': (duty) => duty.startsWith('visit-'),
  'visit-year2-not-permanent': (duty) => duty === 'visit-year2-permanent',
};

/**
 * Does what the files say hold in a county that knows more? The same verdict does; so does one that says less and is true:
 * - before the due day *not due* claims no more than that the due day is not past: the county may know that it was met or ended;
 * - *no longer owed* claims that nothing is owed from the end on: the county may know that it was met before;
 * - *late* remains true where the county holds a reason, for no file carries reasons.
 */
function agrees({ verdict, dueFrom }: ClockPiece, county: Verdict, on: EpochDay): boolean {
  if (verdict === county) return true;
  const isOver = county === 'met' || county === 'superseded';
  if (verdict === 'not-due' || verdict === 'due-soon') return isOver && dueFrom !== null && on <= dueFrom;
  if (verdict === 'superseded') return county === 'met';
  return (verdict === 'met-late' || verdict === 'overdue') && county === 'reasoned-late';
}

/**
 * Where the table says that one file alone can tell in full, of a story that lies wholly inside the days of that file, and
 * the three together do not, on the last day. What is told *partly* may be told, and need not be.
 */
export function notTold({ county, trio, duties, from, today }: Compared): { owed: number; missed: Mismatch[] } {
  const full = duties.map((duty) => {
    const files = FILE_KINDS.filter((file) => isOwed(duty, file, duties));
    return { duty, from: Math.min(...files.map((file) => from[file])) };
  });
  const insideFrom = new Map(full.map((each) => [each.duty.id, each.from + lookBackOf(each.duty)]));
  const owed = [...county].flatMap(([child, pieces]) => {
    const begins = beginningsOf(pieces);
    return pieces
      .filter((piece) => holdsOn(piece, today) && piece.verdict !== 'cannot-tell')
      .filter(({ duty, thread }) => (begins.get(thread) ?? -1) >= (insideFrom.get(duty) ?? today))
      .map((piece) => ({ child, piece }));
  });
  const missed = owed.flatMap(({ child, piece }) => {
    const { duty, startedFrom: started, verdict } = piece;
    const same = (trio.get(child) ?? []).filter((each) => holdsOn(each, today) && clockOf(each) === clockOf(piece));
    if (same.some((each) => agrees(each, verdict, today))) return [];
    const got = same.map((each) => (each.because ? `${each.verdict} (${each.because})` : each.verdict));
    const told = got.join(' or ') || 'no clock';
    return [{ is: 'not-told', duty, child, started, on: today, county: verdict, trio: told } as const];
  });
  return { owed: owed.length, missed };
}

/** From the return of 2026 on a place without regulation has no code of its own: it is one of the other placements. */
const WITHOUT_A_CODE = new Set(['u16-unregulated-ban']);

/** In full, and of every such beginning that there is: some beginnings a file tells of only sometimes. */
const isOwed = (duty: Duty, file: FileKind, duties: readonly Duty[]): boolean =>
  !WITHOUT_A_CODE.has(duty.id) &&
  givenBy(duty, file, duties).how === 'full' &&
  beginningFacts(duty).every((name) => (SPOKEN_BY[file] as readonly string[]).includes(name));

function beginningFacts(duty: Duty): readonly string[] {
  if (duty.shape === 'clock') return duty.starts.map(({ fact }) => fact);
  if (duty.check.is === 'never-both') return [duty.check.first.opens];
  return 'for' in duty.check ? [duty.check.for] : [];
}

/** Days before its beginning that a check looks at. */
const lookBackOf = (duty: Duty): number =>
  duty.shape === 'state' && duty.check.is === 'not-preceded' ? duty.check.withinMonths * 31 : 0;

/** The day on which the first clock of each thread began: nothing of a story was before it. */
function beginningsOf(pieces: readonly ClockPiece[]): ReadonlyMap<Id, EpochDay> {
  const begins = new Map<Id, EpochDay>();
  for (const { thread, startedFrom } of pieces)
    begins.set(
      thread,
      Math.min(begins.get(thread) ?? Number.POSITIVE_INFINITY, startedFrom ?? Number.NEGATIVE_INFINITY),
    );
  return begins;
}

/** One line for each kind of mismatch, the most frequent first, with how many there are and one to look at. */
export function classesOf(mismatches: readonly Mismatch[]): string[] {
  const classes = grouped(
    mismatches,
    ({ is, duty, county, trio }) => `${is}: ${duty}, county ${county}, files ${trio}`,
  );
  return [...classes]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(
      ([name, own]) =>
        `${own.length} × ${name}; such as ${own[0]?.child}, begun on day ${own[0]?.started}, on day ${own[0]?.on}`,
    );
}
