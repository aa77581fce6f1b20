import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Alert } from '../../core/needless-reading/snooping.ts';
import type { Period } from '../../core/needless-reading/snooping-known.ts';

/** What a reviewer has looked at: a child in a stretch of time, and the lines of the log that were named. */
export type Answered = Period & { readonly child: Id; readonly lines: readonly number[] };

/** What was reviewed about this reader and reaches into the period. */
export async function answeredAbout(tx: Tx, reader: Id, { from, until }: Period): Promise<Answered[]> {
  const { rows } = await sql<Answered>`
    select i.identity as child, s.from_at as "from", s.until_at as until,
      array(select distinct line::bigint from jsonb_path_query(s.evidence, '$[*].lines[*]') line) as lines
    from access.suspicion s join people.child_identity i on i.book = s.child
    where s.person = ${reader} and s.reviewed_at is not null and s.from_at < ${until} and s.until_at > ${from}`.execute(
    tx,
  );
  return rows;
}

/**
 * Keeps what was found. Where something about the same reader and family waits for the same time, that grows instead, and never
 * shrinks. True when it is new. Two readings at once wait for each other.
 */
export async function keepSuspicion(
  tx: Tx,
  { reader, child, score, findings }: Alert,
  family: readonly Id[],
  { from, until }: Period,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(7265478)`.execute(tx);
  const kinds = findings.map(({ kind }) => kind);
  const evidence = JSON.stringify(findings);
  const { rows } = await sql<{ id: Id }>`
    select s.id from access.suspicion s join people.child_identity i on i.book = s.child
    where s.person = ${reader} and i.identity = any(${[child, ...family]}::uuid[]) and s.reviewed_at is null
      and s.from_at < ${until} and s.until_at > ${from} order by s.until_at desc, s.id limit 1`.execute(tx);
  const [standing] = rows;
  if (standing) {
    await sql`update access.suspicion set child = ${child}, from_at = ${from}, until_at = ${until}, kinds = ${kinds}, score = ${score},
      evidence = ${evidence}::jsonb where id = ${standing.id} and score <= ${score}`.execute(tx);
    return false;
  }
  const added = await sql<{ id: Id }>`
    insert into access.suspicion (person, child, from_at, until_at, kinds, score, evidence)
    values (${reader}, ${child}, ${from}, ${until}, ${kinds}, ${score}, ${evidence}::jsonb)
    on conflict (person, child, from_at, until_at) do nothing returning id`.execute(tx);
  return added.rows.length > 0;
}
