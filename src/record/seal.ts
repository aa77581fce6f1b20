import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { canonicalJson } from './canonical-json.ts';
import { hexOf, type Sha256 } from './chain.ts';

/** Where a book ended when it was sealed: `[book, seq, hash in hexadecimal]`. */
export type SealedBook = readonly [book: Id, seq: number, hash: string];

/** A certificate: who destroyed the words of which entries, under which rule. */
export type Destruction = {
  readonly id: Id;
  readonly destroyedAt: Instant;
  readonly rule: string;
  readonly by: readonly [string, string];
  readonly entries: readonly Id[];
};

/** What a seal says. Kept outside the database, it finds what a rewritten database hides. */
export type SealContent = {
  readonly format: 'sightline-seal-1';
  readonly number: number;
  readonly sealedAt: Instant;
  /** The root of the seal before this one; null for the first. */
  readonly previous: string | null;
  /** The books that changed since the last seal, by id. After a restore: every book. */
  readonly books: readonly SealedBook[];
  /** What was destroyed since the last seal: a restored backup must destroy it again. */
  readonly destructions: readonly Destruction[];
  /** Set when the record was restored from a backup that had seals up to `keptSeals` only, and a person answered for it. */
  readonly restored: { readonly by: string; readonly reason: string; readonly keptSeals: number } | null;
};
/** `root`: SHA-256 of the canonical text of all the rest, in hexadecimal. */
export type Seal = SealContent & { readonly root: string };

const utf8 = new TextEncoder();

export const sealOf = (sha256: Sha256, content: SealContent): Seal => ({
  ...content,
  root: hexOf(sha256(utf8.encode(canonicalJson(content)))),
});

/** Does the seal's root say what the seal says? */
export function isWhole(sha256: Sha256, { root, ...content }: Seal): boolean {
  return sealOf(sha256, content).root === root;
}

/** What the seals demand of the books: at each place the hash that was sealed, places in order. */
export type SealedPlaces = ReadonlyMap<
  Id,
  readonly { readonly seq: number; readonly hash: string; readonly seal: number }[]
>;

export type Sealed = {
  readonly places: SealedPlaces;
  readonly destructions: readonly Destruction[];
  readonly newest: Seal | null;
  /** Restores that a person answered for. */
  readonly restores: number;
  /** What is wrong with the seals themselves. */
  readonly fault: { readonly seal: number; readonly what: string } | null;
};

/**
 * Follows the seals kept in the database, and the one kept outside it (null: none), from the first to the newest. What a
 * lawful restore gave up is no longer demanded.
 */
export function followSeals(sha256: Sha256, kept: readonly Seal[], outside: Seal | null): Sealed {
  const fault = kept.map((seal, i) => faultOfSeal(sha256, seal, kept[i - 1], outside)).find((each) => each !== null);
  const forgotten = outside !== null && !kept.some(({ number }) => number >= outside.number);
  const all = [...kept, ...(outside && !kept.some(({ root }) => root === outside.root) ? [outside] : [])];
  const inOrder = all.sort((a, b) => a.number - b.number);
  return {
    places: placesOf(inOrder),
    destructions: inOrder.flatMap(({ destructions }) => destructions),
    newest: inOrder.at(-1) ?? null,
    restores: inOrder.filter(({ restored }) => restored !== null).length,
    fault:
      fault ??
      (forgotten
        ? { seal: outside.number, what: `seal ${outside.number} is not in this record: it was rolled back` }
        : null),
  };
}

function faultOfSeal(
  sha256: Sha256,
  seal: Seal,
  before: Seal | undefined,
  outside: Seal | null,
): { seal: number; what: string } | null {
  const fault = (what: string) => ({ seal: seal.number, what: `seal ${seal.number} ${what}` });
  if (!isWhole(sha256, seal)) return fault('was altered');
  if (outside && outside.number === seal.number && outside.root !== seal.root) return fault('is not the one given');
  const keptBefore = seal.restored?.keptSeals ?? seal.number - 1;
  if ((before?.number ?? 0) !== keptBefore) return fault('does not follow the one before it');
  const leadsTo = seal.restored ? (outside?.number === seal.number - 1 ? outside : null) : (before ?? null);
  if (leadsTo && seal.previous !== leadsTo.root) return fault('does not follow the one before it');
  return null;
}

type Place = { readonly seq: number; readonly hash: string; readonly seal: number };

function placesOf(seals: readonly Seal[]): SealedPlaces {
  const places = new Map<Id, Place[]>();
  for (const seal of seals) {
    if (seal.restored) giveUp(places, seal, seal.restored.keptSeals);
    for (const [book, seq, hash] of seal.books) {
      const before = places.get(book) ?? [];
      if (before.at(-1)?.seq !== seq || before.at(-1)?.hash !== hash)
        places.set(
          book,
          [...before, { seq, hash, seal: seal.number }].sort((a, b) => a.seq - b.seq),
        );
    }
  }
  return places;
}

/** Forgets what seals after the kept ones demanded beyond the places where the restored books end. */
function giveUp(places: Map<Id, Place[]>, seal: Seal, keptSeals: number): void {
  const endOf = new Map(seal.books.map(([book, seq]) => [book, seq]));
  for (const [book, demanded] of places)
    places.set(
      book,
      demanded.filter(({ seal: by, seq }) => by <= keptSeals || seq <= (endOf.get(book) ?? 0)),
    );
}
