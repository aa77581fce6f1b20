import { codeOf, type FactName } from '../src/sight/facts.ts';
import { VERDICTS } from '../src/sight/verdict.ts';

/** The three duties of P1 in the SQL that somebody who knows DuckDB would write: windows over few rows, the law and the working days as tables. */

const codes = (...names: FactName[]): string => names.map(codeOf).join(', ');
const verdict = (name: (typeof VERDICTS)[number]): number => VERDICTS.indexOf(name);
const CLOSURES = codes('closure.closed', 'closure.transferred', 'closure.died');
const DIED = codes('born.died');

export const TABLES = `
  create table fact (
    child integer, place integer, code utinyint, thread integer, episode integer, earliest integer, latest integer,
    believed_from double, believed_until double, source utinyint
  );
  create table law (duty integer, from_day integer, until_day integer, first_limit integer, after_months integer, later_limit integer);
  create table worked (day integer, number integer);
  create table nth_worked (number integer, day integer);`;

/** What is believed, and the window of each child's census. */
const believed = (known: number): string => `
  create or replace temp table believed as
    select child, place, code, thread, episode, earliest, latest as day, source
    from fact where believed_from <= ${known} and ${known} < believed_until;
  create or replace temp table spoken as
    select child, min(earliest) as w_from, max(day) as w_until
    from believed where code = ${codes('spoken.cin-census')} group by child;`;

/** Starts with their first meeting and end (one that says that nothing was owed goes before all others), for a clock whose meetings stand in the episode of the start. */
const clock = (start: FactName, meets: string, voidsInThread: string | null): string => {
  const voided = voidsInThread
    ? `min(case when code in (${voidsInThread}) then day end) over (partition by child, thread order by day range between current row and unbounded following)`
    : 'null::integer';
  const relevant = [codes(start), meets, CLOSURES, DIED, ...(voidsInThread ? [voidsInThread] : [])].join(', ');
  return `
    with told as (
      select place, child, code, source, day as s,
        min(case when code in (${meets}) then day end) over later as met,
        min(case when code in (${CLOSURES}) then day end) over later as closed,
        min(case when code in (${DIED}) then day end) over (partition by child order by day range between current row and unbounded following) as died,
        ${voided} as voided,
        min(case when code in (${meets}) and source = 0 then day end) over (partition by child, episode) as here
      from believed where code in (${relevant})
      window later as (partition by child, episode order by day range between current row and unbounded following)
    ), ended as (
      select *, coalesce(voided, least(coalesce(closed, 2147483647), coalesce(died, 2147483647))) as over
      from told where code = ${codes(start)}
    )
    select place, child, source, s, here, case when met <= over then met end as m, voided,
      case when over < 2147483647 and (met is null or met > over) then over end as e`;
};

/** Every link of every plan's visits; its due day before and after the switch. */
const visitLinks = `
  with plans as (
    select place, child, source, day as s, thread,
      least(
        coalesce(min(case when code in (${codes('plan.protection-ended')}) then day end) over (partition by child, thread order by day range between current row and unbounded following), 2147483647),
        coalesce(min(case when code in (${CLOSURES}) then day end) over (partition by child, episode order by day range between current row and unbounded following), 2147483647),
        coalesce(min(case when code in (${DIED}) then day end) over (partition by child order by day range between current row and unbounded following), 2147483647)
      ) as over, code
    from believed where code in (${codes('plan.protection-begun', 'plan.protection-ended')}, ${CLOSURES}, ${DIED})
  ), visits as (
    select child, day, min(place) as place, arg_min(source, place) as source
    from believed where code in (${codes('seen.alone', 'seen.with-others')}) group by child, day
  ), firsts as (select child, min(day) filter (source = 0) as here from visits group by child),
  links as (
    select child, place as plan, place, source, s, s as chain, over from plans where code = ${codes('plan.protection-begun')}
    union all
    select p.child, p.place, v.place, v.source, v.day, p.s, p.over from plans p join visits v on v.child = p.child
    where p.code = ${codes('plan.protection-begun')} and v.day > p.s and v.day <= p.over
  ), linked as (
    select *, lead(s) over (partition by child, plan order by s) as m,
      date_diff('day', date '1970-01-01', (date '1970-01-01' + chain + to_months(after_months))::date)::integer as x,
      first_limit, later_limit
    from links join law on duty = 2 and s >= from_day and s < until_day
  )
  select place, child, source, s, here, m, case when m is null and over < 2147483647 then over end as e, null::integer as voided, x,
    b.day as d_before, a.day as d_after
  from linked left join firsts using (child) join worked w on w.day = s
    join nth_worked b on b.number = w.number + first_limit join nth_worked a on a.number = w.number + later_limit`;

