import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Database, Identity, Tx } from '../../../../platform/database/database.ts';
import { withholdTexts } from '../../../withhold-texts.ts';
import type { LoggedLine } from '../../core/access-log/audit-event.ts';

/** A stretch of time: the first moment is in it, the last is not. */
export type Stretch = { readonly from: Instant; readonly until: Instant };

/** Lines of one day that tell the same: who, what, by what, and how often. */
export type LogGroup = {
  readonly day: string;
  readonly person: string;
  readonly event: string;
  readonly outcome: string;
  readonly relation: string | null;
  readonly what: string | null;
  /** The reason by which the record was open; null where it opened by itself. */
  readonly reason: string | null;
  readonly times: number;
  readonly first: Instant;
  readonly last: Instant;
};

/** The log of one child by its books, newest first, lines of a day that tell the same together. The gate must have opened these books. */
export async function logOfChild(tx: Tx, books: readonly Id[], { from, until }: Stretch): Promise<LogGroup[]> {
  const { rows } = await sql<LogGroup>`
    select (l.at at time zone 'Europe/London')::date as day, l.person, l.event, l.outcome, l.relation, l.what, o.reason,
      count(*) as times, min(l.at) as first, max(l.at) as last
    from access.log_of_child(${[...books]}::uuid[], ${from}, ${until}) l left join access.opening o on o.id = l.opening
    group by 1, 2, 3, 4, 5, 6, 7 order by 1 desc, max(l.at) desc, max(l.id) desc`.execute(tx);
  return withholdTexts(tx, rows, ['reason']);
}

/** The months of which the log has lines about this child, newest first: `2026-03`. */
export async function monthsOfChild(tx: Tx, books: readonly Id[]): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select month from access.log_months_of_child(${[...books]}::uuid[]) order by month desc`.execute(tx);
  return rows.map(({ month }) => month);
}

/** How many lines one question brings: a download is read and written piece by piece. */
const PIECE = 2_000;

/** Every line about one child in order, piece by piece. Of the children of a list only this one is told. */
export async function* linesOfChild(
  db: Database,
  identity: Identity,
  { child, books }: { readonly child: Id; readonly books: readonly Id[] },
): AsyncGenerator<LoggedLine[]> {
  yield* inPieces(db, identity, (tx, after) =>
    sql<LoggedLine>`select id, at, person, event, outcome, purpose, array[${child}::uuid] as children, relation, opening, what
      from access.log_of_child(${[...books]}::uuid[], '-infinity', 'infinity') where id > ${after}
      order by id limit ${PIECE}`.execute(tx),
  );
}

/** Every line of a stretch of time in order, piece by piece; of one person when one is named. Whoever asks must review the log. */
export async function* linesOfTime(
  db: Database,
  identity: Identity,
  { from, until }: Stretch,
  person: string | null,
): AsyncGenerator<LoggedLine[]> {
  yield* inPieces(db, identity, (tx, after) =>
    sql<LoggedLine>`select id, at, person, event, outcome, purpose, children, relation, opening, what from access.log
      where at >= ${from} and at < ${until} and (${person}::text is null or person = ${person}) and id > ${after}
      order by id limit ${PIECE}`.execute(tx),
  );
}

async function* inPieces(
  db: Database,
  identity: Identity,
  ask: (tx: Tx, after: number) => Promise<{ readonly rows: LoggedLine[] }>,
): AsyncGenerator<LoggedLine[]> {
  let after = 0;
  for (;;) {
    const { rows } = await db.as(identity, (tx) => ask(tx, after));
    if (rows.length > 0) yield rows;
    if (rows.length < PIECE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** What one person did in a stretch of time, in numbers. */
export type LogCount = {
  readonly person: string;
  readonly lines: number;
  /** Different children whose record or row they were shown. */
  readonly children: number;
  readonly withReason: number;
  readonly takenAway: number;
  /** Not permitted, or answered "not found". */
  readonly turnedAway: number;
};

/** Everybody who left a line in that time, by how many children they saw. */
export async function countLog(tx: Tx, { from, until }: Stretch, person: string | null): Promise<LogCount[]> {
  const { rows } = await sql<LogCount>`
    with asked as materialized (
      select person, outcome, opening, what, children from access.log
      where at >= ${from} and at < ${until} and (${person}::text is null or person = ${person})
    ), seen as (
      select person, count(distinct child) as children from asked, unnest(asked.children) as child
      where outcome in ('shown', 'done') group by person
    )
    select a.person, count(*) as lines, coalesce(max(s.children), 0) as children,
      count(*) filter (where a.opening is not null) as "withReason", count(*) filter (where a.what is not null) as "takenAway",
      count(*) filter (where a.outcome in ('not-permitted', 'not-found')) as "turnedAway"
    from asked a left join seen s using (person) group by a.person order by 3 desc, 2 desc, a.person`.execute(tx);
  return rows;
}

/** The last lines of one person in a stretch of time, newest first. */
export async function lastLines(tx: Tx, { from, until }: Stretch, person: string, most: number): Promise<LoggedLine[]> {
  const { rows } = await sql<LoggedLine>`
    select id, at, person, event, outcome, purpose, children, relation, opening, what from access.log
    where at >= ${from} and at < ${until} and person = ${person} order by at desc, id desc limit ${most}`.execute(tx);
  return rows;
}
