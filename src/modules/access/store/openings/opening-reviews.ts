import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { withholdTexts } from '../../../withhold-texts.ts';
import type { Finding } from '../../core/openings/reasoned-opening.ts';
import { type ListedOpening, OPENING, WITH_NAMES } from './openings.ts';

/** An opening as its reviewer sees it. */
export type ReviewedOpening = ListedOpening & {
  /** How many lines of the access log were written by it. */
  readonly lines: number;
  readonly finding: Finding | null;
  readonly remark: string | null;
  readonly reviewerName: string | null;
};

/** A child whom the reviewer knows outside work is another reviewer's. */
const reviewableBy = (reviewer: Id) => sql`not exists (
  select from access.interest x join people.child_identity known on known.book = x.child
  join people.child_identity opened on opened.identity = known.identity
  where x.person = ${reviewer} and opened.book = o.child)`;

const REVIEWED = sql`${OPENING}, o.finding, o.remark, r.name as "reviewerName",
  (select count(*) from access.log l where l.opening = o.id) as lines`;
const WITH_REVIEWER = sql`${WITH_NAMES} left join access.person r on r.id = o.reviewed_by`;
const MOST_LISTED = 200;
const TYPED = ['reason', 'remark'] as const;

/** What waits for a review, oldest first. */
export async function waitingReviews(tx: Tx, reviewer: Id): Promise<ReviewedOpening[]> {
  const { rows } = await sql<ReviewedOpening>`select ${REVIEWED} from ${WITH_REVIEWER}
    where o.reviewed_at is null and ${reviewableBy(reviewer)} order by o.opened_at, o.id limit ${MOST_LISTED}`.execute(
    tx,
  );
  return withholdTexts(tx, rows, TYPED);
}

/** What was reviewed, newest first. */
export async function doneReviews(tx: Tx, reviewer: Id): Promise<ReviewedOpening[]> {
  const { rows } = await sql<ReviewedOpening>`select ${REVIEWED} from ${WITH_REVIEWER}
    where o.reviewed_at is not null and ${reviewableBy(reviewer)} order by o.reviewed_at desc, o.id limit ${MOST_LISTED}`.execute(
    tx,
  );
  return withholdTexts(tx, rows, TYPED);
}

/** One of them; undefined for any other id. */
export async function reviewById(tx: Tx, opening: Id, reviewer: Id): Promise<ReviewedOpening | undefined> {
  const { rows } = await sql<ReviewedOpening>`select ${REVIEWED} from ${WITH_REVIEWER}
    where o.id = ${opening} and ${reviewableBy(reviewer)}`.execute(tx);
  return (await withholdTexts(tx, rows, TYPED))[0];
}

/** What was opened, as the access log has it. */
export type OpenedLine = {
  readonly at: Instant;
  readonly event: string;
  readonly outcome: string;
  readonly what: string | null;
};

/** Every line that was written by this opening, in order. */
export async function linesOfOpening(tx: Tx, opening: Id): Promise<OpenedLine[]> {
  const { rows } = await sql<OpenedLine>`select at, event, outcome, what from access.log where opening = ${opening}
    order by at, id limit 1000`.execute(tx);
  return rows;
}

type Review = { readonly opening: Id; readonly by: Id; readonly finding: Finding; readonly remark: string | null };

/** Keeps what a review found, and tells whoever had opened the record. False when it was reviewed already. */
export async function keepReview(tx: Tx, { opening, by, finding, remark }: Review): Promise<boolean> {
  const { rows } = await sql<{ person: Id }>`
    update access.opening set reviewed_at = now(), reviewed_by = ${by}, finding = ${finding}, remark = ${remark}
    where id = ${opening} and reviewed_at is null and person <> ${by} returning person`.execute(tx);
  const whose = rows[0]?.person;
  if (whose === undefined) return false;
  await sql`insert into access.notice (person, kind, about) values (${whose}, 'opening-reviewed', ${opening})`.execute(
    tx,
  );
  await sql`update access.notice set read_at = now() where about = ${opening} and person = ${by} and read_at is null`.execute(
    tx,
  );
  return true;
}
