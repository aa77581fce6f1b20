import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { type Instant, millisecondsOf } from '../../kernel/instant.ts';
import { copyRows } from '../../platform/database/copy-out.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Columns } from '../columns.ts';
import { sourceCode } from '../compile.ts';
import { NO_EARLIEST, NO_LATEST } from '../day-bounds.ts';
import { codeOf, FACT_NAMES, isFactName, type Source } from '../facts.ts';
import { type Arrived, ColumnGatherer } from './column-gatherer.ts';
import { IdTable } from './id-table.ts';

/** Facts of many children in columns, and the identity of each child by its number. */
export type ChildColumns = { readonly columns: Columns; readonly children: readonly Id[] };

/**
 * What was believed at a moment of every child, straight into columns and in their order: for the figures of a county. Days
 * and moments come in PostgreSQL's own binary form, so that nothing is read as text.
 */
export async function columnsAt(tx: Tx, knownAt: Instant): Promise<ChildColumns> {
  const reader = new RowReader(millisecondsOf(knownAt), await namesByCode(tx), await gone(tx));
  const linked = await anyLinked(tx);
  await copyRows(tx, linked ? inOrderOfIdentity(knownAt) : inOrderOfBook(knownAt), (rows, first) =>
    reader.take(rows, first),
  );
  return reader.done();
}

const COLUMNS = `f.entry, f.name, f.latest, f.earliest, f.at, f.thread, f.episode, f.source, f.believed_from`;

/** While no child has two books the key is the order: nothing is sorted. */
const inOrderOfBook = (knownAt: Instant): string =>
  `select f.child, ${COLUMNS} from sight.fact f where f.believed_from <= '${knownAt}' order by f.child, f.entry`;
const inOrderOfIdentity = (knownAt: Instant): string =>
  `select coalesce(i.identity, f.child) as child, ${COLUMNS} from sight.fact f
   left join people.child_identity i on i.book = f.child where f.believed_from <= '${knownAt}' order by 1, f.entry`;

async function anyLinked(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ linked: boolean }>`
    select exists (select from people.child_identity where identity <> book) as linked`.execute(tx);
  return rows[0]?.linked === true;
}

/** Until when each corrected entry was believed (milliseconds), by entry; a misfiled one never was. */
async function gone(tx: Tx): Promise<IdTable> {
  const table = new IdTable();
  const select = `select entry, believed_until from sight.retraction
    union all select entry, '-infinity' from record.misfiling`;
  await copyRows(tx, select, (rows, first) => table.setLeast(rows, first + 6, instantAt(rows, first + 26)));
  return table;
}

/** The engine's code of each name by this database's code for it. */
async function namesByCode(tx: Tx): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ code: number; name: string }>`select code, name from sight.fact_name`.execute(tx);
  return new Map(rows.flatMap(({ code, name }) => (isFactName(name) ? [[code, codeOf(name)] as const] : [])));
}

const DAYS_TO_2000 = 10_957;
const MILLISECONDS_TO_2000 = 946_684_800_000;
const TWO_TO_32 = 4_294_967_296;

/** The moment that lies there, in milliseconds since 1970. */
const instantAt = (rows: Buffer, at: number): number =>
  (rows.readInt32BE(at) * TWO_TO_32 + rows.readUInt32BE(at + 4)) / 1000 + MILLISECONDS_TO_2000;

const byName = [...FACT_NAMES].sort();
const RANK = Uint16Array.from(FACT_NAMES, (name) => byName.indexOf(name));

/** Takes the rows of all children, each child's together, and hands each child on when the next begins. */
class RowReader {
  private readonly gathered = new ColumnGatherer(RANK);
  private readonly knownAt: number;
  private readonly codes: ReadonlyMap<number, number>;
  private readonly gone: IdTable;
  private readonly facts: Arrived[] = [];
  private size = 0;
  private readonly child = Buffer.alloc(16);
  private readonly entry = Buffer.alloc(16);
  private entries = 0;
  private begun = false;
  /** The ids of this child's threads and episodes, one after another. */
  private ids = Buffer.alloc(16 * 64);
  private known = 0;
  /** Where in the row the next field lies. */
  private at = 0;

