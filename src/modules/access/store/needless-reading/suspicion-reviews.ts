import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { withholdTexts } from '../../../withhold-texts.ts';
import type { Finding, SnoopingKind } from '../../core/needless-reading/snooping-kinds.ts';
import type { Conclusion, SuspicionReview } from '../../core/needless-reading/suspicion-review.ts';

/** A record that somebody opened as if without need, as its reviewer sees it. */
export type Suspicion = {
  readonly id: Id;
  readonly person: Id;
  readonly personName: string;
  readonly child: Id;
  /** The time that was judged; `until` is no longer part of it. */
  readonly from: Instant;
  readonly until: Instant;
  readonly kinds: readonly SnoopingKind[];
  readonly evidence: readonly Finding[];
  readonly foundAt: Instant;
  readonly reviewedAt: Instant | null;
  readonly reviewerName: string | null;
  readonly finding: Conclusion | null;
  readonly passedTo: string | null;
  readonly remark: string | null;
};

const SUSPICION = sql`select s.id, s.person, p.name as "personName", s.child, s.from_at as "from", s.until_at as until, s.kinds,
    s.evidence, s.found_at as "foundAt", s.reviewed_at as "reviewedAt", r.name as "reviewerName", s.finding,
    s.passed_to as "passedTo", s.remark
  from access.suspicion s join access.person p on p.id = s.person left join access.person r on r.id = s.reviewed_by`;

/** Nobody sees what is said about themselves, and a child whom the reviewer knows outside work is another reviewer’s. */
const reviewableBy = (reviewer: Id) => sql`s.person <> ${reviewer} and not exists (
  select from access.interest x join people.child_identity known on known.book = x.child
  join people.child_identity opened on opened.identity = known.identity
  where x.person = ${reviewer} and opened.book = s.child)`;

const MOST_LISTED = 200;
const TYPED = ['passedTo', 'remark'] as const;

/** What waits for somebody to look at it, oldest first; and how many wait in all. */
export async function waitingSuspicions(tx: Tx, reviewer: Id): Promise<{ rows: Suspicion[]; all: number }> {
  const { rows } = await sql<Suspicion>`${SUSPICION} where s.reviewed_at is null and ${reviewableBy(reviewer)}
    order by s.found_at, s.id limit ${MOST_LISTED}`.execute(tx);
  const counted = await sql<{ all: number }>`select count(*) as all from access.suspicion s
    where s.reviewed_at is null and ${reviewableBy(reviewer)}`.execute(tx);
  return { rows, all: counted.rows[0]?.all ?? 0 };
}

/** What was looked at, newest first. */
export async function reviewedSuspicions(tx: Tx, reviewer: Id): Promise<Suspicion[]> {
  const { rows } = await sql<Suspicion>`${SUSPICION} where s.reviewed_at is not null and ${reviewableBy(reviewer)}
    order by s.reviewed_at desc, s.id limit ${MOST_LISTED}`.execute(tx);
  return withholdTexts(tx, rows, TYPED);
}

/** One of them; undefined for any other id, and for one about the reviewer. */
export async function suspicionById(tx: Tx, id: Id, reviewer: Id): Promise<Suspicion | undefined> {
  const { rows } = await sql<Suspicion>`${SUSPICION} where s.id = ${id} and ${reviewableBy(reviewer)}`.execute(tx);
  return (await withholdTexts(tx, rows, TYPED))[0];
}

/** A line of the access log that stands behind a finding. */
export type EvidentLine = {
  readonly line: number;
  readonly at: Instant;
  readonly child: Id;
  readonly event: string;
  readonly relation: string | null;
};

/** A page shows no more lines than this; the evidence counts all of them. */
export const MOST_LINES = 300;

/** The lines of the log that the evidence names, in order. */
export async function linesBehind(tx: Tx, { person, evidence, until }: Suspicion): Promise<EvidentLine[]> {
  const named = [...new Set(evidence.flatMap(({ lines }) => lines))];
  const { rows } = await sql<EvidentLine>`
    select id as line, at, children[1] as child, event, relation from access.log
    where id = any(${named}::bigint[]) and person = ${person} and at < ${until} order by at, id limit ${MOST_LINES}`.execute(
    tx,
  );
  return rows;
}

/** Keeps what a reviewer says of a suspicion, as it stood up to `until` when they read it. False when it was reviewed or grew since. */
export async function keepSuspicionReview(
  tx: Tx,
  { id, until }: Pick<Suspicion, 'id' | 'until'>,
  by: Id,
  { finding, passedTo, remark }: SuspicionReview,
): Promise<boolean> {
  const { rows } = await sql`
    update access.suspicion set reviewed_at = now(), reviewed_by = ${by}, finding = ${finding}, passed_to = ${passedTo}, remark = ${remark}
    where id = ${id} and until_at = ${until} and reviewed_at is null and person <> ${by} returning id`.execute(tx);
  return rows.length > 0;
}
