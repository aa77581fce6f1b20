import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { UNTOLD } from '../../../sight/span-kinds.ts';
import { openToReader } from '../../open-to-reader.ts';
import type { Register } from '../core/gap-words.ts';
import { AGE_BANDS, type RegisterFilter, type RegisterSort } from '../core/register-filter.ts';
import { holdsOn, type SpanTable, spansIn, stretches } from './county-tables.ts';
import { holders, teamOfWorker } from './team-of-worker.ts';

/** One child on a register. */
export type RegisterRow = {
  readonly child: Id;
  readonly since: LocalDate;
  /** The first day without is day 1, as on the child's own page. */
  readonly days: number;
  readonly because: string | null;
  /** The kinds of span that put the child here; several where several answers cannot be told. */
  readonly kinds: readonly string[];
  readonly worker: string | null;
  readonly workerId: Id | null;
  readonly team: string | null;
  readonly teamId: Id | null;
  readonly manager: string | null;
  readonly district: string | null;
};

/** The kinds of span that put a child on a register. */
export const kindsOf = (register: Register): readonly string[] => (register === 'cannot-tell' ? UNTOLD : [register]);

/** A table `listed`, one row a child, with everything that a filter or an order turns on. */
const listed = (tables: SpanTable, on: LocalDate, register: Register): RawBuilder<unknown> => {
  const kinds = [...kindsOf(register)];
  return sql`
  with ${stretches(tables, on, kinds)}, ${holders(tables, on)},
  listing as (
    select child, array_agg(distinct "is") as kinds, (array_agg(because order by from_day, because))[1] as because,
      (array_agg(party order by from_day) filter (where party is not null))[1] as party
    from ${spansIn(tables)} where "is" = any(${kinds}::text[]) and ${holdsOn(on)} group by child
  ), oldest as (
    select child, min(since) as since from stretch group by child
  ), face as (
    select identity as child, min(name) as name from people.published_child
    where identity in (select child from listing) group by identity
  ), born as (
    select child, born_on from people.births(array(select child from listing))
  ), listed as (
    select p.child, o.since, ${on}::date - o.since + 1 as days, p.because, p.kinds, w.name as worker, w.book as worker_id, t.team as team_id, t.name as team, t.manager, t.district, face.name, ${openToReader('p.child')} as opens,
      case when born.born_on is null then 'not-known' when born.born_on > ${on}::date then 'unborn'
        when age(${on}::date, born.born_on) < interval '1 year' then 'under-1'
        when age(${on}::date, born.born_on) < interval '5 years' then '1-4'
        when age(${on}::date, born.born_on) < interval '10 years' then '5-9'
        when age(${on}::date, born.born_on) < interval '16 years' then '10-15' else '16-over' end as age,
      born.born_on
    from listing p join oldest o using (child) left join face using (child) left join born using (child) left join holder h using (child)
    left join workforce.published_worker w on w.book = coalesce(p.party, h.party)
    left join ${teamOfWorker(on)} t on t.worker = coalesce(p.party, h.party)
  )`;
};

const asked = ({ because, team, district, age, atLeast }: RegisterFilter): RawBuilder<unknown> => sql`
  (${because}::text is null or because = ${because}) and (${team}::text is null or coalesce(team_id::text, '') = ${team})
  and (${district}::text is null or district = ${district})
  and (${age}::text is null or age = ${age}) and days >= ${atLeast ?? 0}`;

const ORDER: Record<RegisterSort, RawBuilder<unknown>> = {
  days: sql`since, child`,
  'days-fewest': sql`since desc, child`,
  youngest: sql`born_on desc nulls last, since, child`,
  team: sql`team nulls last, since, child`,
  name: sql`name nulls last, since, child`,
};

type Page = {
  readonly filter: RegisterFilter;
  readonly sort: RegisterSort;
  readonly limit: number | null;
  readonly offset: number;
};

/** One page of a register, or with no limit all of it: those whom the reader may open. */
export async function registerRows(
  tx: Tx,
  tables: SpanTable,
  on: LocalDate,
  register: Register,
  { filter, sort, limit, offset }: Page,
): Promise<RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`
    ${listed(tables, on, register)}
    select child, since, days, because, kinds, worker, worker_id as "workerId", team, team_id as "teamId", manager, district
    from listed where opens and ${asked(filter)}
    order by ${ORDER[sort]} limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** A choice of a filter, and how many children of the whole register it holds. */
export type Choice = { readonly value: string; readonly name: string; readonly children: number };
export type RegisterSummary = {
  readonly children: number;
  /** As filtered, and how many of these the reader may open. */
  readonly shown: number;
  readonly opens: number;
  readonly reasons: readonly Choice[];
  readonly teams: readonly Choice[];
  readonly districts: readonly Choice[];
  readonly ages: readonly Choice[];
  /** How many children by whole weeks on the register: 0 is up to six days. */
  readonly weeks: readonly { readonly week: number; readonly children: number }[];
};

/** The whole register in counts, whatever is filtered. */
export async function registerSummary(
  tx: Tx,
  tables: SpanTable,
  on: LocalDate,
  register: Register,
  filter: RegisterFilter,
): Promise<RegisterSummary> {
  const { rows } = await sql<Choice & { readonly part: string }>`
    ${listed(tables, on, register)}
    select 'all' as part, '' as value, '' as name, count(*) as children from listed
    union all select 'shown', '', '', count(*) from listed where ${asked(filter)}
    union all select 'opens', '', '', count(*) from listed where opens and ${asked(filter)}
    union all select 'reason', coalesce(because, ''), '', count(*) from listed group by 2
    union all select 'team', coalesce(team_id::text, ''), coalesce(team, ''), count(*) from listed group by 2, 3
    union all select 'district', district, district, count(*) from listed where district is not null group by 2
    union all select 'age', age, '', count(*) from listed group by 2
    union all select 'week', (days / 7)::text, '', count(*) from listed group by 2`.execute(tx);
  const of = (part: string): Choice[] =>
    rows.filter((row) => row.part === part).map(({ value, name, children }) => ({ value, name, children }));
  return {
    children: of('all')[0]?.children ?? 0,
    shown: of('shown')[0]?.children ?? 0,
    opens: of('opens')[0]?.children ?? 0,
    reasons: of('reason').sort((a, b) => b.children - a.children || (a.value < b.value ? -1 : 1)),
    teams: of('team').sort(byName),
    districts: of('district').sort(byName),
    ages: AGE_BANDS.flatMap((band) => of('age').filter(({ value }) => value === band)),
    weeks: of('week')
      .map(({ value, children }) => ({ week: Number(value), children }))
      .sort((a, b) => a.week - b.week),
  };
}

const byName = (a: Choice, b: Choice): number => a.name.localeCompare(b.name, 'en-GB');
