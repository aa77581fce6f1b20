import type { Id } from '../../src/kernel/id.ts';
import type { DefinedEntry, Given } from '../../src/record/define-entry.ts';
import type { Act, BookKind, Happened, NewEntry } from '../../src/record/entry.ts';
import type { Told } from '../../src/record/told.ts';
import type { Chance } from '../census/chance.ts';
import { type Day, dayAt, millisecondsAt, momentAt, textOf } from './days.ts';
import type { Happening, Noted } from './happenings.ts';
import { inventedId } from './invented-ids.ts';
import { workingDaysAfter } from './working-calendar.ts';

/** A book that the generator writes in: a child's or a carer's, and what the manifest is to know of it. */
export type Subject = {
  readonly book: Id;
  readonly kind: BookKind;
  readonly noted: Noted[];
};

/** When something happened, and on which thread of which book. `minute`: of the day, where anybody noted the time. */
export type Where = {
  readonly on: Day;
  readonly minute?: number;
  readonly thread: Id;
  readonly episode?: Id | null;
  readonly party?: Id | null;
  /** More that the manifest is to know. */
  readonly as?: string;
};

/** Writes entries of one act; `noted` says what each is to the manifest. */
export type Writing = {
  says<Data>(
    subject: Subject,
    noted: Happening | null,
    where: Where,
    entry: DefinedEntry<Data>,
    data: Given<Data>,
  ): NewEntry;
};

type Line = { readonly at: number; readonly by: Id; readonly act: Act };

/** A visit is written up on the day itself at best: from half past four. */
const EVENING = 16 * 60 + 30;

/** All that is written about one family, in acts that may stand in the books of several children. */
export class FamilyStory {
  readonly chance: Chance;
  private readonly seed: number;
  private readonly number: number;
  private readonly today: Day;
  private readonly lines: Line[] = [];
  private readonly opened = new Set<Id>();
  private things = 0;

  constructor(of: { readonly seed: number; readonly number: number; readonly today: Day; readonly chance: Chance }) {
    this.seed = of.seed;
    this.number = of.number;
    this.today = of.today;
    this.chance = of.chance;
  }

  nextId(): Id {
    this.things += 1;
    return inventedId(this.seed, this.number, this.things);
  }

  /** Something of that day is written down: that evening, the next morning, or days late. Nothing of a day to come is. */
  wrote(by: Id, on: Day, write: (writing: Writing) => void): void {
    this.wroteAt(by, on, this.whenWritten(on), write);
  }

  /** The same at a minute of the day itself: who first hears of a child writes at once. */
  wroteAt(by: Id, on: Day, recorded: number, write: (writing: Writing) => void): void {
    if (on > this.today) return;
    const entries: NewEntry[] = [];
    const opens: { book: Id; kind: BookKind }[] = [];
    write({
      says: (subject, noted, where, entry, data) => {
        if (!this.opened.has(subject.book)) {
          this.opened.add(subject.book);
          opens.push({ book: subject.book, kind: subject.kind });
        }
        const made = entry.write(this.envelope(subject.book, where), data);
        if (noted !== null) subject.noted.push(notedOf(noted, where, dayAt(recorded)));
        entries.push(made);
        return made;
      },
    });
    if (entries.length > 0)
      this.lines.push({ at: recorded, by, act: { id: this.nextId(), entries, opens, decidedOn: [] } });
  }

  private envelope(book: Id, { on, minute, thread }: Where) {
    const day = textOf(on);
    const happened: Happened =
      minute === undefined
        ? { earliest: day, latest: day, precision: 'day', at: null }
        : { earliest: day, latest: day, precision: 'instant', at: momentAt(millisecondsAt(on, minute)) };
    return { id: this.nextId(), book, about: thread, happened, source: { kind: 'here' } as const };
  }

  private whenWritten(on: Day): number {
    const { chance, today } = this;
    const same = millisecondsAt(on, EVENING + chance.whole(0, 150));
    if (on >= today || chance.percent(72)) return same;
    const later = chance.percent(85) ? workingDaysAfter(on, 1) : on + chance.whole(2, 16);
    return later > today ? same : millisecondsAt(later, 540 + chance.whole(0, 90));
  }

  /** The acts in the order in which they were written, no two at one moment. */
  told(): Told[] {
    this.lines.sort((a, b) => a.at - b.at);
    let last = 0;
    return this.lines.map(({ at, by, act }) => {
      last = Math.max(at, last + 1_000);
      return { recordedAt: momentAt(last), recordedBy: by, act };
    });
  }
}

function notedOf(is: Happening, { on, minute, thread, episode, party, as }: Where, recordedOn: Day): Noted {
  const at = minute === undefined ? null : millisecondsAt(on, minute);
  return { is, on, at, thread, episode: episode ?? null, party: party ?? null, as: as ?? null, recordedOn };
}
