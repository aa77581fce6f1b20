import type { Instant } from '../../kernel/instant.ts';
import { type EpochDay, type LocalDate, toEpochDay } from '../../kernel/local-date.ts';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const DAYS_TO_2000 = 10_957;
const MILLISECONDS_TO_2000 = 946_684_800_000;
const TWO_TO_32 = 4_294_967_296;

/**
 * Rows in the binary form that PostgreSQL's COPY reads. Call `row` with the number of columns, then one method for each
 * column in their order; null is nothing.
 */
export class BinaryRows {
  private buffer = Buffer.allocUnsafe(1 << 16);
  private length: number;
  /** How many rows were written. */
  count = 0;

  constructor() {
    SIGNATURE.copy(this.buffer);
    this.buffer.fill(0, SIGNATURE.length, SIGNATURE.length + 8); // no flags, no extension
    this.length = SIGNATURE.length + 8;
  }

  row(columns: number): this {
    this.makeRoom(2);
    this.length = this.buffer.writeInt16BE(columns, this.length);
    this.count += 1;
    return this;
  }

  text(value: string | null): this {
    if (value === null) return this.nothing();
    const most = value.length * 3;
    this.makeRoom(4 + most);
    const at = this.length + 4;
    const written = asciiInto(this.buffer, at, value) ? value.length : this.buffer.write(value, at, 'utf8');
    this.buffer.writeInt32BE(written, this.length);
    this.length = at + written;
    return this;
  }

  uuid(value: string | null): this {
    if (value === null) return this.nothing();
    this.head(16);
    for (let at = 0; at < 36; at += 2) {
      if (value.charCodeAt(at) === 45) at += 1;
      this.buffer[this.length++] = (hexDigit(value.charCodeAt(at)) << 4) | hexDigit(value.charCodeAt(at + 1));
    }
    return this;
  }

  /** An array of one uuid. */
  oneUuid(value: string): this {
    this.head(20 + 20);
    for (const part of [1, 0, 2950, 1, 1, 16]) this.length = this.buffer.writeInt32BE(part, this.length);
    this.length -= 4;
    return this.uuid(value);
  }

  int4(value: number | null): this {
    if (value === null) return this.nothing();
    this.head(4);
    this.length = this.buffer.writeInt32BE(value, this.length);
    return this;
  }

  int2(value: number | null): this {
    if (value === null) return this.nothing();
    this.head(2);
    this.length = this.buffer.writeInt16BE(value, this.length);
    return this;
  }

  bool(value: boolean | null): this {
    if (value === null) return this.nothing();
    this.head(1);
    this.buffer[this.length++] = value ? 1 : 0;
    return this;
  }

  date(value: LocalDate | null): this {
    return this.day(value === null ? null : toEpochDay(value));
  }

  day(value: EpochDay | null): this {
    return this.int4(value === null ? null : value - DAYS_TO_2000);
  }

  instant(value: Instant | null): this {
    if (value === null) return this.nothing();
    this.head(8);
    const micro = (Date.parse(value) - MILLISECONDS_TO_2000) * 1000;
    const high = Math.floor(micro / TWO_TO_32);
    this.length = this.buffer.writeInt32BE(high, this.length);
    this.length = this.buffer.writeUInt32BE(micro - high * TWO_TO_32, this.length);
    return this;
  }

  bytes(value: Uint8Array | null): this {
    if (value === null) return this.nothing();
    this.head(value.length);
    this.buffer.set(value, this.length);
    this.length += value.length;
    return this;
  }

  /** A field that is written already, with its length before it: these bytes of another buffer. */
  field(from: Uint8Array, first: number, last: number): this {
    this.makeRoom(last - first);
    for (let at = first; at < last; at += 1) this.buffer[this.length++] = from[at] as number;
    return this;
  }

  /** Everything, with its end. */
  written(): Buffer {
    this.makeRoom(2);
    this.length = this.buffer.writeInt16BE(-1, this.length);
    return this.buffer.subarray(0, this.length);
  }

  private nothing(): this {
    this.makeRoom(4);
    this.length = this.buffer.writeInt32BE(-1, this.length);
    return this;
  }

  private head(bytes: number): void {
    this.makeRoom(4 + bytes);
    this.length = this.buffer.writeInt32BE(bytes, this.length);
  }

  private makeRoom(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}

const hexDigit = (code: number): number => (code < 58 ? code - 48 : code - 87);
/** Short texts are nearly always plain: writing them letter by letter beats calling the encoder. */
const SHORT = 80;

function asciiInto(buffer: Uint8Array, at: number, value: string): boolean {
  if (value.length > SHORT) return false;
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    if (code > 127) return false;
    buffer[at + i] = code;
  }
  return true;
}
