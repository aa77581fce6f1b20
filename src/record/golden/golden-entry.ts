import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { mustBeDate } from '../../kernel/local-date.ts';
import { canonicalData } from '../canonical-json.ts';
import { BEFORE_THE_FIRST, hashOfData, hexOf, isFault, type Sha256, START, step, type Walk } from '../chain.ts';
import { type EntryType, happenedOn } from '../entry.ts';
import { bytesOfEnvelope, type HashedEnvelope } from '../entry-bytes.ts';
import { type EntryRegistry, nameOf, parseData, typeOf, upcast } from '../registry.ts';

/**
 * One line of the golden book: an entry exactly as it was stored when its type and version were released. Lines are added,
 * never changed, so that whatever was once written can be read for ever.
 */
export type GoldenEntry = Omit<HashedEnvelope, 'prevHash' | 'dataHash'> & {
  readonly salt: string;
  readonly canonical: string;
  readonly dataHash: string;
  readonly prevHash: string;
  readonly hash: string;
};

/** An example of the data of a type and version, as it would be released now. */
export type GoldenExample = { readonly type: EntryType; readonly data: unknown };

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

const envelopeOf = ({ salt: _salt, canonical: _canonical, hash: _hash, ...entry }: GoldenEntry): HashedEnvelope => ({
  ...entry,
  prevHash: bytesOf(entry.prevHash),
  dataHash: bytesOf(entry.dataHash),
});

/** What is wrong with a golden book; empty when every line still verifies, is raised to the newest version and fits it. */
export function faultsOfGolden(sha256: Sha256, registry: EntryRegistry, book: readonly GoldenEntry[]): string[] {
  let walk: Walk = START;
  const faults: string[] = [];
  for (const entry of book) {
    const name = `${entry.seq} ${nameOf(entry.type, entry.version)}`;
    const words = new TextEncoder().encode(entry.canonical);
    const saltAndData = Uint8Array.from([...bytesOf(entry.salt), ...words]);
    const link = {
      envelope: bytesOfEnvelope(envelopeOf(entry)),
      hash: bytesOf(entry.hash),
      saltAndData,
      destroyed: false,
    };
    const outcome = step(sha256, walk, link);
    if (isFault(outcome)) faults.push(`${name}: ${outcome.what}`);
    else walk = outcome;
    const unread = faultOfReading(registry, entry);
    if (unread) faults.push(`${name}: ${unread}`);
  }
  return faults;
}

function faultOfReading(registry: EntryRegistry, { type, version, canonical }: GoldenEntry): string | null {
  try {
    const newest = registry.newest.get(type) ?? version;
    parseData(typeOf(registry, type, newest), upcast(registry, type, version, JSON.parse(canonical)));
    return null;
  } catch (fault) {
    return (fault as Error).message;
  }
}

/** The types and versions that the registry has and the golden book lacks: released without being kept. */
export function missingFromGolden(registry: EntryRegistry, book: readonly GoldenEntry[]): string[] {
  const kept = new Set(book.map(({ type, version }) => nameOf(type, version)));
  return [...registry.types.keys()].filter((name) => !kept.has(name)).sort();
}

const GOLDEN_BOOK = '00000000-0000-4000-8000-000000000001' as Id;
const idOfPlace = (seq: number): Id => `00000000-0000-4000-9000-${String(seq).padStart(12, '0')}` as Id;

/**
 * The lines that these examples add to a golden book; types and versions that it has already are left alone. Pure: the same
 * examples give the same lines.
 */
export function goldenBook(
  sha256: Sha256,
  book: readonly GoldenEntry[],
  examples: readonly GoldenExample[],
): GoldenEntry[] {
  const kept = new Set(book.map(({ type, version }) => nameOf(type, version)));
  const added: GoldenEntry[] = [];
  for (const { type, data } of examples.filter((each) => !kept.has(nameOf(each.type.type, each.type.version)))) {
    const last = added.at(-1) ?? book.at(-1);
    added.push(goldenEntry(sha256, type, data, last));
  }
  return added;
}

function goldenEntry(sha256: Sha256, type: EntryType, data: unknown, last: GoldenEntry | undefined): GoldenEntry {
  const seq = (last?.seq ?? 0) + 1;
  const name = nameOf(type.type, type.version);
  const canonical = canonicalData(parseData(type, data));
  const salt = sha256(new TextEncoder().encode(name)).slice(0, 16);
  const { earliest, latest, precision, at } = happenedOn(mustBeDate('2026-03-31'));
  const envelope: HashedEnvelope = {
    prevHash: last ? bytesOf(last.hash) : BEFORE_THE_FIRST,
    dataHash: hashOfData(sha256, salt, canonical),
    book: GOLDEN_BOOK,
    seq,
    id: idOfPlace(seq),
    about: GOLDEN_BOOK,
    act: idOfPlace(seq),
    type: type.type,
    version: type.version,
    ...{ earliest, latest, precision, at },
    recordedAt: `2026-03-31T12:00:00.${String(seq).padStart(3, '0')}Z` as Instant,
    recordedBy: 'the release',
    onBehalfOf: null,
    source: '{"kind":"here"}',
    corrects: null,
    reason: null,
  };
  const hash = hexOf(sha256(bytesOfEnvelope(envelope)));
  const hashes = { prevHash: hexOf(envelope.prevHash), dataHash: hexOf(envelope.dataHash), hash };
  return { ...envelope, ...hashes, salt: hexOf(salt), canonical };
}

/** One line an entry, as the file `golden-book.jsonl` has it. */
export const goldenLines = (entries: readonly GoldenEntry[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
export const readGolden = (text: string): GoldenEntry[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldenEntry);
