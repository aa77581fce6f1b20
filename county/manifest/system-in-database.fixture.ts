import { sql } from 'kysely';
import type { Id } from '../../src/kernel/id.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { ClockPiece } from '../../src/sight/clock.ts';
import type { GapSpan } from '../../src/sight/gaps.ts';
import { type Day, dayOf } from '../generate/days.ts';
import type { SystemOf } from './system-of-county.fixture.ts';

type ClockRow = Pick<ClockPiece, 'duty' | 'thread' | 'startedBy' | 'verdict'> & {
  readonly book: Id;
  readonly started: LocalDate | null;
  readonly due: LocalDate | null;
  readonly met: LocalDate | null;
  readonly ended: LocalDate | null;
  readonly first: LocalDate;
  readonly last: LocalDate | null;
};
type SpanRow = Pick<GapSpan, 'is' | 'because'> & {
  readonly book: Id;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
};

const day = (text: LocalDate | null): Day | null => (text === null ? null : dayOf(text));

/** The line of sight as a database holds it, book by book: what every page reads. */
export async function systemInDatabase(db: Database): Promise<ReadonlyMap<Id, SystemOf>> {
  const books = new Map<Id, { pieces: ClockPiece[]; spans: GapSpan[] }>();
  const of = (book: Id) => {
    const own = books.get(book) ?? { pieces: [], spans: [] };
    books.set(book, own);
    return own;
  };
  await db.as({ person: 'a tester', purpose: 'command' }, async (tx) => {
    const clocks = await sql<ClockRow>`
      select child as book, duty, thread, started_by as "startedBy", verdict, started_from as started, due_until as due,
        met_from as met, ended_on as ended, first_day as first, last_day as last from sight.clock`.execute(tx);
    for (const row of clocks.rows) of(row.book).pieces.push(pieceOf(row));
    const spans = await sql<SpanRow>`
      select child as book, "is", because, from_day as "from", until_day as until from sight.span`.execute(tx);
    for (const row of spans.rows)
      of(row.book).spans.push({
        ...row,
        from: dayOf(row.from),
        until: day(row.until),
        party: null,
        duty: null,
        entry: null,
      });
  });
  return books;
}

const pieceOf = ({ book, started, due, met, ended, first, last, ...row }: ClockRow): ClockPiece => ({
  ...row,
  child: book,
  startedFrom: day(started),
  startedUntil: day(started),
  dueFrom: day(due),
  dueUntil: day(due),
  metBy: null,
  metFrom: day(met),
  metUntil: day(met),
  endedBy: null,
  endedOn: day(ended),
  relaxed: false,
  local: false,
  firstDay: dayOf(first),
  lastDay: day(last),
  because: null,
});
