import type { VNode } from 'preact';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Entry } from '../record/entry.ts';
import type { ClockPiece, Explanation } from '../sight/clock.ts';
import type { Fact } from '../sight/facts.ts';
import type { ChildFace } from './child-face.ts';
import type { Window } from './verdict-in-words.ts';

/** An entry with what a reader needs beside it. */
export type ToldEntry = {
  readonly entry: Entry;
  /** One line, without names, by the module that owns the type. */
  readonly tells: string;
  /** A person's name, or the job or file that wrote it. */
  readonly writtenBy: string;
  /** The later entry that put this one right; null while it stands. */
  readonly correctedBy: Id | null;
  /** The child's own words in it, when it holds any. */
  readonly words: string | null;
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
export type Answered = { readonly piece: ClockPiece; readonly explanation: Explanation };

/** Everything that the record and the line of sight say of one child, at two times. */
export type ReadChild = {
  readonly face: ChildFace;
  readonly asked: Asked;
  /** When Sightline first learnt of this child; before that day it cannot tell what was known. */
  readonly firstKnownAt: Instant | null;
  /** Oldest first. */
  readonly entries: readonly ToldEntry[];
  readonly facts: readonly Fact[];
  readonly answers: readonly Answered[];
  /** The windows of the files that spoke of this child. */
  readonly windows: readonly Window[];
};

/** A part of the child's page that a module offers. The page prints what the app hands it, in order. */
export type ChildSection = {
  readonly section: string;
  readonly order: number;
  /** Null when the module has nothing to show of this child. */
  readonly view: (child: ReadChild) => VNode | null;
};
