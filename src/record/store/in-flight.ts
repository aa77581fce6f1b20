import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { type Instant, instantOf, millisecondsOf } from '../../kernel/instant.ts';
import type { Database, Tx } from '../../platform/database/database.ts';

/**
 * The settled mark: a moment at or before which nothing will ever be recorded any more. An append shows that it is in
 * flight by a shared lock whose key is a time, and only THEN reads the floor that readers have raised; a reader raises
 * the floor, commits, and only THEN looks who is in flight. So either the reader sees the append, or the append sees
 * the floor.
 */
const IN_FLIGHT = 81;

/** A command, as it is remembered so that a retry writes once. */
export type Command = { readonly id: Id; readonly acts: readonly Id[]; readonly by: string };

export type Flight = {
  /** Milliseconds since 1970, below which this append will record nothing. */
  readonly notBefore: number;
  /** The command was never given before. */
  readonly first: boolean;
};

/**
 * Shows that an append is in flight, until its transaction ends, and remembers its command. Waits for a twin that is in
 * flight. Everything that an append asks goes by key to a few rows, so its questions are planned once a connection.
 */
export async function takeOff(tx: Tx, now: Instant, { id, acts, by }: Command): Promise<Flight> {
  const { rows } = await sql<{ key: number; first: boolean }>`
    with told as (
      insert into record.command (id, acts, by) values (${id}, ${acts}::uuid[], ${by})
      on conflict (id) do nothing returning id
    )
    select key, pg_advisory_xact_lock_shared((${IN_FLIGHT}::bigint << 48) | key), exists(select from told) as first,
      set_config('plan_cache_mode', 'force_generic_plan', true)
    from (select greatest(${millisecondsOf(now)}::bigint, (extract(epoch from floor) * 1000)::bigint + 1) as key
          from record.settled) as flight`.execute(tx);
  return { notBefore: rows[0]?.key ?? millisecondsOf(now), first: rows[0]?.first ?? false };
}

/**
 * The same for a history: shows that something is in flight that is recorded from a moment gone by on, and remembers the
 * commands. Answers those that were never given before.
 */
export async function takeOffMany(
  tx: Tx,
  from: Instant,
  commands: readonly { readonly id: Id; readonly by: string }[],
): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{ id: Id }>`
    with shown as materialized (
      select pg_advisory_xact_lock_shared((${IN_FLIGHT}::bigint << 48) | ${millisecondsOf(from)}::bigint)
    )
    insert into record.command (id, acts, by)
    select id, array[id], by from shown, unnest(${commands.map(({ id }) => id)}::uuid[], ${commands.map(({ by }) => by)}::text[])
      as told (id, by)
    on conflict (id) do nothing returning id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** How a mark is taken: who asks, and how long to wait for the appends that are in flight (milliseconds). */
export type MarkOptions = { readonly patience?: number };

const READER = { person: 'settled-mark', purpose: 'job' } as const;
const IDLE = 60_000;

/**
 * The latest moment at which known-at questions have an answer that never changes. Waits a little for the appends in
 * flight, so that a writer finds what they have just written; when they take longer the mark lies before them.
 */
export async function settledMark(db: Database, now: Instant, { patience = 250 }: MarkOptions = {}): Promise<Instant> {
  const { floor, raised, ...first } = await db.as(READER, async (tx) => {
    const standing = await raiseFloor(tx, now);
    return { ...standing, oldest: standing.raised ? null : await oldestInFlight(tx) };
  });
  let oldest = raised ? await db.as(READER, oldestInFlight) : first.oldest; // only a floor that is committed is seen by appends
  const deadline = performance.now() + patience;
  while (oldest !== null && oldest <= millisecondsOf(floor)) {
    if (performance.now() >= deadline) return instantOf(oldest - 1);
    await new Promise((resolve) => setTimeout(resolve, 4));
    oldest = await db.as(READER, oldestInFlight);
  }
  return floor;
}

/** Raises the floor above all that was recorded; leaves it where nothing was recorded since, so that reading does not write. */
async function raiseFloor(tx: Tx, now: Instant): Promise<{ readonly floor: Instant; readonly raised: boolean }> {
  const asked = await sql<{ floor: Instant; youngest: Instant | null }>`
    select floor, (select max(recorded_at) from record.entry) as youngest from record.settled`.execute(tx);
  const { floor, youngest } = asked.rows[0] ?? { floor: instantOf(0), youngest: null };
  const stale = (youngest !== null && youngest > floor) || millisecondsOf(floor) < millisecondsOf(now) - IDLE;
  if (!stale) return { floor, raised: false };
  const raised = await sql<{ floor: Instant }>`
    update record.settled set floor = greatest(floor, ${now}::timestamptz, ${youngest}::timestamptz)
    returning floor`.execute(tx);
  return { floor: raised.rows[0]?.floor ?? floor, raised: true };
}

async function oldestInFlight(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ key: number | null }>`
    select min(((classid::bigint & 65535) << 32) | objid::bigint) as key
    from pg_locks
    where locktype = 'advisory' and objsubid = 1 and (classid::bigint >> 16) = ${IN_FLIGHT}
      and database = (select oid from pg_database where datname = current_database())`.execute(tx);
  return rows[0]?.key ?? null;
}
