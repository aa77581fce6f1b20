import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../../src/platform/database/database.ts';
import { type FreshDatabase, inventedDatabase } from '../fresh-database.ts';
import {
  ASKERS,
  type Asker,
  bookInWords,
  type ChildName,
  childNamed,
  EVERY_CHILD,
  HAS_ROWS_OF_NOBODY,
  rowsOfRelations,
} from './rows-of-relations.ts';
import { mutantsOfPolicy, mutantsOfQuery } from './sql-mutants.ts';

type Policy = { readonly name: string; readonly table: string; readonly command: string; readonly condition: string };
const undone = new Error('undone');
let fresh: FreshDatabase;
let policies: readonly Policy[];
let functions: readonly { readonly name: string; readonly definition: string; readonly body: string }[];

/** What decides which rows of a child somebody reads: every policy that asks for more than that somebody asks. */
const readPolicies = async (tx: Tx): Promise<Policy[]> =>
  (
    await sql<Policy>`
    select p.polname as name, p.polrelid::regclass::text as table, p.polcmd as command, pg_get_expr(p.polqual, p.polrelid) as condition
    from pg_policy p where pg_get_expr(p.polqual, p.polrelid) ~ 'readable_books' and p.polcmd in ('*', 'r') order by 2`.execute(
      tx,
    )
  ).rows;

/** The functions that judge, each with what is looked at when something is taken from it. */
const LOOKS_OF: Readonly<Record<string, readonly string[]>> = {
  'access.whole_county(uuid)': ['whole county'],
  'access.related_children(uuid)': ['relations'],
  'access.hidden_children(uuid)': ['hidden'],
  'access.readable_books()': ['readable'],
  'access.hidden_books()': ['hidden books'],
  'access.readable_children()': ['listed'],
  'access.must_be_asked_for(uuid[])': ['to be asked for'],
  'access.answers_for(uuid)': ['answers for'],
  'access.holder_of(uuid)': ['holder'],
  'access.reviews_openings()': ['reviews'],
  'people.words_met(text[],text,integer,integer)': ['found'],
  'people.faces_found(uuid[])': ['face'],
  'people.books_under_number(text,uuid)': ['number'],
};

beforeAll(async () => {
  fresh = await inventedDatabase();
  policies = await fresh.db.owner(readPolicies);
  await rowsOfRelations(
    fresh,
    policies.map(({ table }) => table),
  );
  functions = await fresh.db.owner(
    async (tx) =>
      (
        await sql<(typeof functions)[number]>`
        select oid::regprocedure::text as name, pg_get_functiondef(oid) as definition, prosrc as body
        from pg_proc where oid = any(${Object.keys(LOOKS_OF)}::regprocedure[]) order by 1`.execute(tx)
      ).rows,
  );
});
afterAll(() => fresh?.drop());

const books = () => sql`${EVERY_CHILD.map(childNamed)}::uuid[]`;
type Look = (asker: Asker) => RawBuilder<unknown>;
/** What the functions tell one asker, each in a row: `what`, of whom, and more. */
const FUNCTION_LOOKS: Readonly<Record<string, Look>> = {
  relations: ({ about }) =>
    sql`select 'relations' as what, child::text as whom, ' ' || string_agg(distinct relation, ',' order by relation) as more from access.related_children(${about}) group by child`,
  hidden: ({ about }) =>
    sql`select 'hidden' as what, child::text as whom, '' as more from access.hidden_children(${about})`,
  'hidden books': () => sql`select 'hidden books' as what, book::text as whom, '' as more from access.hidden_books()`,
  readable: () => sql`select 'readable' as what, book::text as whom, '' as more from access.readable_books()`,
  listed: () => sql`select 'listed' as what, child::text as whom, '' as more from access.readable_children()`,
  'answers for': ({ about }) =>
    sql`select 'answers for' as what, book::text as whom, '' as more from access.answers_for(${about})`,
  'whole county': ({ about }) =>
    sql`select 'whole county' as what, null as whom, '' as more where access.whole_county(${about})`,
  reviews: () => sql`select 'reviews' as what, null as whom, '' as more where access.reviews_openings()`,
  'to be asked for': () =>
    sql`select 'to be asked for' as what, book::text as whom, '' as more from access.must_be_asked_for((${books()})[2:])`,
  holder: () =>
    sql`select 'holder' as what, book::text as whom, concat_ws(',', '', team, manager) as more from unnest(${books()}) as book cross join lateral access.holder_of(book)`,
  found: () =>
    sql`select 'found' as what, book::text as whom, '' as more from people.words_met(array['words'], '', 2, 3)`,
  face: () =>
    sql`select 'face' as what, book::text as whom, case when may_open then ' opens' else '' end as more from people.faces_found(${books()})`,
  number: () =>
    sql`select 'number' as what, identity::text as whom, '' as more from unnest(${books()}) as book cross join lateral people.books_under_number('', book)`,
};
const tableLook =
  (table: string): Look =>
  ({ identity: { person } }) =>
    table === 'access.opening'
      ? sql`select ${table}::text as what, child::text as whom, '' as more from access.opening`
      : table === 'record.draft'
        ? sql`select ${table}::text as what, book::text as whom, case when author = ${person} then '' else ' by another' end as more from record.draft`
        : sql`select ${table}::text as what, book::text as whom, '' as more from ${sql.table(table)}`;
