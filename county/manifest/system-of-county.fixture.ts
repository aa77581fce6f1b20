import { manifests } from '../../src/app/manifests.ts';
import { grouped } from '../../src/kernel/grouped.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { Instant } from '../../src/kernel/instant.ts';
import { parseData, registryOf, typeOf } from '../../src/record/registry.ts';
import type { Told } from '../../src/record/told.ts';
import type { ClockPiece } from '../../src/sight/clock.ts';
import { clocksOf } from '../../src/sight/clocks.ts';
import { type CompiledStatute, compileStatute } from '../../src/sight/compile.ts';
import { coveredOf } from '../../src/sight/coverage.ts';
import type { Fact, Policy, Standing } from '../../src/sight/facts.ts';
import { type GapSpan, gapSpansOf } from '../../src/sight/gaps.ts';
import { readStatute } from '../../src/statute/read-statute.ts';

/** A moment after everything: what the county knows now. */
const NOW = '2100-01-01T00:00:00.000Z' as Instant;

const speakers = new Map(manifests.flatMap(({ entries }) => entries.map((entry) => [entry.is.type, entry] as const)));
const registry = registryOf(manifests.flatMap(({ entries }) => entries.map(({ is }) => is)));

/** What was told, as facts, standings and policies: what a database would hold, without one. */
export type Heard = {
  readonly facts: Map<Id, Fact[]>;
  readonly standings: Standing[];
  readonly policies: Policy[];
};

export const nothingHeard = (): Heard => ({ facts: new Map(), standings: [], policies: [] });

/** Hears what was told: data is parsed as it would be at an append, and mapped to facts by the modules. */
export function hear(heard: Heard, told: Iterable<Told>): void {
  for (const { recordedAt, recordedBy, act } of told)
    for (const { book, data, ...envelope } of act.entries) {
      const speaker = speakers.get(envelope.type);
      if (!speaker) throw new Error(`nobody writes ${envelope.type}`);
      const parsed = parseData(typeOf(registry, envelope.type, envelope.version), data);
      const entry = { ...envelope, book, data: parsed, seq: 1, act: act.id, recordedAt, recordedBy };
      const believed = { believedFrom: recordedAt, believedUntil: null };
      const own = heard.facts.get(book) ?? [];
      if (own.length === 0) heard.facts.set(book, own);
      for (const fact of speaker.facts(entry))
        own.push({ ...fact, child: book, entry: entry.id, source: 'here', ...believed });
      for (const standing of speaker.standing?.(entry) ?? [])
        replaceStanding(heard.standings, { ...standing, party: book, ...believed });
      for (const policy of speaker.policy?.(entry) ?? []) heard.policies.push({ ...policy, ...believed });
    }
}

/** A later standing of the same person, state and first day says the end that was not known before. */
function replaceStanding(standings: Standing[], standing: Standing): void {
  const same = standings.findIndex(
    ({ party, state, from }) => party === standing.party && state === standing.state && from === standing.from,
  );
  if (same >= 0) standings[same] = standing;
  else standings.push(standing);
}

export type SystemOf = { readonly pieces: readonly ClockPiece[]; readonly spans: readonly GapSpan[] };

/** The line of sight over a book: the product's own engine and its own law, in the council's own policies. */
export function systemOf({ policies, standings }: Heard): (book: Id, facts: readonly Fact[]) => SystemOf {
  const compiled: CompiledStatute = compileStatute(readStatute(), policies);
  const byParty = grouped(standings, ({ party }) => party);
  return (book, facts) => {
    const parties = new Set(facts.flatMap(({ party }) => (party === null ? [] : [party])));
    const own = [...parties].flatMap((party) => byParty.get(party) ?? []);
    const pieces = clocksOf(compiled, book, facts, NOW, own);
    return { pieces, spans: gapSpansOf(compiled, coveredOf(facts, own, NOW, compiled.leaveDays), pieces) };
  };
}
