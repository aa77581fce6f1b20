import { sql } from 'kysely';
import type { Id } from '../../src/kernel/id.ts';
import type { Database, Tx } from '../../src/platform/database/database.ts';

/** The person who asks: related to thirty children, hidden from one. */
export const ASKER = '00000000-0000-4000-8000-000000000001' as Id;

/** As many children as that, five search words each, in a database of this test alone. Written by the owner, rules laid aside. */
export async function fillCounty(db: Database, children: number): Promise<void> {
  await db.owner(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`insert into access.person (id, email, name, roles, added_at, added_by)
      values (${ASKER}, 'asker@x.example', 'An Asker', '{social-worker}', now(), 'test')`.execute(tx);
    await sql`create temporary table one on commit drop as
      select n, md5('child ' || n)::uuid as book from generate_series(1, ${children}::int) as n`.execute(tx);
    await sql`insert into people.child_identity (book, identity) select book, book from one`.execute(tx);
    await sql`insert into people.child (book, council_child_id, name, died) select book, 'C' || n, md5('name ' || n), false from one`.execute(
      tx,
    );
    await sql`insert into people.search_word (book, kind, shown, word)
      select book, case when k = 0 then 'number' else 'name' end, word, word
      from one cross join generate_series(0, 4) as k cross join lateral (
        select case when k = 0 then n::text else translate(substr(md5(k || ' ' || n % 60000), 1, 8), '0123456789', 'ghijklmnop') end as word) as w`.execute(
      tx,
    );
    await sql`insert into access.named_relation (book, entry, person, as_what, from_day)
      select book, book, ${ASKER}, 'legal', '2000-01-01' from one where n <= 30`.execute(tx);
    await sql`insert into access.interest (book, entry, person, child, kind)
      select book, book, ${ASKER}, book, 'neighbour' from one where n = 31`.execute(tx);
  });
  await db.owner((tx) =>
    sql`analyze people.search_word, people.child, people.child_identity, access.named_relation, access.interest`.execute(
      tx,
    ),
  );
}

type Scans = { readonly whole: number; readonly byIndex: number };

/** How often a table was read from end to end, and by an index, while `work` was done. */
export async function scansDuring(tx: Tx, table: string, work: () => Promise<unknown>): Promise<Scans> {
  const now = async (): Promise<Scans> =>
    (
      await sql<Scans>`select seq_scan as whole, idx_scan as "byIndex" from pg_stat_xact_user_tables
        where relid = ${table}::regclass`.execute(tx)
    ).rows[0] ?? { whole: 0, byIndex: 0 };
  const before = await now(); // of questions before, which this connection has not reported yet
  await work();
  const after = await now();
  return { whole: after.whole - before.whole, byIndex: after.byIndex - before.byIndex };
}

/** Each kind of thing that somebody may type: a whole word, a beginning, a sound, a slip of the fingers, a number. */
export const TYPED: readonly (readonly [what: string, words: readonly string[], number: string | null])[] = [
  ['a beginning', ['ab'], null],
  ['a word and its sound', ['smithson'], null],
  ['a slip of the fingers', ['abcdefhg'], null],
  ['two words', ['abcd', 'fgha'], null],
  ['a number', ['12345'], '12345'],
];

/** Asks the search as the pages do, and answers how its table was read. */
export const searchScans = (db: Database, words: readonly string[], number: string | null) =>
  db.as({ person: ASKER, purpose: 'request' }, (tx) =>
    scansDuring(tx, 'people.search_word', () =>
      sql`select * from people.words_met(${words}::text[], ${number}, 2, 4)`.execute(tx),
    ),
  );

/** Relations and a few more; a function that is asked for each child is called thousands of times. */
export const A_FEW = 100;

/**
 * How often each function of ours is called when all of a county's children are asked for by somebody who may open thirty of
 * them. Asked by the owner in the application's role, because only a superuser may count calls.
 */
export async function callsForList(db: Database): Promise<{ seen: number; calls: Record<string, number> }> {
  return db.owner(async (tx) => {
    await sql`set local track_functions = 'all'`.execute(tx);
    await sql`set local role sightline_app`.execute(tx);
    await sql`select set_config('sightline.person', ${ASKER}, true), set_config('sightline.purpose', 'request', true)`.execute(
      tx,
    );
    const { rows } = await sql<{ n: number }>`select count(*) as n from people.child`.execute(tx);
    const counted = await sql<{ name: string; calls: number }>`
      select schemaname || '.' || funcname as name, calls from pg_stat_xact_user_functions`.execute(tx);
    return { seen: rows[0]?.n ?? 0, calls: Object.fromEntries(counted.rows.map(({ name, calls }) => [name, calls])) };
  });
}

/** What each function that runs as its owner answers to a caller, with a person and a child that are there. Rows that say something. */
export async function answersOfOwnerFunctions(tx: Tx): Promise<Record<string, number | string>> {
  const { rows } = await sql<{ name: string; call: string }>`
    with child as (select book from access.named_relation order by book limit 1)
    select p.oid::regproc::text as name, p.oid::regproc || '(' || coalesce((
      select string_agg(case format_type(t, null)
        when 'uuid' then case when p.proargnames[at] ~ 'book' then quote_literal(child.book) else quote_literal(${ASKER}::text) end
        when 'uuid[]' then quote_literal('{' || child.book || '}')
        when 'text[]' then '''{abcd,C1}''' when 'text' then '''C1''' when 'integer' then '2' when 'date' then 'current_date'
        when 'timestamp with time zone' then 'now()' else 'null' end || '::' || format_type(t, null), ', ' order by at)
      from unnest(p.proargtypes) with ordinality as a (t, at)), '') || ')' as call
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace cross join child
    where p.prosecdef and n.nspname in ('access', 'people', 'app', 'record', 'sight', 'returns', 'workforce')
      and p.prorettype <> 'trigger'::regtype order by 1`.execute(tx);
  const answers: Record<string, number | string> = {};
  for (const { name, call } of rows) {
    await sql`savepoint before`.execute(tx);
    try {
      await sql`set local role sightline_app`.execute(tx);
      const answer = await sql<object>`select * from ${sql.raw(call)}`.execute(tx);
      answers[name] = answer.rows.filter((row) =>
        Object.values(row).some((value) => value !== null && value !== '' && value !== false),
      ).length;
    } catch (fault) {
      answers[name] = (fault as { code?: string }).code ?? 'fault';
    }
    await sql`rollback to savepoint before`.execute(tx);
  }
  return answers;
}