  constructor(knownAt: number, codes: ReadonlyMap<number, number>, goneEntries: IdTable) {
    this.knownAt = knownAt;
    this.codes = codes;
    this.gone = goneEntries;
  }

  take(rows: Buffer, first: number): void {
    if (!this.begun || !isSame(rows, first + 6, this.child, 0)) this.nextChild(rows, first + 6);
    const entryAt = first + 26;
    this.at = first + 42;
    const fact = this.nextFact();
    fact.code = this.codeAt(rows);
    fact.latest = this.day(rows, NO_LATEST);
    fact.earliest = this.day(rows, NO_EARLIEST);
    fact.at = this.instant(rows, Number.NaN);
    fact.thread = this.id(rows, -1);
    fact.episode = this.id(rows, fact.thread);
    fact.source = this.sourceAt(rows);
    fact.from = this.instant(rows, Number.NaN);
    fact.until = this.gone.get(rows, entryAt) ?? Number.POSITIVE_INFINITY;
    if (fact.until <= this.knownAt) return;
    if (!isSame(rows, entryAt, this.entry, 0)) {
      rows.copy(this.entry, 0, entryAt, entryAt + 16);
      this.entries += 1;
    }
    fact.entry = this.entries;
    this.size += 1;
  }

  done(): ChildColumns {
    this.handOver();
    return { columns: this.gathered.done(), children: this.gathered.children };
  }

  private nextChild(rows: Buffer, at: number): void {
    this.handOver();
    this.begun = true;
    rows.copy(this.child, 0, at, at + 16);
    this.size = 0;
    this.known = 0;
  }

  private handOver(): void {
    if (this.size > 0) this.gathered.add(uuidText(this.child), this.facts, this.size);
  }

  /** Records are used again for every child. */
  private nextFact(): Arrived {
    const known = this.facts[this.size];
    if (known) return known;
    const fact = {
      code: 0,
      thread: 0,
      episode: 0,
      earliest: 0,
      latest: 0,
      at: 0,
      from: 0,
      until: 0,
      source: 0,
      entry: 0,
    };
    this.facts[this.size] = fact;
    return fact;
  }

  private codeAt(rows: Buffer): number {
    const stored = rows.readInt16BE(this.at + 4);
    this.at += 6;
    const code = this.codes.get(stored);
    if (code === undefined)
      throw new Error(`The database holds a fact (code ${stored}) that this version does not know.`);
    return code;
  }

  private day(rows: Buffer, none: number): number {
    const length = this.lengthOf(rows);
    return length < 0 ? none : rows.readInt32BE(this.at - length) + DAYS_TO_2000;
  }

  private instant(rows: Buffer, none: number): number {
    const length = this.lengthOf(rows);
    return length < 0 ? none : instantAt(rows, this.at - length);
  }

  /** The place of an id in this child's list. */
  private id(rows: Buffer, none: number): number {
    const length = this.lengthOf(rows);
    if (length < 0) return none;
    const from = this.at - length;
    for (let place = 0; place < this.known; place += 1) if (isSame(rows, from, this.ids, place * 16)) return place;
    if (this.known * 16 === this.ids.length) this.ids = Buffer.concat([this.ids, Buffer.alloc(this.ids.length)]);
    rows.copy(this.ids, this.known * 16, from, from + 16);
    this.known += 1;
    return this.known - 1;
  }

  private sourceAt(rows: Buffer): number {
    const length = this.lengthOf(rows);
    if (length === HERE) return 0;
    return sourceCode(rows.toString('latin1', this.at - length, this.at) as Source);
  }

  /** Reads a field's length and goes on behind it: −1 for nothing. */
  private lengthOf(rows: Buffer): number {
    const length = rows.readInt32BE(this.at);
    this.at += 4 + Math.max(0, length);
    return length;
  }
}

/** No file's name is as short as `here`. */
const HERE = 'here'.length;

function isSame(a: Buffer, at: number, b: Buffer, there: number): boolean {
  for (let i = 15; i >= 0; i -= 1) if (a[at + i] !== b[there + i]) return false;
  return true;
}

function uuidText(bytes: Buffer): Id {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id;
}
