import { sql } from 'kysely';
import { grouped } from '../../../kernel/grouped.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { DisputedEvent } from '../core/reconcile/disputed-event.ts';

/** The duties with a verdict that cannot be told because sources disagree of this event, by the event's first entry. */
export async function dutiesInDispute(tx: Tx, events: readonly DisputedEvent[]): Promise<Map<Id, string[]>> {
  const said = events.flatMap(({ book, sources }) =>
    sources.map(({ entry }) => ({ book, entry, first: sources[0]?.entry ?? entry })),
  );
  const { rows } = await sql<{ first: Id; duty: string }>`
    select distinct said.first, c.duty
    from unnest(${said.map(({ book }) => book)}::uuid[], ${said.map(({ entry }) => entry)}::uuid[],
      ${said.map(({ first }) => first)}::uuid[]) as said (book, entry, first)
    join people.published_child p on p.book = said.book
    join sight.fact f on f.child = said.book and f.entry = said.entry
    join sight.clock c on c.child = p.identity and c.because = 'sources-disagree' and c.thread in (f.thread, f.episode)
    order by said.first, c.duty`.execute(tx);
  return new Map([...grouped(rows, ({ first }) => first)].map(([first, own]) => [first, own.map(({ duty }) => duty)]));
}

/** Who is named as holder of a child: a worker, or who answers meanwhile. */
export type Holder = { readonly worker: string | null; readonly manager: string | null };

/** Who holds the child whose book it is, by any of the child's books; absent where nobody is named. */
export async function holdersOf(tx: Tx, books: readonly Id[]): Promise<Map<Id, Holder>> {
  const { rows } = await sql<Holder & { asked: Id }>`
    select distinct on (asked.book) asked.book as asked, h.worker_name as worker, h.manager
    from people.published_child asked join people.published_child own using (identity)
    join allocation.published_holding h on h.book = own.book
    where asked.book = any(${books}::uuid[])
    order by asked.book, h.since_latest desc nulls last`.execute(tx);
  return new Map(rows.map(({ asked, worker, manager }) => [asked, { worker, manager }]));
}

/** The names of children, by book; null where the record holds none. */
export async function namesOfBooks(tx: Tx, books: readonly Id[]): Promise<Map<Id, string | null>> {
  const { rows } = await sql<{ asked: Id; name: string | null }>`
    select asked.book as asked, max(own.name) as name
    from people.published_child asked join people.published_child own using (identity)
    where asked.book = any(${books}::uuid[]) group by asked.book`.execute(tx);
  return new Map(rows.map(({ asked, name }) => [asked, name]));
}