/** Judges rows of (place, child, source, s, here, m, e) whose due day at a time is given by \`due(t)\`. */
const judgedBy = (
  number: number,
  rows: string,
  on: number,
  due: (at: string) => string,
  speaks: boolean,
  once: boolean,
): string => {
  const window = speaks ? 'w_from' : 'null';
  // The first meeting that a census shows inside its days need not have been the first of a start before them.
  const cutOff = once ? 'false' : `coalesce(s < ${window} and ${window} <= m, false)`;
  const blind = `(source <> 0 and not coalesce(here <= s, false) and (${window} is null or ${cutOff}))`;
  const heard = (last: string): string =>
    `(source = 0 or coalesce(here <= s, false) or (m is not null and not ${blind}) or coalesce(${window} <= s and s <= w_until and (${on} <= w_until or ${last} < w_until), false))`;
  const today = due(String(on));
  const soon = `greatest(s, ${today} - greatest(2, ceil((${today} - s) / 5.0)) + 1)`;
  return `
    select place, ${number} as duty,
      case
        when voided <= ${on} then case when m <= ${on} and m <= ${due('m')} then ${verdict('met')} else ${verdict('superseded')} end
        when m <= ${on} then case when m <= ${due('m')} then ${verdict('met')} when ${blind} then ${verdict('cannot-tell')} else ${verdict('met-late')} end
        when m is null and e <= ${on} then case
          when e <= ${due('e')} then ${verdict('superseded')} when ${heard(due('e'))} then ${verdict('overdue')} else ${verdict('cannot-tell')} end
        when not ${heard(today)} then ${verdict('cannot-tell')}
        when ${on} <= ${today} then case when ${on} >= ${soon} then ${verdict('due-soon')} else ${verdict('not-due')} end
        else ${verdict('overdue')}
      end::utinyint as verdict,
      (case when m <= ${on} then ${due('m')} when m is null and e <= ${on} then ${due('e')} else ${today} end)::integer as due_day
    from (${rows}) left join spoken using (child) where s <= ${on}`;
};

/** All that is run: the answers stand in the table \`answer\`. */
export function answerSql(on: number, known: number): string {
  const switched = (at: string): string =>
    `(case when s >= x then d_after when x <= d_before and ${at} >= x then d_after else d_before end)`;
  const simple = (duty: number, query: string): string => `
    select q.*, n.day as d from (${query} from ended) q
      join law l on l.duty = ${duty} and q.s >= l.from_day and q.s < l.until_day
      join worked w on w.day = q.s join nth_worked n on n.number = w.number + l.first_limit`;
  return `${believed(known)}
    create or replace temp table answer as
    ${judgedBy(0, simple(0, clock('referral.received', codes('decision.proceed', 'decision.no-further-action'), null)), on, () => 'd', true, false)}
    union all
    ${judgedBy(1, simple(1, clock('strategy.enquiries-begun', codes('conference.initial-held'), codes('enquiry.no-conference-needed'))), on, () => 'd', true, true)}
    union all
    ${judgedBy(2, visitLinks, on, switched, false, false)};`;
}

/** A sum over the answers in which each clock's place, duty, verdict and due day counts. */
export const CHECK = `select count(*)::double as clocks, sum((place::bigint * 31 + due_day * 7 + verdict * 1009 + duty * 13) % 1000003)::double as sum from answer`;
