import { createHash } from 'node:crypto';
import type { Id } from '../../src/kernel/id.ts';
import { mustBeDate } from '../../src/kernel/local-date.ts';
import { type BookAttestation, type DecidedBatch, decideBatch } from '../../src/modules/returns/core/decide-batch.ts';
import type { Attestation } from '../../src/modules/returns/core/deciding.ts';
import { derivedId } from '../../src/modules/returns/core/derived-id.ts';
import type { PreparedChild } from '../../src/modules/returns/core/prepared-child.ts';
import type { Entry, FileKind, NewEntry } from '../../src/record/entry.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const makeId = (...parts: readonly string[]): Id => derivedId(digest, ...parts);
const BOOK = makeId('book', 'A');

/** The record of the child `A` in memory, into which files are loaded one after another. */
export function recordInMemory() {
  const entries: NewEntry[] = [];
  const attested = new Map<string, BookAttestation>();
  let run = 0;
  const standing = (): Entry[] => {
    const corrected = new Set(entries.map(({ corrects }) => corrects));
    return entries.filter(({ id }) => !corrected.has(id)) as unknown as Entry[];
  };
  const keyOf = ({ source }: Entry): string => (source.kind === 'here' ? '' : source.naturalKey.slice('A/'.length));
  /** Loads what a file of a year says of the child. */
  function load(kind: FileKind, child: PreparedChild, year: number): DecidedBatch {
    run += 1;
    const of = (own: boolean): Attestation[] => [...attested.values()].filter((each) => (each.kind === kind) === own);
    const elsewhere = new Map<string, Attestation[]>();
    for (const said of of(false)) elsewhere.set(said.key, [...(elsewhere.get(said.key) ?? []), said]);
    const byKey = new Map<string, Entry[]>([...attested.values()].map(({ key }) => [key, []]));
    for (const entry of standing()) byKey.get(keyOf(entry))?.push(entry);
    const window = { from: mustBeDate(`${year - 1}-04-01`), until: mustBeDate(`${year}-03-31`) };
    const batch = decideBatch([child], {
      ...{ run: `run ${run}` as Id, file: { kind, hash: `${run}`, window, without: [] }, digest, makeId },
      sameCouncilId: new Map([['A', [{ book: BOOK, identity: BOOK, bornOn: null, sex: null }]]]),
      attested: new Map([[BOOK, new Map(of(true).map((said) => [said.key, said]))]]),
      elsewhere: new Map([[BOOK, elsewhere]]),
      standing: new Map([[BOOK, byKey]]),
    });
    entries.push(...batch.acts.flatMap((act) => act.entries));
    for (const said of batch.attest) attested.set(`${said.kind} ${said.key}`, said);
    return batch;
  }
  /** Puts an entry right by hand. */
  const putRight = (type: string): void => {
    const wrong = standing().find((entry) => entry.type === type);
    if (wrong) entries.push({ ...wrong, id: makeId('by hand'), source: { kind: 'here' }, corrects: wrong.id });
  };
  return { load, standing, putRight, entries, attested };
}
