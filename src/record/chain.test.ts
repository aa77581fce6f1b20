import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { BEFORE_THE_FIRST, type Fault, hashOfData, isFault, START, type StoredLink, step, type Walk } from './chain.ts';
import { bytesOfEnvelope, type HashedEnvelope } from './entry-bytes.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const salt = new Uint8Array(16).fill(7);
const bookId = (n: number): Id => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Id;

/** Books of so many entries, as stored. */
function stored(lengths: readonly number[]): StoredLink[] {
  return lengths.flatMap((length, n) => {
    let prevHash: Uint8Array = BEFORE_THE_FIRST;
    return Array.from({ length }, (_, i): StoredLink => {
      const canonical = `{"words":"${n} ${i}"}`;
      const saltAndData = Uint8Array.from([...salt, ...new TextEncoder().encode(canonical)]);
      const envelope = bytesOfEnvelope(envelopeOf(bookId(n), i + 1, prevHash, hashOfData(sha256, salt, canonical)));
      prevHash = sha256(envelope);
      return { envelope, hash: prevHash, saltAndData, destroyed: false };
    });
  });
}

const envelopeOf = (book: Id, seq: number, prevHash: Uint8Array, dataHash: Uint8Array): HashedEnvelope => ({
  prevHash,
  dataHash,
  book,
  seq,
  id: bookId(seq),
  about: book,
  act: book,
  type: 'note-written',
  version: 1,
  earliest: '2026-03-01' as LocalDate,
  latest: null,
  precision: 'unknown',
  at: null,
  recordedAt: '2026-03-31T12:00:00.000Z' as Instant,
  recordedBy: 'ö',
  onBehalfOf: null,
  source: '{"kind":"here"}',
  corrects: null,
  reason: null,
});

function walked(links: readonly StoredLink[]): Walk | Fault {
  let walk: Walk = START;
  for (const link of links) {
    const outcome = step(sha256, walk, link);
    if (isFault(outcome)) return outcome;
    walk = outcome;
  }
  return walk;
}

const lengths = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });

test('an honest record has no fault', () => {
  fc.assert(fc.property(lengths, (each) => !isFault(walked(stored(each)))));
});

test('one changed bit anywhere in hash, envelope or words is a fault', () => {
  fc.assert(
    fc.property(
      lengths,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('hash', 'envelope', 'saltAndData'),
      (each, which, bit, part) => {
        const links = stored(each);
        const at = which % links.length;
        const link = links[at] as StoredLink;
        const bytes = Uint8Array.from(link[part as 'hash'] ?? []);
        bytes[(bit >> 3) % bytes.length] = (bytes[(bit >> 3) % bytes.length] ?? 0) ^ (1 << (bit & 7));
        expect(isFault(walked(links.with(at, { ...link, [part]: bytes })))).toBe(true);
      },
    ),
  );
});

test('an entry left out, repeated or put elsewhere is a fault, unless it ends its book', () => {
  fc.assert(
    fc.property(lengths, fc.nat(), fc.nat(), (each, from, to) => {
      const links = stored(each);
      const at = from % links.length;
      const link = links[at] as StoredLink;
      expect(isFault(walked(links.toSpliced(at, 0, link)))).toBe(true);
      const without = links.toSpliced(at, 1);
      const place = to % links.length;
      const ends = each.map((length, n) => each.slice(0, n).reduce((sum, more) => sum + more, 0) + length - 1);
      expect(isFault(walked(without))).toBe(!ends.includes(at));
      const moved = without.toSpliced(place, 0, link);
      const same = moved.every((one, i) => one === links[i]);
      if (!same && each.length === 1) expect(isFault(walked(moved))).toBe(true);
    }),
  );
});

test('destroyed words are no fault; words that vanish, or come back, are', () => {
  const [first, second] = stored([2]) as [StoredLink, StoredLink];
  expect(isFault(walked([{ ...first, saltAndData: null, destroyed: true }, second]))).toBe(false);
  expect(walked([{ ...first, saltAndData: null }, second])).toMatchObject({ seq: 1, what: 'the words are missing' });
  expect(walked([{ ...first, destroyed: true }, second])).toMatchObject({ seq: 1 });
});
