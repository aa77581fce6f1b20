import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from '../../kernel/local-date.ts';
import { BinaryRows } from '../../platform/database/binary-rows.ts';
import { copyIn, WORTH_COPYING } from '../../platform/database/copy-in.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { ClockPiece } from '../clock.ts';

const dayOf = (day: EpochDay | null): LocalDate | null => (day === null ? null : fromEpochDay(day));
const epochOf = (day: LocalDate | null): EpochDay | null => (day === null ? null : toEpochDay(day));

/** Adds pieces to a table of that shape: `sight.clock`, or one that stands for another moment. */
export async function insertClocks(tx: Tx, table: string, pieces: readonly ClockPiece[]): Promise<void> {
  if (pieces.length === 0) return;
  if (pieces.length >= WORTH_COPYING) return copyClocks(tx, table, pieces);
  await clockInsert(table, pieces).execute(tx);
}

/** The same as a question, for few rows. */
export function clockInsert(table: string, pieces: readonly ClockPiece[]): RawBuilder<unknown> {
  const places = placesWithinChild(pieces);
  const column = <Key extends keyof ClockPiece>(key: Key): ClockPiece[Key][] => pieces.map((piece) => piece[key]);
  const days = (key: 'startedFrom' | 'startedUntil' | 'dueFrom' | 'dueUntil' | 'metFrom' | 'metUntil' | 'endedOn') =>
    pieces.map((piece) => dayOf(piece[key]));
  return sql`
    insert into ${sql.table(table)} (child, piece, duty, thread, started_by, started_from, started_until, due_from, due_until,
      met_by, met_from, met_until, ended_by, ended_on, verdict, relaxed, local, first_day, last_day, because)
    select * from unnest(${column('child')}::uuid[], ${places}::int[], ${column('duty')}::text[],
      ${column('thread')}::uuid[], ${column('startedBy')}::uuid[], ${days('startedFrom')}::date[],
      ${days('startedUntil')}::date[], ${days('dueFrom')}::date[], ${days('dueUntil')}::date[], ${column('metBy')}::uuid[],
      ${days('metFrom')}::date[], ${days('metUntil')}::date[], ${column('endedBy')}::uuid[], ${days('endedOn')}::date[],
      ${column('verdict')}::text[], ${column('relaxed')}::boolean[], ${column('local')}::boolean[],
      ${pieces.map((piece) => dayOf(piece.firstDay))}::date[], ${pieces.map((piece) => dayOf(piece.lastDay))}::date[],
      ${column('because')}::text[])`;
}

const COLUMNS = [
  ...[
    'child',
    'piece',
    'duty',
    'thread',
    'started_by',
    'started_from',
    'started_until',
    'due_from',
    'due_until',
    'met_by',
  ],
  ...[
    'met_from',
    'met_until',
    'ended_by',
    'ended_on',
    'verdict',
    'relaxed',
    'local',
    'first_day',
    'last_day',
    'because',
  ],
];

async function copyClocks(tx: Tx, table: string, pieces: readonly ClockPiece[]): Promise<void> {
  const places = placesWithinChild(pieces);
  const rows = new BinaryRows();
  pieces.forEach((piece, at) => {
    rows
      .row(COLUMNS.length)
      .uuid(piece.child)
      .int4(places[at] as number)
      .text(piece.duty)
      .uuid(piece.thread);
    rows.uuid(piece.startedBy).day(piece.startedFrom).day(piece.startedUntil).day(piece.dueFrom).day(piece.dueUntil);
    rows.uuid(piece.metBy).day(piece.metFrom).day(piece.metUntil).uuid(piece.endedBy).day(piece.endedOn);
    rows.text(piece.verdict).bool(piece.relaxed).bool(piece.local).day(piece.firstDay).day(piece.lastDay);
    rows.text(piece.because);
  });
  await copyIn(tx, table, COLUMNS, rows);
}

function placesWithinChild(pieces: readonly ClockPiece[]): number[] {
  const next = new Map<Id, number>();
  return pieces.map(({ child }) => {
    const place = next.get(child) ?? 0;
    next.set(child, place + 1);
    return place;
  });
}

type ClockRow = {
  readonly child: Id;
  readonly duty: string;
  readonly thread: Id;
  readonly started_by: Id;
  readonly started_from: LocalDate | null;
  readonly started_until: LocalDate | null;
  readonly due_from: LocalDate | null;
  readonly due_until: LocalDate | null;
  readonly met_by: Id | null;
  readonly met_from: LocalDate | null;
  readonly met_until: LocalDate | null;
  readonly ended_by: Id | null;
  readonly ended_on: LocalDate | null;
  readonly verdict: ClockPiece['verdict'];
  readonly relaxed: boolean;
  readonly local: boolean;
  readonly first_day: LocalDate;
  readonly last_day: LocalDate | null;
  readonly because: ClockPiece['because'];
};

/** The clocks of some children (identities) as they were last reckoned, in the engine's order. For what was known at an earlier moment, reckon from `factsOf`. */
export async function readClocks(tx: Tx, children: readonly Id[]): Promise<ClockPiece[]> {
  const { rows } = await sql<ClockRow>`
    select * from sight.clock where child = any(${children}::uuid[]) order by child, piece`.execute(tx);
  return rows.map(pieceOf);
}

const pieceOf = (row: ClockRow): ClockPiece => ({
  duty: row.duty,
  child: row.child,
  thread: row.thread,
  startedBy: row.started_by,
  startedFrom: epochOf(row.started_from),
  startedUntil: epochOf(row.started_until),
  dueFrom: epochOf(row.due_from),
  dueUntil: epochOf(row.due_until),
  metBy: row.met_by,
  metFrom: epochOf(row.met_from),
  metUntil: epochOf(row.met_until),
  endedBy: row.ended_by,
  endedOn: epochOf(row.ended_on),
  verdict: row.verdict,
  relaxed: row.relaxed,
  local: row.local,
  firstDay: toEpochDay(row.first_day),
  lastDay: epochOf(row.last_day),
  because: row.because,
});
