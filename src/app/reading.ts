import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Times } from '../modules/asked.ts';
import type { Manifest, ModuleEntry } from '../modules/manifest.ts';
import type { Database, Identity, Tx } from '../platform/database/database.ts';
import { type EntryRegistry, nameOf, registryOf } from '../record/registry.ts';
import { settledMark } from '../record/store/in-flight.ts';
import { type CompiledStatute, compileStatute } from '../sight/compile.ts';
import type { Policy } from '../sight/facts.ts';
import { spokenUntil } from '../sight/store/read-facts.ts';
import { recordedHere } from '../sight/store/recorded-here.ts';
import type { Statute } from '../statute/statute.ts';

/** What every reading page and command is made with: the law, the entry types, and how each entry is told. */
export type Reading = {
  readonly statute: Statute;
  readonly registry: EntryRegistry;
  /** The module's own account of an entry's type and version. */
  readonly moduleEntry: (type: string, version: number) => ModuleEntry | undefined;
  /** The law with the council's policies worked in. Worked out once for each set of policies. */
  readonly compiledFor: (policies: readonly Policy[]) => CompiledStatute;
};

/** Puts the law and the modules together for reading. */
export function readingOf(statute: Statute, manifests: readonly Manifest[]): Reading {
  const entries = manifests.flatMap((manifest) => manifest.entries);
  const byName = new Map(entries.map((entry) => [nameOf(entry.is.type, entry.is.version), entry]));
  return {
    statute,
    registry: registryOf(entries.map(({ is }) => is)),
    moduleEntry: (type, version) => byName.get(nameOf(type, version)),
    compiledFor: rememberLast((policies) => compileStatute(statute, policies)),
  };
}

/** Policies change a few times a year and are asked for on every page: the last answer is nearly always the next. */
function rememberLast(compile: (policies: readonly Policy[]) => CompiledStatute): Reading['compiledFor'] {
  let last: { readonly key: string; readonly compiled: CompiledStatute } | undefined;
  return (policies) => {
    const key = JSON.stringify(policies);
    if (last?.key !== key) last = { key, compiled: compile(policies) };
    return last.compiled;
  };
}

/** Up to when things are known, and the latest day of which the county's sources speak at that moment. */
export async function timesOf(
  db: Database,
  who: Identity,
  clock: { readonly now: Instant; readonly today: LocalDate },
): Promise<Times> {
  const mark = await settledMark(db, clock.now);
  const until = await db.as(who, (tx) => sourcesSpeakUntil(tx, mark, clock.today));
  return { mark, spokenUntil: until, today: clock.today };
}

/**
 * The latest day of which the sources speak, as known at a moment: the end of the last file's window, or `today` once
 * anything about a child has been recorded here; null while there is no source.
 */
export async function sourcesSpeakUntil(tx: Tx, knownAt: Instant, today: LocalDate): Promise<LocalDate | null> {
  const files = await spokenUntil(tx, knownAt);
  const here = await recordedHere(tx, knownAt);
  if (!here) return files;
  return files !== null && files > today ? files : today;
}
