import type { Id } from '../../src/kernel/id.ts';
import { type Instant, instantInLondon } from '../../src/kernel/instant.ts';
import { mustBeDate } from '../../src/kernel/local-date.ts';
import type { Envelope } from '../../src/record/define-entry.ts';
import type { BookKind, Happened, NewEntry } from '../../src/record/entry.ts';
import { ownThread } from '../../src/record/own-thread.ts';
import type { Told } from '../../src/record/told.ts';
import { handMadeId } from './hand-made-id.ts';

export type { Told };

/** `2025-10-06` or `2025-10-06 16:40`, by the clocks of England. */
export function happenedAt(text: string): Happened {
  const [day = '', time] = text.split(' ');
  const on = mustBeDate(day);
  return time === undefined
    ? { earliest: on, latest: on, precision: 'day', at: null }
    : { earliest: on, latest: on, precision: 'instant', at: instantInLondon(on, time) };
}

export function momentOf(text: string): Instant {
  const [day = '', time = '17:30'] = text.split(' ');
  return instantInLondon(mustBeDate(day), time);
}

/** One book of the invented county, as its acts are told. Everything about it follows from its name. */
export class Story {
  readonly book: Id;
  readonly episode: Id;
  readonly told: Told[] = [];
  private readonly name: string;
  private readonly kind: BookKind;
  private entries = 0;

  constructor(name: string, kind: BookKind = 'child', book: Id = handMadeId(kind, name)) {
    this.name = name;
    this.kind = kind;
    this.book = book;
    this.episode = this.thread('referral');
  }

  /** The thread of a thing in this book: an assessment, an enquiry, a plan. */
  thread(thing: string): Id {
    return handMadeId(this.kind, this.name, 'thread', thing);
  }

  /** Where and when an entry stands. `thing` is `book` for the child itself. */
  on(happened: string, thing: string): Envelope {
    this.entries += 1;
    const about =
      thing === 'book'
        ? this.book
        : thing === 'visits' || thing === 'holding'
          ? ownThread(this.book, thing)
          : this.thread(thing);
    return {
      id: handMadeId(this.kind, this.name, 'entry', this.entries),
      book: this.book,
      about,
      happened: happenedAt(happened),
      source: { kind: 'here' },
    };
  }

  /** Where an answer to a view stands: on the thread that the entry with the child's words began. */
  answering(view: NewEntry, happened: string): Envelope {
    return { ...this.on(happened, 'referral'), about: view.id };
  }

  /** Somebody writes entries down, on a day at 17:30 or at a given time. The first act opens the book. */
  wrote(recordedBy: Id, when: string, ...entries: NewEntry[]): this {
    this.told.push({
      recordedAt: momentOf(when),
      recordedBy,
      act: {
        id: handMadeId(this.kind, this.name, 'act', this.told.length),
        entries,
        opens: this.told.length === 0 ? [{ book: this.book, kind: this.kind }] : [],
        decidedOn: [],
      },
    });
    return this;
  }
}

/** What one act wrote in several books: a visit to two siblings. */
export function together(recordedBy: Id, when: string, name: string, entries: readonly NewEntry[]): Told {
  return {
    recordedAt: momentOf(when),
    recordedBy,
    act: { id: handMadeId('act', name), entries, opens: [], decidedOn: [] },
  };
}
