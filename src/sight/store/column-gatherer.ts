import type { Id } from '../../kernel/id.ts';
import { type Columns, emptyColumns } from '../columns.ts';

/** One fact as it arrives, before its child's facts are put in order. Threads and episodes are places in the child's list of ids. */
export type Arrived = {
  code: number;
  thread: number;
  episode: number;
  earliest: number;
  latest: number;
  at: number;
  from: number;
  until: number;
  source: number;
  /** Facts of one entry have the same number, later entries (by id) a higher one. */
  entry: number;
};

/** Puts children's facts into columns, one child after another, without knowing how many will come. */
export class ColumnGatherer {
  readonly children: Id[] = [];
  private columns: Columns = emptyColumns(1 << 12, 1 << 16);
  private rows = 0;
  private readonly order: number[] = [];
  private readonly numbers: number[] = [];
  private numbered = 0;
  /** The place of each fact name in the alphabet, by code: what facts of one entry and day are ordered by. */
  private readonly rank: Uint16Array;

  constructor(rank: Uint16Array) {
    this.rank = rank;
  }

  /** Adds a child with the first `size` of these facts. A child without any is left out. */
  add(child: Id, facts: readonly Arrived[], size: number): void {
    if (size === 0) return;
    this.makeRoom(size);
    this.columns.offsets[this.children.length] = this.rows;
    this.children.push(child);
    this.sort(facts, size);
    this.numbers.length = 0;
    this.numbered = 0;
    for (const place of this.order) this.put(facts[place] as Arrived);
  }

  /** The columns, no longer than what was put in. */
  done(): Columns {
    const { offsets, ...rest } = this.columns;
    const [children, rows] = [this.children.length, this.rows];
    offsets[children] = rows;
    return {
      children,
      offsets: offsets.slice(0, children + 1),
      code: rest.code.slice(0, rows),
      thread: rest.thread.slice(0, rows),
      episode: rest.episode.slice(0, rows),
      earliest: rest.earliest.slice(0, rows),
      latest: rest.latest.slice(0, rows),
      at: rest.at.slice(0, rows),
      believedFrom: rest.believedFrom.slice(0, rows),
      believedUntil: rest.believedUntil.slice(0, rows),
      source: rest.source.slice(0, rows),
    };
  }

  private put(fact: Arrived): void {
    const { columns, rows: at } = this;
    columns.code[at] = fact.code;
    columns.thread[at] = this.numberOf(fact.thread);
    columns.episode[at] = this.numberOf(fact.episode);
    columns.earliest[at] = fact.earliest;
    columns.latest[at] = fact.latest;
    columns.at[at] = fact.at;
    columns.believedFrom[at] = fact.from;
    columns.believedUntil[at] = fact.until;
    columns.source[at] = fact.source;
    this.rows += 1;
  }

  /** The ids of one child are numbered as they are met. */
  private numberOf(id: number): number {
    const known = this.numbers[id];
    if (known !== undefined) return known;
    this.numbers[id] = this.numbered;
    this.numbered += 1;
    return this.numbered - 1;
  }

  /** A child has a few dozen facts, and they come nearly in order: each is moved forward to its place. */
  private sort(facts: readonly Arrived[], size: number): void {
    const { order } = this;
    order.length = 0;
    for (let next = 0; next < size; next += 1) {
      const fact = facts[next] as Arrived;
      let place = next;
      while (place > 0 && this.isBefore(fact, facts[order[place - 1] as number] as Arrived)) {
        order[place] = order[place - 1] as number;
        place -= 1;
      }
      order[place] = next;
    }
  }

  private isBefore(a: Arrived, b: Arrived): boolean {
    if (a.latest !== b.latest) return a.latest < b.latest;
    if (a.earliest !== b.earliest) return a.earliest < b.earliest;
    if (a.from !== b.from) return a.from < b.from;
    if (a.entry !== b.entry) return a.entry < b.entry;
    return (this.rank[a.code] as number) < (this.rank[b.code] as number);
  }

  private makeRoom(size: number): void {
    const { columns } = this;
    const enoughRows = this.rows + size <= columns.code.length;
    const enoughChildren = this.children.length + 2 <= columns.offsets.length;
    if (enoughRows && enoughChildren) return;
    const larger = emptyColumns(
      enoughChildren ? columns.offsets.length - 1 : columns.offsets.length * 2,
      enoughRows ? columns.code.length : Math.max(columns.code.length * 2, this.rows + size),
    );
    larger.offsets.set(columns.offsets);
    for (const column of ['code', 'thread', 'episode', 'earliest', 'latest', 'source'] as const)
      larger[column].set(columns[column]);
    for (const column of ['at', 'believedFrom', 'believedUntil'] as const) larger[column].set(columns[column]);
    this.columns = larger;
  }
}