const looksAt = (whats: readonly string[]): Look[] => whats.map((what) => FUNCTION_LOOKS[what] ?? tableLook(what));

async function seenBy(tx: Tx, asker: Asker, whats: readonly string[]): Promise<string[]> {
  const { person, purpose, opened } = asker.identity;
  const looks = looksAt(whats).map((look) => look(asker));
  await sql`select set_config('sightline.person', ${person}, true), set_config('sightline.purpose', ${purpose}, true),
    set_config('sightline.opened', ${opened ? `{${opened.books}}` : ''}, true),
    set_config('sightline.relation', ${opened?.relation ?? ''}, true)`.execute(tx);
  const { rows } = await sql<{ what: string; whom: string | null; more: string }>`
    select distinct what, whom, more from (${sql.join(looks, sql` union all `)}) as seen`.execute(tx);
  return rows.map(({ what, whom, more }) => `${what}: ${bookInWords(whom)}${more}`).sort();
}

const WHOLE = ['director', 'performance-analyst', 'director who knows a child'];
/** Who has a worker: with the team of that worker and its manager, where there are any. */
const IN_TEAM = ',A Team,manager';
const HELD: Readonly<Partial<Record<ChildName, string>>> = {
  held: IN_TEAM,
  sister: '',
  closed: IN_TEAM,
  left: '',
  begun: IN_TEAM,
};
/** Who had opened a record with a reason reads their own opening. */
const OWN_OPENING = ['reason', 'over-reason', 'ended-reason', 'stopped'];

/** What must be seen, from the list by hand. */
function mustSee(name: string, { identity, relations, opens, hidden }: Asker, whats: readonly string[]): string[] {
  const [isHouse, isSomebody] = [
    identity.purpose === 'import',
    identity.person !== '' && identity.person !== 'visitor',
  ];
  const isWhole = WHOLE.includes(name);
  const related = (Object.keys(relations) as ChildName[]).filter((child) => !hidden.includes(child));
  const notHidden = isSomebody ? EVERY_CHILD.filter((child) => !hidden.includes(child)) : [];
  const opening =
    isHouse || name === 'data-protection-officer'
      ? [...EVERY_CHILD, 'no child']
      : isWhole
        ? [...opens, 'no child']
        : related;
  const rowsOf = (table: string): string[] => {
    if (table === 'access.opening') return [...new Set([...opening, ...(OWN_OPENING.includes(name) ? ['held'] : [])])];
    if (table === 'record.draft') return identity.person === '' ? [] : [...opens, 'no child', 'none'];
    const nobodys = HAS_ROWS_OF_NOBODY.has(table) && identity.person !== '' ? ['none'] : [];
    return [...opens, ...(isSomebody ? ['no child'] : []), ...nobodys];
  };
  // Asked of all but the first of them.
  const asked =
    identity.person === ''
      ? []
      : EVERY_CHILD.slice(1).filter((child) => !related.includes(child) && !(identity.opened && opens.includes(child)));
  const answering = related.filter((child) => /allocated|manager|cover/.test(relations[child] ?? ''));
  const told: Readonly<Record<string, readonly string[]>> = {
    hidden,
    'hidden books': isSomebody || name === 'a visitor' ? hidden : [],
    relations: Object.entries(relations).map(([child, by]) => `${child} ${by}`),
    readable: related,
    listed: related,
    'answers for': answering,
    'whole county': isWhole ? ['none'] : [],
    reviews: name === 'data-protection-officer' ? ['none'] : [],
    'to be asked for': isHouse || isWhole ? [] : asked,
    holder: notHidden.flatMap((child) => (HELD[child] === undefined ? [] : [`${child}${HELD[child]}`])),
    found: [...notHidden, ...(isSomebody ? ['no child'] : [])],
    face: notHidden.map((child) => (isHouse || isWhole || related.includes(child) ? `${child} opens` : child)),
    number: notHidden,
  };
  return whats.flatMap((what) => (told[what] ?? rowsOf(what)).map((whom) => `${what}: ${whom}`)).sort();
}

