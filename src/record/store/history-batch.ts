import type { Id } from '../../kernel/id.ts';
import type { BookKind } from '../entry.ts';
import type { Told } from '../told.ts';

/** What is written in one transaction. */
export type Batch = {
  readonly told: readonly Told[];
  readonly entries: number;
  /** Nothing else may be written meanwhile: others may write in its books, or reckon from them. */
  readonly apart: boolean;
  /** Each act says what it was decided on. */
  readonly decided: boolean;
};

/** Entries after which a batch ends with the family it is in, and after which it ends in any case. */
const ENOUGH = 4000;
const MOST = 12_000;
/** Nothing is reckoned from these books but their own clocks and tables. */
const OF_FAMILIES: readonly BookKind[] = ['child', 'adult', 'carer'];

/** Cuts a history into batches, where it can between two acts that share no book. */
export function* batchesOf(told: Iterable<Told>): Generator<Batch> {
  let batch = new Gathering();
  for (const each of told) {
    const decided = each.act.decidedOn.length > 0;
    if (!batch.isEmpty && (decided !== batch.decided || batch.endsBefore(each))) {
      yield batch.done();
      batch = new Gathering();
    }
    batch.add(each, decided);
  }
  if (!batch.isEmpty) yield batch.done();
}

class Gathering {
  decided = false;
  private readonly told: Told[] = [];
  private readonly books = new Set<Id>();
  private readonly begun = new Set<Id>();
  private entries = 0;

  get isEmpty(): boolean {
    return this.told.length === 0;
  }

  add(told: Told, decided: boolean): void {
    const { entries, opens = [] } = told.act;
    this.decided = decided;
    this.told.push(told);
    this.entries += entries.length;
    for (const { book } of entries) this.books.add(book);
    for (const { book, kind } of opens) if (OF_FAMILIES.includes(kind)) this.begun.add(book);
  }

  endsBefore({ act }: Told): boolean {
    if (this.entries >= MOST) return true;
    return this.entries >= ENOUGH && !act.entries.some(({ book }) => this.books.has(book));
  }

  done(): Batch {
    const apart = this.decided || [...this.books].some((book) => !this.begun.has(book));
    return { told: this.told, entries: this.entries, apart, decided: this.decided };
  }
}
