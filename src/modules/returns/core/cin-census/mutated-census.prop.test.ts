import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventCensus } from '../../../../../county/census/invent-census.ts';
import { writeCensus } from '../../../../../county/census/write-census.ts';
import { readWhole, type WholeCensus } from '../../../../../test/census/census-in-tests.ts';
import { manifests } from '../../../../app/manifests.ts';
import { grouped } from '../../../../kernel/grouped.ts';
import type { Id } from '../../../../kernel/id.ts';
import { parseData, registryOf, typeOf } from '../../../../record/registry.ts';
import {
  type BatchWith,
  type BookAttestation,
  type DecidedBatch,
  decideBatch,
  type KnownBook,
} from '../decide-batch.ts';
import { derivedId } from '../derived-id.ts';
import { FileRefused } from '../file-refused.ts';

const registry = registryOf(manifests.flatMap(({ entries }) => entries.map(({ is }) => is)));
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const makeId = (...parts: readonly string[]): Id => derivedId(digest, ...parts);

const lines = writeCensus(inventCensus({ seed: 3, year: 2026, children: 40 })).split(/(?=<)/);
const VALUES = [
  '',
  ' ',
  '2031-09-09',
  '2025-02-30',
  '31/03/2026',
  '1',
  'true',
  'MAYBE',
  'RC99',
  'N1',
  'UN7',
  '-1',
  '12345',
  'x'.repeat(150),
  '&amp;&lt;',
  '0001-01-01',
  '９',
  'wbri',
];

/** One thing done to one piece of the file: a value replaced, a tag dropped, doubled or renamed, two pieces swapped. */
const mutation = fc.record({
  at: fc.integer({ min: 12, max: lines.length - 3 }),
  how: fc.constantFrom('value', 'value', 'value', 'drop-pair', 'double-pair', 'rename', 'swap'),
  text: fc.constantFrom(...VALUES),
  name: fc.constantFrom(
    'Sex',
    'CPPstartDate',
    'Section47',
    'Reviews',
    'Anything',
    'Child',
    'LAchildID',
    'Disabilities',
  ),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer Of> ? Of : never;

function mutate(pieces: readonly string[], { at, how, text, name }: Mutation): string[] {
  const [piece = '', next = ''] = [pieces[at], pieces[at + 1]];
  const isPair = /^<\w/.test(piece) && next.startsWith('</');
  if (at + 1 >= pieces.length) return [...pieces];
  if (how === 'swap') return pieces.with(at, next).with(at + 1, piece);
  if (!isPair) return [...pieces];
  const tag = /^<(\w+)/.exec(piece)?.[1] ?? '';
  if (how === 'value') return pieces.with(at, `<${tag}>${text}`);
  if (how === 'rename') return pieces.with(at, piece.replace(tag, name)).with(at + 1, next.replace(tag, name));
  if (how === 'drop-pair') return pieces.toSpliced(at, 2);
  return pieces.toSpliced(at, 0, piece, next.trimEnd());
}

const readOrRefused = (xml: string): WholeCensus | null => {
  try {
    return readWhole(xml, 1000);
  } catch (fault) {
    if (fault instanceof FileRefused) return null;
    throw fault;
  }
};

const nothingYet = (header: WholeCensus['header'], run: string): BatchWith => ({
  run: run as Id,
  file: { kind: 'cin-census', hash: 'f', window: header.window, without: [] },
  digest,
  makeId,
  sameCouncilId: new Map(),
  attested: new Map(),
  elsewhere: new Map(),
  standing: new Map(),
});

function attestedBy(attest: readonly BookAttestation[]): BatchWith['attested'] {
  const byBook = grouped(attest, ({ book }) => book);
  return new Map([...byBook].map(([book, said]) => [book, new Map(said.map((each) => [each.key, each]))]));
}

type Written = { readonly type: string; readonly book: Id; readonly data: unknown };

/** What the record would know of each child after a first loading: what it last said of birth and sex. */
function likenessesAfter(attest: readonly BookAttestation[], entries: readonly Written[]): BatchWith['sameCouncilId'] {
  const lastSaid = (book: Id, key: 'bornOn' | 'sex') =>
    entries
      .filter((entry) => entry.book === book && entry.type === 'child-recorded')
      .map(({ data }) => (data as Record<string, unknown>)[key])
      .findLast((value) => typeof value === 'string') ?? null;
  const likeness = (book: Id) =>
    ({ book, identity: book, bornOn: lastSaid(book, 'bornOn'), sex: lastSaid(book, 'sex') }) as KnownBook;
  const byId = grouped(attest, ({ laChildId }) => laChildId);
  return new Map([...byId].map(([id, said]) => [id, [...new Set(said.map(({ book }) => book))].map(likeness)]));
}

function expectAllAnsweredFor({ children }: WholeCensus, decided: DecidedBatch): void {
  for (const { rows, setAside, laChildId } of children) {
    expect(setAside.length).toBeLessThanOrEqual(rows.length);
    if (laChildId === null) expect(setAside.length).toBe(rows.length);
  }
  for (const { read, loaded, unchanged, setAside } of [decided.children, decided.rows])
    expect(loaded + unchanged + setAside).toBe(read);
  expect(decided.children.read).toBe(children.length);
}

test('whatever happens to a file: it is refused, or every child and row is answered for, every entry fits its type, and a second loading writes nothing', () => {
  let read = 0;
  const property = fc.property(fc.array(mutation, { minLength: 1, maxLength: 25 }), (mutations) => {
    const whole = readOrRefused(mutations.reduce<string[]>(mutate, lines).join(''));
    if (!whole) return;
    read += 1;
    const first = decideBatch(whole.children, nothingYet(whole.header, 'first'));
    expectAllAnsweredFor(whole, first);
    const entries = first.acts.flatMap((act) => act.entries);
    for (const { type, version, data, happened } of entries) {
      parseData(typeOf(registry, type, version), data);
      if (happened.earliest && happened.latest) expect(happened.earliest <= happened.latest).toBe(true);
    }
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const again = decideBatch(whole.children, {
      ...nothingYet(whole.header, 'second'),
      sameCouncilId: likenessesAfter(first.attest, entries),
      attested: attestedBy(first.attest),
    });
    expect(again.acts.flatMap((act) => act.entries.map(({ type }) => type))).toEqual([]);
    expect(again.booksToRead).toEqual([]);
  });
  fc.assert(property, { numRuns: 150 });
  expect(read).toBeGreaterThan(40);
});
