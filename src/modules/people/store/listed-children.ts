import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import { type LocalDate, toEpochDay } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { standsOn } from '../../../sight/store/standing-clocks.ts';
import type { Verdict } from '../../../sight/verdict.ts';
import type { ChildFace } from '../../child-face.ts';
import type { ListedClock } from '../../listed-clock.ts';
import { openToReader } from '../../open-to-reader.ts';
import type { Filter, ListedChild, ListTotals } from '../pages/list-children/list-children.model.ts';
import { booksOfChildren, type ChildRow, doubtsOf } from './find-children.ts';

/** Every open child with what stands on a day: the pieces that hold then, counted per child. Nothing is reckoned anew. */
const standing = (on: LocalDate, mendable: readonly string[]): RawBuilder<unknown> => sql`
  with whole as materialized (
    select distinct child from sight.span
    where "is" = 'open' and from_day <= ${on} and (until_day is null or until_day > ${on})
  ), opened as materialized (
    select child from whole where ${openToReader('child')}
  ), told as (
    select child,
      count(*) filter (where verdict in ('overdue', 'fails')) as late,
      min(due_until) filter (where verdict = 'overdue') as late_since,
      min(due_from) filter (where verdict in ('not-due', 'due-soon')) as next_due,
      count(*) filter (where verdict in ('not-due', 'due-soon')) as running,
      count(*) filter (where verdict = 'cannot-tell') as cannot_tell
    from opened join sight.clock using (child)
    where ${standsOn(on, mendable)} group by child
  ), standing as materialized (
    select o.child, coalesce(t.late, 0) as late, t.late_since, t.next_due, coalesce(t.running, 0) as running,
      coalesce(t.cannot_tell, 0) as cannot_tell
    from opened o left join told t using (child)
  )`;

const COUNTS = sql`
  select count(*) filter (where late > 0)::int as late,
    count(*) filter (where late = 0 and running > 0)::int as due,
    count(*) filter (where late = 0 and running = 0 and cannot_tell > 0)::int as "cannotTell",
    count(*) filter (where late = 0 and running = 0 and cannot_tell = 0)::int as nothing,
    count(*) filter (where cannot_tell > 0)::int as "someCannotTell",
    (select count(*)::int from people.child_identity where book = identity and ${openToReader('identity')}) as everybody,
    (select count(*)::int from whole) - count(*)::int as closed,
    (select count(*)::int from people.child_identity where book = identity and not ${openToReader('identity')}) as "closedOfAll"
  from standing`;

/** What was late for longest first, then what falls due soonest, then what nobody can tell. */
const URGENT_FIRST = sql`late = 0, late_since nulls last, next_due nulls last, cannot_tell desc, child`;

const SHOWN: Record<Filter, (limit: number, offset: number) => RawBuilder<unknown>> = {
  all: (limit, offset) => urgent(sql`true`, limit, offset),
  late: (limit, offset) => urgent(sql`late > 0`, limit, offset),
  'cannot-tell': (limit, offset) => urgent(sql`cannot_tell > 0`, limit, offset),
  everybody: (limit, offset) => sql`
    select i.identity as child from people.child_identity i join people.child c using (book)
    where i.book = i.identity and ${openToReader('i.identity')} order by c.name nulls last, c.council_child_id nulls last, i.identity
    limit ${limit} offset ${offset}`,
};

const urgent = (where: RawBuilder<unknown>, limit: number, offset: number): RawBuilder<unknown> =>
  sql`select child from standing where ${where} order by ${URGENT_FIRST} limit ${limit} offset ${offset}`;

type Asked = {
  readonly on: LocalDate;
  /** The state checks that can still be put right when they fail. */
  readonly mendable: readonly string[];
  readonly filter: Filter;
  readonly limit: number;
  readonly offset: number;
};

/**
 * One page of the list, and how many children each answer holds for: one question for the whole council, which reads the
 * clocks of the open children alone.
 */
export async function listChildren(
  tx: Tx,
  { on, mendable, filter, limit, offset }: Asked,
): Promise<{ readonly totals: ListTotals; readonly children: ListedChild[] }> {
  const { rows } = await sql<{ totals: ListTotals; shown: Id[] | null; open: Id[] | null }>`
    ${standing(on, mendable)},
    shown as (select child, row_number() over () as place from (${SHOWN[filter](limit, offset)}) as page)
    select (select row_to_json(counts) from (${COUNTS}) as counts) as totals,
      (select json_agg(child order by place) from shown) as shown,
      (select json_agg(child) from shown join opened using (child)) as open`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('a count answered nothing');
  return { totals: row.totals, children: await listed(tx, row.shown ?? [], new Set(row.open), on, mendable) };
}

async function listed(
  tx: Tx,
  children: readonly Id[],
  open: ReadonlySet<Id>,
  on: LocalDate,
  mendable: readonly string[],
): Promise<ListedChild[]> {
  const faces = await facesOf(tx, children);
  const clocks = await clocksOn(tx, children, on, mendable);
  return children.flatMap((child) => {
    const face = faces.get(child);
    const own = clocks.get(child) ?? [];
    const next = own.find(({ verdict }) => verdict === 'due-soon' || verdict === 'not-due') ?? null;
    const late = own.filter(({ verdict }) => verdict === 'overdue' || verdict === 'fails');
    const cannotTell = own.filter(({ verdict }) => verdict === 'cannot-tell').length;
    return face ? [{ face, late, next, cannotTell, open: open.has(child) }] : [];
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
    where child = any(${children}::uuid[]) and ${standsOn(on, mendable)}
    order by child, due nulls last, duty`.execute(tx);
  const clocks = new Map<Id, ListedClock[]>();
  for (const { child, duty, verdict, started, due } of rows) {
    const startedOn = started === null ? null : toEpochDay(started);
    const clock = { duty, verdict, startedOn, dueOn: due === null ? null : toEpochDay(due) };
    clocks.set(child, [...(clocks.get(child) ?? []), clock]);
  }
  return clocks;
}

/** Who these children are now, by identity: of several books, the first that says something. Only whom the reader may open. */
export const facesOf = async (tx: Tx, children: readonly Id[]): Promise<Map<Id, ChildFace>> =>
  facesIn(tx, await booksOfChildren(tx, children), children);

/** A child whom a search found: who it is, so that the reader knows it is the right one, and whether they may open the record. */
export type FoundFace = { readonly face: ChildFace; readonly mayOpen: boolean };

/** Who the found children are, also those whom the reader may only ask for. */
export async function facesFound(tx: Tx, children: readonly Id[]): Promise<Map<Id, FoundFace>> {
  const { rows } = await sql<ChildRow & { readonly may_open: boolean }>`
    select * from people.faces_found(${children}::uuid[]) order by identity, book`.execute(tx);
  const open = new Set(rows.filter((row) => row.may_open).map(({ identity }) => identity));
  const faces = await facesIn(tx, rows, children);
  return new Map([...faces].map(([child, face]) => [child, { face, mayOpen: open.has(child) }]));
}

async function facesIn(tx: Tx, books: readonly ChildRow[], children: readonly Id[]): Promise<Map<Id, ChildFace>> {
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
