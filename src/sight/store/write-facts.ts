import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { BinaryRows } from '../../platform/database/binary-rows.ts';
import { copyIn, WORTH_COPYING } from '../../platform/database/copy-in.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Entry } from '../../record/entry.ts';
import { begunBy } from '../../record/store/turn-page.ts';
import type { Fact, FactDraft } from '../facts.ts';
import type { SpeakingEntry } from './speaking-entry.ts';

type Speakers = ReadonlyMap<string, SpeakingEntry>;
type Said<Draft> = { readonly entry: Entry; readonly ordinal: number; readonly said: Draft };

/** What was written, in so far as it changes what clocks are reckoned from. */
export type Written = {
  /** The workers and carers whose standing was written, and those whom facts name. */
  readonly standing: readonly Id[];
  readonly named: readonly Id[];
  readonly policies: boolean;
  /** All that stands in the books that these entries began: it need not be read again. */
  readonly begun: ReadonlyMap<Id, readonly Fact[]>;
};

/** Writes what the entries say: facts, standings, policies, and that corrected entries are no longer believed. */
export async function writeFacts(tx: Tx, speakers: Speakers, written: readonly Entry[]): Promise<Written> {
  const say = <Draft>(drafts: (speaker: SpeakingEntry, entry: Entry) => readonly Draft[] | undefined): Said<Draft>[] =>
    written.flatMap((entry) => {
      const speaker = speakers.get(entry.type);
      return (speaker && drafts(speaker, entry))?.map((said, ordinal) => ({ entry, ordinal, said })) ?? [];
    });
  const facts = say((speaker, entry) => speaker.facts(entry));
  const standings = say((speaker, entry) => speaker.standing?.(entry));
  const policies = say((speaker, entry) => speaker.policy?.(entry));
  await insertFacts(tx, facts);
  await insertStandings(tx, standings);
  await insertPolicies(tx, policies);
  await retract(
    tx,
    written.filter(({ corrects }) => corrects !== null),
  );
  return {
    standing: [...new Set(standings.map(({ entry }) => entry.book))],
    named: [...new Set(facts.flatMap(({ said }) => said.party ?? []))],
    policies: policies.length > 0,
    begun: factsBegun(written, facts),
  };
}

function factsBegun(written: readonly Entry[], said: readonly Said<FactDraft>[]): Map<Id, Fact[]> {
  const begun = new Map<Id, Fact[]>([...begunBy(written)].map((book) => [book, []]));
  const corrected = new Set(written.map(({ corrects }) => corrects));
  for (const { entry, said: draft } of said)
    if (!corrected.has(entry.id)) begun.get(entry.book)?.push(factFrom(entry, draft));
  return begun;
}

const factFrom = (entry: Entry, draft: FactDraft): Fact => ({
  name: draft.name,
  earliest: draft.earliest,
  latest: draft.latest,
  at: draft.at,
  thread: draft.thread,
  episode: draft.episode,
  party: draft.party,
  child: entry.book,
  entry: entry.id,
  source: entry.source.kind,
  believedFrom: entry.recordedAt,
  believedUntil: null,
});

async function insertFacts(tx: Tx, facts: readonly Said<FactDraft>[]): Promise<void> {
  if (facts.length >= WORTH_COPYING) return copyFacts(tx, facts);
  if (facts.length === 0 || (await insertNamedFacts(tx, facts)) === facts.length) return;
  await addNames(tx, [...new Set(facts.map(({ said }) => said.name))]);
  await insertNamedFacts(tx, facts);
}

const COLUMNS = [
  'child',
  'entry',
  'ordinal',
  'name',
  'earliest',
  'latest',
  'at',
  'thread',
  'episode',
  'party',
  'source',
];

async function copyFacts(tx: Tx, facts: readonly Said<FactDraft>[]): Promise<void> {
  const names = [...new Set(facts.map(({ said }) => said.name))];
  let codes = await codesOf(tx, names);
  if (codes.size < names.length) {
    await addNames(tx, names);
    codes = await codesOf(tx, names);
  }
  const rows = new BinaryRows();
  for (const { entry, ordinal, said } of facts) {
    rows
      .row(COLUMNS.length + 1)
      .uuid(entry.book)
      .uuid(entry.id)
      .int2(ordinal)
      .int2(codes.get(said.name) ?? null);
    rows.date(said.earliest).date(said.latest).instant(said.at).uuid(said.thread).uuid(said.episode).uuid(said.party);
    rows.text(entry.source.kind).instant(entry.recordedAt);
  }
  await copyIn(tx, 'sight.fact', [...COLUMNS, 'believed_from'], rows);
}

