import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { CompiledStatute } from '../compile.ts';
import type { Policy } from '../facts.ts';
import { visitsOnly } from '../gaps.ts';
import { insertClocks } from './clock-rows.ts';
import { factsOf, policiesOf } from './read-facts.ts';
import { EVERYTHING, reckon, standingsByChild } from './reckon-clocks.ts';
import type { Reckoned } from './replace-reckoned.ts';
import { insertSpans } from './span-rows.ts';

/** The law with the policies of a moment worked in: what every reading page has. */
type LawAsked = { readonly compiledFor: (policies: readonly Policy[]) => CompiledStatute };
/** Which moment is asked about; `then`: as it was known at `knownAt`, else as it is known now. */
type MomentAsked = { readonly how: 'now' | 'then' | 'hindsight'; readonly knownAt: Instant };

/**
 * The name of the table to read spans from, for `sql.table(…)`: `sight.span`, or one of this transaction alone in which every
 * child stands as was known then. Both have the same columns, so a page has one question for both times. `among`: the only
 * children (and carers) that the page can ask for; the others may stand in the table as they are known now.
 */
export const spansAsked = (tx: Tx, law: LawAsked, asked: MomentAsked, among?: readonly Id[]): Promise<string> =>
  tableAsked(tx, law, asked, SPANS, among);

/** The same for clocks: `sight.clock`, or what the clocks said then. */
export const clocksAsked = (tx: Tx, law: LawAsked, asked: MomentAsked, among?: readonly Id[]): Promise<string> =>
  tableAsked(tx, law, asked, CLOCKS, among);

type Kept = {
  readonly table: 'sight.span' | 'sight.clock';
  readonly asked: string;
  /** The duties that must be reckoned for it. */
  readonly duties: (compiled: CompiledStatute) => CompiledStatute;
  readonly insert: (tx: Tx, table: string, reckoned: readonly Reckoned[]) => Promise<void>;
};
const SPANS: Kept = { table: 'sight.span', asked: 'asked_span', duties: visitsOnly, insert: insertSpans };
const CLOCKS: Kept = {
  table: 'sight.clock',
  asked: 'asked_clock',
  duties: (compiled) => compiled,
  insert: (tx, table, reckoned) =>
    insertClocks(
      tx,
      table,
      reckoned.flatMap(({ pieces }) => pieces),
    ),
};

/** What was made in each open transaction, and for which moment and children. */
const made = new WeakMap<Tx, Map<string, string>>();
const AT_ONCE = 500;

async function tableAsked(
  tx: Tx,
  law: LawAsked,
  { how, knownAt }: MomentAsked,
  kept: Kept,
  among: readonly Id[] | undefined,
): Promise<string> {
  if (how !== 'then') return kept.table;
  const here = made.get(tx) ?? new Map<string, string>();
  made.set(tx, here);
  const asked = `${knownAt} ${among?.join() ?? 'everybody'}`;
  if (here.get(kept.asked) === asked) return `pg_temp.${kept.asked}`;
  const wanted = among && new Set(among);
  const changed = (await changedSince(tx, knownAt)).filter((child) => wanted?.has(child) ?? true);
  if (changed.length === 0) return kept.table;
  if (here.has(kept.asked)) await sql.raw(`drop table ${kept.asked}_changed, ${kept.asked}_own cascade`).execute(tx);
  await makeTables(tx, kept, changed);
  await fill(tx, law, knownAt, kept, changed);
  here.set(kept.asked, asked);
  return `pg_temp.${kept.asked}`;
}

/** Of children of whom nothing was learnt since, what is known now is what was known then: only the others are reckoned. */
async function makeTables(tx: Tx, { table, asked }: Kept, changed: readonly Id[]): Promise<void> {
  await sql.raw(`create temporary table ${asked}_changed (child uuid primary key) on commit drop`).execute(tx);
  await sql.raw(`create temporary table ${asked}_own (like ${table}) on commit drop`).execute(tx);
  await sql`insert into ${sql.table(`${asked}_changed`)} select unnest(${changed}::uuid[])`.execute(tx);
  await sql.raw(`analyze ${asked}_changed`).execute(tx);
  await sql
    .raw(`create temporary view ${asked} with (security_invoker = true) as
      select * from ${table} as kept where not exists (select from ${asked}_changed where child = kept.child)
      union all select * from ${asked}_own`)
    .execute(tx);
}

async function fill(tx: Tx, law: LawAsked, known: Instant, kept: Kept, changed: readonly Id[]): Promise<void> {
  const compiled = kept.duties(law.compiledFor(await policiesOf(tx, known)));
  for (let at = 0; at < changed.length; at += AT_ONCE) {
    const facts = await factsOf(tx, changed.slice(at, at + AT_ONCE), known);
    const standingsOfChild = await standingsByChild(tx, facts, known);
    const reckoned = [...facts].map(([child, own]) => reckon(compiled, child, own, standingsOfChild(child), known));
    await kept.insert(tx, `pg_temp.${kept.asked}_own`, reckoned);
  }
  await sql.raw(`analyze ${kept.asked}_own`).execute(tx);
}

/**
 * The children and carers of whom, of whose workers or of whose council's policies anything was learnt after a moment. What
 * was learnt of a worker touches those whom they were named to hold from the first day on which it says anything else.
 */
async function changedSince(tx: Tx, knownAt: Instant): Promise<Id[]> {
  const policies = (await policiesOf(tx, knownAt)).map(inForce);
  const policiesNow = (await policiesOf(tx, EVERYTHING)).map(inForce);
  const all = policies.join() !== policiesNow.join();
  const { rows } = await sql<{ child: Id }>`
    with learnt as (
      select distinct book from record.entry where recorded_at > ${knownAt}
    ), moved as (
      select told.party, min(case when known.party is null then told.first_day
        else least(coalesce(known.last_day + 1, 'infinity'), coalesce(told.last_day + 1, 'infinity')) end) as from_day
      from sight.standing told left join lateral (
        select party, last_day from sight.standing
        where party = told.party and state = told.state and first_day = told.first_day and believed_from <= ${knownAt}
        order by believed_from desc limit 1) known on true
      where told.believed_from > ${knownAt} group by told.party
      union all
      select s.party, min(s.first_day) from sight.standing s join sight.retraction r using (entry)
      where r.believed_until > ${knownAt} group by s.party
    ), books as (
      select id as book from record.book where kind in ('child', 'carer') and (${all} or id in (select book from learnt))
      union
      select s.child from sight.span s join moved using (party) where s.until_day is null or s.until_day > moved.from_day
    )
    select distinct coalesce(i.identity, b.book) as child
    from books b left join people.child_identity i using (book) order by child`.execute(tx);
  return rows.map(({ child }) => child);
}

const inForce = ({ parameter, value, from, believedFrom }: Policy): string =>
  [parameter, value, from, believedFrom].join(' ');
