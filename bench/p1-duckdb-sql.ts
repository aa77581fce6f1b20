import { codeOf, type FactName } from '../src/sight/facts.ts';
import { VERDICTS } from '../src/sight/verdict.ts';

/**
 * The three duties of P1 in the SQL that somebody who knows DuckDB would write: windows and grouped joins over few rows,
 * the law and the working days as tables. A day that is not known well is two days there as it is here.
 */

const codes = (...names: FactName[]): string => names.map(codeOf).join(', ');
const verdict = (name: (typeof VERDICTS)[number]): number => VERDICTS.indexOf(name);
const CLOSURES = codes('closure.closed', 'closure.transferred', 'closure.died');
const DIED = codes('born.died');
const NEVER = 2147483647;

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
    select child, place, code, thread, episode, earliest as lo, latest as hi, source
    from fact where believed_from <= ${known} and ${known} < believed_until;
  create or replace temp table spoken as
    select child, min(lo) as w_from, max(hi) as w_until
    from believed where code = ${codes('spoken.cin-census')} group by child;`;

/** The first end of each start: closures of its episode, a death, and what \`own\` names on its thread. */
const endsOf = (start: string, own: string | null): string => {
  const from = 'range between (hi - lo) preceding and unbounded following';
  const min = (what: string, list: string, by: string): string =>
    `min(case when code in (${list}) then ${what} end) over (partition by ${by} order by hi ${from})`;
  const both = (name: string, list: string, by: string): string =>
    `${min('lo', list, by)} as ${name}1, ${min('hi', list, by)} as ${name}2`;
  const relevant = [start, CLOSURES, DIED, ...(own ? [own] : [])].join(', ');
  return `
    select * from (
      select *, ${both('closed', CLOSURES, 'child, episode')}, ${both('died', DIED, 'child')},
        ${own ? both('own', own, 'child, thread') : 'null::integer as own1, null::integer as own2'}
      from believed where code in (${relevant})
    ) where code = ${start}`;
};

const first = (...days: string[]): string => `least(${days.map((day) => `coalesce(${day}, ${NEVER})`).join(', ')})`;

/** A clock whose meetings stand in the episode of the start; what voids it on its thread goes before every other end. */
const clock = (duty: number, start: FactName, meets: string, voids: string | null): string => `
  with ended as (
    select place, child, episode, source, lo as s1, hi as s2, own2 is not null as voided,
      coalesce(own1, ${first('closed1', 'died1')}) as e1, coalesce(own2, ${first('closed2', 'died2')}) as e2
    from (${endsOf(codes(start), voids)})
  ), met as (
    select s.place, min(m.lo) filter (m.lo <= s.e2 and m.hi >= s.s1) as m1, min(m.hi) filter (m.lo <= s.e2 and m.hi >= s.s1) as m2,
      min(m.hi) filter (m.source = 0) as here
    from ended s join believed m on m.child = s.child and m.episode = s.episode and m.code in (${meets}) group by s.place
  ), dated as (
    select e.*, m1, m2, here, a.day as d1, b.day as d2, l.first_limit <> k.first_limit as torn
    from ended e left join met using (place)
      join law l on l.duty = ${duty} and e.s1 >= l.from_day and e.s1 < l.until_day
      join law k on k.duty = ${duty} and e.s2 >= k.from_day and e.s2 < k.until_day
      join worked v on v.day = e.s1 join nth_worked a on a.number = v.number + l.first_limit
      join worked w on w.day = e.s2 join nth_worked b on b.number = w.number + k.first_limit
  )
  select place, child, source, s1, s2, m1, m2, e1, e2, voided, here, torn,
    d1 as today1, d2 as today2, d1 as met1, d2 as met2, d1 as ended1, d2 as ended2 from dated`;

/** The due days that may apply between two days, when the limit switches on day x. */
const between = (from: string, until: string): [string, string] => [
  `case when not switched or x > ${until} then old1 when x <= ${from} then new1 else least(old1, new1) end`,
  `case when not switched or x > ${until} then old2 when x <= ${from} then new2 else greatest(old2, new2) end`,
];

/** Every link of every plan's visits. Plans begin on a known day; visits and ends need not. */
const visitLinks = (duty: number, on: number): string => {
  const [today1, today2] = between(String(on), String(on));
  const [met1, met2] = between('m1', 'm2');
  const [ended1, ended2] = between('e1', 'e2');
  return `
  with plans as (
    select place, child, source, lo as s, ${first('closed1', 'died1', 'own1')} as e1, ${first('closed2', 'died2', 'own2')} as e2
    from (${endsOf(codes('plan.protection-begun'), codes('plan.protection-ended'))})
  ), visits as (
    select child, place, lo, hi, source from believed where code in (${codes('seen.alone', 'seen.with-others')})
  ), heard as (select child, min(hi) filter (source = 0) as here from visits group by child),
  days as (
    select p.child, p.place as plan, p.s as chain, p.e1, p.e2, v.hi as s2, min(v.place) as place,
      arg_min(v.lo, v.place) as s1, arg_min(v.source, v.place) as source, min(v.lo) as least_lo
    from plans p join visits v on v.child = p.child and v.hi > p.s and v.lo <= p.e2 group by all
  ), links as (
    select child, place as plan, s as chain, e1, e2, s as s1, s as s2, place, source, null::integer as least_lo from plans
    union all
    select child, plan, chain, e1, e2, s1, s2, place, source, least_lo from days
  ), linked as (
    select *, lead(s2) over by_day as m2, min(least_lo) over (by_day rows between 1 following and unbounded following) as m1,
      date_diff('day', date '1970-01-01', (date '1970-01-01' + chain + to_months(l.after_months))::date)::integer as x
    from links join law l on l.duty = ${duty} and s2 >= l.from_day and s2 < l.until_day
    window by_day as (partition by child, plan order by s2, place)
  ), dated as (
    select k.*, here, a.day as before1, b.day as before2, c.day as after1, d.day as after2
    from linked k left join heard using (child)
      join worked v on v.day = k.s1 join nth_worked a on a.number = v.number + first_limit join nth_worked c on c.number = v.number + later_limit
      join worked w on w.day = k.s2 join nth_worked b on b.number = w.number + first_limit join nth_worked d on d.number = w.number + later_limit
  ), staged as (
    select *, x <= before2 and x > s1 as switched,
      case when x <= s1 then after1 else before1 end as old1, case when x <= s1 then after2 else before2 end as old2,
      case when x <= before1 then after1 else least(after1, before1) end as new1,
      case when x <= before1 then after2 else greatest(after2, before2) end as new2
    from dated
  )
  select place, child, source, s1, s2, m1, m2, e1, e2, false as voided, here, false as torn,
    ${today1} as today1, ${today2} as today2, ${met1} as met1, ${met2} as met2, ${ended1} as ended1, ${ended2} as ended2 from staged`;
};

/** Whether a file can speak of the duty's meetings at all, and whether they happen once on the start's own thread. */
type Speaks = { readonly speaks: boolean; readonly once: boolean };

/** The verdict of each row, by the meaning of a clock. */
function judgedBy(duty: number, rows: string, on: number, { speaks, once }: Speaks): string {
  const window = speaks ? 'w_from' : 'null';
  // The first meeting that a census shows inside its days need not have been the first of a start before them.
  const cutOff = once ? 'false' : `coalesce(s1 < ${window} and ${window} <= m2, false)`;
  const always = '(source = 0 or coalesce(here <= s1, false))';
  const blind = `(not ${always} and (${window} is null or ${cutOff}))`;
  const heard = (due: string): string =>
    `(${always} or (m2 is not null and not ${blind}) or coalesce(${window} <= s1 and s1 <= w_until and (${on} <= w_until or ${due} < w_until), false))`;
  const soon = `greatest(s1, today1 - greatest(2, ceil((today1 - s1) / 5.0)) + 1)`;
  const open = (due1: string, due2: string): string => `
    case when not ${heard(due2)} then ${verdict('cannot-tell')}
      when ${on} <= ${due1} then case when ${on} >= ${soon} then ${verdict('due-soon')} else ${verdict('not-due')} end
      when ${on} > ${due2} then ${verdict('overdue')} else ${verdict('cannot-tell')} end`;
  return `
    select place, ${duty} as duty,
      case
        when torn then ${verdict('cannot-tell')}
        when voided and e1 <= ${on} then case
          when m2 <= ${on} and m2 <= met1 then ${verdict('met')}
          when e2 <= ${on} then ${verdict('superseded')}
          when ${on} <= today1 then ${open('today1', 'today2')} else ${verdict('cannot-tell')} end
        when m2 <= ${on} then case
          when m2 <= met1 then ${verdict('met')} when ${blind} then ${verdict('cannot-tell')}
          when m1 > met2 then ${verdict('met-late')} else ${verdict('cannot-tell')} end
        when m1 <= ${on} and ${on} > today1 then ${verdict('cannot-tell')}
        when m2 is null and e1 <= ${on} and e2 > ${on} then case
          when ${on} <= today1 or e1 > today2 then ${open('today1', 'today2')} else ${verdict('cannot-tell')} end
        when m2 is null and e1 <= ${on} then case
          when e2 <= ended1 then ${verdict('superseded')} when e1 > ended2 then ${open('ended1', 'ended2')} else ${verdict('cannot-tell')} end
        else ${open('today1', 'today2')}
      end::utinyint as verdict,
      (case when m2 <= ${on} and not (voided and e1 <= ${on} and not m2 <= met1) then met1
        when not voided and m2 is null and e2 <= ${on} then ended1 else today1 end)::integer as due_day
    from (${rows}) left join spoken using (child) where s1 <= ${on}`;
}

/** All that is run: the answers stand in the table \`answer\`. */
export const answerSql = (on: number, known: number): string => `${believed(known)}
  create or replace temp table answer as
  ${judgedBy(0, clock(0, 'referral.received', codes('decision.proceed', 'decision.no-further-action'), null), on, { speaks: true, once: false })}
  union all
  ${judgedBy(1, clock(1, 'strategy.enquiries-begun', codes('conference.initial-held'), codes('enquiry.no-conference-needed')), on, { speaks: true, once: true })}
  union all
  ${judgedBy(2, visitLinks(2, on), on, { speaks: false, once: false })};`;

/** A sum over the answers in which each clock's place, duty, verdict and due day counts. */
export const CHECK = `select count(*)::double as clocks, sum((place::bigint * 31 + due_day * 7 + verdict * 1009 + duty * 13) % 1000003)::double as sum from answer`;
