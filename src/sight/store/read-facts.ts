import { type RawBuilder, sql } from 'kysely';
import { grouped } from '../../kernel/grouped.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Fact, FactName, Policy, Standing } from '../facts.ts';

/** Facts of one child, all books of the identity together. */
export type FactsOfChild = ReadonlyMap<Id, readonly Fact[]>;

/** An entry that stands in the wrong book says nothing, whatever moment is asked for. */
const filed = sql`not exists (select from record.misfiling m where m.entry = f.entry)`;

/** A child's identity: the book itself until it is linked to another. */
const identity = sql`coalesce(i.identity, f.child)`;

/**
 * What was believed at a moment of some children (null: of all), by the child's identity. `children` are identities.
 * A child of whom nothing is known is absent.
 */
export async function factsOf(tx: Tx, children: readonly Id[] | null, knownAt: Instant): Promise<FactsOfChild> {
  if (children === null) return byChild(await selectFacts(tx, believedAt(knownAt)));
  return children.length === 0 ? new Map() : factsOfBooks(tx, await booksOf(tx, children), knownAt);
}

/** The same by books: what these books say, by the identity that each belongs to. */
export async function factsOfBooks(tx: Tx, books: readonly Id[], knownAt: Instant): Promise<FactsOfChild> {
  return byChild(await selectFacts(tx, sql`f.child = any(${books}::uuid[]) and ${believedAt(knownAt)}`));
}

/** The same of some identities, facts of some names alone: for lists of many children, which ask little of each. */
export async function factsNamed(
  tx: Tx,
  children: readonly Id[],
  names: readonly FactName[],
  knownAt: Instant,
): Promise<FactsOfChild> {
  if (children.length === 0) return new Map();
  const own = sql`f.child = any(${await booksOf(tx, children)}::uuid[])`;
  const wanted = sql`f.name in (select code from sight.fact_name where name = any(${names}::text[]))`;
  return byChild(await selectFacts(tx, sql`${own} and ${wanted} and ${believedAt(knownAt)}`));
}

/** Every fact of some books that was ever believed, with until when: what an as-of control walks through. */
export async function allFactsOf(tx: Tx, children: readonly Id[]): Promise<FactsOfChild> {
  return byChild(await selectFacts(tx, sql`f.child = any(${await booksOf(tx, children)}::uuid[])`));
}

const believedAt = (knownAt: Instant): RawBuilder<unknown> =>
  sql`f.believed_from <= ${knownAt} and (r.believed_until is null or r.believed_until > ${knownAt})`;

/** The books of some identities; an identity that was never linked is its own only book. */
export async function booksOf(tx: Tx, children: readonly Id[]): Promise<Id[]> {
  const { rows } = await sql<{ book: Id }>`
    select book from people.child_identity where identity = any(${children}::uuid[])
    union select child from unnest(${children}::uuid[]) as child
      where not exists (select from people.child_identity where book = child)`.execute(tx);
  return rows.map(({ book }) => book);
}

type FactRow = Omit<Fact, 'believedFrom' | 'believedUntil'> & {
  readonly identity: Id;
  readonly believed_from: Instant;
  readonly believed_until: Instant | null;
};

async function selectFacts(tx: Tx, which: RawBuilder<unknown>): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select ${identity} as identity, f.child, f.entry, n.name, f.earliest, f.latest, f.at, f.thread, f.episode, f.party,
      f.source, f.believed_from, r.believed_until
    from sight.fact f join sight.fact_name n on n.code = f.name
    left join people.child_identity i on i.book = f.child
    left join sight.retraction r on r.entry = f.entry
    where ${which} and ${filed}
    order by 1, f.believed_from, f.entry, f.ordinal`.execute(tx);
  return rows;
}

const byChild = (rows: readonly FactRow[]): FactsOfChild =>
  new Map([...grouped(rows, (row) => row.identity)].map(([child, facts]) => [child, facts.map(factOf)]));

const factOf = (row: FactRow): Fact => ({
  child: row.child,
  entry: row.entry,
  name: row.name,
  earliest: row.earliest,
  latest: row.latest,
  at: row.at,
  thread: row.thread,
  episode: row.episode,
  party: row.party,
  source: row.source,
  believedFrom: row.believed_from,
  believedUntil: row.believed_until,
});

/**
 * The standing of some workers and carers (null: of all) as believed at a moment. Of two that say from the same day that
 * a person is in the same state, the later says the end that was not known before.
 */
export async function standingsOf(tx: Tx, parties: readonly Id[] | null, knownAt: Instant): Promise<Standing[]> {
  if (parties?.length === 0) return [];
  const wanted = parties === null ? sql`true` : sql`f.party = any(${parties}::uuid[])`;
  const { rows } = await sql<Standing>`
    select distinct on (f.party, f.state, f.first_day) f.party, f.state, f.first_day as from, f.last_day as until,
      f.believed_from as "believedFrom", r.believed_until as "believedUntil"
    from sight.standing f left join sight.retraction r on r.entry = f.entry
    where ${wanted} and ${believedAt(knownAt)} and ${filed}
    order by f.party, f.state, f.first_day, f.believed_from desc, f.ordinal desc`.execute(tx);
  return rows;
}

/** What the council has set for itself, as believed at a moment. */
export async function policiesOf(tx: Tx, knownAt: Instant): Promise<Policy[]> {
  const { rows } = await sql<Omit<Policy, 'value'> & { value: string }>`
    select f.parameter, f.value, f.in_force_from as from, f.believed_from as "believedFrom",
      r.believed_until as "believedUntil"
    from sight.policy f left join sight.retraction r on r.entry = f.entry
    where ${believedAt(knownAt)} and ${filed}
    order by f.believed_from, f.entry, f.ordinal`.execute(tx);
  return rows.map(({ value, ...policy }) => ({ ...policy, value: JSON.parse(value) as Policy['value'] }));
}

/**
 * The last day of which any loaded file speaks, as believed at a moment; null when no file was loaded. Every child of a file
 * has a fact of its window: it goes from window to window, latest first, until it meets one that was believed.
 */
export async function spokenUntil(tx: Tx, knownAt: Instant): Promise<LocalDate | null> {
  const { rows } = await sql<{ until: LocalDate | null }>`
    with recursive spoke (name, until, believed) as (
      select n.code, last.until, ${anyBelieved(knownAt)}
      from sight.fact_name n cross join lateral (
        select max(f.latest) as until from sight.fact f where f.name = n.code and f.source <> 'here') last
      where n.name like 'spoken.%'
      union all
      select n.code, last.until, ${anyBelieved(knownAt)}
      from (select name as code, until from spoke where until is not null and not believed) n cross join lateral (
        select max(f.latest) as until from sight.fact f
        where f.name = n.code and f.source <> 'here' and f.latest < n.until) last
    )
    select max(until) as until from spoke where believed`.execute(tx);
  return rows[0]?.until ?? null;
}

/** Was any fact of the file `n.code` whose window ends on `last.until` believed? */
const anyBelieved = (knownAt: Instant): RawBuilder<unknown> => sql`exists (
  select from sight.fact f left join sight.retraction r on r.entry = f.entry
  where f.name = n.code and f.source <> 'here' and f.latest = last.until and ${believedAt(knownAt)})`;
