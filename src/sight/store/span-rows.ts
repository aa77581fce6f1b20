import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from '../../kernel/local-date.ts';
import { BinaryRows } from '../../platform/database/binary-rows.ts';
import { copyIn, WORTH_COPYING } from '../../platform/database/copy-in.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type GapSpan, SPAN_KINDS } from '../span-kinds.ts';

/** One child's spans. */
export type ChildSpans = { readonly child: Id; readonly spans: readonly GapSpan[] };

/** Adds spans to a table of that shape: `sight.span`, or one that stands for another moment. */
export async function insertSpans(tx: Tx, table: string, told: readonly ChildSpans[]): Promise<void> {
  const rows = rowsOf(told);
  if (rows.length === 0) return;
  if (rows.length >= WORTH_COPYING) return copySpans(tx, table, rows);
  await spanInsert(table, told).execute(tx);
}

const rowsOf = (told: readonly ChildSpans[]): (GapSpan & { readonly child: Id })[] =>
  told.flatMap(({ child, spans }) => spans.map((span) => ({ child, ...span })));

/** The same as a question, for few rows. */
export function spanInsert(table: string, told: readonly ChildSpans[]): RawBuilder<unknown> {
  const rows = rowsOf(told);
  return sql`
    insert into ${sql.table(table)} (child, "is", from_day, until_day, because, party, duty, entry)
    select * from unnest(${rows.map(({ child }) => child)}::uuid[], ${rows.map(({ is }) => is)}::text[],
      ${rows.map(({ from }) => fromEpochDay(from))}::date[], ${rows.map(({ until }) => dayOf(until))}::date[],
      ${rows.map(({ because }) => because)}::text[], ${rows.map(({ party }) => party)}::uuid[],
      ${rows.map(({ duty }) => duty)}::text[], ${rows.map(({ entry }) => entry)}::uuid[])`;
}

const COLUMNS = ['child', 'is', 'from_day', 'until_day', 'because', 'party', 'duty', 'entry'];

async function copySpans(tx: Tx, table: string, spans: readonly (GapSpan & { readonly child: Id })[]): Promise<void> {
  const rows = new BinaryRows();
  for (const { child, is, from, until, because, party, duty, entry } of spans)
    rows.row(8).uuid(child).text(is).day(from).day(until).text(because).uuid(party).text(duty).uuid(entry);
  await copyIn(tx, table, COLUMNS, rows);
}

const dayOf = (day: EpochDay | null): LocalDate | null => (day === null ? null : fromEpochDay(day));

type SpanRow = Omit<GapSpan, 'from' | 'until'> & {
  readonly child: Id;
  readonly from_day: LocalDate;
  readonly until_day: LocalDate | null;
};

/** The spans of some children (identities), from `sight.span` or the table that `spansAsked` names, first day first. */
export async function readSpans(tx: Tx, children: readonly Id[], table = 'sight.span'): Promise<Map<Id, GapSpan[]>> {
  const { rows } = await sql<SpanRow>`
    select child, "is", from_day, until_day, because, party, duty, entry from ${sql.table(table)}
    where child = any(${children}::uuid[]) order by child, from_day, array_position(${SPAN_KINDS}::text[], "is"), because, duty, entry`.execute(
    tx,
  );
  const spans = new Map<Id, GapSpan[]>();
  for (const { child, from_day: from, until_day: until, ...said } of rows) {
    const own = spans.get(child) ?? [];
    own.push({ ...said, from: toEpochDay(from), until: until === null ? null : toEpochDay(until) });
    spans.set(child, own);
  }
  return spans;
}
