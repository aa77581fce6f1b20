import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { type LocalDate, toEpochDay } from '../kernel/local-date.ts';
import type { Precision } from './entry.ts';

/** An entry's envelope, and the hashes that tie it to its words and to the entry before it: all that its own hash covers. */
export type HashedEnvelope = {
  readonly prevHash: Uint8Array;
  readonly dataHash: Uint8Array;
  readonly book: Id;
  readonly seq: number;
  readonly id: Id;
  readonly about: Id;
  readonly act: Id;
  readonly type: string;
  readonly version: number;
  readonly earliest: LocalDate | null;
  readonly latest: LocalDate | null;
  readonly precision: Precision;
  readonly at: Instant | null;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly onBehalfOf: string | null;
  readonly source: string;
  readonly corrects: Id | null;
  readonly reason: string | null;
};

/**
 * The columns of `record.entry` in the order in which they are hashed. The bytes are those of PostgreSQL's binary form
 * of that row, so anybody with psql can check an entry: `hash = sha256(record_send(row(prev_hash, data_hash, …)))`.
 * This order is frozen: changing it would make every book ever written look altered.
 */
export const HASHED_COLUMNS = [
  ...['prev_hash', 'data_hash', 'book', 'seq', 'id', 'about', 'act', 'type', 'version', 'earliest', 'latest'],
  ...['precision', 'at', 'recorded_at', 'recorded_by', 'on_behalf_of', 'source', 'corrects', 'reason'],
] as const;

/** Where the fixed part of those bytes lies: a count, then for each field its type, its length and its bytes. */
export const PREV_HASH_AT = 12;
export const DATA_HASH_AT = 52;
export const BOOK_AT = 92;
export const SEQ_AT = 116;
export const ID_AT = 128;

const TYPE = { int4: 23, text: 25, bytea: 17, date: 1082, timestamptz: 1184, uuid: 2950 } as const;
const DAYS_TO_2000 = 10_957;
const MILLISECONDS_TO_2000 = 946_684_800_000;
const TWO_TO_32 = 4_294_967_296;

/** The bytes that an entry's hash is taken of. */
export function bytesOfEnvelope(entry: HashedEnvelope): Uint8Array {
  row.begin();
  row.count(HASHED_COLUMNS.length);
  row.bytes(entry.prevHash).bytes(entry.dataHash);
  row.uuid(entry.book).int(entry.seq).uuid(entry.id).uuid(entry.about).uuid(entry.act);
  row.text(entry.type).int(entry.version);
  row.date(entry.earliest).date(entry.latest).text(entry.precision).instant(entry.at);
  row.instant(entry.recordedAt).text(entry.recordedBy).text(entry.onBehalfOf);
  row.text(entry.source).uuid(entry.corrects).text(entry.reason);
  return row.written();
}

const utf8 = new TextEncoder();

/** Writes fields as `record_send` does: type, length (−1 for null), bytes, all numbers big-endian. */
class RowWriter {
  private buffer = new Uint8Array(1024);
  private view = new DataView(this.buffer.buffer);
  private length = 0;

  begin(): void {
    this.length = 0;
  }

  count(fields: number): void {
    this.int32(fields);
  }

  bytes(value: Uint8Array): this {
    this.head(TYPE.bytea, value.length);
    this.buffer.set(value, this.length);
    this.length += value.length;
    return this;
  }

  int(value: number): this {
    this.head(TYPE.int4, 4);
    this.int32(value);
    return this;
  }

  text(value: string | null): this {
    if (value === null) return this.nothing(TYPE.text);
    this.head(TYPE.text, value.length * 3);
    const written = this.plain(value) ?? utf8.encodeInto(value, this.buffer.subarray(this.length)).written;
    this.view.setInt32(this.length - 4, written);
    this.length += written;
    return this;
  }

  uuid(value: Id | null): this {
    if (value === null) return this.nothing(TYPE.uuid);
    this.head(TYPE.uuid, 16);
    for (let at = 0; at < 36; at += 2) {
      if (value.charCodeAt(at) === 45) at += 1;
      this.buffer[this.length++] = (hexDigit(value.charCodeAt(at)) << 4) | hexDigit(value.charCodeAt(at + 1));
    }
    return this;
  }

  date(value: LocalDate | null): this {
    if (value === null) return this.nothing(TYPE.date);
    this.head(TYPE.date, 4);
    this.int32(toEpochDay(value) - DAYS_TO_2000);
    return this;
  }

  instant(value: Instant | null): this {
    if (value === null) return this.nothing(TYPE.timestamptz);
    this.head(TYPE.timestamptz, 8);
    const micro = (Date.parse(value) - MILLISECONDS_TO_2000) * 1000;
    const high = Math.floor(micro / TWO_TO_32);
    this.int32(high);
    this.int32(micro - high * TWO_TO_32);
    return this;
  }

  written(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  /** Short texts are nearly always plain letters: writing them one by one beats the encoder. Undefined for any other. */
  private plain(value: string): number | undefined {
    if (value.length > 80) return undefined;
    for (let i = 0; i < value.length; i += 1) {
      const code = value.charCodeAt(i);
      if (code > 127) return undefined;
      this.buffer[this.length + i] = code;
    }
    return value.length;
  }

  private nothing(type: number): this {
    this.head(type, 0);
    this.view.setInt32(this.length - 4, -1);
    return this;
  }

  private head(type: number, room: number): void {
    this.makeRoom(8 + room);
    this.int32(type);
    this.int32(room);
  }

  private int32(value: number): void {
    this.makeRoom(4);
    this.view.setInt32(this.length, value);
    this.length += 4;
  }

  private makeRoom(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + bytes + 64));
    larger.set(this.buffer);
    this.buffer = larger;
    this.view = new DataView(larger.buffer);
  }
}

/** One writer for all: a row is begun and written out before the next. */
const row = new RowWriter();

const hexDigit = (code: number): number => (code < 58 ? code - 48 : code - 87);
