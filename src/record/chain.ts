import { BOOK_AT, DATA_HASH_AT, ID_AT, PREV_HASH_AT, SEQ_AT } from './entry-bytes.ts';

/** SHA-256. An argument, since a core reaches for no machinery of its own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export const HASH_BYTES = 32;
export const SALT_BYTES = 16;
/** What the first entry of a book chains to. */
export const BEFORE_THE_FIRST = new Uint8Array(HASH_BYTES);

const utf8 = new TextEncoder();

/** The hash of an entry's words: salted, so that a short answer cannot be guessed once words and salt are destroyed. */
export function hashOfData(sha256: Sha256, salt: Uint8Array, canonical: string): Uint8Array {
  const words = utf8.encode(canonical);
  const salted = new Uint8Array(salt.length + words.length);
  salted.set(salt);
  salted.set(words, salt.length);
  return sha256(salted);
}

/** One entry as stored, ready to be checked. */
export type StoredLink = {
  /** The bytes of the envelope, as `bytesOfEnvelope` writes them. */
  readonly envelope: Uint8Array;
  readonly hash: Uint8Array;
  /** Salt and words together as stored; null when they are gone. */
  readonly saltAndData: Uint8Array | null;
  /** May the words be gone? True when a certificate of destruction names the entry. */
  readonly destroyed: boolean;
};

export type Fault = { readonly book: string; readonly seq: number; readonly what: string };

/** Where a walk along the books has come to. Entries come book by book, each in the order of `seq`. */
export type Walk = {
  /** The book's id, and the 16 bytes that spell it; null before the first. */
  readonly id: string;
  readonly book: Uint8Array | null;
  readonly seq: number;
  readonly hash: Uint8Array;
};
export const START: Walk = { id: '', book: null, seq: 0, hash: BEFORE_THE_FIRST };

/** One step of verification: does the entry follow the one before it, and say what was hashed? Answers the fault, or how far the walk has come. */
export function step(sha256: Sha256, walk: Walk, link: StoredLink): Walk | Fault {
  const { envelope } = link;
  const seq = readInt(envelope, SEQ_AT);
  const before = isInBook(envelope, walk.book) ? walk : START;
  const hash = sha256(envelope);
  const what = faultOfPlace(before, link, seq) ?? faultOfContent(sha256, link, hash);
  if (what) return { book: uuidAt(envelope, BOOK_AT), seq: what === MISSING ? before.seq + 1 : seq, what };
  if (before !== START) return { id: before.id, book: before.book, seq, hash };
  const book = Uint8Array.from(envelope.subarray(BOOK_AT, BOOK_AT + 16)); // a copy: the envelope's bytes may only be lent
  return { id: uuidAt(envelope, BOOK_AT), book, seq, hash };
}

/** The id of the entry that an envelope is of. */
export const idIn = (envelope: Uint8Array): string => uuidAt(envelope, ID_AT);

const MISSING = 'the entry is missing';

function faultOfPlace(before: Walk, link: StoredLink, seq: number): string | null {
  if (seq > before.seq + 1) return MISSING;
  if (seq <= before.seq) return 'two entries stand in one place';
  return sameBytes(link.envelope, PREV_HASH_AT, before.hash) ? null : 'does not follow the entry before it';
}

function faultOfContent(sha256: Sha256, link: StoredLink, hash: Uint8Array): string | null {
  if (!sameBytes(hash, 0, link.hash)) return 'the envelope was altered';
  if (link.saltAndData === null) return link.destroyed ? null : 'the words are missing';
  if (link.destroyed) return 'the words stand though a certificate says that they were destroyed';
  return sameBytes(link.envelope, DATA_HASH_AT, sha256(link.saltAndData)) ? null : 'the words were altered';
}

export const isFault = (outcome: Walk | Fault): outcome is Fault => 'what' in outcome;

const readInt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);

/** Do the 32 bytes of a hash stand at that place? */
function sameBytes(bytes: Uint8Array, at: number, hash: Uint8Array): boolean {
  for (let i = 0; i < HASH_BYTES; i += 1) if (bytes[at + i] !== hash[i]) return false;
  return true;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The id that the 16 bytes at that place spell. */
function uuidAt(bytes: Uint8Array, at: number): string {
  let text = '';
  for (let i = 0; i < 16; i += 1)
    text += (i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '') + HEX[bytes[at + i] ?? 0];
  return text;
}

function isInBook(envelope: Uint8Array, book: Uint8Array | null): boolean {
  if (book === null) return false;
  for (let i = 0; i < 16; i += 1) if (envelope[BOOK_AT + i] !== book[i]) return false;
  return true;
}

/** Bytes as hexadecimal text. */
export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}
