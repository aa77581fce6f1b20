import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import { type LocalDate, toEpochDay } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Verdict } from '../../../sight/verdict.ts';
import type { ChildFace } from '../../child-face.ts';
import type { Filter, ListedChild, ListedClock, ListTotals } from '../pages/list-children/list-children.model.ts';
import { booksOfChildren, doubtsOf } from './find-children.ts';

/** Late today: a clock past its due day that nothing ended, or a check that somebody can still put right. */
const isLate = (on: LocalDate, mendable: readonly string[]): RawBuilder<unknown> => sql`(
  (verdict = 'overdue' or (verdict = 'fails' and duty = any(${mendable}::text[])))
  and (ended_on is null or ended_on > ${on}))`;

/** Every child with what stands on a day: the pieces that hold then, counted per child. Nothing is reckoned anew. */
const standing = (on: LocalDate, mendable: readonly string[]): RawBuilder<unknown> => sql`
  with everybody as (
    select distinct identity as child from people.child_identity
  ), told as (
    select child,
      count(*) filter (where ${isLate(on, mendable)}) as late,
      min(due_until) filter (where verdict = 'overdue' and (ended_on is null or ended_on > ${on})) as late_since,
      min(due_from) filter (where verdict in ('not-due', 'due-soon')) as next_due,
      count(*) filter (where verdict in ('not-due', 'due-soon')) as running,
      count(*) filter (where verdict = 'cannot-tell') as cannot_tell
    from sight.clock
    where first_day <= ${on} and (last_day is null or last_day >= ${on})
    group by child
  ), standing as (
    select e.child, coalesce(t.late, 0) as late, t.late_since, t.next_due, coalesce(t.running, 0) as running,
      coalesce(t.cannot_tell, 0) as cannot_tell
    from everybody e left join told t using (child)
  )`;

/** How many children each answer holds for on a day: one question for the whole council. */
export async function countChildren(tx: Tx, on: LocalDate, mendable: readonly string[]): Promise<ListTotals> {
  const { rows } = await sql<ListTotals>`
    ${standing(on, mendable)}
    select count(*) filter (where late > 0) as late,
      count(*) filter (where late = 0 and running > 0) as due,
      count(*) filter (where late = 0 and running = 0 and cannot_tell > 0) as "cannotTell",
      count(*) filter (where late = 0 and running = 0 and cannot_tell = 0) as nothing,
      count(*) filter (where cannot_tell > 0) as "someCannotTell"
    from standing`.execute(tx);
  return rows[0] ?? { late: 0, due: 0, cannotTell: 0, nothing: 0, someCannotTell: 0 };
}

const WHERE: Record<Filter, RawBuilder<unknown>> = {
  all: sql`true`,
  late: sql`late > 0`,
  'cannot-tell': sql`cannot_tell > 0`,
};

type Asked = {
  readonly on: LocalDate;
  /** The state checks that can still be put right when they fail. */
  readonly mendable: readonly string[];
  readonly filter: Filter;
  readonly limit: number;
  readonly offset: number;
};

/** One page of the list: what has been late for longest first, then what falls due soonest, then what nobody can tell. */
export async function listChildren(tx: Tx, { on, mendable, filter, limit, offset }: Asked): Promise<ListedChild[]> {
  const { rows } = await sql<{ child: Id; cannot_tell: number }>`
    ${standing(on, mendable)}
    select child, cannot_tell from standing where ${WHERE[filter]}
    order by late = 0, late_since nulls last, next_due nulls last, cannot_tell desc, child
    limit ${limit} offset ${offset}`.execute(tx);
  const children = rows.map(({ child }) => child);
  const faces = await facesOf(tx, children);
  const clocks = await clocksOn(tx, children, on, mendable);
  return rows.flatMap(({ child, cannot_tell: cannotTell }) => {
    const face = faces.get(child);
    const own = clocks.get(child) ?? [];
    const running = own.find(({ verdict }) => verdict === 'due-soon' || verdict === 'not-due') ?? null;
    const late = own.filter(({ verdict }) => verdict === 'overdue' || verdict === 'fails');
    return face ? [{ face, late, next: running, cannotTell }] : [];
  });
}

type ClockRow = {
  readonly child: Id;
  readonly duty: string;
  readonly verdict: Verdict;
  readonly started: LocalDate | null;
  readonly due: LocalDate | null;
};

async function clocksOn(
  tx: Tx,
  children: readonly Id[],
  on: LocalDate,
  mendable: readonly string[],
): Promise<Map<Id, ListedClock[]>> {
  const { rows } = await sql<ClockRow>`
    select child, duty, verdict, started_from as started,
      case when verdict = 'overdue' then due_until else due_from end as due
    from sight.clock
    where child = any(${children}::uuid[]) and first_day <= ${on} and (last_day is null or last_day >= ${on})
      and (verdict in ('not-due', 'due-soon')
        or ${isLate(on, mendable)})
    order by child, due nulls last, duty`.execute(tx);
  const clocks = new Map<Id, ListedClock[]>();
  for (const { child, duty, verdict, started, due } of rows) {
    const startedOn = started === null ? null : toEpochDay(started);
    const clock = { duty, verdict, startedOn, dueOn: due === null ? null : toEpochDay(due) };
    clocks.set(child, [...(clocks.get(child) ?? []), clock]);
  }
  return clocks;
}

/** Who these children are now, by identity: of several books, the first that says something. */
export async function facesOf(tx: Tx, children: readonly Id[]): Promise<Map<Id, ChildFace>> {
  const books = await booksOfChildren(tx, children);
  const doubts = await doubtsOf(tx, children);
  const faces = new Map<Id, ChildFace>();
  for (const row of books) {
    const before = faces.get(row.identity);
    const ids = [...(before?.councilChildIds ?? []), ...(row.council_child_id === null ? [] : [row.council_child_id])];
    faces.set(row.identity, {
      child: row.identity,
      councilChildIds: [...new Set(ids)],
      name: before?.name ?? row.name,
      bornOn: before?.bornOn ?? row.born_on,
      expectedOn: before?.expectedOn ?? row.expected_on,
      diedOn: before?.diedOn ?? row.died_on,
      sex: before?.sex ?? row.sex,
      inDoubtWith: doubts.filter(({ identity }) => identity === row.identity).map((doubt) => doubt.with_identity),
    });
  }
  return faces;
}