async function codesOf(tx: Tx, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ code: number; name: string }>`
    select code, name from sight.fact_name where name = any(${names}::text[])`.execute(tx);
  return new Map(rows.map(({ code, name }) => [name, code]));
}

/** Writes the facts whose names this database has a code for, and are not there yet. Answers how many. */
async function insertNamedFacts(tx: Tx, facts: readonly Said<FactDraft>[]): Promise<number> {
  const column = <Value>(value: (fact: Said<FactDraft>) => Value): Value[] => facts.map(value);
  const { numAffectedRows } = await sql`
    insert into sight.fact (child, entry, ordinal, name, earliest, latest, at, thread, episode, party, source, believed_from)
    select said.child, said.entry, said.ordinal, n.code, said.earliest, said.latest, said.at, said.thread, said.episode,
      said.party, said.source, said.believed_from
    from unnest(${column(({ entry }) => entry.book)}::uuid[], ${column(({ entry }) => entry.id)}::uuid[],
      ${column(({ ordinal }) => ordinal)}::smallint[], ${column(({ said }) => said.name)}::text[],
      ${column(({ said }) => said.earliest)}::date[], ${column(({ said }) => said.latest)}::date[],
      ${column(({ said }) => said.at)}::timestamptz[], ${column(({ said }) => said.thread)}::uuid[],
      ${column(({ said }) => said.episode)}::uuid[], ${column(({ said }) => said.party)}::uuid[],
      ${column(({ entry }) => entry.source.kind)}::text[], ${column(({ entry }) => entry.recordedAt)}::timestamptz[])
      as said (child, entry, ordinal, name, earliest, latest, at, thread, episode, party, source, believed_from)
    join sight.fact_name n using (name)
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** A fact whose name is new to this database gets a code. */
const addNames = (tx: Tx, names: readonly string[]) =>
  sql`insert into sight.fact_name (name) select unnest(${[...names].sort()}::text[]) on conflict (name) do nothing`.execute(
    tx,
  );

async function insertStandings(
  tx: Tx,
  standings: readonly Said<ReturnType<NonNullable<SpeakingEntry['standing']>>[number]>[],
): Promise<void> {
  if (standings.length === 0) return;
  await sql`
    insert into sight.standing (party, entry, ordinal, state, first_day, last_day, believed_from)
    select * from unnest(${standings.map(({ entry }) => entry.book)}::uuid[], ${standings.map(({ entry }) => entry.id)}::uuid[],
      ${standings.map(({ ordinal }) => ordinal)}::smallint[], ${standings.map(({ said }) => said.state)}::text[],
      ${standings.map(({ said }) => said.from)}::date[], ${standings.map(({ said }) => said.until)}::date[],
      ${standings.map(({ entry }) => entry.recordedAt)}::timestamptz[])`.execute(tx);
}

async function insertPolicies(
  tx: Tx,
  policies: readonly Said<ReturnType<NonNullable<SpeakingEntry['policy']>>[number]>[],
): Promise<void> {
  if (policies.length === 0) return;
  await sql`
    insert into sight.policy (entry, ordinal, parameter, value, in_force_from, believed_from)
    select * from unnest(${policies.map(({ entry }) => entry.id)}::uuid[], ${policies.map(({ ordinal }) => ordinal)}::smallint[],
      ${policies.map(({ said }) => said.parameter)}::text[], ${policies.map(({ said }) => JSON.stringify(said.value))}::text[],
      ${policies.map(({ said }) => said.from)}::date[], ${policies.map(({ entry }) => entry.recordedAt)}::timestamptz[])`.execute(
    tx,
  );
}

async function retract(tx: Tx, corrections: readonly Entry[]): Promise<void> {
  if (corrections.length === 0) return;
  await sql`
    insert into sight.retraction (entry, book, believed_until, corrected_by)
    select * from unnest(${corrections.map(({ corrects }) => corrects)}::uuid[], ${corrections.map(({ book }) => book)}::uuid[],
      ${corrections.map(({ recordedAt }) => recordedAt)}::timestamptz[], ${corrections.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
}
