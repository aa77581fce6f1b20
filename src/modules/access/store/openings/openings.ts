import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Instant } from '../../../../kernel/instant.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { withholdTexts } from '../../../withhold-texts.ts';
import type { ReasonedOpening } from '../../core/openings/reasoned-opening.ts';

export type NewOpening = { readonly id: Id; readonly person: Id; readonly child: Id; readonly reason: string };

/**
 * Opens a record for four hours, and tells the child's worker, their managers and every data protection officer. Whether the
 * person may ask is decided before. Answers how many were told.
 */
export async function openWithReason(tx: Tx, { id, person, child, reason }: NewOpening): Promise<number> {
  await sql`insert into access.opening (id, person, child, reason) values (${id}, ${person}, ${child}, ${reason.trim()})`.execute(
    tx,
  );
  const { numAffectedRows } = await sql`
    insert into access.notice (person, kind, about)
    select distinct person, 'record-opened', ${id}::uuid from access.told_of_opening(${child}) where person <> ${person}`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}

/** An opening as a list shows it, with the names of who opened, ended and reviewed it. */
export type ListedOpening = ReasonedOpening & {
  readonly personName: string;
  readonly endedByName: string | null;
};

export const OPENING = sql`o.id, o.person, o.child, o.reason, o.opened_at as "openedAt", o.until, o.ended_at as "endedAt",
  o.reviewed_at as "reviewedAt", p.name as "personName", e.name as "endedByName"`;
export const WITH_NAMES = sql`access.opening o join access.person p on p.id = o.person left join access.person e on e.id = o.ended_by`;

/** What this person has open with a reason now, and the machine's time. */
export async function ownRunning(tx: Tx, person: Id): Promise<ListedOpening[]> {
  const { rows } = await sql<ListedOpening>`select ${OPENING} from ${WITH_NAMES}
    where o.person = ${person} and o.ended_at is null and o.until > now() order by o.until`.execute(tx);
  return withholdTexts(tx, rows, ['reason']);
}

/** An opening that this person was told of, or of a child for whom they answer. */
export type ToldOpening = ListedOpening & {
  readonly answersForChild: boolean;
  /** There is a notice about it that this person has not seen. */
  readonly unseen: boolean;
};

const TOLD_DAYS = 60;
const MOST_TOLD = 200;

/** Openings of others that this person was told of in the last sixty days, and those that run on children for whom they answer; newest first. */
export async function toldOpenings(tx: Tx, person: Id): Promise<ToldOpening[]> {
  const { rows } = await sql<ToldOpening>`
    with mine as (select book from access.answers_for(${person}))
    select ${OPENING}, o.child in (select book from mine) as "answersForChild",
      exists (select from access.notice n where n.about = o.id and n.person = ${person} and n.read_at is null) as unseen
    from ${WITH_NAMES}
    where o.person <> ${person} and o.opened_at > now() - make_interval(days => ${TOLD_DAYS})
      and (exists (select from access.notice n where n.about = o.id and n.person = ${person})
        or o.child in (select book from mine) and o.ended_at is null and o.until > now())
    order by o.opened_at desc, o.id limit ${MOST_TOLD}`.execute(tx);
  return withholdTexts(tx, rows, ['reason']);
}

/** What this person is told of their own openings: that another ended one, or what a review found. */
export type OwnNotice = ListedOpening & {
  readonly kind: 'opening-ended' | 'opening-reviewed';
  readonly at: Instant;
  readonly finding: string | null;
  readonly remark: string | null;
};

export async function ownNotices(tx: Tx, person: Id): Promise<OwnNotice[]> {
  const { rows } = await sql<OwnNotice>`
    select ${OPENING}, n.kind, n.at, o.finding, o.remark from access.notice n join ${WITH_NAMES} on o.id = n.about
    where n.person = ${person} and n.kind <> 'record-opened' and n.read_at is null order by n.at desc limit ${MOST_TOLD}`.execute(
    tx,
  );
  return withholdTexts(tx, rows, ['remark']);
}

/** How many notices this person has not seen. */
export async function unseenNotices(tx: Tx, person: Id): Promise<number> {
  const { rows } = await sql<{ unseen: number }>`
    select count(*) as unseen from access.notice where person = ${person} and read_at is null`.execute(tx);
  return rows[0]?.unseen ?? 0;
}

/** From now on these notices were seen. */
export async function seeNotices(tx: Tx, person: Id): Promise<void> {
  await sql`update access.notice set read_at = now() where person = ${person} and read_at is null`.execute(tx);
}

/** One opening, as far as the asker may see it, and whether they answer for the child. */
export async function openingById(tx: Tx, asked: Id, person: Id): Promise<ToldOpening | undefined> {
  const { rows } = await sql<ToldOpening>`
    select ${OPENING}, o.child in (select book from access.answers_for(${person})) as "answersForChild", false as unseen
    from ${WITH_NAMES} where o.id = ${asked}`.execute(tx);
  return rows[0];
}

/** Ends a running opening: the record is shut with the next page. Tells whoever had opened it, when another ends it. False when it was over. */
export async function endOpening(tx: Tx, opening: Id, by: Id): Promise<boolean> {
  const { rows } = await sql<{ person: Id }>`
    update access.opening set ended_at = now(), ended_by = ${by}
    where id = ${opening} and ended_at is null and until > now() returning person`.execute(tx);
  const whose = rows[0]?.person;
  if (whose === undefined) return false;
  if (whose !== by)
    await sql`insert into access.notice (person, kind, about) values (${whose}, 'opening-ended', ${opening})`.execute(
      tx,
    );
  return true;
}

/** Everybody who has this child's record open with a reason now, by any of the child's books. */
export async function runningOn(tx: Tx, books: readonly Id[]): Promise<ListedOpening[]> {
  const { rows } = await sql<ListedOpening>`select ${OPENING} from ${WITH_NAMES}
    where o.child = any(${[...books]}::uuid[]) and o.ended_at is null and o.until > now() order by o.opened_at`.execute(
    tx,
  );
  return rows;
}

/** The machine's own time, by which openings run. */
export async function machineTime(tx: Tx): Promise<Instant> {
  const { rows } = await sql<{ now: Instant }>`select now() as now`.execute(tx);
  if (!rows[0]) throw new Error('the database does not know what time it is');
  return rows[0].now;
}

/** Who holds a child, by name, as somebody may know who has to ask. Null where no worker does. */
export type Holder = { readonly worker: string | null; readonly team: string | null; readonly manager: string | null };

export async function holderOf(tx: Tx, child: Id): Promise<Holder | null> {
  const { rows } = await sql<Holder>`select worker, team, manager from access.holder_of(${child}) limit 1`.execute(tx);
  return rows[0] ?? null;
}
