import { sql } from 'kysely';
import { grouped } from '../../kernel/grouped.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Statute } from '../../statute/statute.ts';
import { clocksOf } from '../clocks.ts';
import { type CompiledStatute, compileStatute } from '../compile.ts';
import { coveredOf } from '../coverage.ts';
import type { Fact, Policy, Standing } from '../facts.ts';
import { gapSpansOf } from '../gaps.ts';
import { factsOfBooks, policiesOf, standingsOf } from './read-facts.ts';
import { type Reckoned, replaceReckoned } from './replace-reckoned.ts';

/** The law as the files have it, before the council's own policies are merged in. */
export type Law = Pick<Statute, 'duties' | 'calendars' | 'version'>;

/** All that is known now: later than every entry. */
export const EVERYTHING = '9999-12-31T23:59:59.999Z' as Instant;

/** The law with the policies that these entries set merged in; `read` asks for them when they are not those of last time. */
export type Compiler = (entries: string, read: () => Promise<readonly Policy[]>) => Promise<CompiledStatute>;

/** Policies change a few times a year, and every append needs them: the last answer is kept. */
export function compilerOf(law: Law): Compiler {
  let last: { readonly entries: string; readonly compiled: CompiledStatute } | null = null;
  return async (entries, read) => {
    if (last?.entries !== entries) last = { entries, compiled: compileStatute(law, await read(), null) };
    return last.compiled;
  };
}

/** A child's identity, and all its books. */
type Child = { readonly child: Id; readonly books: readonly Id[] };

/** What stands in books that were begun just now: it need not be read again. */
type Begun = ReadonlyMap<Id, readonly Fact[]>;

/**
 * Reckons the clocks and spans of the children and carers among these books, from all that is known now, and replaces their
 * rows. Two writers of one child's different books wait here for each other: the later sees what the earlier wrote.
 */
export async function reckonClocks(
  tx: Tx,
  law: Law,
  compile: Compiler,
  books: readonly Id[],
  begun: Begun = new Map(),
): Promise<void> {
  if (books.length === 0) return;
  await claim(tx, law, books);
  const { children, policies } = await childrenOf(tx, books);
  if (children.length === 0) return;
  const all = [...new Set(children.flatMap((each) => [each.child, ...each.books]))];
  if (all.length > books.length) await claim(tx, law, all); // for the rare case that they were joined or parted just now
  const compiled = await compile(policies, () => policiesOf(tx, EVERYTHING));
  const facts = await factsOfChildren(tx, children, begun);
  const standingsOfChild = await standingsByChild(tx, facts, EVERYTHING);
  const reckoned = children.map(({ child }) =>
    reckon(compiled, child, facts.get(child) ?? [], standingsOfChild(child), EVERYTHING),
  );
  const older = all.filter((book) => !begun.has(book));
  await replaceReckoned(tx, older, reckoned);
  if (all.length > children.length) await noteIdentities(tx, children);
}

async function factsOfChildren(tx: Tx, children: readonly Child[], begun: Begun): Promise<Map<Id, readonly Fact[]>> {
  const facts = new Map<Id, readonly Fact[]>();
  const asked: Id[] = [];
  for (const { child, books } of children) {
    if (!books.every((book) => begun.has(book))) asked.push(child, ...books);
    else
      facts.set(
        child,
        books.flatMap((book) => begun.get(book) ?? []),
      );
  }
  if (asked.length === 0) return facts;
  for (const [child, own] of await factsOfBooks(tx, [...new Set(asked)], EVERYTHING)) facts.set(child, own);
  return facts;
}

/** The standings of the workers whom a child's facts name: each child's own, since a county has thousands. */
export async function standingsByChild(
  tx: Tx,
  facts: ReadonlyMap<Id, readonly Fact[]>,
  known: Instant,
): Promise<(child: Id) => readonly Standing[]> {
  const byParty = grouped(await standingsOf(tx, partiesIn(facts), known), ({ party }) => party);
  return (child) => {
    const parties = new Set((facts.get(child) ?? []).map(({ party }) => party));
    return [...parties].flatMap((party) => (party === null ? [] : (byParty.get(party) ?? [])));
  };
}

/** One child's clocks and spans as known at a moment. */
export function reckon(
  compiled: CompiledStatute,
  child: Id,
  facts: readonly Fact[],
  standings: readonly Standing[],
  known: Instant,
): Reckoned {
  const pieces = clocksOf(compiled, child, facts, known, standings);
  const covered = coveredOf(facts, standings, known, compiled.leaveDays);
  return { child, pieces, spans: gapSpansOf(compiled, covered, pieces) };
}

/**
 * Keeps everybody else from reckoning these books, and those they are joined to, until the transaction ends. In the order
 * of ids, so that two writers of one child do not wait for each other in a ring.
 */
async function claim(tx: Tx, law: Law, books: readonly Id[]): Promise<void> {
  await sql`
    insert into sight.reckoned (book, child, statute)
    select book, book, ${law.version} from (
      select id as book from record.book where id = any(${books}::uuid[]) and kind in ('child', 'carer')
      union select mate.book from people.child_identity own join people.child_identity mate using (identity)
        where own.book = any(${books}::uuid[])) as claimed
    order by book
    on conflict (book) do update set statute = excluded.statute`.execute(tx);
}

/** The children whose books these are, or were when they were last reckoned; and which policies stand, by their entries. */
async function childrenOf(
  tx: Tx,
  books: readonly Id[],
): Promise<{ readonly children: readonly Child[]; readonly policies: string }> {
  const { rows } = await sql<Child & { policies: string }>`
    with identities as (
      select distinct coalesce(i.identity, o.book) as child
      from sight.reckoned r join sight.reckoned o using (child) left join people.child_identity i on i.book = o.book
      where r.book = any(${books}::uuid[])
    )
    select child, array(select child union select book from people.child_identity where identity = child) as books,
      (select coalesce(string_agg(p.entry::text, ' ' order by p.entry), '') from sight.policy p
       where not exists (select from sight.retraction r where r.entry = p.entry)
         and not exists (select from record.misfiling m where m.entry = p.entry)) as policies
    from identities order by child`.execute(tx);
  return { children: rows, policies: rows[0]?.policies ?? '' };
}

/** The workers whom facts name. */
export const partiesIn = (facts: ReadonlyMap<Id, readonly Fact[]>): Id[] => [
  ...new Set([...facts.values()].flatMap((each) => each.flatMap(({ party }) => (party === null ? [] : [party])))),
];

/** Remembers which books were reckoned together, so that parting them finds them all. */
async function noteIdentities(tx: Tx, children: readonly Child[]): Promise<void> {
  const rows = children.flatMap(({ child, books }) => books.map((book) => ({ child, book })));
  await sql`
    update sight.reckoned r set child = told.child
    from unnest(${rows.map(({ book }) => book)}::uuid[], ${rows.map(({ child }) => child)}::uuid[]) as told (book, child)
    where r.book = told.book and r.child <> told.child`.execute(tx);
}