/** What is wrong, asker by asker, where they look at all of `whats`; looks no further after the first when `most` is 1. */
async function wrongWith(change: string, whats: readonly string[], most = Number.POSITIVE_INFINITY): Promise<string[]> {
  const wrong: string[] = [];
  const attempt = fresh.db.owner(async (tx) => {
    if (change) await sql.raw(change).execute(tx);
    await sql`set local role sightline_app`.execute(tx);
    for (const [name, asker] of ASKERS) {
      if (wrong.length >= most) break;
      const [seen, must] = [await seenBy(tx, asker, whats), mustSee(name, asker, whats)];
      wrong.push(...seen.filter((each) => !must.includes(each)).map((each) => `${name} is told of ${each}`));
      wrong.push(...must.filter((each) => !seen.includes(each)).map((each) => `${name} is not told of ${each}`));
    }
    throw undone;
  });
  await attempt.catch((fault: unknown) => {
    if (fault !== undone) throw new Error(`${change}: ${fault}`);
  });
  return wrong;
}

test('everybody is told exactly what must be told', async () => {
  const tables = policies.map(({ table }) => table);
  expect(tables.length).toBeGreaterThan(9);
  expect(await wrongWith('', [...tables, ...Object.keys(FUNCTION_LOOKS)])).toEqual([]);
});

type Trial = { readonly mutant: string; readonly change: string; readonly whats: readonly string[] };

/** What is told twice, so that nobody can notice when it is told once. */
const TOLD_TWICE: ReadonlyMap<string, string> = new Map([
  ['record.draft without (book IS NULL)', 'what is about no book is about no child’s book: the last way lets it in'],
  [
    `access.must_be_asked_for(uuid[]) without coalesce(current_setting('sightline.person', true), '') <> ''`,
    'access.whole_county answers nobody',
  ],
]);

async function tryAll(trials: readonly Trial[]) {
  const lines: string[] = [];
  const left: string[] = [];
  for (const { mutant, change, whats } of trials) {
    const [notices] = await wrongWith(change, whats, 1);
    lines.push(`| ${mutant.replaceAll('|', '\\|')} | ${notices ?? `nobody: ${TOLD_TWICE.get(mutant)}`} |`);
    if ((notices === undefined) !== TOLD_TWICE.has(mutant)) left.push(mutant);
  }
  return { lines, left };
}

const replaced = ({ name, table, command }: Policy, condition: string): string =>
  `drop policy ${name} on ${table}; create policy ${name} on ${table} for ${command === 'r' ? 'select' : 'all'} using (${condition})`;

const HEADING = `# The rules of the database without one of their clauses

Written by \`test/access-matrix/policy-mutants.test.ts\`, which takes each clause away and looks who notices; \`npx vitest run -u\` with that
file writes it again. What was weakened by hand stands in \`weakened.md\`.

| the rule | who notices first, and what |
| --- | --- |
`;

describe('mutants', () => {
  const told: string[] = [];

  test('of the policies: each read by anybody, each way in shut, each condition forgotten', async () => {
    const trials = policies.flatMap((policy) =>
      [
        {
          without: 'everything but an identity',
          text: `coalesce(current_setting('sightline.person', true), '') <> ''`,
        },
        ...mutantsOfPolicy(policy.condition),
      ].map(({ without, text }) => ({
        mutant: `${policy.table} without ${without}`,
        change: replaced(policy, text),
        whats: [policy.table],
      })),
    );
    const { left, lines } = await tryAll(trials);
    expect(left).toEqual([]);
    told.push(...lines);
  });

  test('of the functions: each branch and each condition gone', async () => {
    const trials = functions.flatMap(({ name, definition, body }) =>
      mutantsOfQuery(body)
        .filter(({ without }) => name.startsWith('access.') || without.includes('access.'))
        .map(({ without, text }) => ({
          mutant: `${name} without ${without}`,
          change: definition.replace(body, () => text),
          whats: LOOKS_OF[name] ?? [],
        })),
    );
    expect(trials.length).toBeGreaterThan(60);
    const { left, lines } = await tryAll(trials);
    expect(left).toEqual([]);
    told.push(...lines);
  });

  test('stand in a list, each with what notices', async () => {
    await expect(`${HEADING}${told.join('\n')}\n`).toMatchFileSnapshot('../../security/sql-mutants.md');
  });
});
