import { grouped } from '../../src/kernel/grouped.ts';
import type { EpochDay } from '../../src/kernel/local-date.ts';
import type { ClockPiece } from '../../src/sight/clock.ts';
import { FILE_KINDS, type FileKind, givenBy } from '../../src/sight/duty-by-file.ts';
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
    return pieces
      .filter(({ verdict }) => verdict !== 'cannot-tell')
      .flatMap((piece) => firstContradiction(child, piece, truth.get(clockOf(piece)) ?? [], { first, today }));
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
    const verdicts = truth.filter((each) => holdsOn(each, on)).map(({ verdict }) => verdict);
    if (verdicts.includes(piece.verdict)) continue;
    const is = truth.length === 0 ? 'invented' : 'contradicted';
    const { duty, startedFrom: started, verdict } = piece;
    return [{ is, duty, child, started, on, county: verdicts.join(' or ') || 'no clock', trio: verdict }];
  }
  return [];
}

/** Where the table says that one file alone can tell, of days inside that file, and the three together do not, on the last day. */
export function notTold({ county, trio, duties, from, today }: Compared): Mismatch[] {
  const byId = new Map(duties.map((duty) => [duty.id, duty]));
  return [...county].flatMap(([child, pieces]) => {
    const told = (trio.get(child) ?? []).filter((piece) => holdsOn(piece, today));
    return pieces
      .filter((piece) => holdsOn(piece, today) && canBeTold(piece, byId.get(piece.duty), duties, from))
      .flatMap(({ duty, startedFrom: started, startedUntil, verdict }) => {
        const same = told.filter(
          (each) => each.duty === duty && each.startedFrom === started && each.startedUntil === startedUntil,
        );
        if (same.some((each) => each.verdict === verdict)) return [];
        const got = same.map((each) => (each.because ? `${each.verdict} (${each.because})` : each.verdict));
        return [
          {
            is: 'not-told',
            duty,
            child,
            started,
            on: today,
            county: verdict,
            trio: got.join(' or ') || 'no clock',
          } as const,
        ];
      });
  });
}

const DAYS = ['startedFrom', 'metFrom', 'endedOn'] as const;

function canBeTold(
  piece: ClockPiece,
  duty: Duty | undefined,
  duties: readonly Duty[],
  from: Compared['from'],
): boolean {
  if (!duty || piece.verdict === 'cannot-tell' || piece.startedFrom === null) return false;
  return FILE_KINDS.some(
    (file) =>
      givenBy(duty, file, duties).verdicts.includes(piece.verdict) &&
      DAYS.every((day) => (piece[day] ?? from[file]) >= from[file]),
  );
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
