import type { VNode } from 'preact';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { FileKind } from '../record/entry.ts';
import type { RedactedEntry } from '../record/redacted.ts';
import type { Withheld } from '../record/said.ts';
import type { ClockPiece, Explanation } from '../sight/clock.ts';
import type { CoverageAnswers } from '../sight/coverage.ts';
import type { Fact } from '../sight/facts.ts';
import type { StateDuty } from '../statute/duty.ts';
import type { GenogramPicture } from '../ui/genogram/genogram-picture.ts';
import type { SightlinePicture } from '../ui/sightline/sightline-picture.ts';
import type { ChildFace } from './child-face.ts';
import type { PlacesOf } from './people/public.ts';
import type { Window } from './verdict-in-words.ts';

/** An entry with what a reader needs beside it. */
export type ToldEntry = {
  readonly entry: RedactedEntry;
  /** One line, without names, by the module that owns the type. */
  readonly tells: string;
  /** A person's name, or the job or file that wrote it. */
  readonly writtenBy: string;
  /** The child's own words in it, when it holds any: or that they are withheld from this reader. */
  readonly words: string | Withheld | null;
  /** Something of it is withheld from this reader. */
  readonly isPartly: boolean;
};

/** The two times that every reading answers for, and how the reader came to them. */
export type Asked = {
  /** What had happened by the end of this day. */
  readonly on: LocalDate;
  /** As it was known at this moment. */
  readonly knownAt: Instant;
  /** `now`: as known now, on the latest day that the sources speak of. `then`: as it was known on a day gone by. `hindsight`: a day gone by, as known now. */
  readonly how: 'now' | 'then' | 'hindsight';
  /** The latest day on which the county's sources speak; null while there is no source at all. */
  readonly spokenUntil: LocalDate | null;
  readonly today: LocalDate;
};

/** One answer that the line of sight gives about a child: the explanation and the piece that it explains. */
export type Answered = {
  readonly piece: ClockPiece;
  readonly explanation: Explanation;
  /** What a state check asks; null for a clock. */
  readonly check: StateDuty['check']['is'] | null;
};

/** A check that fails because something is not there, rather than because something is. */
export const isLacking = (check: Answered['check']): boolean =>
  check === 'accompanied' || check === 'reasoned-when-late' || check === 'held-while-open';

/** A check that somebody can still put right: the others tell of something that is over. */
export const canStillBeMended = (check: Answered['check']): boolean =>
  check === 'reasoned-when-late' || check === 'held-while-open';

/** A part of a file about this child that cannot be represented: the child is loaded and says so. */
export type SetAside = { readonly table: string; readonly line: number; readonly reason: string };

/** Something of which two kinds of file say different things, and that nobody has settled. */
export type FilesDiffer = {
  readonly event: string;
  /** What each says, as one line. */
  readonly says: readonly string[];
  /** Where a person settles it. */
  readonly settledAt: string;
};

/** Who holds the child on the day that was asked about. */
export type HeldBy =
  | { readonly is: 'worker'; readonly name: string; readonly days: number | null }
  | { readonly is: 'nobody'; readonly because: string; readonly days: number | null }
  | { readonly is: 'cannot-tell' }
  | { readonly is: 'not-owed' };

/** What is written of one child and what the law says to it, at two times: what stands behind any one verdict. */
export type ReadVerdicts = {
  readonly face: ChildFace;
  readonly asked: Asked;
  /** Every entry that was known and may have happened by then, in the order of its books. */
  readonly entries: readonly ToldEntry[];
  readonly answers: readonly Answered[];
  /** The windows of the files that spoke of this child. */
  readonly windows: readonly Window[];
};

/** Everything that the record and the line of sight say of one child, at two times. */
export type ReadChild = ReadVerdicts & {
  /** When Sightline first learnt of this child; before that day it cannot tell what was known. */
  readonly firstKnownAt: Instant | null;
  readonly facts: readonly Fact[];
  readonly coverage: CoverageAnswers;
  readonly held: HeldBy;
  /** The child's line of sight, ready to draw; null when nothing is known yet. */
  readonly picture: SightlinePicture | null;
  /** The family around the child, ready to draw; null where nobody else is known. */
  readonly family: GenogramPicture | null;
  /** Where the child and the adults around them live, as this reader may see it. */
  readonly places: readonly PlacesOf[];
  /** How many rows of the files about this child could not be represented, and were set aside. */
  readonly setAside: readonly SetAside[];
  /** Where files disagree about this child, as known now; none is told of a day gone by. */
  readonly filesDiffer: readonly FilesDiffer[];
  /** Who has the record open with a reason at this moment, whatever day is told, and until when. */
  readonly openedNow: readonly { readonly name: string; readonly until: Instant }[];
  /** Of the duties answered here, the titles of those of which a kind of file can never tell anything. */
  readonly neverToldBy: ReadonlyMap<FileKind, readonly string[]>;
};

/** May this reader do that, by the name of a permission? Links to what they may not do are not shown. */
export type MayDo = (permission: string) => boolean;

/** A part of the child's page that a module offers. The page prints what the app hands it, in order. */
export type ChildSection = {
  readonly section: string;
  readonly order: number;
  /** Null when the module has nothing to show of this child. */
  readonly view: (child: ReadChild, may: MayDo) => VNode | null;
};
