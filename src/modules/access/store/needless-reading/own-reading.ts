import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import { type Instant, instantOf, millisecondsOf } from '../../../../kernel/instant.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Period, Reader, View } from '../../core/needless-reading/snooping-known.ts';
import { surnameMarks } from '../../core/needless-reading/surname-marks.ts';

const DAY = 86_400_000;
/** So far back lines tell whose a child was. */
const DAYS_BEFORE = 120;
/** What was written so long before or after the period explains it too. */
const DAYS_OF_WRITING = 7;

const shifted = (at: Instant, days: number): Instant => instantOf(millisecondsOf(at) + days * DAY);

/** Everybody who left a line about one child in that time. */
export async function readersOf(tx: Tx, { from, until }: Period): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select p.id from access.person p where exists (select from access.log l where l.person = p.id::text
      and l.at >= ${from} and l.at < ${until} and cardinality(l.children) = 1 and l.relation is not null) order by p.id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** What stands for the reader’s own home, where they said it: the database compares, and no address is read. */
export const OWN_HOME = 'own home';

/** Who somebody is, as far as it can be compared. */
export async function readReader(tx: Tx, id: Id): Promise<Reader> {
  const { rows } = await sql<{ name: string }>`
    select name from access.person where id = ${id}
    union select w.name from access.person p join workforce.worker w on w.book = p.id or lower(w.email) = p.email where p.id = ${id}`.execute(
    tx,
  );
  const declared = await sql<{ child: Id }>`
    select distinct i.identity as child from access.interest x join people.child_identity i on i.book = x.child where x.person = ${id}`.execute(
    tx,
  );
  return {
    id,
    surnames: [...new Set(rows.flatMap(({ name }) => surnameMarks(name)))],
    postcode: OWN_HOME,
    address: OWN_HOME,
    interests: declared.rows.map(({ child }) => child),
  };
}

/**
 * One reader’s openings of single records, by the child’s identity, with the days before the period. A line without a relation
 * is a row in a list or a search, which shows no record; refusals showed nothing.
 */
export async function viewsOf(tx: Tx, reader: Id, { from, until }: Period): Promise<View[]> {
  const { rows } = await sql<View>`
    select l.id as line, i.identity as child, l.at, l.event, l.relation
    from access.log l join people.child_identity i on i.book = l.children[1]
    where l.person = ${reader} and l.at >= ${shifted(from, -DAYS_BEFORE)} and l.at < ${until}
      and cardinality(l.children) = 1 and l.outcome in ('shown', 'done') and l.relation is not null order by l.at, l.id`.execute(
    tx,
  );
  return rows;
}

/** About which of these children this reader wrote, here and not by a file, in the period or a week before or after it. */
export async function wroteAbout(
  tx: Tx,
  reader: Id,
  children: readonly Id[],
  { from, until }: Period,
): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{ child: Id }>`
    select distinct i.identity as child from people.child_identity i join record.entry e on e.book = i.book
    where i.identity = any(${[...children]}::uuid[]) and e.recorded_by = ${reader} and e.source::jsonb ->> 'kind' = 'here'
      and e.recorded_at >= ${shifted(from, -DAYS_OF_WRITING)} and e.recorded_at < ${shifted(until, DAYS_OF_WRITING)}`.execute(
    tx,
  );
  return new Set(rows.map(({ child }) => child));
}
