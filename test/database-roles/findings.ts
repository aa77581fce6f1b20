import { sql } from 'kysely';
import type { Tx } from '../../src/platform/database/database.ts';

/** Schemas that are ours: not PostgreSQL's, not the extensions', not the queue's. */
const OURS = sql`n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'graphile_worker')`;

/** Tables without personal data, which need no row policy, each with its reason. */
export const OPEN_TABLES: ReadonlyMap<string, string> = new Map([
  ['app.migration', 'names and hashes of our own files'],
  ['app.council', 'the name of the council, and whether it is invented'],
  ['app.trial', 'whether a trial file was ever loaded'],
  ['app.hand_made', 'whether the stories were told'],
  ['app.standing_day', 'the day on which an invented database stands'],
  ['sight.fact_name', 'the vocabulary of facts'],
]);

/** What a function that runs as the owner gives to whoever may call it. Each was read for this list. */
export const OWNER_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['app.add_job', 'a job in the queue, for somebody with an identity'],
  ['access.whole_county', 'whether a person answers for every child'],
  ['access.related_children', 'the children to whom a person stands in a relation, by id'],
  ['access.hidden_children', 'the children who are hidden from a person, by id'],
  ['access.readable_books', 'the books that the asking person may read, by id'],
  ['access.hidden_books', 'the books that are hidden from the asking person, by id'],
  ['access.standing_towards', 'by what relations a person may open one child'],
  ['access.child_numbered', 'the child under a council number, by id, for somebody with an identity'],
  ['access.must_be_asked_for', 'which of some children the asking person may open with a reason only'],
  ['access.ready_log', 'the months of the access log, made ready'],
  ['access.reviews_openings', 'whether the asking person reviews openings with a reason'],
  ['access.people_near', 'who might be somebody to a child, by id, so that each can be judged'],
  ['access.answers_for', 'the books for which a person answers, by id'],
  ['access.told_of_opening', 'who is told that a record was opened, by id'],
  ['access.holder_of', 'the names of a child’s worker, team and manager, unless the child is hidden'],
  ['access.readable_children', 'the children whom the asking person may open, by id'],
  [
    'access.homes_shared',
    'which children live where a member of staff lives, protected places left out, for the house alone',
  ],
  ['access.log_of_child', 'who opened a child’s record, for whom the gate has opened it'],
  ['access.log_months_of_child', 'the months of which there are such lines'],
  ['people.births', 'days of birth of children by id, without a name, for somebody with an identity'],
  ['people.books_seen', 'the books whose protected places the asking person may see, by id'],
  ['people.keep_literal_changes', 'a trigger: notes that protected words came'],
  ['people.literal_hints', 'numbers that hint at protected words and give none'],
  ['people.literals_met', 'which of some keys are of places that the asking person may not see'],
  ['people.literals_protected', 'which of some keys are of anybody’s protected place, for a writer'],
  ['people.literals_raised', 'entries by the asking person whose words are withheld, by id'],
  ['people.places_around', 'where a child and the adults around them live, protected places withheld'],
  ['people.raise_literals', 'entries raised to their own authors'],
  ['people.words_met', 'search words of children who are not hidden from the asking person'],
  ['people.faces_found', 'who the found children are, none hidden from the asking person'],
  ['people.books_under_number', 'the children under a number, none hidden from the asking person'],
]);

/** Every table of ours that keeps no rows from the application, though nothing says that it may. Empty when all is well. */
export async function unguardedTables(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string; guarded: boolean; open: number; part: boolean; granted: boolean }>`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as guarded, c.relispartition as part,
      has_table_privilege('sightline_app', c.oid, 'select, insert, update, delete') as granted,
      (select count(*) from pg_policy p where p.polrelid = c.oid and p.polroles && array[0::oid, 'sightline_app'::regrole]
        and (pg_get_expr(p.polqual, p.polrelid) = 'true' or pg_get_expr(p.polwithcheck, p.polrelid) = 'true')) as open
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind in ('r', 'p', 'f', 'm') order by 1`.execute(tx);
  return rows
    .filter(({ name, guarded }) => guarded === OPEN_TABLES.has(name))
    .map(({ name, guarded }) =>
      guarded ? `${name} has a row policy: take it off the list` : `${name} has no row policy`,
    )
    .concat(rows.filter(({ open }) => open > 0).map(({ name }) => `${name} has a policy that lets everybody through`))
    .concat(
      rows.filter(({ part, granted }) => part && granted).map(({ name }) => `${name} can be reached beside its whole`),
    );
}

/** Every function that runs as its owner and is not as such a function must be. Empty when all is well. */
export async function looseFunctions(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string; path: string | null; everybody: boolean }>`
    select n.nspname || '.' || p.proname as name, has_function_privilege('public', p.oid, 'execute') as everybody,
      (select substr(each, 13) from unnest(p.proconfig) as each where each like 'search_path=%') as path
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and ${OURS} order by 1`.execute(tx);
  const names = new Set(rows.map(({ name }) => name));
  return [
    ...rows.filter(({ name }) => !OWNER_FUNCTIONS.has(name)).map(({ name }) => `${name} is not on the list`),
    ...rows.filter(({ everybody }) => everybody).map(({ name }) => `${name} may be called by everybody`),
    // A name that is not qualified is looked for among the caller's temporary tables first, unless they come last.
    ...rows
      .filter(({ path }) => !/^pg_catalog(, public)?, pg_temp$/.test(path ?? ''))
      .map(({ name, path }) => `${name} searches ${path}`),
    ...[...OWNER_FUNCTIONS.keys()]
      .filter((name) => !names.has(name))
      .map((name) => `${name} is on the list and not there`),
  ];
}

/** Every view that reads as its owner and not as whoever asks. */
export async function viewsOfOwner(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind = 'v' and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false)
    order by 1`.execute(tx);
  return rows.map(({ name }) => name);
}

/** What anybody at all who can connect would be allowed, by grant to everybody. */
export async function grantsToEverybody(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace,
      aclexplode(c.relacl) as acl where ${OURS} and acl.grantee = 0
    union all
    select n.nspname from pg_namespace n, aclexplode(n.nspacl) as acl
    where (${OURS} and acl.grantee = 0) or (n.nspname = 'public' and acl.grantee = 0 and acl.privilege_type = 'CREATE')`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}

/** The tables of ours, each with the columns that one may write. Parts of a table are not told: they are reached through it. */
export async function tablesOfOurs(
  tx: Tx,
): Promise<readonly { readonly name: string; readonly columns: readonly { name: string; type: string }[] }[]> {
  const { rows } = await sql<{ name: string; columns: { name: string; type: string }[] }>`
    select n.nspname || '.' || quote_ident(c.relname) as name,
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where ${OURS} and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and a.attidentity = ''
    group by 1 order by 1`.execute(tx);
  return rows;
}
